import { Context, Effect, Option } from "effect";
import type { PhotoId } from "../photos/Photo.ts";
import type { OpenedUpload, Upload } from "../photos/Upload.ts";
import type { PhotoRefused } from "./Photos.ts";
import type { ProviderUnavailable } from "./Provider.ts";

/** How files come into the store beside us: nothing that was put there counts before it has been taken in. */
export interface DirectUploads {
  /** Where this one file may be put; nothing, where the store takes files from nobody but us. */
  readonly open: (
    id: PhotoId,
    upload: OpenedUpload,
  ) => Effect.Effect<Option.Option<Pick<Upload, "url" | "headers">>, ProviderUnavailable>;
  /** What was put there; nothing, if nothing was. No more is read than the upload said it has. */
  readonly read: (
    id: PhotoId,
    upload: OpenedUpload,
  ) => Effect.Effect<Option.Option<Uint8Array>, PhotoRefused | ProviderUnavailable>;
  /** Done too if nothing was put there. */
  readonly remove: (id: PhotoId) => Effect.Effect<void, ProviderUnavailable>;
}

/** Left out, files are put through us. */
export const DirectUploads = Context.Reference<DirectUploads>("@resale/core/ports/DirectUploads", {
  defaultValue: () => ({
    open: () => Effect.succeedNone,
    read: () => Effect.succeed(Option.none()),
    remove: () => Effect.void,
  }),
});
