import { Context, Effect, Layer } from "effect";
import { type Answered, type Asked, type Standin, standin } from "../../src/testing/index.ts";

export const ACCESS_TOKEN = "shpat_0123456789abcdef_of_the_tests";
export const CODE_SECRET = "the secret of which the codes of the tests are made";

interface Customer {
  readonly id: string;
  readonly email: string;
}

interface GiftCard {
  readonly id: string;
  readonly code: string;
  readonly note: string | null;
  readonly amount: string;
  readonly createdAt: string;
  readonly customer: string | undefined;
  recipient: string | undefined;
  seen: boolean;
}

type Variables = Readonly<Record<string, unknown>>;

const data = (value: Readonly<Record<string, unknown>>): Answered => ({ status: 200, body: { data: value } });
const userError = (code: string, ...field: ReadonlyArray<string>) => ({ code, field, message: `${code}!` });

/** The operations that are served, by their root field. */
const ROOT =
  /\{\s*(shop|customerByIdentifier|customerSet|giftCardCreate|giftCardUpdate|giftCardSendNotificationToCustomer|giftCardSendNotificationToRecipient|giftCards|giftCard)\b/;

/** A Shopify shop's Admin API as its reference describes it: customers, gift cards, mails, a search that may lag. */
export class ShopifyStandin extends Context.Service<
  ShopifyStandin,
  Standin & {
    readonly cards: ReadonlyMap<string, GiftCard>;
    /** Every mail with a card in it, oldest first. */
    readonly mails: ReadonlyArray<{ readonly card: string; readonly to: string }>;
    /** The shop issued a card for reasons of its own. */
    readonly strangersCard: (code: string) => Effect.Effect<void>;
    /** The search knows nothing of new cards, until it is told to. */
    readonly lag: (lags: boolean) => Effect.Effect<void>;
  }
>()("@resale/payments/test/ShopifyStandin") {
  static readonly layer = Layer.effect(
    ShopifyStandin,
    Effect.gen(function* () {
      const customers = new Map<string, Customer>();
      const cards = new Map<string, GiftCard>();
      const mails: Array<{ readonly card: string; readonly to: string }> = [];
      const state = { lags: false };
      const gid = (kind: string, number: number) => `gid://shopify/${kind}/${number}`;
      const emailOf = (id: string | undefined) => [...customers.values()].find((one) => one.id === id)?.email;
      const customerShown = (id: string | undefined) =>
        id === undefined ? null : { id, defaultEmailAddress: { emailAddress: emailOf(id) } };
      const shown = ({ id, note, amount, createdAt, customer, recipient }: GiftCard) => ({
        id,
        note,
        createdAt,
        // Decimals come without what is nought at their end.
        initialValue: {
          amount: String(Number(amount).toFixed(1)) === amount ? amount : amount.replace(/0$/, ""),
          currencyCode: "USD",
        },
        customer: customerShown(customer),
        recipientAttributes: recipient === undefined ? null : { recipient: customerShown(recipient) },
      });
      const mail = (card: string, to: string | undefined) => {
        if (to !== undefined) mails.push({ card, to });
      };

      const create = (input: Variables) => {
        const code = String(input["code"]).toLowerCase();
        const amount = String(input["initialValue"]);
        const customer = typeof input["customerId"] === "string" ? input["customerId"] : undefined;
        const errors = [
          ...(/^[a-z0-9]{8,20}$/.test(code) ? [] : [userError("INVALID", "input", "code")]),
          ...([...cards.values()].some((card) => card.code === code)
            ? [userError("TAKEN", "input", "code")]
            : []),
          ...(Number(amount) > 0 ? [] : [userError("GREATER_THAN", "input", "initialValue")]),
          ...(Number(amount) > 2000 ? [userError("GIFT_CARD_LIMIT_EXCEEDED", "input", "initialValue")] : []),
          ...(emailOf(customer) === undefined
            ? [userError("CUSTOMER_NOT_FOUND", "input", "customerId")]
            : []),
        ];
        if (errors.length > 0) return { giftCard: null, userErrors: errors };
        const card: GiftCard = {
          id: gid("GiftCard", cards.size + 1),
          code,
          note: typeof input["note"] === "string" ? input["note"] : null,
          amount,
          createdAt: new Date().toISOString(),
          customer,
          recipient: undefined,
          seen: !state.lags,
        };
        cards.set(card.id, card);
        mail(card.id, emailOf(customer));
        return { giftCard: shown(card), userErrors: [] };
      };

      const matches = (query: string) => {
        const terms = query.split(" OR ").map((term) => /^(customer_id|recipient_id):(\d+)$/.exec(term));
        return (card: GiftCard) => {
          if (!card.seen) return false;
          if (terms.includes(null)) return card.code.endsWith(query);
          return terms.some((term) => {
            const id = gid("Customer", Number(term?.[2]));
            return (term?.[1] === "customer_id" ? card.customer : card.recipient) === id;
          });
        };
      };

      const operate = (root: string, document: string, variables: Variables): Answered => {
        const email = String(variables["email"] ?? "").toLowerCase();
        const card = cards.get(String(variables["id"]));
        switch (root) {
          case "shop":
            return data({ shop: { currencyCode: "USD" } });
          case "customerByIdentifier":
            return data({ customerByIdentifier: customers.get(email) ?? null });
          case "customerSet": {
            const known = customers.get(email) ?? { id: gid("Customer", customers.size + 1), email };
            customers.set(email, known);
            return data({ customerSet: { customer: { id: known.id }, userErrors: [] } });
          }
          case "giftCardCreate":
            return data({ giftCardCreate: create(Object(variables["input"])) });
          case "giftCard":
            return data({ giftCard: card === undefined ? null : shown(card) });
          case "giftCards": {
            const found = [...cards.values()].filter(matches(String(variables["query"])));
            const first = Number(/first: (\d+)/.exec(document)?.[1] ?? 0);
            const from = Number(variables["after"] ?? 0);
            const nodes = found.slice(from, from + first).map(shown);
            const end = from + nodes.length;
            const pageInfo = { hasNextPage: end < found.length, endCursor: `${end}` };
            return data({ giftCards: { nodes, pageInfo } });
          }
          default: {
            if (card === undefined)
              return data({ [root]: { giftCard: null, userErrors: [userError("INVALID", "id")] } });
            if (root === "giftCardUpdate") card.recipient = String(variables["recipient"]);
            else {
              const to = root.endsWith("Recipient") ? card.recipient : card.customer;
              if (to === undefined)
                return data({ [root]: { giftCard: null, userErrors: [userError("INVALID", "id")] } });
              mail(card.id, emailOf(to));
            }
            return data({ [root]: { giftCard: { id: card.id }, userErrors: [] } });
          }
        }
      };

      const served = yield* standin(({ path, headers, body }: Asked): Answered => {
        if (path !== "/admin/api/2026-10/graphql.json") return { status: 404, body: { errors: "Not Found" } };
        if (headers["x-shopify-access-token"] !== ACCESS_TOKEN) {
          return { status: 401, body: { errors: "[API] Invalid API key or access token" } };
        }
        const { query, variables } = Object(JSON.parse(body));
        const root = ROOT.exec(String(query))?.[1];
        if (root === undefined) return { status: 200, body: { errors: [{ message: "syntax error" }] } };
        return operate(root, String(query), Object(variables));
      });
      return ShopifyStandin.of({
        ...served,
        cards,
        mails,
        strangersCard: (code) =>
          Effect.sync(() => {
            const id = gid("GiftCard", cards.size + 1);
            const createdAt = new Date().toISOString();
            const nobody = { customer: undefined, recipient: undefined };
            cards.set(id, { id, code, note: null, amount: "80.00", createdAt, ...nobody, seen: true });
          }),
        lag: (lags) =>
          Effect.sync(() => {
            state.lags = lags;
            if (!lags) for (const card of cards.values()) card.seen = true;
          }),
      });
    }),
  );
}
