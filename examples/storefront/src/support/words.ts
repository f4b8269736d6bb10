import { words as orderWords } from "../order/words.ts";

const { reasons } = orderWords;

type Names = Readonly<Record<string, string>>;

export const words = {
  title: "Support desk",
  why: "This desk is for the brand’s support.",
  search: "Find orders",
  searchLabel: "E-mail address, order, tracking number or gift card",
  searchHint:
    "An e-mail address finds what was bought with it, and the gift cards issued to it. A gift card is found by its issuer’s number, or the end of it; never by its code.",
  find: "Find",
  none: "Nothing found.",
  order: "Order",
  buyer: "Buyer",
  state: "State",
  placed: "Placed",
  tasks: "Waiting for somebody",
  tasksNone: "Nothing waits. Well done.",
  since: (away: string) => away,
  task: {
    LabelLate: "The label is late",
    Overdue: "The seller has not shipped in time",
    Stalled: "No scan for days",
    DeliveryUnverified: "A delivery that does not fit",
    DisputeOpen: "A dispute to decide",
    DisputeDue: "A dispute that should be decided by now",
    Intercept: "A parcel to be called back",
    LabelFailed: "A label could not be bought",
    LabelRefundRefused: "A label could not be given back",
    PayoutFailed: "A payout failed",
    RefundFailed: "A refund failed",
    ReturnLabelFailed: "A return label could not be bought",
    ChargebackOpen: "A payment dispute is open",
    ChargebackLost: "A payment dispute is lost: pay the seller, or not?",
    RatingWaiting: "A rating to read",
    ReviewDue: "A review is late",
    CaptureFailed: "A card that was held can’t be charged",
    MailRefused: "An address refuses our mail",
  } as Names,
  rule: {
    LabelLate: "R29: a late label does not shorten the seller’s time.",
    Overdue: "R31: after the deadline the brand may cancel; the seller may still ship.",
    Stalled: "R36: after ten days without a scan support refunds, or waits.",
    DeliveryUnverified: "R38: a delivery in doubt starts no window until somebody vouches for it.",
    DisputeOpen: "R45: the brand decides.",
    DisputeDue: "R45: a dispute is never decided by itself.",
    Intercept: "R39: a scan after a cancellation is called back, or let go.",
    LabelFailed: "R28: the seller gets a prepaid label.",
    LabelRefundRefused: "R39: a label not used is refunded.",
    PayoutFailed: "R48: store credit is issued once for each order.",
    RefundFailed: "R51: the buyer gets everything back.",
    ReturnLabelFailed: "R45: the buyer gets a return label.",
    ChargebackOpen: "R50: a payment dispute holds the payout.",
    ChargebackLost: "R50: whether the seller is paid all the same, support says.",
    RatingWaiting: "R42: a rating is read before it counts.",
    ReviewDue: "R13: a review takes two business days, and is never decided by itself.",
    CaptureFailed: "R27: an order without its charge is finished, or undone.",
    MailRefused: "R2: mails go to an address as it is when they are sent.",
  } as Names,
  parked: "Side effects that were given up",
  parkedNone: "None.",
  attempts: (count: number) => (count === 1 ? "1 try" : `${count} tries`),
  repeat: "Set going again",
  repeatAsk: "Set it going again?",
  repeatMore: "It is tried at once. What has already been done is not done twice: it keeps its key.",
  payoutStates: {
    NotYet: "not paid",
    Never: "paid to nobody",
    Held: "held back",
    Pending: "being issued",
    Failed: "failed",
    Issued: "issued",
    Dropped: "dropped",
  } as Names,
  credits: "Gift cards",
  creditsMore: "Their codes are known to the issuer alone.",
  email: "E-mail",
  resend: "Mail it again",
  resendAsk: "Have this gift card mailed again?",
  resendMore: (email: string) => `The issuer mails it to ${email}.`,
  resent: "The issuer mails it again.",
  issued: (amount: string, when: string) => `${amount}, issued ${when}`,
  journal: "Journal",
  verify: "Check the whole journal",
  verified: (orders: number) => `${orders} orders, and every cent accounted for.`,
  faults: (count: number) => `${count} orders do not add up:`,
  balances: "What stands on each account",
  back: "Support desk",
  story: "The story",
  money: "Money",
  moneyNone: "No money has moved yet.",
  balance: "Balance of this order",
  settled: "Nothing is left on any account.",
  balanced: "In balance: every entry sums to zero.",
  unbalanced: (amount: string) => `Out of balance by ${amount}.`,
  account: "Account",
  amount: "Amount",
  entry: "Entry",
  mails: "Mails",
  mailsNone: "No mail was sent yet.",
  mailTo: (to: string) => `to ${to}`,
  refuses: (email: string, since: string) => `${email} has refused mail since ${since}:`,
  noReminders: (email: string) => `Whoever reads ${email} wants no reminders.`,
  clearRefusal: "Write there again",
  clearRefusalAsk: "Write to this address again?",
  clearRefusalMore:
    "The next mail goes out as before. Those that were refused are not sent again: each can be looked at with its order.",
  showMail: "Show",
  subject: "Subject",
  mailNote: "As its reader got it; a guest’s link is left out.",
  preview: "Preview of the mail",
  close: "Close",
  told: "What providers told",
  toldNone: "Nothing is kept of what providers told.",
  scans: (count: number, carrier: string) => `${carrier}: ${count === 1 ? "1 scan" : `${count} scans`}`,
  payment: (provider: string, outcome: string) => `${provider}: payment dispute ${outcome.toLowerCase()}`,
  status: { Waiting: "waiting", Parked: "given up", Done: "done", Dropped: "ended undone" } as Names,
  nextTry: (away: string) => `next try ${away}`,
  by: {
    System: "by itself",
    Member: "a member",
    Guest: "the guest",
    Support: "support",
    Reviewer: "a reviewer",
    Carrier: "the carrier",
    PaymentProvider: "the card provider",
    Visitor: "a visitor",
  } as Names,
  effects: "Side effects",
  effectsNone: "None waits.",
  acts: "What can be done",
  actsNone: "Nothing, just now.",
  seller: "Seller",
  guest: "guest",
  brand: "the brand itself",
  payout: "The seller gets",
  paidOut: "Paid out to",
  facts: "What the carrier told",
  doubt: "Why it is in doubt",
  text: "In your words",
  reason: "Reason",
  reasons,
  missing: "There is no such order.",
  checkout: "Checkout",
  checkouts: {
    Held: "The buyer has yet to pay.",
    Paying: "The bank has yet to answer.",
    Placed: "Bought together, and paid at once.",
    Expired:
      "The time to pay ran out: nothing was sold. What a bank may have agreed to after that was let go, or given back.",
    Abandoned: "The buyer let the pieces go; nothing was charged.",
  },
  heldUntil: "The pieces are held until",
} as const;

/** What an order’s money comes to, for the sentences below. */
interface Sums {
  readonly total: string;
  readonly payout: string;
  readonly paid: boolean;
  readonly email: string;
}

const refund = ({ total, paid }: Sums): string =>
  paid ? `The buyer gets ${total} back` : "Nothing was charged, so nothing is given back";

/** Every act behind a sentence that says what follows, for the buyer and for the seller. */
export const acts = {
  Cancel: {
    label: "Cancel and refund",
    title: "Cancel this order?",
    consequence: (sums: Sums) =>
      `${refund(sums)}; the seller gets nothing. The piece may be listed again. Both are told. Final.`,
  },
  Wait: {
    label: "Give it more time",
    title: "Wait longer?",
    consequence: (_: Sums) => "The order counts as on its way again; it comes back here if no scan comes.",
  },
  VerifyDelivery: {
    label: "It did arrive",
    title: "Verify the delivery?",
    consequence: ({ payout }: Sums) =>
      `The buyer’s time to confirm or dispute begins now. If they say nothing, the seller is paid ${payout}.`,
  },
  Uphold: {
    label: "Decide for the buyer",
    title: "Decide for the buyer?",
    consequence: (sums: Sums) =>
      `${refund(sums)}, and a return label where the piece goes back. The seller is not paid. Final.`,
  },
  Reject: {
    label: "Decide for the seller",
    title: "Decide for the seller?",
    consequence: ({ payout }: Sums) =>
      `The sale stands: the seller is paid ${payout} at once, the buyer gets nothing back. Final.`,
  },
  Publish: {
    label: "Publish the rating",
    title: "Publish this rating?",
    consequence: (_: Sums) => "It counts towards the seller’s score, and the seller is told.",
  },
  Hide: {
    label: "Hide the rating",
    title: "Hide this rating?",
    consequence: (_: Sums) => "It does not count, and nobody but the buyer sees it.",
  },
  ReleasePayout: {
    label: "Pay the seller all the same",
    title: "Pay the seller?",
    consequence: ({ payout }: Sums) =>
      `The seller gets ${payout}; the brand bears the loss of the payment dispute.`,
  },
  DropPayout: {
    label: "Do not pay the seller",
    title: "Drop the payout?",
    consequence: ({ payout }: Sums) => `The seller does not get the ${payout} of this sale. Final.`,
  },
  RecordReturnReceived: {
    label: "The piece came back",
    title: "Has the piece come back?",
    consequence: (_: Sums) => "The return is closed. The refund was made before, and stands.",
  },
  CloseIntercept: {
    label: "The parcel is dealt with",
    title: "Close this?",
    consequence: (_: Sums) =>
      "The parcel was called back or let go; nobody is asked to look after it any more.",
  },
  SendLink: {
    label: "Mail the guest a new link",
    title: "Mail a new link?",
    consequence: ({ email }: Sums) => `It goes to ${email}. Links mailed before go on working.`,
  },
  RevokeLinks: {
    label: "Revoke all links",
    title: "Revoke every link mailed so far?",
    consequence: (_: Sums) =>
      "Whoever holds one no longer sees the order. The guest needs a new link: mail one then.",
  },
  Repeat: {
    label: "Try again",
    title: "Try it again?",
    consequence: (_: Sums) => "What failed is tried anew, under a key of its own: nothing is done twice.",
  },
} as const;
