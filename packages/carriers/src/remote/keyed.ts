import type { PostalAddress, ProviderRefused } from "@resale/core";
import { hashOf } from "@resale/simulator";
import { Effect, Schema } from "effect";
import type { Sayings } from "./Exchange.ts";
import type { Kept } from "./Kept.ts";

/** An address as content of a key: the order of its fields does not matter. */
export const contentOf = ({ name, line1, line2, city, region, zip, country }: PostalAddress) => [
  name,
  line1,
  line2 ?? null,
  city,
  region,
  zip,
  country,
];

/** A hash of what a key was used for. */
export const contentHash = (content: ReadonlyArray<unknown>): string => hashOf(JSON.stringify(content));

/** Something begun under a key, with what the key was used for. */
export interface Begun<T> {
  readonly content: string;
  readonly what: T;
}

/** Remembers what was begun under each key of one kind; a key that comes back with other content is refused. */
export const keyedBy = <T>(
  kept: Kept["Service"],
  says: Sayings,
  kind: string,
  what: Schema.Codec<T, unknown>,
) => {
  const json = Schema.fromJsonString(Schema.Struct({ content: Schema.String, what }));
  const encode = Schema.encodeSync(json);
  const decode = Schema.decodeUnknownSync(json);
  const checked = (key: string, content: string, text: string): Effect.Effect<T, ProviderRefused> => {
    const begun: Begun<T> = decode(text);
    return begun.content === content
      ? Effect.succeed(begun.what)
      : Effect.fail(says.refused(`the key "${key}" was used before with other content`));
  };
  return {
    /** What was begun under a key, if anything was. */
    find: (key: string, content: string) =>
      Effect.flatMap(kept.find(`${kind}.${key}`), (text) =>
        text === undefined ? Effect.succeed(undefined) : checked(key, content, text),
      ),
    /** Begins under a key: whoever was first is answered with. */
    begin: (key: string, content: string, begun: T) =>
      Effect.flatMap(kept.keep(`${kind}.${key}`, encode({ content, what: begun })), (text) =>
        checked(key, content, text),
      ),
  };
};
