import type { ResaleApi } from "./api.ts";

/** Every group of operations in a sentence; to forget one does not compile. */
export const groupLines: { readonly [Group in keyof ResaleApi["groups"]]: string } = {
  selling: "For members who sell what they once bought from the brand (R1–R16).",
  review: "For the brand's reviewers: what waits, and what is decided about it (R13, R14).",
  catalogue: "What everybody may see: the live listings, and the marketplace's rules.",
  buying: "For everybody who buys, signed in or not: quote, hold, pay (R18–R27).",
  orders: "For buyers and sellers of an order, and for guests who hold its link (R26–R46).",
  live: "What others have changed, as soon as they have: server-sent events.",
  support: "For the brand's support: every order's story, and the operator's ways out.",
  figures: "What the brand counts of its marketplace, day by day.",
  subscriptions: "Who is told of events as they happen, by signed webhooks (R60).",
  photos: "Photos of listings and disputes (R7, R44).",
  webhooks: "For carriers and payment providers: what they tell by themselves.",
  health: "For whoever keeps the server running.",
  sandbox: "The time machine of a shop that is tried out (R59); not there in production.",
};
