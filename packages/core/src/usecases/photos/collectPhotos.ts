import { type Duration, Effect, Option } from "effect";
import { DAY, plus } from "../../calendar/Instant.ts";
import type { SubjectRef } from "../../lifecycle/Subject.ts";
import { listingMachine } from "../../listing/machine.ts";
import { orderMachine } from "../../order/machine.ts";
import type { PhotoId } from "../../photos/Photo.ts";
import { photosOfListing, photosOfOrder } from "../../photos/photosOf.ts";
import { DirectUploads } from "../../ports/DirectUploads.ts";
import { type IdlePhoto, KeptPhotos } from "../../ports/KeptPhotos.ts";
import { Photos } from "../../ports/Photos.ts";
import { Store, type StoredSubject } from "../../ports/Store.ts";
import { now } from "../execute.ts";
import { stateOf } from "../reading.ts";
import { whileClockRuns } from "../standstill.ts";

/** So long a photo may lie unused before it is looked for: a seller may come back to a form that was left open. */
export const UNUSED = 7 * DAY;
/** Photos that are removed from their store at a time. */
const AT_ONCE = 4;

/** Photos that are looked at together. */
const PAGE = 200;

/** How far a collection came. */
export interface Collected {
  readonly looked: number;
  readonly removed: number;
  /** Given up, and not removed yet: their store did not answer. The next collection removes them. */
  readonly left: number;
}

const shownBy = (stored: StoredSubject): ReadonlyArray<PhotoId> => {
  switch (stored.subject.kind) {
    case "listing":
      return photosOfListing(stateOf(listingMachine, stored));
    case "order":
      return photosOfOrder(stateOf(orderMachine, stored));
    default:
      return [];
  }
};

const nameOf = ({ kind, id }: SubjectRef): string => `${kind} ${id}`;

/** Which of the photos some subject shows that it was put to use for. */
const shownAmong = Effect.fnUntraced(function* (photos: ReadonlyArray<IdlePhoto>) {
  const subjects = new Map(
    photos.flatMap(({ usedBy }) => usedBy.map((subject) => [nameOf(subject), subject] as const)),
  );
  const { load } = yield* Store;
  const found = subjects.size === 0 ? [] : yield* load([...subjects.values()]);
  return new Set(found.flatMap((stored) => (Option.isSome(stored) ? shownBy(stored.value) : [])));
});

/**
 * Removes photos that nothing shows: of drafts that were withdrawn, of listings denied long enough ago, replaced ones,
 * and uploads that came to nothing. Each is given up first, for good, and then removed: whoever dies between leaves a
 * mark by which the next one goes on. Any number of workers may collect at once.
 */
export const collectPhotos = Effect.fn("Running.collectPhotos")(function* (limit: number = PAGE) {
  const kept = yield* KeptPhotos;
  const photos = yield* Photos;
  const direct = yield* DirectUploads;
  const at = yield* now;
  const idle = yield* kept.idle(plus(at, -UNUSED), limit);
  const marked = idle.filter(({ doomed }) => doomed).map(({ id }) => id);
  const unmarked = idle.filter(({ doomed }) => !doomed);
  const shown = yield* shownAmong(unmarked);
  const isShown = ({ id }: IdlePhoto): boolean => shown.has(id);
  const spared = unmarked.filter(isShown).map(({ id }) => id);
  if (spared.length > 0) yield* kept.spare(spared, at);
  const unused = unmarked.filter((photo) => !isShown(photo));
  const given = unused.length === 0 ? [] : yield* kept.giveUp(unused);
  const gone = yield* Effect.forEach(
    [...marked, ...given],
    (id) =>
      Effect.all([photos.remove(id), direct.remove(id)], { discard: true }).pipe(
        Effect.as([id]),
        Effect.catch(() => Effect.succeed<ReadonlyArray<PhotoId>>([])),
      ),
    { concurrency: AT_ONCE },
  );
  const removed = gone.flat();
  if (removed.length > 0) yield* kept.forget(removed);
  const collected: Collected = {
    looked: idle.length,
    removed: removed.length,
    left: marked.length + given.length - removed.length,
  };
  return collected;
});

/** Collects all that can be collected now, a page at a time. */
export const collectAllPhotos = Effect.fn("Running.collectAllPhotos")(function* () {
  let [looked, removed, left] = [0, 0, 0];
  for (;;) {
    const page = yield* collectPhotos(PAGE);
    looked += page.looked;
    removed += page.removed;
    left = page.left;
    // A store that does not answer is not asked again and again.
    if (page.looked < PAGE || page.left > 0) return { looked, removed, left };
  }
});

/** Collects every so often for as long as the process lives; any number of processes may. */
export const keepCollecting = Effect.fn("Running.keepCollecting")(function* (rest: Duration.Input) {
  return yield* whileClockRuns(collectAllPhotos()).pipe(
    Effect.catchCause((cause) => Effect.logWarning("photos could not be collected", cause)),
    Effect.andThen(Effect.sleep(rest)),
    Effect.forever,
  );
});
