import type { Schema } from "effect";

const isList = (json: Schema.Json): json is ReadonlyArray<Schema.Json> => Array.isArray(json);

/** The same JSON without means of payment: not even support reads a token. */
export const withoutTokens = (json: Schema.Json): Schema.Json => {
  if (json === null || typeof json !== "object") return json;
  if (isList(json)) return json.map(withoutTokens);
  return Object.fromEntries(
    Object.entries(json).map(([key, value]) => [key, key === "token" ? "[kept]" : withoutTokens(value)]),
  );
};
