import {
  type Actor,
  approveListing,
  commandListing,
  now as engineNow,
  HOUR,
  ListingId,
  listOwnStock,
  Mailer,
  type Member,
  Programs,
  plus,
  runTasks,
  Store,
  startListing,
  submitListing,
} from "@resale/core";
import { PostgresMembers, PostgresPurchases } from "@resale/postgres";
import { Clock, Effect, Option } from "effect";
import { members } from "./people.ts";
import type { DrawnPhotos } from "./photos.ts";
import { type PlannedListing, plan, unlisted } from "./plan.ts";

const SCOPE = "seed";
const reviewer: Actor = { _tag: "Reviewer", id: "rita@brand.example" };
const support: Actor = { _tag: "Support", id: "sam@brand.example" };
const signedIn = ({ id, email }: Member): Actor => ({ _tag: "Member", id, email });

/** Every step has a key, so that a start that was interrupted goes on where the last one ended (R56). */
const keyed = (actor: Actor, key: string) => ({
  actor,
  idempotency: { scope: SCOPE, key, fingerprint: key },
});

const listForBrand = ({ key, line, details }: PlannedListing) =>
  Effect.asVoid(listOwnStock(keyed(support, `${key}.own`), line.product, details));

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
});

/** What was sold long before the shop was opened is not written about. */
const silently = Effect.provideService(Mailer, Mailer.of({ send: () => Effect.void }));

const before = (hours: number) =>
  Effect.updateService(Clock.Clock, (clock: Clock.Clock): Clock.Clock => {
    const shifted = (): number => clock.currentTimeMillisUnsafe() - hours * HOUR;
    return {
      currentTimeMillisUnsafe: shifted,
      currentTimeMillis: Effect.sync(shifted),
      currentTimeNanosUnsafe: () => BigInt(shifted()) * 1_000_000n,
      currentTimeNanos: Effect.sync(() => BigInt(shifted()) * 1_000_000n),
      monotonicTimeNanosUnsafe: () => clock.monotonicTimeNanosUnsafe(),
      monotonicTimeNanos: clock.monotonicTimeNanos,
      sleep: (duration) => clock.sleep(duration),
    };
  });

/** Fills an empty shop with a small believable catalogue, through the same doors that members and reviewers use. */
export const sow = Effect.fn("Seed.sow")(function* (photos: DrawnPhotos) {
  const moment = yield* engineNow;
  // Ages count from the day the shop was opened: the pictures' keys must not depend on it.
  const planned = plan(moment, photos.photoOf);
  const store = yield* Store;
  if (Option.isSome(yield* store.answer(SCOPE, "done"))) return false;
  const { upsertMembers } = yield* PostgresMembers;
  const { upsertPurchases } = yield* PostgresPurchases;
  yield* upsertMembers(members);
  for (const member of members) {
    const own = planned.filter(({ seller }) => seller?.id === member.id).map(({ line }) => line);
    const more = member === members[0] ? unlisted(moment) : unlisted(plus(moment, -HOUR)).slice(1, 3);
    const renamed = more.map((line) => ({ ...line, id: `${line.id}-${member.id}` as typeof line.id }));
    yield* upsertPurchases(member.id, [...own, ...renamed]);
  }
  for (const [index, one] of planned.entries()) {
    const listed = one.seller === undefined ? listForBrand(one) : listForMember(one, one.seller);
    yield* before((planned.length - index) * 2)(Effect.asVoid(listed));
  }
  while ((yield* silently(runTasks(200))) > 0);
  yield* store.commit({
    changes: [],
    answer: { scope: SCOPE, key: "done", fingerprint: "done", answer: true, at: moment },
  });
  return true;
});
