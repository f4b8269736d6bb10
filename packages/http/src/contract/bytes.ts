import { Schema } from "effect";
import { HttpApiSchema } from "effect/http-api";

const KEY = "@resale/http/contentType";

/** Bytes that are sent as they are, under a type of their own. */
export const bytes = (contentType: string) =>
  Schema.Uint8Array.annotate({ [KEY]: contentType }).pipe(HttpApiSchema.asUint8Array({ contentType }));

/** The type of an answer in bytes; nothing for all others, which are JSON. */
export const bytesType = (schema: Schema.Top): string | undefined => {
  const contentType = Schema.resolveAnnotations(schema)?.[KEY];
  return typeof contentType === "string" ? contentType : undefined;
};
