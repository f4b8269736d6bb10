import { Effect, Layer, Redacted } from "effect";
import type { Asked } from "../src/testing/index.ts";
import { type TremendousSettings, TremendousStoreCredit } from "../src/tremendous/index.ts";
import { ADDRESS_FIELD, API_KEY, CAMPAIGN, TremendousStandin } from "./standins/TremendousStandin.ts";

/** Store credit at a stand-in of Tremendous. */
export const tremendous = (settings: Partial<TremendousSettings> = {}) =>
  Layer.unwrap(
    Effect.map(TremendousStandin, ({ url }) =>
      TremendousStoreCredit.layer({
        mode: "test",
        apiKey: Redacted.make(API_KEY),
        campaign: CAMPAIGN,
        addressField: ADDRESS_FIELD,
        url,
        ...settings,
      }),
    ),
  ).pipe(Layer.provideMerge(TremendousStandin.layer));

export const ordering = ({ method, path }: Asked): boolean => method === "POST" && path === "/api/v2/orders";
export const resending = ({ path }: Asked): boolean => path.endsWith("/resend");
