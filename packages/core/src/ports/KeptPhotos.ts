import { Context, type Effect, type Option } from "effect";
import type { Instant } from "../calendar/Instant.ts";
import type { SubjectRef } from "../lifecycle/Subject.ts";
import type { Photo, PhotoId } from "../photos/Photo.ts";
import type { OpenedUpload } from "../photos/Upload.ts";
import type { StoreUnavailable } from "./Store.ts";

/** What is known of a photo: expected, or taken in. One that was given up is not known any more. */
export interface KnownPhoto {
  readonly id: PhotoId;
  /** How it comes, where it does not come with the request that made its id. */
  readonly upload: OpenedUpload | null;
  /** Null, until it has been taken in. */
  readonly photo: Photo | null;
}

/** A photo that nobody has put to use for a while. */
export interface IdlePhoto {
  readonly id: PhotoId;
  /** When it was last put to use, or found in use. */
  readonly at: Instant;
  /** It is given up already, and perhaps removed: whoever did so died before it was forgotten. */
  readonly doomed: boolean;
  /** Every subject it was ever put to use for; whether one still shows it, its state says. */
  readonly usedBy: ReadonlyArray<SubjectRef>;
}

/**
 * Which photos there are, written down before their bytes are: so that none is kept that nobody knows of, and none is
 * removed that somebody shows. A photo is put to use before the subject that shows it is committed, and given up only
 * if that was long ago: between the two there is no gap in which both could be so.
 */
export class KeptPhotos extends Context.Service<
  KeptPhotos,
  {
    readonly expect: (photo: {
      readonly id: PhotoId;
      readonly at: Instant;
      readonly upload: OpenedUpload | null;
    }) => Effect.Effect<void, StoreUnavailable>;
    readonly get: (id: PhotoId) => Effect.Effect<Option.Option<KnownPhoto>, StoreUnavailable>;
    /** Whether the caller alone may take in the expected photo, until then: somebody else may be about it. */
    readonly lease: (
      id: PhotoId,
      when: { readonly at: Instant; readonly until: Instant },
    ) => Effect.Effect<boolean, StoreUnavailable>;
    /** Whoever had it to themselves could not take it in. */
    readonly release: (id: PhotoId) => Effect.Effect<void, StoreUnavailable>;
    /** It was taken in. False, if it was given up meanwhile, or is kept already. */
    readonly keep: (photo: Photo, at: Instant) => Effect.Effect<boolean, StoreUnavailable>;
    /** Puts photos to use for a subject that is about to show them. Answers which of them are there; those alone are put to use. */
    readonly use: (
      ids: ReadonlyArray<PhotoId>,
      subject: SubjectRef,
      at: Instant,
    ) => Effect.Effect<ReadonlyArray<PhotoId>, StoreUnavailable>;
    /** Those that were put to use, or expected, no later than that; and all that were given up. The longest ago come first. */
    readonly idle: (
      until: Instant,
      limit: number,
    ) => Effect.Effect<ReadonlyArray<IdlePhoto>, StoreUnavailable>;
    /** Gives photos up for good, but for those that were put to use since they were looked at. Answers which. */
    readonly giveUp: (
      idle: ReadonlyArray<Pick<IdlePhoto, "id" | "at">>,
    ) => Effect.Effect<ReadonlyArray<PhotoId>, StoreUnavailable>;
    /** They are still shown: not to be looked at again for a while. */
    readonly spare: (ids: ReadonlyArray<PhotoId>, at: Instant) => Effect.Effect<void, StoreUnavailable>;
    /** Their bytes are gone, or never came. One that is kept and was not given up is not forgotten. */
    readonly forget: (ids: ReadonlyArray<PhotoId>) => Effect.Effect<void, StoreUnavailable>;
  }
>()("@resale/core/ports/KeptPhotos") {}
