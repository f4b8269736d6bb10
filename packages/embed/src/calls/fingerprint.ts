import type { Actor } from "@resale/core";

/** Whose idempotency keys these are: one caller's are not another's (R56). */
export const scopeOf = (actor: Actor): string => {
  switch (actor._tag) {
    case "Member":
    case "Reviewer":
    case "Support":
      return `${actor._tag}:${actor.id}`;
    case "Guest":
      return `Guest:${actor.order}`;
    default:
      return actor._tag;
  }
};

const sorted = (_: string, value: unknown): unknown =>
  typeof value === "object" && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
    : value;

/** The same for the same call with the same content, in whatever order its fields were written. */
export const fingerprintOf = async (method: string, said: ReadonlyArray<unknown>): Promise<string> => {
  const text = new TextEncoder().encode(JSON.stringify([method, said], sorted));
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", text));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
};
