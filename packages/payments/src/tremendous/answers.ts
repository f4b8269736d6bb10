import type { Cents, ProviderError } from "@resale/core";
import { Effect, Option, Schema } from "effect";
import { centsOf } from "../credit/dollars.ts";
import { endingsOf } from "../provider/endings.ts";
import type { Answer } from "../provider/http.ts";

export const PROVIDER = "Tremendous";
export const { refused, unavailable, lost } = endingsOf(PROVIDER);

/** A card as we read it: never with its link, which is as good as its money. */
export const Reward = Schema.Struct({
  id: Schema.String,
  created_at: Schema.optionalKey(Schema.String),
  campaign_id: Schema.optionalKey(Schema.NullOr(Schema.String)),
  value: Schema.Struct({ denomination: Schema.Number, currency_code: Schema.String }),
  recipient: Schema.optionalKey(
    Schema.NullOr(Schema.Struct({ email: Schema.optionalKey(Schema.NullOr(Schema.String)) })),
  ),
  custom_fields: Schema.optionalKey(
    Schema.NullOr(
      Schema.Array(
        Schema.Struct({ id: Schema.String, value: Schema.optionalKey(Schema.NullOr(Schema.String)) }),
      ),
    ),
  ),
});
export type Reward = typeof Reward.Type;

export const Ordered = Schema.Struct({
  order: Schema.Struct({ status: Schema.String, rewards: Schema.Array(Reward) }),
});
export const Listed = Schema.Struct({ rewards: Schema.Array(Reward) });
export const Shown = Schema.Struct({ reward: Reward });

/** The amount of a card; nothing, if it holds less than a cent. */
export const amountOf = ({ value }: Reward): Cents | undefined => centsOf(String(value.denomination));

const Said = Schema.Struct({ errors: Schema.Struct({ message: Schema.String }) });
const messageOf = (json: unknown): string =>
  Option.match(Schema.decodeUnknownOption(Said)(json), {
    onNone: () => "no reason is given",
    onSome: ({ errors }) => errors.message.slice(0, 200),
  });

/** What a status other than a good one comes to. */
export const accepted = ({ status, json }: Answer): Effect.Effect<unknown, ProviderError> => {
  if (status < 300) return Effect.succeed(json);
  // Money is missing, or the place is not right: no payout's fault, and an operator puts it right.
  if (status === 402) return unavailable(`the account can't pay: ${messageOf(json)}`);
  return refused(`${messageOf(json)} (${status})`);
};
