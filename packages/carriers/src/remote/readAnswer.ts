import { Result, Schema } from "effect";

/**
 * What an answer says, strict about what is used and blind to the rest. The failure names the field that can't be read,
 * never what stood in it: that may be somebody's address.
 */
export const readAnswer = <T>(
  schema: Schema.Codec<T, unknown>,
  body: Uint8Array,
): Result.Result<T, string> => {
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(body));
  } catch {
    return Result.fail("the answer is not JSON");
  }
  const read = Schema.toStandardSchemaV1(schema)["~standard"].validate(json);
  if (read instanceof Promise) throw new TypeError("an answer's schema must decode at once");
  if (read.issues === undefined) return Result.succeed(read.value);
  const path = read.issues[0]?.path?.map(String).join(".") ?? "";
  return Result.fail(`the answer can't be read at "${path}"`);
};

/** A field that providers leave out or set to null at will. */
export const maybe = <S extends Schema.Constraint>(schema: S) => Schema.optionalKey(Schema.NullOr(schema));
