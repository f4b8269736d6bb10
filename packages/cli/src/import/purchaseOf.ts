import { fromDecimal, type Instant, MemberId, type Program, PurchaseLine } from "@resale/core";
import type { Bought } from "@resale/postgres";
import { Result, Schema } from "effect";
import { momentOf } from "./momentOf.ts";
import type { Fault, Row } from "./Row.ts";
import { fault, maybe, present, taken, text } from "./reading.ts";

/** The columns of a file of purchases: those that must be there, and those that may. */
export const purchaseColumns = {
  needed: [
    "member",
    "id",
    "quantity",
    "paid",
    "currency",
    "purchasedAt",
    "channel",
    "sku",
    "name",
    "category",
    "msrp",
  ],
  others: ["refunded", "store", "colour", "material", "collection", "ownBrand"],
} as const;

const isMemberId = Schema.is(MemberId);
const takeLine = taken(PurchaseLine);
const bools = new Map([
  ["true", true],
  ["yes", true],
  ["1", true],
  ["false", false],
  ["no", false],
  ["0", false],
]);

const number = (row: Row, name: string, otherwise?: number): Result.Result<number, Fault> => {
  const found = maybe(row, name);
  if (found === undefined && otherwise !== undefined) return Result.succeed(otherwise);
  return found !== undefined && /^\d{1,4}$/.test(found)
    ? Result.succeed(Number(found))
    : Result.fail(fault(name, `is "${found ?? ""}": give a whole number from 0 to 9999`));
};

const money = (row: Row, name: string, wayOut: string): Result.Result<number, Fault> =>
  Result.flatMap(text(row, name, wayOut), (found) =>
    Result.mapError(fromDecimal(found), () =>
      fault(
        name,
        `is "${found}": give an amount such as 199.00, without a sign and without thousands' commas`,
      ),
    ),
  );

const memberOf = (row: Row): Result.Result<MemberId, Fault> => {
  const found = maybe(row, "member");
  if (found === undefined) {
    return Result.fail(
      fault(
        "member",
        "is empty: a guest's purchase is in nobody's history and can't be listed (R3). If it was credited to a loyalty account since, name that account",
      ),
    );
  }
  return isMemberId(found)
    ? Result.succeed(found)
    : Result.fail(
        fault(
          "member",
          `is "${found}": give the loyalty account's own key, not more than 128 letters, digits and . : @ | - _`,
        ),
      );
};

const unitsOf = (
  row: Row,
): Result.Result<{ readonly quantity: number; readonly refunded: number }, Fault> => {
  const quantity = number(row, "quantity");
  if (Result.isFailure(quantity)) return Result.fail(quantity.failure);
  if (quantity.success === 0) {
    return Result.fail(
      fault(
        "quantity",
        "is 0: say how many were bought, and in refunded how many of them were given back (R4)",
      ),
    );
  }
  const refunded = number(row, "refunded", 0);
  if (Result.isFailure(refunded)) return Result.fail(refunded.failure);
  return refunded.success > quantity.success
    ? Result.fail(
        fault("refunded", `is ${refunded.success}, more than the ${quantity.success} that were bought (R4)`),
      )
    : Result.succeed({ quantity: quantity.success, refunded: refunded.success });
};

const channelOf = (row: Row): Result.Result<object, Fault> => {
  const channel = maybe(row, "channel")?.toLowerCase();
  if (channel === "online") return Result.succeed({ _tag: "Online" });
  if (channel !== "store") {
    return Result.fail(fault("channel", `is "${channel ?? ""}": say online or store (R3)`));
  }
  return Result.map(text(row, "store", "which one, where channel is store (R3)"), (store) => ({
    _tag: "Store",
    store,
  }));
};

const momentIn = (row: Row, zone: string, now: Instant): Result.Result<Instant, Fault> => {
  const said = maybe(row, "purchasedAt");
  const at = said === undefined ? undefined : momentOf(said, zone);
  if (at === undefined) {
    return Result.fail(
      fault(
        "purchasedAt",
        `is "${said ?? ""}": give a day such as 2025-06-14, or a moment with its zone such as 2025-06-14T12:00:00-04:00`,
      ),
    );
  }
  return at > now
    ? Result.fail(
        fault(
          "purchasedAt",
          `is ${said}, in the future: nothing can be listed before it is bought. Import it then`,
        ),
      )
    : Result.succeed(at);
};

const currencyOf = (row: Row, { currency }: Program): Result.Result<string, Fault> =>
  Result.flatMap(text(row, "currency", `say ${currency}`), (found) =>
    found.toUpperCase() === currency
      ? Result.succeed(currency)
      : Result.fail(
          fault(
            "currency",
            `is ${found}: this Program trades in ${currency} alone. Leave the row out, or import it where ${found} is traded`,
          ),
        ),
  );

const ownBrandOf = (row: Row): Result.Result<boolean, Fault> => {
  const found = maybe(row, "ownBrand")?.toLowerCase();
  const own = found === undefined ? true : bools.get(found);
  return own === undefined
    ? Result.fail(fault("ownBrand", `is "${found}": say true or false (R5)`))
    : Result.succeed(own);
};

/** What a row says of a purchase, or what is wrong with it (R3, R4). */
export const purchaseOf = (row: Row, program: Program, now: Instant): Result.Result<Bought, Fault> =>
  Result.all({
    member: memberOf(row),
    id: text(row, "id", "the line's own key, which stays the same whenever it is told of"),
    units: unitsOf(row),
    currency: currencyOf(row, program),
    paid: money(row, "paid", "what was paid for one, such as 199.00"),
    purchasedAt: momentIn(row, program.calendar.zone, now),
    channel: channelOf(row),
    sku: text(row, "sku", "the product's number"),
    name: text(row, "name", "the product's name"),
    category: text(row, "category", `such as ${program.categories.map(({ key }) => key).join(", ")} (R5)`),
    msrp: money(row, "msrp", "the original price of one, before any discount (R9)"),
    ownBrand: ownBrandOf(row),
  }).pipe(
    Result.flatMap(({ member, id, units, paid, purchasedAt, channel, currency: _, ...product }) => {
      const kept = present({
        ...product,
        colour: maybe(row, "colour"),
        material: maybe(row, "material"),
        collection: maybe(row, "collection"),
      });
      return Result.map(takeLine({ id, product: kept, ...units, paid, purchasedAt, channel }), (line) => ({
        member,
        line,
      }));
    }),
  );
