import { Schema } from "effect";
import { soundnessOf } from "./soundness.ts";

/**
 * A stored value as its type. All states and events are plain JSON, so what the engine wrote is already what it reads:
 * it is looked at whole and handed on as it is. Whatever is not exactly in that form goes through its Schema, which takes
 * it or says what is wrong with it.
 */
export const readStored = <A>(schema: Schema.Codec<A, unknown>, stored: unknown): A =>
  soundnessOf(schema.ast)(stored) ? (stored as A) : Schema.decodeUnknownSync(schema)(stored);
