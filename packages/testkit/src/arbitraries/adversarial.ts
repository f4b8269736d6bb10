import fc from "fast-check";

/** What nobody sends in good faith, or only by mistake: JSON of every kind, and texts that have broken other programs. */
export const adversarial: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    0,
    -1,
    1.5,
    1e308,
    -1e308,
    2 ** 53,
    "",
    " ",
    "\u0000",
    "\ud800",
    "\u202e",
    "x".repeat(5000),
    "'; DROP TABLE orders; --",
    "../../etc/passwd",
    "__proto__",
    "constructor",
    [],
    {},
    [[[[]]]],
    { _tag: "Nothing" },
    { toString: 1, valueOf: null, length: -1 },
    "2026-02-30",
    "0000-00-00",
    "NaN",
  ),
  fc.jsonValue({ maxDepth: 3 }),
);

/** JSON that was changed in one place, and where: the steps down to it, those of lists as numbers. */
export interface Spoiled {
  readonly json: unknown;
  readonly at: ReadonlyArray<string | number>;
}

/** What is done to the place: something else stands there, it is gone, or something more stands beside it. */
type Harm = "Other" | "Gone" | "More";

const spoil = (json: unknown, path: ReadonlyArray<number>, other: unknown, harm: Harm): Spoiled => {
  const [step, ...rest] = path;
  if (typeof json !== "object" || json === null || step === undefined) return { json: other, at: [] };
  const entries = Object.entries(json);
  const entry = entries[step % Math.max(1, entries.length)];
  const keyed = (changed: ReadonlyArray<readonly [string, unknown]>) =>
    Array.isArray(json) ? changed.map(([, inner]) => inner) : Object.fromEntries(changed);
  const named = (key: string) => (Array.isArray(json) ? Number(key) : key);
  if (entry === undefined || harm === "More") {
    const added = entry === undefined ? "constructor" : "__proto__x";
    return {
      json: keyed([...entries, [added, other]]),
      at: [Array.isArray(json) ? entries.length : added],
    };
  }
  const [key, value] = entry;
  if (harm === "Gone") return { json: keyed(entries.filter((one) => one !== entry)), at: [named(key)] };
  const inner = spoil(value, rest, other, harm);
  return {
    json: keyed(entries.map((one) => (one === entry ? [key, inner.json] : one))),
    at: [named(key), ...inner.at],
  };
};

/** The same JSON with one place changed, taken out, or added to. */
export const spoiled = (json: fc.Arbitrary<unknown>): fc.Arbitrary<Spoiled> =>
  fc
    .tuple(
      json,
      fc.array(fc.nat({ max: 20 }), { maxLength: 4 }),
      adversarial,
      fc.constantFrom<Harm>("Other", "Other", "Gone", "More"),
    )
    .map(([value, path, other, harm]) => spoil(value, path, other, harm));
