import { Config, Option, type Redacted, Schema } from "effect";
import { address, Mode, type Mode as ModeType, secret } from "../provider/settings.ts";

/** What Tremendous is asked with. */
export interface TremendousSettings {
  /** A production key in test mode is refused, and a sandbox key in live mode. */
  readonly mode: ModeType;
  readonly apiKey: Redacted.Redacted<string>;
  /** What pays for the cards; the account's balance, if left out. */
  readonly fundingSource?: string;
  /** The campaign that says which cards a seller may choose from, and how the mail looks. */
  readonly campaign: string;
  /** A text field of the account in which the first address is kept: by it a card is found also after it went elsewhere. */
  readonly addressField?: string;
  /** Where the API is; the mode's own address, if left out. */
  readonly url?: string;
  /** How long an answer is waited for, in milliseconds; 20,000, if left out. */
  readonly patience?: number;
}

export const places = {
  test: "https://testflight.tremendous.com",
  live: "https://www.tremendous.com",
} as const;

const Id = Schema.String.check(
  Schema.isPattern(/^[A-Z0-9]{8,20}$/, { expected: "an id of Tremendous such as OKMHM2X2OHYV" }),
);
const Funding = Schema.String.check(
  Schema.isPattern(/^(BALANCE|balance|[A-Z0-9]{8,20})$/, {
    expected: "BALANCE, or the id of a funding source of Tremendous",
  }),
);

/**
 * `TREMENDOUS_MODE`, `TREMENDOUS_API_KEY`, `TREMENDOUS_CAMPAIGN` and, if wanted, `TREMENDOUS_FUNDING_SOURCE`,
 * `TREMENDOUS_ADDRESS_FIELD` and, for a stand-in, `TREMENDOUS_URL`.
 */
export const tremendousConfig: Config.Config<TremendousSettings> = Config.schema(
  Mode,
  "TREMENDOUS_MODE",
).pipe(
  Config.flatMap((mode) =>
    Config.all({
      mode: Config.succeed(mode),
      apiKey: secret(
        "TREMENDOUS_API_KEY",
        mode === "test" ? /^TEST_\S{16,}$/ : /^PROD_\S{16,}$/,
        `a key of Tremendous (${mode === "test" ? "TEST" : "PROD"}_…), as TREMENDOUS_MODE is "${mode}"`,
      ),
      campaign: Config.schema(Id, "TREMENDOUS_CAMPAIGN"),
      fundingSource: Config.schema(Funding, "TREMENDOUS_FUNDING_SOURCE").pipe(Config.withDefault("BALANCE")),
      addressField: Config.option(Config.schema(Id, "TREMENDOUS_ADDRESS_FIELD")),
      url: address("TREMENDOUS_URL", places[mode]),
    }),
  ),
  Config.map(({ addressField, ...settings }) =>
    Option.match(addressField, {
      onNone: () => settings,
      onSome: (field) => ({ ...settings, addressField: field }),
    }),
  ),
);
