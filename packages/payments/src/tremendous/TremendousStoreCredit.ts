import {
  CreditReference,
  type Email,
  foldEmail,
  type IssuedCredit,
  instant,
  StoreCredit,
} from "@resale/core";
import { Effect, Layer, Redacted } from "effect";
import { HttpClientRequest } from "effect/http";
import { type Ask, fetching, openJsonApi, readAnswer } from "../provider/http.ts";
import {
  accepted,
  amountOf,
  Listed,
  lost,
  Ordered,
  PROVIDER,
  type Reward,
  refused,
  Shown,
} from "./answers.ts";
import { places, type TremendousSettings, tremendousConfig } from "./TremendousSettings.ts";

type Port = StoreCredit["Service"];
type Issue = Parameters<Port["issue"]>[0];

const PAGE = 100;
/** How many pages of cards are looked through for an address: there is no other way to find one. */
const PAGES = 200;

const readOrdered = readAnswer(PROVIDER, Ordered);
const readListed = readAnswer(PROVIDER, Listed);
const readShown = readAnswer(PROVIDER, Shown);

/** How an order ends without a card. In any other state but EXECUTED it waits: for approval, or for its money. */
const ENDED: ReadonlyMap<string, string> = new Map([
  ["FAILED", "the order failed: its funds may not have sufficed"],
  ["CANCELED", "the order was cancelled"],
]);

const bearer = (key: Redacted.Redacted<string>) => Redacted.make(`Bearer ${Redacted.value(key)}`);

const make = (ask: Ask, settings: TremendousSettings): Port => {
  const { campaign, addressField, fundingSource = "BALANCE" } = settings;

  const order = ({ key, amount, currency, email, recipient }: Issue) => ({
    external_id: key,
    payment: { funding_source_id: fundingSource },
    reward: {
      campaign_id: campaign,
      value: { denomination: amount / 100, currency_code: currency },
      recipient: { name: recipient, email },
      delivery: { method: "EMAIL" },
      ...(addressField === undefined ? {} : { custom_fields: [{ id: addressField, value: email }] }),
    },
  });

  /** A repeat is answered with the first order, whatever it asks for: what that one was is compared here. */
  const issue: Port["issue"] = Effect.fn("TremendousStoreCredit.issue")(function* (request) {
    const { key, amount, currency } = request;
    if (amount <= 0) return yield* refused(`amount: a card of ${amount} cents cannot be issued`);
    const posted = yield* ask(
      "Acts",
      HttpClientRequest.post("/api/v2/orders").pipe(HttpClientRequest.bodyJsonUnsafe(order(request))),
    );
    const answer =
      posted.status === 409
        ? yield* ask("Reads", HttpClientRequest.get(`/api/v2/orders/${encodeURIComponent(key)}`))
        : posted;
    const { status, rewards } = (yield* readOrdered("Acts", yield* accepted(answer))).order;
    const [reward] = rewards;
    if (reward !== undefined && (amountOf(reward) !== amount || reward.value.currency_code !== currency)) {
      return yield* refused(`the key "${key}" was used before with other content`);
    }
    const ended = ENDED.get(status);
    if (ended !== undefined) return yield* refused(ended);
    if (status !== "EXECUTED" || reward === undefined) {
      return yield* lost("Acts", `the order is ${status}: it becomes a card when that is over`);
    }
    return CreditReference.make(reward.id);
  });

  const page = Effect.fnUntraced(function* (number: number) {
    const answer = yield* ask(
      "Reads",
      HttpClientRequest.get("/api/v2/rewards").pipe(
        HttpClientRequest.setUrlParams({ limit: PAGE, offset: number * PAGE }),
      ),
    );
    return (yield* readListed("Reads", yield* accepted(answer))).rewards;
  });

  const addressesOf = ({ recipient, custom_fields }: Reward) => ({
    last: recipient?.email ?? "",
    first: custom_fields?.find(({ id }) => id === addressField)?.value ?? "",
  });
  const same = (email: Email, other: string) => foldEmail(email) === other.trim().toLowerCase();

  const find: Port["find"] = Effect.fn("TremendousStoreCredit.find")(function* (email) {
    const found = new Map<string, IssuedCredit>();
    for (let number = 0; number < PAGES; number++) {
      const rewards = yield* page(number);
      for (const reward of rewards) {
        const { first, last } = addressesOf(reward);
        const amount = amountOf(reward);
        const at = Date.parse(reward.created_at ?? "");
        const isOurs = reward.campaign_id === campaign && amount !== undefined && !Number.isNaN(at);
        if (!isOurs || ![first, last].some((one) => same(email, one))) continue;
        const reference = CreditReference.make(reward.id);
        found.set(reference, { reference, amount, issuedAt: instant(at), email: last });
      }
      if (rewards.length < PAGE) return [...found.values()];
    }
    return yield* refused(`there are more than ${PAGE * PAGES} cards: look in the dashboard of ${PROVIDER}`);
  });

  const resend: Port["resend"] = Effect.fn("TremendousStoreCredit.resend")(function* ({ reference, email }) {
    if (!/^[A-Za-z0-9]{6,40}$/.test(reference)) return yield* refused(`there is no card ${reference}`);
    const shown = yield* ask("Reads", HttpClientRequest.get(`/api/v2/rewards/${reference}`));
    if (shown.status === 404) return yield* refused(`there is no card ${reference}`);
    const { reward } = yield* readShown("Reads", yield* accepted(shown));
    const isSame = same(email, addressesOf(reward).last);
    const mailed = yield* ask(
      "Acts",
      HttpClientRequest.post(`/api/v2/rewards/${reference}/resend`).pipe(
        HttpClientRequest.bodyJsonUnsafe(isSame ? {} : { updated_email: email }),
      ),
    );
    yield* accepted(mailed);
  });

  return StoreCredit.of({ issue, find, resend });
};

const layer = (settings: TremendousSettings): Layer.Layer<StoreCredit> =>
  Layer.effect(
    StoreCredit,
    Effect.map(
      openJsonApi({
        provider: PROVIDER,
        url: settings.url ?? places[settings.mode],
        pass: { header: "authorization", value: bearer(settings.apiKey), setting: "TREMENDOUS_API_KEY" },
        patience: settings.patience,
      }),
      (ask) => make(ask, settings),
    ),
  ).pipe(Layer.provide(fetching));

/**
 * Gift cards of the seller's choice, issued and mailed by Tremendous. A key is its `external_id`. It mails a card again only
 * where the first mail did not arrive (R48).
 */
export const TremendousStoreCredit = {
  layer,
  /** The same from the environment: see `tremendousConfig`. */
  layerConfig: Layer.unwrap(Effect.map(tremendousConfig, layer)),
};
