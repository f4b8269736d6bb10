import type { PlainOf } from "@resale/embed";

/** Where a member wants to be paid: kept by the shop, with the account. */
export type Wish = "Credit" | "Cash";

/** What the shop knows of wishes. */
export interface Wishes {
  readonly of: (email: string) => Promise<Wish>;
  /** Keeps the first wish under a payout's key for good, and answers with that one: `insert … on conflict do nothing`. */
  readonly keep: (key: string, wish: Wish) => Promise<Wish>;
}

/**
 * Pays each member as they wish, by one of two issuers. A payout that was begun is ended by the issuer that began it,
 * whatever is wished meanwhile: otherwise its repeat would pay once more (R48).
 */
export const asWished = (
  wishes: Wishes,
  issuers: Readonly<Record<Wish, PlainOf<"storeCredit">>>,
): PlainOf<"storeCredit"> => ({
  issue: async (request, call) => {
    const wish = await wishes.keep(request.key, await wishes.of(request.email));
    return `${wish}:${await issuers[wish].issue(request, call)}`;
  },
  find: async (email, call) => {
    const found = await Promise.all(
      (["Credit", "Cash"] as const).map(async (wish) =>
        (await issuers[wish].find(email, call)).map((one) => ({
          ...one,
          reference: `${wish}:${one.reference}`,
        })),
      ),
    );
    return found.flat();
  },
  resend: async (request, call) => {
    const [wish = "", ...rest] = request.reference.split(":");
    const reference = rest.join(":") as typeof request.reference;
    if (wish === "Credit" || wish === "Cash") await issuers[wish].resend({ ...request, reference }, call);
  },
});
