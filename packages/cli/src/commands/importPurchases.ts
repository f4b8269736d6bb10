import { now, Programs } from "@resale/core";
import { type Bought, PostgresPurchases } from "@resale/postgres";
import { Effect } from "effect";
import { Command } from "effect/cli";
import { withDatabase } from "../database/withDatabase.ts";
import { purchaseColumns, purchaseOf } from "../import/purchaseOf.ts";
import { fault } from "../import/reading.ts";
import { runImport, type Wishes } from "../import/runImport.ts";
import { importFlags, wishesOf } from "./importFlags.ts";

const stranger = ({ member }: Bought) =>
  fault(
    "member",
    `is ${member}, of whom no account is known here: import the members first, or put the key right (R3)`,
  );

const bring = Effect.fnUntraced(function* (wishes: Wishes) {
  const { takePurchases } = yield* PostgresPurchases;
  const { current } = yield* Programs;
  const moment = yield* now;
  return yield* runImport(
    {
      one: "purchase line",
      many: "purchase lines",
      columns: purchaseColumns,
      read: (row) => purchaseOf(row, current, moment),
      keyOf: ({ member, line }) => `${member} ${line.id}`,
      write: (bought, dryRun) =>
        Effect.map(takePurchases(bought, { dryRun }), ({ strangers, ...taken }) => ({
          ...taken,
          refused: strangers.map((one) => [one, stranger(one)] as const),
        })),
    },
    wishes,
  );
});

/** `resale import purchases` */
export const importPurchases = Command.make("purchases", importFlags, (given) =>
  Effect.scoped(withDatabase(Effect.suspend(() => bring(wishesOf(given))))),
).pipe(
  Command.withDescription(
    "Take in what members bought, a line of a purchase a row, from CSV with a header or from one JSON object a line, plain or gzipped. The columns: member, id, quantity, paid, currency, purchasedAt, channel (online or store), sku, name, category, msrp, and if wanted refunded, store, colour, material, collection, ownBrand. A line that is known is brought up to date, refunds and quantity with it; one that is not in the file stays as it is. Ends with 1 if rows were left out, and names each with its line.",
  ),
  Command.withShortDescription("Take in what members bought"),
  Command.withExamples([
    {
      command: "resale import purchases lines.csv --rejects left-out.csv",
      description: "And keep what is to be put right",
    },
    {
      command: "resale import purchases lines.ndjson.gz --json --progress",
      description: "For a program that looks on",
    },
  ]),
);
