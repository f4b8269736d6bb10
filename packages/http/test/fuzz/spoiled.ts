import fc from "fast-check";

/** What stands where something else should. */
const absurd: fc.Arbitrary<unknown> = fc.oneof(
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

const change = (value: unknown, path: ReadonlyArray<number>, other: unknown, how: number): unknown => {
  const [step, ...rest] = path;
  if (typeof value !== "object" || value === null || step === undefined) return other;
  const entries = Object.entries(value);
  const at = entries.length === 0 ? undefined : entries[step % entries.length];
  const changed =
    at === undefined || how === 1
      ? [...entries, [how === 1 ? "__proto__x" : "constructor", other] as const]
      : how === 2
        ? entries.filter((entry) => entry !== at)
        : entries.map((entry) =>
            entry === at ? ([at[0], change(at[1], rest, other, how)] as const) : entry,
          );
  return Array.isArray(value) ? changed.map(([, inner]) => inner) : Object.fromEntries(changed);
};

/** The same JSON with one place changed, taken out, or added to. */
export const spoiledJson = (json: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc
    .tuple(json, fc.array(fc.nat({ max: 20 }), { maxLength: 4 }), absurd, fc.nat({ max: 3 }))
    .map(([value, path, other, how]) => change(value, path, other, how));

const deep = (open: string, close: string, levels: number): string =>
  open.repeat(levels) + close.repeat(levels);

/** Bodies that are no JSON, or JSON that nobody should take. */
export const absurdBody: fc.Arbitrary<Buffer> = fc.oneof(
  fc
    .constantFrom(
      "",
      "{",
      "nul",
      "1",
      '"a"',
      "NaN",
      "[1,]",
      "{'a':1}",
      '{"a":1}{"a":2}',
      "\ufeff{}",
      '{"__proto__":{"admin":true}}',
      '{"constructor":{"prototype":{"admin":true}}}',
      '{"\\u005f_proto__":{"admin":true}}',
      '{"email":"a@example.com","email":"b@example.com"}',
      '{"upheld":true,"upheld":false,"text":"x"}',
      `{"revision":${"9".repeat(400)}}`,
      '{"revision":1e999}',
      '{"stars":-0}',
      `{"text":"${"\\u0000".repeat(50)}"}`,
      '{"text":"\\ud83d"}',
      deep("[", "]", 20_000),
      deep('{"a":', "}", 33),
      `{${'"a":1,'.repeat(10_000)}"a":1}`,
      `"${"x".repeat(100_000)}"`,
    )
    .map((text) => Buffer.from(text, "utf8")),
  fc
    .constantFrom<ReadonlyArray<number>>(
      [0x22, 0xff, 0xfe, 0x22],
      [0xff, 0xfe, 0x7b, 0x00, 0x7d, 0x00],
      [0xed, 0xa0, 0x80],
      [0xc0, 0xaf],
      [0x1f, 0x8b, 0x08, 0x00],
      [0x00],
    )
    .map((bytes) => Buffer.from(bytes)),
  fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
  fc.jsonValue({ maxDepth: 4 }).map((json) => Buffer.from(JSON.stringify(json))),
);

/** What stands in a path or in a query in place of what should. */
export const absurdStep: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    "..",
    ".",
    "%2e%2e",
    "..%2f..%2fetc%2fpasswd",
    "%00",
    "%",
    "%E0%A4%A",
    "%ff",
    "%F0%9F%99%82",
    "__proto__",
    "constructor",
    "-1",
    "1e999",
    "null",
    "undefined",
    "[object%20Object]",
    "a".repeat(700),
    "00000000-0000-0000-0000-000000000000",
    "%27%20OR%201=1--",
    ";",
    "*",
  ),
  fc.string({ maxLength: 30 }).map((text) => encodeURIComponent(text.toWellFormed())),
);
