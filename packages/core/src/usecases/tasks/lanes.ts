import type { TaskTag } from "../../lifecycle/Task.ts";

/** Whose answer a task waits for; `Store` for what stays among our own subjects. */
export type Provider = "Carrier" | "Mail" | "Payments" | "StoreCredit" | "Store";

const PROVIDER_OF: { readonly [Tag in TaskTag]: Provider } = {
  SendListingMail: "Mail",
  SendCheckoutMail: "Mail",
  SendOrderMail: "Mail",
  SendDigest: "Mail",
  AuthorisePayment: "Payments",
  CapturePayment: "Payments",
  CancelPayment: "Payments",
  RefundOrder: "Payments",
  BuyLabel: "Carrier",
  RefundLabel: "Carrier",
  BookPickup: "Carrier",
  CancelPickup: "Carrier",
  BuyReturnLabel: "Carrier",
  IssueCredit: "StoreCredit",
  CloseListing: "Store",
  ReceiveScans: "Store",
  ReceiveChargeback: "Store",
  ReceiveMailReport: "Store",
};

/** How many tasks one process has with each provider at a time. */
export type AtOnce = { readonly [Name in Provider]: number };

export const AT_ONCE: AtOnce = { Carrier: 4, Mail: 8, Payments: 8, StoreCredit: 4, Store: 8 };

/** The tasks of one provider: where it is slow or away, it holds up its own and nobody else's. */
export interface Lane {
  readonly provider: Provider;
  readonly kinds: ReadonlyArray<TaskTag>;
  readonly atOnce: number;
}

export const lanesOf = (atOnce: Partial<AtOnce> = {}): ReadonlyArray<Lane> =>
  (Object.keys(AT_ONCE) as ReadonlyArray<Provider>).map((provider) => ({
    provider,
    kinds: (Object.keys(PROVIDER_OF) as ReadonlyArray<TaskTag>).filter(
      (kind) => PROVIDER_OF[kind] === provider,
    ),
    atOnce: Math.max(1, atOnce[provider] ?? AT_ONCE[provider]),
  }));
