/** Of values, not of bytes: what is said in promises has no form of its own. */
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
