import { createHash } from "node:crypto";
import { join } from "node:path";
import { ProviderRefused } from "@resale/core";
import { type Effect, Result, Schema } from "effect";
import { openFolderLog } from "./FolderLog.ts";

const KeyUsed = Schema.TaggedStruct("KeyUsed", { content: Schema.String });

/** A hash that serves as a name: 48 hexadecimal digits. */
export const hashOf = (text: string): string => createHash("sha256").update(text).digest("hex").slice(0, 48);

/** The refusal of a key that came back with other content. */
export const keyReused = (provider: string, key: string): ProviderRefused =>
  new ProviderRefused({ provider, reason: `the key "${key}" was used before with other content` });

/** Remembers what each key was used for, for as long as the folder exists; a key with other content is refused. */
export const openIdempotencyKeys = (folder: string, provider: string) => {
  const keys = openFolderLog({ folder: join(folder, "keys"), fact: KeyUsed, news: false });
  return (key: string, content: ReadonlyArray<unknown>): Effect.Effect<void, ProviderRefused> => {
    const hash = hashOf(JSON.stringify(content));
    return keys.decide(hashOf(key), ([used]) => {
      if (used === undefined)
        return Result.succeed({ answer: undefined, fact: KeyUsed.make({ content: hash }) });
      return used.content === hash
        ? Result.succeed({ answer: undefined })
        : Result.fail(keyReused(provider, key));
    });
  };
};
