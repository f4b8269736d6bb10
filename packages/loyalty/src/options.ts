import { Config, type Duration, Redacted, Schema } from "effect";

/** Which service is asked, and how. */
export interface LoyaltyOptions {
  /** Where it is, without a slash at its end. */
  readonly url: string;
  readonly token: Redacted.Redacted<string>;
  /** How long one answer may take. */
  readonly patience: Duration.Input;
  /** How long a purchase history that was shown is shown again without asking. Nothing else is remembered. */
  readonly remember: Duration.Input;
}

const Address = Schema.String.check(
  Schema.isPattern(
    /^(https:\/\/[^\s?#]*[^\s?#/]|http:\/\/(127\.0\.0\.1|localhost)(:\d+)?(\/[^\s?#]*[^\s?#/])?)$/,
    {
      expected:
        "an address that begins with https://, or with http:// on this machine, without a slash at its end",
    },
  ),
);

const Token = Schema.Redacted(Schema.String).check(
  Schema.makeFilter((token) => /^[\x21-\x7e]{16,}$/.test(Redacted.value(token)), {
    expected: "a token of at least 16 visible characters",
  }),
);

/** `LOYALTY_URL`, `LOYALTY_TOKEN`, and if wanted `LOYALTY_PATIENCE` and `LOYALTY_REMEMBER`. */
export const loyaltyConfig: Config.Config<LoyaltyOptions> = Config.all({
  url: Config.schema(Address, "LOYALTY_URL"),
  token: Config.schema(Token, "LOYALTY_TOKEN"),
  patience: Config.Duration("LOYALTY_PATIENCE").pipe(Config.withDefault("5 seconds")),
  remember: Config.Duration("LOYALTY_REMEMBER").pipe(Config.withDefault("10 seconds")),
});
