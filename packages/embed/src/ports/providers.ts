import {
  Carrier,
  Cents,
  CreditReference,
  IssuedCredit,
  Label,
  Member,
  Members,
  OutcomeUnknown,
  PaymentDeclined,
  PaymentReference,
  PaymentStatus,
  Payments,
  Photo,
  PhotoRefused,
  Photos,
  PickupConfirmation,
  ProviderRefused,
  ProviderUnavailable,
  PurchaseLine,
  Purchases,
  Scan,
  StoreCredit,
  Tax,
} from "@resale/core";
import { Schema, SchemaTransformation } from "effect";
import { mailerOf, type PlainSending, sending } from "./mailer.ts";
import { nothing, optional, provider } from "./Provider.ts";

/** Anything unforeseen leaves open whether the provider has acted: it is asked again with the same key. */
const acts = [ProviderRefused, ProviderUnavailable, OutcomeUnknown] as const;
const tells = [ProviderUnavailable] as const;

/** Amounts by key, written as an object. */
const ByKey = Schema.Record(Schema.String, Cents).pipe(
  Schema.decodeTo(
    Schema.ReadonlyMap(Schema.String, Schema.toType(Cents)),
    SchemaTransformation.transform<ReadonlyMap<string, Cents>, Readonly<Record<string, Cents>>>({
      decode: (said) => new Map(Object.entries(said)),
      encode: (map) => Object.fromEntries(map),
    }),
  ),
);

const Found = Schema.Struct({ reference: PaymentReference, status: PaymentStatus });
const Picture = Schema.Struct({ bytes: Schema.Uint8Array, contentType: Schema.String });
const Document = Schema.Struct({ pdf: Schema.Uint8Array, qrPng: Schema.optionalKey(Schema.Uint8Array) });

/** Every port that a shop may keep by plain functions: what each method answers with, and how it may fail. */
export const providers = {
  members: provider("members", Members, {
    get: { answer: optional(Member), fails: tells },
    byEmail: { answer: optional(Member), fails: tells },
  }),
  purchases: provider("purchases", Purchases, {
    ofMember: { answer: Schema.Array(PurchaseLine), fails: tells },
    line: { answer: optional(PurchaseLine), fails: tells },
  }),
  payments: provider("payments", Payments, {
    authorise: { answer: PaymentReference, fails: [PaymentDeclined, ...acts] },
    find: { answer: optional(Found), fails: tells },
    capture: { answer: nothing, fails: acts },
    cancel: { answer: nothing, fails: acts },
    refund: { answer: nothing, fails: acts },
  }),
  tax: provider("tax", Tax, { quote: { answer: ByKey, fails: acts } }),
  storeCredit: provider("storeCredit", StoreCredit, {
    issue: { answer: CreditReference, fails: acts },
    find: { answer: Schema.Array(IssuedCredit), fails: acts },
    resend: { answer: nothing, fails: acts },
  }),
  carrier: provider("carrier", Carrier, {
    buyLabel: { answer: Label, fails: acts },
    labelDocument: { answer: Document, fails: acts },
    refundLabel: { answer: nothing, fails: acts },
    bookPickup: { answer: PickupConfirmation, fails: acts },
    cancelPickup: { answer: nothing, fails: acts },
    track: { answer: Schema.Array(Scan), fails: acts },
  }),
  mailer: { ...sending, layer: (plain: PlainSending) => mailerOf(sending.layer(plain)) },
  photos: provider("photos", Photos, {
    take: { answer: Photo, fails: [PhotoRefused, ProviderUnavailable] },
    read: { answer: optional(Picture), fails: tells },
    remove: { answer: nothing, fails: tells },
  }),
} as const;

/** The ports by which a shop brings its own: `PlainOf<"mailer">` is what a stranger's mailer looks like. */
export type PlainOf<Name extends keyof typeof providers> = Parameters<(typeof providers)[Name]["layer"]>[0];
