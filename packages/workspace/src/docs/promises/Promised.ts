import type * as core from "@resale/core";
import type { Calls, Resale } from "@resale/embed";

/** Everything that is answered, by the words in which the reference says it. */
interface Answers {
  readonly nothing: undefined;
  readonly null: null;
  readonly CheckoutView: core.CheckoutView;
  readonly Explanation: core.Explanation;
  readonly Facets: core.Facets;
  readonly ListingView: core.ListingView;
  readonly "ListingView[]": ReadonlyArray<core.ListingView>;
  readonly OrderView: core.OrderView;
  readonly "OrderView[]": ReadonlyArray<core.OrderView>;
  readonly Quote: core.Quote;
  readonly "UnitView[]": ReadonlyArray<core.UnitView>;
  readonly Mailbox: core.Mailbox;
  readonly "KeptTask[]": ReadonlyArray<core.KeptTask>;
  readonly "SentMail[]": ReadonlyArray<core.SentMail>;
  readonly "IssuedCredit[]": ReadonlyArray<core.IssuedCredit>;
  readonly SubscriptionView: core.SubscriptionView;
  readonly "SubscriptionView[]": ReadonlyArray<core.SubscriptionView>;
  readonly WebhookAnswer: core.WebhookAnswer;
  readonly Photo: core.Photo;
  readonly StoreReplay: core.StoreReplay;
  readonly "a number": number;
  readonly "`{ entries, next }`: CatalogueEntry[], the next page's `cursor` or null": {
    readonly entries: ReadonlyArray<core.CatalogueEntry>;
    readonly next: string | null;
  };
  readonly "`{ price, base, ageMonths, steps, payout }`": {
    readonly price: number;
    readonly base: number;
    readonly ageMonths: number;
    readonly steps: ReadonlyArray<object>;
    readonly payout: number;
  };
  readonly "`{ listing, version, score }`": {
    readonly listing: core.ListingView;
    readonly version: number;
    readonly score: { readonly ratings: number; readonly stars: number };
  };
  readonly "`{ order, version }`": { readonly order: core.OrderView; readonly version: number };
  readonly "`{ events, score, others }`": {
    readonly events: ReadonlyArray<core.StoredEvent>;
    readonly others: ReadonlyArray<core.ListingView>;
    readonly score: object;
  };
  readonly "`{ pdf, qrPng? }`: bytes": { readonly pdf: Uint8Array; readonly qrPng?: Uint8Array };
  readonly "`{ order, checkout, events, payment, journal, tasks, mailboxes }`": {
    readonly order: core.OrderView;
    readonly checkout: object;
    readonly events: ReadonlyArray<core.StoredEvent>;
    readonly payment: ReadonlyArray<core.StoredEvent>;
    readonly journal: ReadonlyArray<object>;
    readonly tasks: ReadonlyArray<core.KeptTask>;
    readonly mailboxes: ReadonlyArray<object>;
  };
  readonly "DeskCheckoutView[]": ReadonlyArray<core.DeskCheckoutView>;
  readonly "`{ checkout, events, tasks }`": {
    readonly checkout: object;
    readonly events: ReadonlyArray<core.StoredEvent>;
    readonly tasks: ReadonlyArray<core.KeptTask>;
  };
  readonly "a SentMail with `subject`, `html`, `text`": core.SentMail & core.WrittenMail;
  readonly "`{ task, since, kind, subject, title }[]`": ReadonlyArray<{
    readonly task: string;
    readonly since: number;
    readonly kind: string;
    readonly subject: string;
    readonly title: string;
  }>;
  readonly "`Dropped`, `Leased`, `Over` or `Missing`, by `_tag`": {
    readonly _tag: "Dropped" | "Leased" | "Over" | "Missing";
  };
  readonly "Figure[]": ReadonlyArray<core.Figure>;
  readonly "`{ subscription, secret }`": {
    readonly subscription: core.SubscriptionView;
    readonly secret: string;
  };
  readonly "DeliveryView[]": ReadonlyArray<core.DeliveryView>;
  readonly "`Recorded`, `NothingToRecord` or `NotOurs`": core.ReportOutcome;
  readonly Followed: core.Followed;
  readonly "`{ bytes, contentType }`, or null": {
    readonly bytes: Uint8Array;
    readonly contentType: string;
  } | null;
  readonly "the Guest to act `as`": Extract<core.Actor, { readonly _tag: "Guest" }>;
  readonly "`{ orders, faults, balances }`": {
    readonly orders: number;
    readonly faults: ReadonlyArray<object>;
    readonly balances: Readonly<Record<string, number>>;
  };
}

type AnswerOf<M> = M extends (...said: never) => Promise<infer A> | AsyncIterable<infer A>
  ? A extends void
    ? undefined
    : A
  : never;

/** The words for an answer: those of another one do not compile. */
type Words<A> = {
  readonly [Text in keyof Answers]: [A] extends [Answers[Text]] ? Text : never;
}[keyof Answers];

/** What the reference says of a method beside what its row says: what it is for, and what it answers. */
interface Promised<M> {
  /** The operation of HTTP that does the same: its line, and whose it is, are told here as well. */
  readonly as?: string;
  /** What it is for, where there is no such operation, or where it does another thing. */
  readonly what?: string;
  /** Whose it is, where there is no such operation. */
  readonly who?: string;
  readonly answers: Words<AnswerOf<M>>;
}

/** A method that nobody tells of here does not compile. */
type Told<Groups> = {
  readonly [Group in keyof Groups]: {
    readonly [Method in keyof Groups[Group]]: Promised<Groups[Group][Method]>;
  };
};
export type ByActors = Told<Calls>;
export type ByHost = Told<
  Pick<
    Resale,
    Exclude<keyof Resale, keyof Calls | "as" | "events" | "workers" | "runtime" | "ready" | "close" | symbol>
  >
>;
