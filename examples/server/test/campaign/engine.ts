import { join } from "node:path";
import { CarrierSimulator, verifyWebhook } from "@resale/carriers";
import {
  Ids,
  type Instant,
  instant,
  Links,
  Programs,
  preLoved,
  receiveScans,
  type Store,
} from "@resale/core";
import { Folder } from "@resale/mail";
import { CardSimulator, StoreCreditSimulator, TaxTable } from "@resale/payments";
import {
  PostgresMembers,
  PostgresPurchases,
  PostgresStore,
  type PostgresStoreOptions,
} from "@resale/postgres";
import { MemoryWebhooks } from "@resale/testkit";
import { Clock, Effect, Layer, Option, Redacted, Result } from "effect";
import { type Deliver, simulatedWorld } from "../../src/wiring/world.ts";
import { type Death, mortal } from "./Death.ts";
import { SharedClock } from "./SharedClock.ts";

/** A Monday morning in New York, without a holiday near. */
export const START: Instant = instant(Date.parse("2026-11-02T10:00:00-05:00"));

/** Where the processes of a campaign meet. */
export interface Place {
  readonly url: string;
  readonly folder: string;
}

/** What one process makes of it. */
export interface Manner {
  readonly death?: Death;
  readonly store?: Omit<PostgresStoreOptions, "url">;
}

const links = Layer.succeed(Links, {
  share: (listing) => `https://shop.example/pieces/${listing}`,
  manage: (listing) => `https://shop.example/sell/${listing}`,
  order: (order) => `https://shop.example/orders/${order}`,
  guestOrder: ({ order }) => `https://shop.example/guest/${order}`,
  desk: (kind, id) => `https://shop.example/desk/${kind}/${id}`,
  linkOf: () => Option.none(),
});

const secret = Redacted.make("a secret of this campaign alone");

/** Scans reach the engine as by webhook, and count as told once they are written down. */
const deliver = Effect.map(
  Effect.context<Store | Programs>(),
  (context): Deliver =>
    (path, _, event) =>
      Effect.gen(function* () {
        if (path !== "/webhooks/carrier") return true;
        const now = instant(yield* Clock.currentTimeMillis);
        const webhook = verifyWebhook({
          secret,
          header: event.signature,
          body: event.body,
          now,
          toleranceMs: 1_000_000,
        });
        // The clock was moved since it was signed: it is told again.
        if (Result.isFailure(webhook)) return false;
        const { tracking, scans } = webhook.success;
        const told = yield* Effect.result(receiveScans("USPS (simulated)", tracking, scans));
        return Result.isSuccess(told);
      }).pipe(Effect.provide(context)),
);

/** The whole engine in one process, over PostgreSQL and providers that live in folders. */
export const engineAt = ({ url, folder }: Place, { death, store }: Manner = {}) => {
  const database = PostgresStore.layer({ ...store, url: Redacted.make(url), applicationName: "campaign" });
  const ports = Layer.mergeAll(
    Layer.provideMerge(Layer.merge(PostgresMembers.layer, PostgresPurchases.layer), database),
    CarrierSimulator.layer({ folder: join(folder, "carrier"), secret }),
    CardSimulator.layer({ folder: join(folder, "cards"), secret }),
    StoreCreditSimulator.layer({ folder: join(folder, "store-credit") }),
    TaxTable.layer(),
    Folder.layer({
      folder: join(folder, "mails"),
      links: { photo: (id) => `https://shop.example/photos/${id}` },
    }),
    Programs.layer(preLoved),
    MemoryWebhooks.layer,
    Layer.succeed(Ids, { next: Effect.sync(() => crypto.randomUUID()) }),
    links,
  );
  const world = Layer.unwrap(Effect.map(deliver, simulatedWorld));
  return world.pipe(
    Layer.provideMerge(mortal(death)),
    Layer.provideMerge(ports),
    Layer.provideMerge(clockAt(folder).layer),
  );
};

/** The clock of all processes at a place. */
export const clockAt = (folder: string): SharedClock => new SharedClock(join(folder, "clock"), START);
