import { askAhead } from "../api/queries.ts";
import { BrowsePage } from "../browse/BrowsePage.tsx";
import { match, type Params } from "./match.ts";
import { type Page, page } from "./page.ts";

const loadPiece = () => import("../piece/PiecePage.tsx");
const PiecePage = page(loadPiece);
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

/** Who comes by a link to a piece waits for its page and for the piece at the same time. */
export const hurry = (): void => {
  const id = match("/listings/:id", location.pathname)?.["id"];
  if (id !== undefined) void Promise.allSettled([loadPiece(), askAhead(id)]);
};

/** What most people go to next is there before they do: once the page they came for has been shown. */
export const fetchAhead = (): void => {
  const later = globalThis.requestIdleCallback ?? setTimeout;
  addEventListener("load", () => later(() => loadPiece().catch(() => undefined)), { once: true });
};

/** Every page of the shop by its address. The catalogue is loaded first, the rest when it is wanted. */
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
