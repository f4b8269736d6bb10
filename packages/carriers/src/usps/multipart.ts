import { Result } from "effect";

/** The boundary as the header names it, quoted or not; it may hold a `+`, which no URL-decoding must touch. */
const boundaryOf = (contentType: string): string | undefined =>
  /;\s*boundary=(?:"([^"]+)"|([^;\s]+))/i
    .exec(contentType)
    ?.slice(1)
    .find((found) => found !== undefined);

/** The parts of an answer in several parts, by name, as text. */
export const partsOf = (
  contentType: string,
  body: Uint8Array,
): Result.Result<ReadonlyMap<string, string>, string> => {
  const boundary = boundaryOf(contentType);
  if (boundary === undefined) return Result.fail("an answer in parts names no boundary");
  const text = Buffer.from(body).toString("utf8");
  const pieces = `\r\n${text}`.split(`\n--${boundary}`);
  if (pieces.length < 3 || !pieces.at(-1)?.startsWith("--"))
    return Result.fail("an answer in parts is not whole");
  const parts = new Map<string, string>();
  for (const piece of pieces.slice(1, -1)) {
    const whole = /^\r?\n([\s\S]*?)\r?\n\r?\n([\s\S]*?)\r?$/.exec(piece);
    const name = /name="?([^";\r\n]+)"?/i.exec(whole?.[1]?.replace(/filename="[^"]*"/gi, "") ?? "")?.[1];
    if (name !== undefined) parts.set(name, whole?.[2] ?? "");
  }
  return Result.succeed(parts);
};
