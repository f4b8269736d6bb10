import { BusinessCalendar, Program, Theme, ZoneName } from "@resale/core";
import { Arbitrary, Effect, Result, Schema } from "effect";
import fc from "fast-check";
import { type Spoiled, spoiled } from "./adversarial.ts";
import { calendars, zones } from "./calendar.ts";
import { programs } from "./programs.ts";

/** How long texts and lists are that their Schema does not bound: a text that says something is not empty. */
const SIZES = { min: 3, max: 30 } as const;
/** How often a value is made that a Schema refuses, until one is taken. */
const TRIES = 10_000;

/** What is right only as a whole is not met by chance. */
const whole: ReadonlyMap<unknown, fc.Arbitrary<unknown>> = new Map<unknown, fc.Arbitrary<unknown>>([
  [Program, programs],
  [Theme, programs.map(({ mail }) => mail.theme)],
  [BusinessCalendar, calendars()],
  [ZoneName, zones],
]);

/**
 * Values of any type of the domain, made from its Schema: `valid(PostalAddress)`, `valid(Order)`. All that the Schema
 * takes comes, texts that have broken other programs among it; whether its parts make sense together, the Schema must say.
 * What fails shrinks to small values.
 */
export const valid = <S extends Schema.Constraint>(schema: S): fc.Arbitrary<S["Type"]> => {
  const known = whole.get(schema);
  if (known !== undefined) return known;
  const derived = Arbitrary.schema(schema);
  return fc
    .tuple(fc.nat(), fc.integer(SIZES))
    .map(
      ([seed, size]) =>
        Effect.runSync(Arbitrary.sampleEffect(derived, { count: 1, seed, size, maxDiscards: TRIES }))[0],
    );
};

/**
 * The JSON of a value with one place spoiled so that it can't be read any more, and where: whoever reads it is to refuse
 * it by that field.
 */
export const nearlyValid = <S extends Schema.Codec<unknown, unknown>>(schema: S): fc.Arbitrary<Spoiled> => {
  const read = Schema.decodeUnknownResult(schema);
  return spoiled(valid(schema).map(Schema.encodeSync(schema))).filter(({ json }) =>
    Result.isFailure(read(json)),
  );
};
