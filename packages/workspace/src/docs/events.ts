import {
  CheckoutEvent,
  DeskEvent,
  ListingEvent,
  MailboxEvent,
  OrderEvent,
  publishedData,
  StoredEvent,
} from "@resale/core";
import { ofCheckout, ofDesk, ofListing, ofMailbox, ofOrder } from "./facts.ts";
import { code, page, table } from "./page.ts";

type Kind = Parameters<typeof publishedData>[0];

/** The cases of a union of facts: of each what its fields are called is all that is asked. */
type Cases = Readonly<Record<string, { readonly fields: object }>>;

const kinds: ReadonlyArray<readonly [Kind, Cases, Readonly<Record<string, string>>, string]> = [
  ["listing", ListingEvent.cases, ofListing, ""],
  ["order", OrderEvent.cases, ofOrder, ""],
  [
    "checkout",
    CheckoutEvent.cases,
    ofCheckout,
    "Whoever knows a checkout's key may pay it: told only where `include` is `personal`.",
  ],
  [
    "mailbox",
    MailboxEvent.cases,
    ofMailbox,
    "Its key is an address: told only where `include` is `personal`.",
  ],
  ["desk", DeskEvent.cases, ofDesk, ""],
];

/** What is told of a fact with all its fields is what the code that tells would keep of them. */
const publicOf = (kind: Kind, tag: string, fields: ReadonlyArray<string>): ReadonlyArray<string> => {
  const whole = Object.fromEntries([["_tag", tag], ...fields.map((field) => [field, field])]);
  return Object.keys(publishedData(kind, whole, "public") ?? {});
};

const section = ([kind, cases, told, note]: (typeof kinds)[number]): string => {
  const rows = Object.entries(cases).map(([tag, one]) => {
    const fields = Object.keys(one.fields).filter((field) => field !== "_tag");
    const open = publicOf(kind, tag, fields);
    const rest = fields.filter((field) => !open.includes(field));
    const list = (names: ReadonlyArray<string>) => names.map(code).join(", ") || "–";
    return [code(`${kind}.${tag}`), told[tag] ?? "", list(open), list(rest)];
  });
  const heads = ["type", "what has happened", "in `data`", "more, if `personal`"];
  return [`## ${kind}`, ...(note === "" ? [] : [note]), table(heads, rows)].join("\n\n");
};

/** What stands around each fact, as the engine keeps it. A new field does not compile until it is told here. */
const envelope: { readonly [Field in keyof typeof StoredEvent.fields]: string } = {
  position: "its place among all events: keep the last one's, and go on after it",
  subject: "`{ kind, id }`: the subject it has happened to",
  version: "its number among the events of its subject, from 1; a webhook calls it `number`",
  at: "when, by the engine's clock: milliseconds since 1970, UTC; a webhook's `timestamp` is the same as text",
  actor: 'who: `{ _tag: "Member", id, email }`, `{ _tag: "System" }`, …',
  cause:
    'by what: `{ _tag: "Command", command }` with the whole command on the first fact it made, `{ _tag: "SameCommand" }` on the others, or `{ _tag: "Timer", timer }`',
  event:
    "the fact itself, all of it: `_tag` (`Delivered`) and its fields; a webhook tells some of them as `data`",
};

const stored = Object.keys(StoredEvent.fields).map((field) => [
  code(field),
  envelope[field as keyof typeof envelope],
]);

/** Every fact of the engine: what it says, and what of it is told outside (R55, R60). */
export const eventsPage = (): string =>
  page(
    "Events",
    "Every change is a fact: append-only, numbered within its subject from 1, and among all by its position (R55). Subscribers hear of them as [signed webhooks](../how-to/webhooks.md) (R60); `resale.events()` hands them on [as they are kept](#in-resaleevents). A subscription names a kind (`order`) or a fact (`order.Delivered`).",
    "`data` holds what is nobody's own. A subscription made with `include: personal` is told all fields but tokens of payment. Instants are milliseconds since 1970, UTC; amounts are whole cents; a deadline holds its moment (`at`) and how it was reckoned.",
    "## In `resale.events()`",
    "What the iterable of `@resale/embed` tells, and `sandbox.advance` answers, is the event as it is kept, not the body of a webhook:",
    table(["field", "holds"], stored),
    '**Nothing is left out of it.** `event` and `cause.command` hold names, addresses, e-mails, and in `checkout.PaymentStarted` and the command `Pay` the token of payment. It is for the shop\'s own systems, and for no log; whoever is outside subscribes. To pass one on, make of it what a subscriber would hear: `published(event, "public")` of `@resale/core`.',
    ...kinds.map(section),
  );
