import { type Currency, fromDecimal, Member, PurchaseLine, PurchaseLineId } from "@resale/core";
import { Result, Schema, Struct } from "effect";

/** What many services write where there is nothing. */
const maybe = <S extends Schema.Constraint>(schema: S) => Schema.optionalKey(Schema.NullOr(schema));

const Money = Schema.String.check(
  Schema.isPattern(/^\d{1,10}(\.\d{1,2})?$/, { expected: "an amount such as 199.00" }),
);

const Moment = Schema.String.check(
  Schema.isPattern(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/, {
    expected: "a moment with its zone, such as 2025-06-14T12:00:00-04:00",
  }),
);

const Text = Schema.String.check(Schema.isMinLength(1));

/** A loyalty account, as the service tells of it. */
export const WireMember = Member.mapFields(
  Struct.assign({ address: maybe(Member.fields.address.schema) }),
).annotate({
  identifier: "Member",
});
export type WireMember = typeof WireMember.Type;

/** One line of a purchase, as the service tells of it. */
export const WireLine = Schema.Struct({
  id: PurchaseLineId,
  quantity: Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: 9999 })),
  /** How many of them were given back for money (R4). */
  refunded: maybe(Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 9999 }))),
  /** What was paid for one. */
  paid: Money,
  currency: Schema.String.check(Schema.isPattern(/^[A-Z]{3}$/)),
  purchasedAt: Moment,
  channel: Schema.Literals(["online", "store"]),
  /** Which one, where the channel is a store. */
  store: maybe(Text),
  product: Schema.Struct({
    sku: Text,
    name: Text,
    category: Text,
    colour: maybe(Text),
    material: maybe(Text),
    collection: maybe(Text),
    /** Of the brand itself, which it is if nothing is said (R5). */
    ownBrand: maybe(Schema.Boolean),
    /** The original price of one, before any discount (R9). */
    msrp: Money,
  }),
}).annotate({ identifier: "PurchaseLine" });
export type WireLine = typeof WireLine.Type;

const takeMember = Schema.decodeUnknownSync(Member);
const takeLine = Schema.decodeUnknownResult(PurchaseLine);

const present = (fields: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== null));

/** The member in the engine's words. */
export const memberOf = (told: WireMember): Member => takeMember(present(told));

const centsOf = (text: string): number => Result.getOrThrow(fromDecimal(text));

/** The line in the engine's words; nothing, if it was paid in a currency that the engine does not trade in. */
export const lineOf = (
  told: WireLine,
  currency: Currency,
): Result.Result<PurchaseLine | undefined, string> => {
  if (told.currency !== currency) return Result.succeed(undefined);
  const { product, store, channel } = told;
  const refunded = told.refunded ?? 0;
  if (refunded > told.quantity) return Result.fail("more of a line is refunded than was bought");
  if (channel === "store" && (store ?? undefined) === undefined)
    return Result.fail("a purchase in a store names none");
  const read = takeLine({
    id: told.id,
    quantity: told.quantity,
    refunded,
    paid: centsOf(told.paid),
    purchasedAt: Date.parse(told.purchasedAt),
    channel: channel === "store" ? { _tag: "Store", store } : { _tag: "Online" },
    product: present({ ...product, ownBrand: product.ownBrand ?? true, msrp: centsOf(product.msrp) }),
  });
  return Result.mapError(read, () => "a purchase is out of all bounds");
};
