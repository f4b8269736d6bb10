import { soundnessOf } from "@resale/core";
import { Schema } from "effect";
import { describe, expect, it } from "vitest";

type Values = ReadonlyArray<unknown>;

/** Which values are handed on as they are; whatever else there is goes through its Schema. Each form is made anew. */
const forms: ReadonlyArray<readonly [string, () => Schema.Top, Values, Values]> = [
  ["a text", () => Schema.String.annotate({ title: "a text" }), ["", "a"], [1, null, undefined, ["a"]]],
  ["a number", () => Schema.Number.annotate({ title: "a number" }), [0, 1.5], ["1", null, true]],
  ["yes or no", () => Schema.Boolean.annotate({ title: "yes or no" }), [true, false], ["true", 0, null]],
  ["nothing", () => Schema.Null.annotate({ title: "nothing" }), [null], [undefined, "", 0, {}]],
  ["a word", () => Schema.Literal("Live"), ["Live"], ["Sold", "", null]],
  ["one of some words", () => Schema.Literals(["Live", "Sold"]), ["Live", "Sold"], ["Draft", null, 1]],
  ["a whole number", () => Schema.Int, [0, -7, 2 ** 53 - 1], [1.5, 2 ** 53, "1", null, Number.NaN]],
  [
    "a whole number in bounds",
    () => Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: 5 })),
    [1, 5],
    [0, 6, 2.5, "3"],
  ],
  [
    "a number in bounds",
    () => Schema.Number.check(Schema.isGreaterThan(1), Schema.isLessThan(5)),
    [1.5, 4],
    [1, 5, "2", null],
  ],
  [
    "a text of some length and kind",
    () => Schema.String.check(Schema.isMinLength(3), Schema.isPattern(/^[a-z]+$/)),
    ["abc", "abcdefghij", "abcdefghijklmnop"],
    ["ab", "ABC", "ABCDEFGHIJK", 123, null, ["a", "b", "c"]],
  ],
  [
    "a thing with fields, in whatever order",
    () => Schema.Struct({ a: Schema.String, b: Schema.Number, c: Schema.Boolean }),
    [
      { a: "x", b: 1, c: true },
      { c: true, b: 1, a: "x" },
      { b: 1, a: "x", c: false },
    ],
    [
      { a: "x", b: 1 },
      { a: "x", b: "1", c: true },
      { a: "x", b: 1, c: true, d: 1 },
      { a: "x", b: 1, d: true },
      {},
      null,
      "abc",
      7,
      ["x", 1, true],
    ],
  ],
  [
    "a thing of which a part may be left out",
    () => Schema.Struct({ a: Schema.String, b: Schema.optionalKey(Schema.Number) }),
    [{ a: "x" }, { a: "x", b: 1 }, { b: 1, a: "x" }],
    [{ b: 1 }, { a: "x", b: "1" }, { a: "x", b: undefined }, {}],
  ],
  [
    "a thing without fields that must be there",
    () => Schema.Struct({ a: Schema.optionalKey(Schema.Null) }),
    [{}],
    [[], null, undefined, "", 7],
  ],
  [
    "a list",
    () => Schema.Array(Schema.String),
    [[], ["a"], ["a", "b", "c"]],
    [[1], ["a", 1], ["a", null, "c"], "a", {}, null],
  ],
  [
    "a list that is not empty",
    () => Schema.NonEmptyArray(Schema.Number),
    [[1], [1, 2, 3]],
    [[], ["1"], [1, "2"], null],
  ],
  [
    "a list whose first is of another kind",
    () => Schema.TupleWithRest(Schema.Tuple([Schema.String]), [Schema.Number]),
    [["a"], ["a", 1, 2]],
    [[], [1], ["a", "b"], ["a", 1, "b"]],
  ],
  ["what may not be there", () => Schema.NullOr(Schema.String), [null, "a"], [undefined, 1, {}]],
  [
    "words, or nothing",
    () => Schema.NullOr(Schema.Literals(["Live", "Sold"])),
    [null, "Live", "Sold"],
    ["Draft", undefined, 1],
  ],
  [
    "a word, or a number",
    () => Schema.Union([Schema.Literal("None"), Schema.Number]),
    ["None", 7],
    ["Some", null, true],
  ],
  [
    "one of several things, by its tag",
    () => Schema.TaggedUnion({ Draft: { title: Schema.String }, Live: { price: Schema.Number }, Sold: {} }),
    [{ _tag: "Draft", title: "x" }, { _tag: "Live", price: 1 }, { _tag: "Sold" }],
    [
      { _tag: "Draft", price: 1 },
      { _tag: "Live", title: "x" },
      { _tag: "Lost" },
      { title: "x" },
      {},
      null,
      "Sold",
      7,
    ],
  ],
  [
    "one of several things, whose tag is not what comes first",
    () =>
      Schema.Union([
        Schema.Struct({ at: Schema.Literal("sea"), _tag: Schema.Literal("Ship") }),
        Schema.Struct({ at: Schema.Literal("sea"), _tag: Schema.Literal("Fish") }),
      ]),
    [
      { at: "sea", _tag: "Ship" },
      { at: "sea", _tag: "Fish" },
    ],
    [{ at: "sea", _tag: "Bird" }, { at: "sea" }],
  ],
  [
    "one of several things, or nothing",
    () => Schema.NullOr(Schema.TaggedUnion({ Draft: { title: Schema.String }, Sold: {} })),
    [null, { _tag: "Sold" }, { _tag: "Draft", title: "x" }],
    [undefined, {}, { _tag: "Draft" }, "Sold"],
  ],
];

/** What is the Schema's alone to judge: the same form of a value may mean something else there. */
const unknown: ReadonlyArray<readonly [string, () => Schema.Top, unknown]> = [
  ["that is decoded to something else", () => Schema.DateFromString, "2026-11-23"],
  ["that is written as something else", () => Schema.NumberFromString, 7],
  ["with keys that nobody knows before", () => Schema.Record(Schema.String, Schema.Number), {}],
  ["of exactly some places", () => Schema.Tuple([Schema.String, Schema.Number]), ["a", 1]],
  [
    "of which the last is of another kind",
    () => Schema.TupleWithRest(Schema.Tuple([]), [Schema.Number, Schema.String]),
    [1],
  ],
  [
    "of which the first may be left out",
    () => Schema.TupleWithRest(Schema.Tuple([Schema.optionalKey(Schema.String)]), [Schema.Number]),
    ["a", 1],
  ],
  [
    "of which only one form may fit",
    () => Schema.Union([Schema.String, Schema.Null], { mode: "oneOf" }),
    "a",
  ],
  [
    "whose forms have no tags",
    () => Schema.Union([Schema.Struct({ a: Schema.Number }), Schema.Struct({ b: Schema.Number })]),
    { a: 1 },
  ],
  [
    "two of whose forms have one tag",
    () =>
      Schema.Union([
        Schema.TaggedStruct("One", { a: Schema.Number }),
        Schema.TaggedStruct("One", { b: Schema.Number }),
      ]),
    { _tag: "One", b: 1 },
  ],
  [
    "whose tags are numbers",
    () =>
      Schema.Union([
        Schema.Struct({ _tag: Schema.Literal(1), a: Schema.Number }),
        Schema.Struct({ _tag: Schema.Literal(2), b: Schema.Number }),
      ]),
    { _tag: 1, a: 1 },
  ],
  ["of a kind that is no JSON", () => Schema.Undefined, undefined],
];

describe("a stored value that is handed on as it is", () => {
  it.each(forms)("R55 %s: what has exactly its form, and nothing else", (_, make, sound, unsound) => {
    const schema = make();
    const isSound = soundnessOf(schema.ast);
    for (const value of sound) expect(isSound(value), JSON.stringify(value)).toBe(true);
    for (const value of unsound) expect(isSound(value), JSON.stringify(value)).toBe(false);
    // Short texts are remembered: the answer stays the same.
    for (const value of sound) expect(isSound(value)).toBe(true);
    for (const value of unsound) expect(isSound(value)).toBe(false);
  });

  it.each(unknown)("R55 none %s: that is left to its Schema", (_, make, value) => {
    expect(soundnessOf(make().ast)(value)).toBe(false);
  });

  it("R55 is known by its Schema: a form is made once", () => {
    const { ast } = Schema.Struct({ a: Schema.String });
    expect(soundnessOf(ast)).toBe(soundnessOf(ast));
  });

  it("R55 short texts are remembered, but not without end, and never taken unasked", () => {
    const isSound = soundnessOf(Schema.String.check(Schema.isPattern(/^\d+$/)).ast);
    for (let number = 0; number < 5_000; number++) expect(isSound(`${number}`)).toBe(true);
    expect(isSound("x")).toBe(false);
    expect(isSound("1")).toBe(true);
  });
});
