import { Result, Schema } from "effect";
import type { Answer } from "../remote/Exchange.ts";
import { maybe, readAnswer } from "../remote/readAnswer.ts";

/** The APIs' errors; `errors` may be empty, and `source` is an object or a text. */
const ApiError = Schema.Struct({
  error: Schema.Struct({
    code: maybe(Schema.String),
    message: maybe(Schema.String),
    errors: maybe(
      Schema.Array(
        Schema.Struct({
          code: maybe(Schema.String),
          title: maybe(Schema.String),
          detail: maybe(Schema.String),
        }),
      ),
    ),
  }),
});

const OAuthError = Schema.Struct({ error: Schema.String, error_description: maybe(Schema.String) });

/** Why the USPS said no. */
export interface UspsNo {
  readonly status: number;
  readonly codes: ReadonlyArray<string>;
  readonly reason: string;
}

const present = (texts: ReadonlyArray<string | null | undefined>): ReadonlyArray<string> =>
  texts.filter((text): text is string => typeof text === "string" && text !== "");

/** Reads an error in either of its shapes; one in no shape is told by its status. */
export const noOf = ({ status, body }: Answer): UspsNo => {
  const read = readAnswer(Schema.Union([ApiError, OAuthError]), body);
  if (Result.isFailure(read)) return { status, codes: [], reason: `${status}, and ${read.failure}` };
  const { error } = read.success;
  if (typeof error === "string") {
    const description = "error_description" in read.success ? read.success.error_description : undefined;
    return { status, codes: [error], reason: present([error, description]).join(": ") };
  }
  const errors = error.errors ?? [];
  const codes = present(errors.map(({ code }) => code));
  const details = present(errors.map(({ detail, title }) => detail ?? title));
  return {
    status,
    codes,
    reason: present([codes[0] ?? error.code, details.length > 0 ? details.join("; ") : error.message]).join(
      ": ",
    ),
  };
};
