import fc from "fast-check";

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
