import {
  type Cents,
  CreditReference,
  type Email,
  foldEmail,
  type IssuedCredit,
  instant,
  type ProviderError,
  StoreCredit,
} from "@resale/core";
import { type Config, Effect, Layer, Redacted } from "effect";
import { centsOf, dollars } from "../credit/dollars.ts";
import { fetching } from "../provider/http.ts";
import { codeOf, lastOf } from "./code.ts";
import { lost, type Operate, openShopify, refused, unavailable } from "./graphql.ts";
import * as operations from "./operations.ts";
import { type ShopifySettings, shopifyConfig } from "./ShopifySettings.ts";

type Port = StoreCredit["Service"];
type Issue = Parameters<Port["issue"]>[0];

/** What stands before our key in a card's note. */
const NOTE = "resale: ";

const numberOf = (gid: string): string => gid.slice(gid.lastIndexOf("/") + 1);
const emailOf = ({ customer, recipientAttributes }: operations.Card): string =>
  (recipientAttributes?.recipient ?? customer)?.defaultEmailAddress?.emailAddress ?? "";
const amountOf = ({ initialValue }: operations.Card): Cents | undefined => centsOf(initialValue.amount);

/** What Shopify objects to, by field and code: its messages may repeat what was sent. */
const objection = (errors: operations.UserErrors): string =>
  errors.map(({ field, code }) => `${field?.join(".") ?? "it"}: ${code ?? "not accepted"}`).join(", ");

const accepted = (errors: operations.UserErrors): Effect.Effect<void, ProviderError> => {
  if (errors.length === 0) return Effect.void;
  return errors.some(({ code }) => code === "INTERNAL_ERROR")
    ? Effect.fail(lost("Acts", "it failed"))
    : refused(objection(errors));
};

const make = (operate: Operate, codeSecret: Redacted.Redacted<string>): Port => {
  let shopCurrency: string | undefined;
  const currencyOfShop = Effect.gen(function* () {
    shopCurrency ??= (yield* operate("Reads", operations.currency, {})).shop.currencyCode;
    return shopCurrency;
  });

  /** The shop's customer of an address, made if need be, which may be repeated; Shopify mails to customers only. */
  const customerOf = Effect.fnUntraced(function* (email: Email) {
    const { customer, userErrors } = (yield* operate("Reads", operations.customerSet, {
      email: foldEmail(email),
    })).customerSet;
    yield* accepted(userErrors);
    return customer === null ? yield* unavailable("it named no customer") : customer.id;
  });

  const search = Effect.fnUntraced(function* (query: string) {
    const cards: Array<operations.Card> = [];
    let after: string | null = null;
    for (;;) {
      const page: (typeof operations.giftCards.data.Type)["giftCards"] = (yield* operate(
        "Reads",
        operations.giftCards,
        { query, after },
      )).giftCards;
      cards.push(...page.nodes);
      after = page.pageInfo.endCursor;
      if (!page.pageInfo.hasNextPage || after === null) return cards;
    }
  });

  const sameAs = (card: operations.Card, { key, amount, currency }: Issue) =>
    amountOf(card) === amount && card.initialValue.currencyCode === currency
      ? Effect.succeed(CreditReference.make(card.id))
      : refused(`the key "${key}" was used before with other content`);

  /** Whose code is taken was issued before: the card is found by the end of its code and the key in its note. */
  const issuedBefore = Effect.fnUntraced(function* (request: Issue, code: Redacted.Redacted<string>) {
    const cards = yield* search(lastOf(code));
    const card = cards.find(({ note }) => note === NOTE + request.key);
    if (card === undefined) return yield* lost("Acts", "the card is issued, and not to be found yet");
    return yield* sameAs(card, request);
  });

  const issue: Port["issue"] = Effect.fn("ShopifyStoreCredit.issue")(function* (request) {
    const { key, amount, currency, email } = request;
    if (amount <= 0) return yield* refused(`amount: a card of ${amount} cents cannot be issued`);
    const shops = yield* currencyOfShop;
    if (shops !== currency) return yield* refused(`currency: the shop's cards are in ${shops}`);
    const code = codeOf(codeSecret, key);
    const customerId = yield* customerOf(email);
    const input = {
      initialValue: dollars(amount),
      code: Redacted.value(code),
      customerId,
      note: NOTE + key,
    };
    const { giftCard, userErrors } = (yield* operate("Acts", operations.giftCardCreate, { input }))
      .giftCardCreate;
    if (userErrors.some((error) => error.code === "TAKEN")) return yield* issuedBefore(request, code);
    yield* accepted(userErrors);
    return giftCard === null ? yield* lost("Acts", "it named no card") : CreditReference.make(giftCard.id);
  });

  const find: Port["find"] = Effect.fn("ShopifyStoreCredit.find")(function* (email) {
    const { customerByIdentifier: customer } = yield* operate("Reads", operations.customerByEmail, {
      email: foldEmail(email),
    });
    if (customer === null) return [];
    const number = numberOf(customer.id);
    const cards = yield* search(`customer_id:${number} OR recipient_id:${number}`);
    return cards.flatMap((card): ReadonlyArray<IssuedCredit> => {
      const amount = amountOf(card);
      const at = Date.parse(card.createdAt);
      if (!card.note?.startsWith(NOTE) || amount === undefined || Number.isNaN(at)) return [];
      return [
        {
          reference: CreditReference.make(card.id),
          amount,
          issuedAt: instant(at),
          email: emailOf(card),
        },
      ];
    });
  });

  const resend: Port["resend"] = Effect.fn("ShopifyStoreCredit.resend")(function* ({ reference: id, email }) {
    const isOne = /^gid:\/\/shopify\/GiftCard\/\d+$/.test(id);
    const card = isOne ? (yield* operate("Reads", operations.giftCard, { id })).giftCard : null;
    if (card === null) return yield* refused(`there is no card ${id}`);
    const target = yield* customerOf(email);
    const recipient = card.recipientAttributes?.recipient?.id;
    if (recipient === undefined && card.customer?.id === target) {
      const mailed = yield* operate("Acts", operations.mailToCustomer, { id });
      return yield* accepted(mailed.giftCardSendNotificationToCustomer.userErrors);
    }
    if (recipient !== target) {
      const updated = yield* operate("Acts", operations.giftCardUpdate, { id, recipient: target });
      yield* accepted(updated.giftCardUpdate.userErrors);
    }
    const mailed = yield* operate("Acts", operations.mailToRecipient, { id });
    return yield* accepted(mailed.giftCardSendNotificationToRecipient.userErrors);
  });

  return StoreCredit.of({ issue, find, resend });
};

const layer = (settings: ShopifySettings): Layer.Layer<StoreCredit> =>
  Layer.effect(
    StoreCredit,
    Effect.map(openShopify(settings), (operate) => make(operate, settings.codeSecret)),
  ).pipe(Layer.provide(fetching));

/**
 * Gift cards of a Shopify shop, mailed by Shopify. It knows no idempotency: the code is made of the key, and a code that is
 * taken is a card that was issued (R48).
 */
export const ShopifyStoreCredit = {
  layer,
  /** The same from the environment: see `shopifyConfig`. */
  layerConfig: Layer.unwrap(Effect.map(shopifyConfig, layer)) satisfies Layer.Layer<
    StoreCredit,
    Config.ConfigError
  >,
};
