import { Config, Schema } from "effect";

/** Whether real money moves. */
export const Mode = Schema.Literals(["test", "live"]);
export type Mode = typeof Mode.Type;

/** A setting that must be there, in a form that is told when it is not; what it holds is told to nobody. */
export const secret = (name: string, form: RegExp, expected: string) =>
  Config.schema(Schema.Redacted(Schema.String.check(Schema.isPattern(form, { expected }))), name);

/** An address of an API: another than the provider's own is a stand-in's, or a proxy's. */
export const address = (name: string, otherwise: string) =>
  Config.schema(
    Schema.String.check(
      Schema.isPattern(/^https:\/\/[^\s?#]+$|^http:\/\/(127\.0\.0\.1|localhost)(:\d+)?(\/[^\s?#]*)?$/, {
        expected: "an address that begins with https://, or with http:// on this machine",
      }),
    ),
    name,
  ).pipe(Config.withDefault(otherwise));
