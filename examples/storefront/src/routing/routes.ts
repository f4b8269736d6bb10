import { type ComponentType, lazy } from "react";
import { BrowsePage } from "../browse/BrowsePage.tsx";
import { PiecePage } from "../piece/PiecePage.tsx";
import { match, type Params } from "./match.ts";

export type Page = ComponentType<{ readonly params: Params }>;

const CartPage = lazy(() => import("../cart/CartPage.tsx"));
const CheckoutPage = lazy(() => import("../checkout/CheckoutPage.tsx"));
const HoldPage = lazy(() => import("../checkout/HoldPage.tsx"));
const AccountPage = lazy(() => import("../account/AccountPage.tsx"));
const OrdersPage = lazy(() => import("../order/OrdersPage.tsx"));
const OrderPage = lazy(() => import("../order/OrderPage.tsx"));
const GuestPage = lazy(() => import("../order/GuestPage.tsx"));
const SellPage = lazy(() => import("../sell/SellPage.tsx"));
const ManagePage = lazy(() => import("../sell/ManagePage.tsx"));
const QueuePage = lazy(() => import("../review/QueuePage.tsx"));
const ReviewPage = lazy(() => import("../review/ReviewPage.tsx"));
const SupportPage = lazy(() => import("../support/SupportPage.tsx"));
const StoryPage = lazy(() => import("../support/StoryPage.tsx"));
const PaymentPage = lazy(() => import("../support/PaymentPage.tsx"));
const FiguresPage = lazy(() => import("../figures/FiguresPage.tsx"));
const SubscriptionsPage = lazy(() => import("../subscriptions/SubscriptionsPage.tsx"));
const TimePage = lazy(() => import("../sandbox/TimePage.tsx"));

/** Every page of the shop by its address. What most people come for is loaded first, the rest when it is wanted. */
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
