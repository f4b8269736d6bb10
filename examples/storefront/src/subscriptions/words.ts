import type { client } from "../api/client.ts";
import type { Answer } from "../api/queries.ts";

export type Subscription = Answer<typeof client.subscriptions.list>[number];
export type EventName = Subscription["events"][number];
type Why = NonNullable<Subscription["disabled"]>["why"];
type WebhookAnswer = Answer<typeof client.subscriptions.test>;

export const subscriptionWords = {
  title: "Subscriptions",
  done: (what: string) => `Done: ${what}.`,
  lead: "Who is told of events as they happen, signed and in order.",
  none: "Nobody is told yet.",
  add: "Add",
  addTitle: "Tell somebody more",
  save: "Save",
  edit: "Edit",
  url: "Address (https)",
  events: "Events",
  eventsHint: "None chosen: all of them. Hold Ctrl or ⌘ to choose several.",
  allOf: (kind: string) => `${kind}: everything`,
  everything: "everything",
  personal: "With what is personal: names, addresses, reasons",
  include: { public: "nothing personal", personal: "with what is personal" },
  secret: "Its secret, shown this once",
  secretMore: "Keep it where the receiver checks signatures. Nobody can show it again; it can be changed.",
  copied: "I have kept it",
  since: (when: string) => `since ${when}`,
  active: "told",
  disabledSince: (when: string) => `told nothing since ${when}`,
  overlap: (when: string) => `The secret before signs as well until ${when}.`,
  disable: "Disable",
  disableAsk: "Tell it nothing for now?",
  disableMore: "What happens meanwhile is kept, and told once it is enabled again.",
  disableReason: "Disabled at the support desk.",
  enable: "Enable",
  enableAsk: "Tell it again?",
  enableMore: "It hears everything it has missed, from where it stood.",
  rotate: "New secret",
  rotateAsk: "Give it a new secret?",
  rotateMore: "The new one is shown once. The one before signs as well for a day.",
  test: "Send a test",
  testAsk: "Send a test message?",
  testMore: "It says nothing, and shows whether the receiver answers.",
  replay: "Tell all again",
  replayAsk: "Tell everything once more?",
  replayMore:
    "Every event from the beginning is told again, in order. A receiver knows repeats by their numbers.",
  remove: "Remove",
  removeAsk: "Remove this subscription?",
  removeMore: "It is told nothing any more, and how far it had come is forgotten. Final.",
  deliveries: "Deliveries",
  deliveriesNone: "Nothing was told yet.",
  subject: "Subject",
  heard: "Heard",
  failed: "In vain",
  last: "Last answer",
  next: "Next try",
  answer: (answer: WebhookAnswer): string => {
    switch (answer._tag) {
      case "Accepted":
        return `accepted (${answer.status})`;
      case "Refused":
        return `refused (${answer.status})`;
      case "Gone":
        return "gone for good (410)";
      default:
        return answer.reason;
    }
  },
  why: (why: Why): string => {
    switch (why._tag) {
      case "ByOperator":
        return why.reason;
      case "Gone":
        return "The receiver said that it is gone for good.";
      case "NotHeard":
        return "An event was not heard for too long.";
    }
  },
} as const;
