import { Schema } from "effect";

/** A key that a Program chose: of a grade, a category, a reason. */
export const Key = Schema.String.check(
  Schema.isPattern(/^[A-Za-z][A-Za-z0-9]{0,39}$/u, {
    expected: "a key of 1 to 40 letters and digits, a letter first",
  }),
);

/** The key of one of the Program's grades. */
export const GradeKey = Key.pipe(Schema.brand("GradeKey"));
export type GradeKey = typeof GradeKey.Type;

/**
 * A grade of wear, with all that is special about it: no code asks for a grade by name (R8). `tagPhoto` wants a photo
 * of the price tag (R7).
 */
export const Grade = Schema.Struct({
  key: GradeKey,
  label: Schema.String,
  description: Schema.String,
  tagPhoto: Schema.Boolean,
});
export type Grade = typeof Grade.Type;
