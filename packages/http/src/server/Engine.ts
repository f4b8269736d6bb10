import type {
  Actor,
  Carrier,
  Catalogue,
  Deliveries,
  Figures,
  History,
  Ids,
  Instant,
  KeptPhotos,
  Links,
  Live,
  Mailer,
  MailReport,
  Members,
  PaymentReference,
  Payments,
  Photos,
  Programs,
  ProviderUnavailable,
  Purchases,
  SandboxClock,
  Scan,
  SimulatedWorld,
  Store,
  StoreCredit,
  Subscriptions,
  Tasks,
  Tax,
  Webhooks as Telling,
  Timers,
  TrackingNumber,
} from "@resale/core";
import { type Effect, type ManagedRuntime, type Option, type Redacted, Schema } from "effect";
import type { FastifyRequest } from "fastify";

import type { Limits } from "../limits/Limits.ts";

/** The ports that the routes' use cases stand on. */
export type Engine =
  | Carrier
  | Catalogue
  | Deliveries
  | Figures
  | KeptPhotos
  | History
  | Ids
  | Links
  | Live
  | Mailer
  | Members
  | Payments
  | Photos
  | Programs
  | Purchases
  | Store
  | StoreCredit
  | Subscriptions
  | Tasks
  | Tax
  | Telling
  | Timers;

/** The engine on a clock that can be set, with simulated providers (R59). */
export type SandboxEngine = Engine | SandboxClock | SimulatedWorld;

/** A webhook is not let in: its signature, its age or its content is not right. `reason` is for the sender. */
export class WebhookRefused extends Schema.TaggedError<WebhookRefused>()("WebhookRefused", {
  reason: Schema.String,
}) {}

/** What a carrier tells of a parcel. */
export interface CarrierNews {
  readonly carrier: string;
  readonly tracking: TrackingNumber;
  readonly scans: ReadonlyArray<Scan>;
}

/** What a payment provider tells of a payment dispute (R50). */
export interface PaymentNews {
  readonly provider: string;
  readonly payment: PaymentReference;
  readonly outcome: "Open" | "Won" | "Lost";
}

export type WebhookHeaders = Readonly<Record<string, string | undefined>>;

/** Checks the signature over the raw bytes, and says what they tell. */
export type ReadWebhook<News> = (
  raw: Uint8Array,
  headers: WebhookHeaders,
  now: Instant,
) => Effect.Effect<ReadonlyArray<News>, WebhookRefused>;

export interface Webhooks {
  readonly carrier?: ReadWebhook<CarrierNews>;
  readonly payments?: ReadWebhook<PaymentNews>;
  /** Bounces. */
  readonly mail?: ReadWebhook<MailReport>;
}

/** The card provider's own form, for the page on which a buyer pays. */
export interface CardForm {
  /** Whose form it is, as the page knows it: `Stripe`, for one. */
  readonly provider: string;
  /** The key with which the form is opened, where it needs one; it is meant to be public. */
  readonly publishableKey?: string;
  /**
   * The client secret of the payment under a key, while the buyer's bank asks the buyer (3-D Secure); none while nobody
   * asks. It is shown to those who may see the checkout.
   */
  readonly actionOf: (
    key: string,
  ) => Effect.Effect<Option.Option<Redacted.Redacted<string>>, ProviderUnavailable>;
}

/** Who asks: a `Visitor`, if nobody says; throws `Unauthenticated` for a proof that does not hold. */
export type Authenticate = (request: FastifyRequest) => Promise<Actor>;

export interface ResaleOptions {
  readonly runtime: ManagedRuntime.ManagedRuntime<Engine, unknown>;
  readonly authenticate: Authenticate;
  readonly webhooks?: Webhooks;
  /** With it the buyer's page learns which form takes the card; without it, that there is none. */
  readonly cardForm?: CardForm;
  /** Opens the time machine's routes to everybody; never there together with real providers (R59). */
  readonly sandbox?: ManagedRuntime.ManagedRuntime<SandboxEngine, unknown>;
  /** How much one person may ask (see `limitRates`); as much as they like, if left out. */
  readonly limits?: Limits;
  /** Whether the process is about to end: then it is not ready any more. */
  readonly isStopping?: () => boolean;
  /** Whether somebody collects traces: then each request is one, or part of the one its sender began. */
  readonly traced?: boolean;
  /** After how many milliseconds of work a request is answered with 503; 30,000, if left out. */
  readonly timeLimit?: number;
  /** How many may look on at changes at a time, and how many of them one caller may be; 5,000 and 30, if left out. */
  readonly lookingOn?: { readonly most: number; readonly ofOne: number };
}
