import type { ComponentType } from "react";
import { BrowsePage } from "../browse/BrowsePage.tsx";
import { PiecePage } from "../piece/PiecePage.tsx";
import { late } from "./late.ts";
import { match, type Params } from "./match.ts";

interface Props {
  readonly params: Params;
}

export type Page = ComponentType<Props>;

const page = (load: () => Promise<{ readonly default: Page }>) => late(async () => (await load()).default);

const CartPage = page(() => import("../cart/CartPage.tsx"));
const CheckoutPage = page(() => import("../checkout/CheckoutPage.tsx"));
const HoldPage = page(() => import("../checkout/HoldPage.tsx"));
const AccountPage = page(() => import("../account/AccountPage.tsx"));
const OrdersPage = page(() => import("../order/OrdersPage.tsx"));
const OrderPage = page(() => import("../order/OrderPage.tsx"));
const GuestPage = page(() => import("../order/GuestPage.tsx"));
const SellPage = page(() => import("../sell/SellPage.tsx"));
const ManagePage = page(() => import("../sell/ManagePage.tsx"));
const QueuePage = page(() => import("../review/QueuePage.tsx"));
const ReviewPage = page(() => import("../review/ReviewPage.tsx"));
const SupportPage = page(() => import("../support/SupportPage.tsx"));
const StoryPage = page(() => import("../support/StoryPage.tsx"));
const PaymentPage = page(() => import("../support/PaymentPage.tsx"));
const FiguresPage = page(() => import("../figures/FiguresPage.tsx"));
const SubscriptionsPage = page(() => import("../subscriptions/SubscriptionsPage.tsx"));
const TimePage = page(() => import("../sandbox/TimePage.tsx"));

/** Every page of the shop by its address. What strangers come to is loaded at once, the rest when it is wanted. */
const routes: ReadonlyArray<readonly [pattern: string, page: Page]> = [
  ["/", BrowsePage],
  ["/listings/:id", PiecePage],
  ["/cart", CartPage],
  ["/checkout", CheckoutPage],
  ["/checkout/:id", HoldPage],
  ["/account", AccountPage],
  ["/orders", OrdersPage],
  ["/orders/:id", OrderPage],
  ["/guest/:token", GuestPage],
  ["/sell", SellPage],
  ["/sell/:id", ManagePage],
  ["/desk/review", QueuePage],
  ["/desk/listing/:id", ReviewPage],
  ["/desk/support", SupportPage],
  ["/desk/order/:id", StoryPage],
  ["/desk/checkout/:id", PaymentPage],
  ["/desk/figures", FiguresPage],
  ["/desk/subscriptions", SubscriptionsPage],
  ["/time", TimePage],
];

export const routeOf = (path: string): { readonly page: Page; readonly params: Params } | undefined => {
  for (const [pattern, page] of routes) {
    const params = match(pattern, path);
    if (params !== undefined) return { page, params };
  }
  return undefined;
};
