import { createHash } from "node:crypto";
import { type Photo, PhotoId } from "@resale/core";
import { intake, type PhotoStore } from "@resale/photos";
import { Effect, Option } from "effect";
import { drawPiece, type Piece, photograph, type Shot } from "../artwork/index.ts";

/** The side of a drawn photo, in pixels. */
const SIDE = 1600;

/** The key of a drawn picture: it follows from what is drawn, so that a second start finds the first one's pictures. */
const idOf = (piece: Piece, shot: Shot): PhotoId =>
  PhotoId.make(
    createHash("sha256")
      .update(JSON.stringify([piece, shot]))
      .digest("base64url"),
  );

/** Pictures that are drawn the first time somebody looks at them. */
export class DrawnPhotos {
  readonly #known = new Map<PhotoId, { readonly piece: Piece; readonly shot: Shot }>();

  /** The photo of a piece, not yet drawn. */
  readonly photoOf = (piece: Piece, shot: Shot): Photo => {
    const id = idOf(piece, shot);
    this.#known.set(id, { piece, shot });
    return { id, width: SIDE, height: SIDE };
  };

  /** Every picture that may be asked for, in the order in which it was named. */
  get ids(): ReadonlyArray<PhotoId> {
    return [...this.#known.keys()];
  }

  /** A store that draws what it does not have yet, and takes it in as it would a member's photo. */
  readonly over = (store: PhotoStore): PhotoStore => ({
    ...store,
    read: (id, size) =>
      Effect.gen({ self: this }, function* () {
        const kept = yield* store.read(id, size);
        const known = this.#known.get(id);
        if (Option.isSome(kept) || known === undefined) return kept;
        const jpeg = yield* Effect.promise(() =>
          photograph(drawPiece(known.piece, known.shot), { side: SIDE }),
        );
        const photos = yield* Effect.orDie(intake(jpeg));
        // Somebody else may have drawn it meanwhile: theirs is the same.
        yield* Effect.ignore(store.write(id, photos));
        return Option.some(photos[size].bytes);
      }),
  });
}
