import type { PhotoId } from "@resale/core";
import { intake, type PhotoStore } from "@resale/photos";
import { looks, PHOTO_SIDE, type Piece, photoOf, type Shot, shots } from "@resale/seed";
import { Effect, Option, Semaphore } from "effect";
import { drawPiece } from "./drawPiece.ts";
import { photograph } from "./photograph.ts";

interface Drawing {
  readonly piece: Piece;
  readonly shot: Shot;
}

/** How large a picture is drawn for a list, in pixels: a third more than it is shown, in a third of the time of a whole one. */
const LIST_SIDE = 640;

/** The rest wait: those at the top of a page are there before all of them are begun. */
const AT_ONCE = 2;

const takenIn = ({ piece, shot }: Drawing, side: number) =>
  Effect.promise(() => photograph(drawPiece(piece, shot), { side })).pipe(
    Effect.flatMap((jpeg) => intake(jpeg)),
    Effect.orDie,
  );

/** Pictures of what was sown, drawn the first time somebody looks at them. */
export class DrawnPhotos {
  readonly #easels = Semaphore.makeUnsafe(AT_ONCE);
  readonly #small = new Map<PhotoId, Uint8Array>();
  #known: ReadonlyMap<PhotoId, Drawing> | undefined;

  /** Every picture that may be asked for: whoever sows, in whatever process, names no others. */
  get #drawings(): ReadonlyMap<PhotoId, Drawing> {
    this.#known ??= new Map(
      looks.flatMap((piece) => shots.map((shot) => [photoOf(piece, shot).id, { piece, shot }] as const)),
    );
    return this.#known;
  }

  get ids(): ReadonlyArray<PhotoId> {
    return [...this.#drawings.keys()];
  }

  /** For a list: drawn small, and kept until it is drawn whole. */
  readonly #drawSmall = Effect.fnUntraced({ self: this }, function* (id: PhotoId, drawing: Drawing) {
    const before = this.#small.get(id);
    if (before !== undefined) return before;
    const { list } = yield* takenIn(drawing, LIST_SIDE);
    this.#small.set(id, list.bytes);
    return list.bytes;
  });

  /** A store that draws what it does not have yet, and takes it in as it would a member's photo. */
  readonly over = (store: PhotoStore): PhotoStore => ({
    ...store,
    read: (id, size) =>
      Effect.gen({ self: this }, function* () {
        const kept = yield* store.read(id, size);
        const drawing = Option.isSome(kept) ? undefined : this.#drawings.get(id);
        if (drawing === undefined) return kept;
        // What is drawn already waits for nobody who draws.
        const small = size === "list" ? this.#small.get(id) : undefined;
        if (small !== undefined) return Option.some(small);
        const drawn = Effect.gen({ self: this }, function* () {
          if (size === "list") return yield* this.#drawSmall(id, drawing);
          const photos = yield* takenIn(drawing, PHOTO_SIDE);
          // Somebody else may have drawn it meanwhile: theirs is the same.
          yield* Effect.ignore(store.write(id, photos));
          this.#small.delete(id);
          return photos[size].bytes;
        });
        return Option.some(yield* this.#easels.withPermit(drawn));
      }),
  });
}
