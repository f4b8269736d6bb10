import type { Actor } from "../access/Actor.ts";
import type { Role } from "../access/Role.ts";
import { nowhere } from "../lifecycle/Change.ts";
import { dispatch } from "../lifecycle/dispatch.ts";
import type { Machine, Meaning } from "../lifecycle/Machine.ts";
import type { Task } from "../lifecycle/Task.ts";
import { timersByState } from "../lifecycle/Timer.ts";
import { catalogueEntryOf } from "./catalogueEntryOf.ts";
import { edit, withdraw } from "./editing.ts";
import { evolveListing } from "./evolve.ts";
import type { ListingHandlers } from "./handlers.ts";
import { claimOf, isPublic, Listing, type ListingIn } from "./Listing.ts";
import { ListingCommand } from "./ListingCommand.ts";
import { ListingEvent } from "./ListingEvent.ts";
import { acceptPrice, approve, deny, requestChanges } from "./reviewing.ts";
import { close, recordMail, release, reserve, sell } from "./selling.ts";
import { listOwnStock, start } from "./starting.ts";
import { submit } from "./submitting.ts";
import { type ListingTimer, listingTable, listingTimerTable } from "./table.ts";

const handlers: ListingHandlers = {
  Start: start,
  ListOwnStock: listOwnStock,
  Edit: edit,
  Submit: submit,
  Approve: approve,
  Deny: deny,
  RequestChanges: requestChanges,
  AcceptPrice: acceptPrice,
  Withdraw: withdraw,
  Reserve: reserve,
  Release: release,
  Sell: sell,
  Close: close,
  RecordMail: recordMail,
};

/** Strangers know only what is public (R15). The brand's own stock is sold by its support staff (R17). */
const roleOf = (listing: Listing, actor: Actor): Role | undefined => {
  if (actor._tag === "Member") {
    return listing.seller._tag === "Member" && listing.seller.id === actor.id ? "Seller" : undefined;
  }
  if (actor._tag === "Support" && listing.seller._tag === "Brand") return "Seller";
  return actor._tag === "Visitor" || actor._tag === "Guest" ? undefined : actor._tag;
};

/** Whether an actor may know that the listing exists (R15). */
export const maySeeListing = (listing: Listing, actor: Actor): boolean =>
  isPublic(listing) || roleOf(listing, actor) !== undefined;

const forgetting = {
  name: "photos",
  deadline: ({ photosUntil }: ListingIn<"Denied" | "Withdrawn">) => photosUntil ?? null,
  outcome: "Its photos are forgotten.",
} as const;

const timers = timersByState<Listing, ListingTimer>({
  Reserved: [
    {
      name: "reservation",
      deadline: ({ until }) => until,
      outcome: "The piece is offered to everyone again.",
    },
  ],
  Submitted: [
    {
      name: "review",
      deadline: ({ reviewLate, reviewBy }) => (reviewLate ? null : reviewBy),
      outcome: (_, reader) =>
        reader === "Seller"
          ? "Our team is alerted; nothing is decided by itself."
          : "The operators are alerted; nothing is decided.",
    },
  ],
  Denied: [forgetting],
  Withdrawn: [forgetting],
});

const fire = (listing: Listing, timer: ListingTimer): ReadonlyArray<ListingEvent> => {
  if (timer === "review") return [{ _tag: "ReviewFellDue" }];
  if (timer === "photos") return [{ _tag: "PhotosForgotten" }];
  return listing._tag === "Reserved" ? [{ _tag: "Released", checkout: listing.checkout }] : [];
};

const none: ReadonlyArray<never> = [];

const mailsOf = (event: ListingEvent): ReadonlyArray<string> => {
  switch (event._tag) {
    case "Submitted":
      return ["SubmissionReceived"];
    case "Approved":
    case "PriceAccepted":
      return ["ListingApproved"];
    case "PriceChanged":
      return ["ListingApproved", "PriceChanged"];
    case "PriceProposed":
      return ["PriceChanged"];
    case "Denied":
      return ["ListingDenied"];
    case "ChangesRequested":
      return ["ChangesAsked"];
    default:
      return none;
  }
};

const react = (event: ListingEvent, listing: Listing): ReadonlyArray<Task> =>
  mailsOf(event).map((mail) => ({
    _tag: "SendListingMail",
    listing: listing.id,
    mail,
    occurrence: listing.revision,
  }));

const meaning: Meaning<Listing, ListingEvent> = { evolve: evolveListing, react, postings: () => none };

/** How a listing lives: Draft → Submitted → Live ⇄ Reserved → Sold → Closed, and the ways beside it. */
export const listingMachine: Machine<Listing, ListingCommand, ListingEvent, ListingTimer> = {
  kind: "listing",
  table: listingTable,
  timerTable: listingTimerTable,
  roleOf,
  commands: dispatch<Listing, ListingCommand, ListingEvent>(listingTable, handlers),
  evolve: evolveListing,
  timers,
  fire,
  meaningOf: () => meaning,
  index: (listing) => ({
    ...nowhere,
    status: listing._tag,
    claim: claimOf(listing),
    seller: listing.seller._tag === "Member" ? listing.seller.id : null,
    operatorTasks: listing._tag === "Submitted" && listing.reviewLate ? ["ReviewDue"] : [],
  }),
  catalogue: catalogueEntryOf,
  schema: { state: Listing, command: ListingCommand, event: ListingEvent },
};
