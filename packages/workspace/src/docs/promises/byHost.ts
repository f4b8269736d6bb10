import type { ByHost } from "./Promised.ts";

/** What the shop itself does with the engine. */
export const byHost: ByHost = {
  carriers: {
    receiveScans: {
      as: "webhooks.carrier",
      answers: "a number",
    },
    askForParcels: {
      what: "Ask the carrier for a page of parcels under way, and record what it tells",
      answers: "Followed",
    },
  },
  payments: {
    receiveChargeback: {
      as: "webhooks.payments",
      answers: "a number",
    },
  },
  providers: {
    takeDown: {
      what: "Take down what a provider has told, under a key made of its message: answer the provider then, a worker acts on it",
      answers: "a number",
    },
  },
  mails: {
    receiveReport: {
      as: "webhooks.mail",
      answers: "`Recorded`, `NothingToRecord` or `NotOurs`",
    },
    declineOptional: {
      what: "For a reader who has shown that the address is theirs: no mail any more that tells nothing new",
      answers: "nothing",
    },
    acceptOptional: { what: "The same reader wants them again", answers: "nothing" },
  },
  photos: {
    take: { as: "photos.upload", answers: "Photo" },
    read: { as: "photos.photo", answers: "`{ bytes, contentType }`, or null" },
  },
  guests: {
    actorOf: {
      what: "Whoever holds a link, as the actor to act `as`",
      answers: "the Guest to act `as`",
    },
    mailLinks: {
      what: "Mail new links to the address that orders were bought with; the answer tells nothing",
      answers: "nothing",
    },
  },
  journal: { verify: { as: "support.verifyJournal", answers: "`{ orders, faults, balances }`" } },
  programs: {
    replay: {
      what: "What would have come out of everything that is stored under another Program; reads all of it (R57)",
      answers: "StoreReplay",
    },
  },
};
