import type { ResaleApi } from "./api.ts";

type Groups = ResaleApi["groups"];
type Endpoint = {
  readonly [Group in keyof Groups]: Groups[Group]["endpoints"][keyof Groups[Group]["endpoints"]];
}[keyof Groups];

type Named<S> = [S] extends [never]
  ? never
  : S extends { readonly Type: infer Fields }
    ? Extract<keyof Fields, string>
    : never;

type NamesOf<E> = E extends {
  readonly "~Params": infer Params;
  readonly "~Query": infer Query;
  readonly "~Headers": infer Headers;
}
  ? Named<Params> | Named<Query> | Named<Headers>
  : never;

/** What stands in addresses and headers; to forget one does not compile. */
export const parameterLines: { readonly [Name in NamesOf<Endpoint>]: string } = {
  listing: "The listing's key.",
  order: "The order's key.",
  checkout: "The checkout's key: whoever holds it may pay or let go.",
  subscription: "The subscription's key.",
  unit: "A unit of the member's purchases: the line's key, a tilde, its number.",
  mail: "The sent mail's key, as the list of mails tells it.",
  photo: "The photo's key, as the upload answered it.",
  size: "In which size.",
  limit: "How many at most; 50, if left out.",
  cursor: "Go on where the page before ended: its `next`.",
  sort: "In which order; the newest first, if left out.",
  text: "Words that all have to occur.",
  category: "Only these categories.",
  grade: "Only these grades; for a recommended price, the grade to price.",
  colour: "Only these colours.",
  material: "Only these materials.",
  ownStock: "Only the brand's own stock, or only what members sell (R17).",
  priceFrom: "From this price on, in cents.",
  priceTo: "Up to this price, in cents.",
  as: "In which part: what was bought, or what was sold.",
  from: "The first day, in the Program's zone.",
  to: "The last day, with it.",
  status: "Only those that stand so.",
  show: "`open`: only what was not heard yet; all, if left out.",
  "idempotency-key":
    "A key of your own for this write: a repeat under the same key gets the first answer, other content an error (R56).",
  "last-event-id":
    "Where a reader who was cut off had come to: what has not changed since is not told again.",
  "if-match":
    "The `ETag` of what was read: the change is made only while that version still stands; otherwise 412.",
};
