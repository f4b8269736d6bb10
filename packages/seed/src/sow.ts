import {
  type Actor,
  approveListing,
  commandListing,
  now as engineNow,
  HOUR,
  ListingId,
  listOwnStock,
  type Member,
  Programs,
  type PurchaseLine,
  Store,
  startListing,
  submitListing,
  system,
  Tasks,
} from "@resale/core";
import { Clock, Effect, Option } from "effect";
import { members } from "./people.ts";
import { type PlannedListing, plan, unlisted } from "./plan.ts";

const SCOPE = "seed";
const DONE = "done";
/** The pieces of a shop's first start, and their prefix. */
const FIRST = { batch: "seed", listings: 60 };
/** Over how many hours before now the pieces came in. */
const SPAN = 120;
/** Pieces that are put up at the same time. */
const AT_ONCE = 4;
/** A piece that was put up has fewer tasks than this. */
const MOST_TASKS = 20;

const reviewer: Actor = { _tag: "Reviewer", id: "rita@brand.example" };
const support: Actor = { _tag: "Support", id: "sam@brand.example" };
const signedIn = ({ id, email }: Member): Actor => ({ _tag: "Member", id, email });

/** How the shop takes in members and what they bought. */
export interface Shop<E> {
  readonly upsertMembers: (members: ReadonlyArray<Member>) => Effect.Effect<void, E>;
  readonly upsertPurchases: (
    member: Member["id"],
    lines: ReadonlyArray<PurchaseLine>,
  ) => Effect.Effect<void, E>;
}

/** How much is sown, and under which name. */
export interface Sowing {
  /** Tells the pieces of one sowing from those of another, as `seed`. Given again, it goes on where it was cut off. */
  readonly batch: string;
  readonly listings: number;
  readonly onListed?: (listed: number) => Effect.Effect<void>;
}

/** Every step has a key, so that a sowing that was interrupted goes on where it ended (R56). */
const keyed = (actor: Actor, key: string) => ({
  actor,
  idempotency: { scope: SCOPE, key, fingerprint: key },
});

const listForBrand = ({ key, line, details }: PlannedListing) =>
  Effect.map(listOwnStock(keyed(support, `${key}.own`), line.product, details), ({ id }) => id);

const listForMember = Effect.fnUntraced(function* (planned: PlannedListing, seller: Member) {
  const { key, unit, details, fate } = planned;
  const actor = signedIn(seller);
  const { current } = yield* Programs;
  const started = yield* startListing(keyed(actor, `${key}.start`), unit);
  const id = ListingId.make(started.id);
  yield* commandListing(keyed(actor, `${key}.edit`), id, { _tag: "Edit", details });
  const { inside } = yield* submitListing(keyed(actor, `${key}.submit`), id);
  const revision = inside?.revision ?? 0;
  const decision = keyed(reviewer, `${key}.decide`);
  if (fate === "ChangesRequested") {
    const changes = [{ field: "photos", problem: "Please show the inside with the label in view." }] as const;
    yield* commandListing(decision, id, { _tag: "RequestChanges", revision, changes });
  }
  if (fate === "Live") {
    const checked = current.review.checklist.map((point) => point.key);
    yield* approveListing(decision, id, { revision, checked });
  }
  return started.id;
});

/** These members are nobody: what was put up is not written about. */
const silence = Effect.fnUntraced(function* (subject: string) {
  const { list, drop } = yield* Tasks;
  const wanted = yield* list({ subject, status: "Waiting", limit: MOST_TASKS });
  const dropped = { by: system, reason: "sown: nobody is written to", at: yield* engineNow };
  yield* Effect.forEach(wanted, ({ key }) => drop(key, dropped), { discard: true });
});

const before = (hours: number) =>
  Effect.updateService(Clock.Clock, (clock: Clock.Clock): Clock.Clock => {
    const shifted = (): number => clock.currentTimeMillisUnsafe() - hours * HOUR;
    return {
      currentTimeMillisUnsafe: shifted,
      currentTimeMillis: Effect.sync(shifted),
      currentTimeNanosUnsafe: () => BigInt(Math.trunc(shifted())) * 1_000_000n,
      currentTimeNanos: Effect.sync(() => BigInt(Math.trunc(shifted())) * 1_000_000n),
      monotonicTimeNanosUnsafe: () => clock.monotonicTimeNanosUnsafe(),
      monotonicTimeNanos: clock.monotonicTimeNanos,
      sleep: (duration) => clock.sleep(duration),
    };
  });

/** Whether the first pieces are there. What says so is forgotten in time as all kept answers are; the pieces stay. */
export const isSown = Effect.gen(function* () {
  const store = yield* Store;
  if (Option.isSome(yield* store.answer(SCOPE, DONE))) return true;
  const { listings } = FIRST;
  return (yield* store.find({ kind: "listing", limit: listings })).length >= listings;
});

/** Puts up pieces of members and of the brand, through the same doors that members and reviewers use. */
export const sow = Effect.fn("Seed.sow")(function* <E>(shop: Shop<E>, sowing: Sowing) {
  const { batch, listings, onListed = () => Effect.void } = sowing;
  const moment = yield* engineNow;
  const planned = plan(moment, batch, listings);
  yield* shop.upsertMembers(members);
  for (const member of members) {
    const own = planned.filter(({ seller }) => seller?.id === member.id).map(({ line }) => line);
    const open = batch === FIRST.batch ? unlisted(moment) : [];
    const more = member === members[0] ? open : open.slice(1, 3);
    const renamed = more.map((line) => ({ ...line, id: `${line.id}-${member.id}` as typeof line.id }));
    yield* shop.upsertPurchases(member.id, [...own, ...renamed]);
  }
  let listed = 0;
  const list = Effect.fnUntraced(function* (one: PlannedListing) {
    const id = yield* one.seller === undefined ? listForBrand(one) : listForMember(one, one.seller);
    yield* silence(id);
    yield* onListed(++listed);
  });
  const ago = (index: number): number => ((planned.length - index) * SPAN) / planned.length;
  yield* Effect.forEach(planned, (one, index) => before(ago(index))(list(one)), {
    concurrency: AT_ONCE,
    discard: true,
  });
});

/** Fills a shop that is empty with its first pieces, once; false, if it has them. */
export const sowFirst = Effect.fn("Seed.sowFirst")(function* <E>(
  shop: Shop<E>,
  sowing: Partial<Omit<Sowing, "batch">> = {},
) {
  if (yield* isSown) return false;
  yield* sow(shop, { ...FIRST, ...sowing });
  const at = yield* engineNow;
  const store = yield* Store;
  yield* store.commit({
    changes: [],
    answer: { scope: SCOPE, key: DONE, fingerprint: DONE, answer: true, at },
  });
  return true;
});
