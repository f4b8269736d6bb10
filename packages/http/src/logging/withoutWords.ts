const errorIn = (first: unknown): Error | undefined => {
  if (first instanceof Error) return first;
  const inner = typeof first === "object" && first !== null && "err" in first ? first.err : undefined;
  return inner instanceof Error ? inner : undefined;
};

/** Keeps what an error says from becoming the message of its line, as it would where a line has none of its own. */
export function withoutWords(
  this: unknown,
  given: ReadonlyArray<unknown>,
  method: (...args: never) => unknown,
): void {
  const [first, said] = given;
  const error = errorIn(first);
  const isSilent = error !== undefined && (said === undefined || said === error.message);
  Reflect.apply(method, this, isSilent ? [first === error ? { err: error } : first, "an error"] : given);
}
