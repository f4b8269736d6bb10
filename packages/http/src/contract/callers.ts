import type { ResaleApi } from "./api.ts";

type Groups = ResaleApi["groups"];

/** Who can ask, as HTTP knows them. */
export type CallerKind = "Visitor" | "Member" | "Guest" | "Reviewer" | "Support" | "Provider";

const anyone = ["Visitor", "Member", "Guest", "Reviewer", "Support"] as const;
const member = ["Member"] as const;
const staff = ["Reviewer", "Support"] as const;
const support = ["Support"] as const;
const parties = ["Member", "Guest", "Reviewer", "Support"] as const;
const provider = ["Provider"] as const;

/**
 * Who may call each operation at all; whose each single listing or order is, the engine says (R54). To forget one does
 * not compile.
 */
export const callers: {
  readonly [Group in keyof Groups]: {
    readonly [Name in keyof Groups[Group]["endpoints"]]: ReadonlyArray<CallerKind>;
  };
} = {
  selling: {
    purchases: member,
    recommendPrice: member,
    myListings: member,
    startListing: member,
    editListing: member,
    submitListing: member,
    withdrawListing: ["Member", "Support"],
    acceptPrice: member,
    explainListing: anyone,
  },
  review: {
    queue: staff,
    history: staff,
    approve: ["Reviewer"],
    deny: ["Reviewer"],
    requestChanges: ["Reviewer"],
    listOwnStock: staff,
  },
  catalogue: { search: anyone, facets: anyone, listing: anyone, program: anyone },
  buying: {
    quote: anyone,
    openCheckout: anyone,
    checkout: anyone,
    paymentForm: anyone,
    pay: anyone,
    abandon: ["Visitor", "Member"],
  },
  orders: {
    myOrders: member,
    guestOrder: ["Guest"],
    askForLink: anyone,
    order: parties,
    explainOrder: parties,
    labelPdf: parties,
    labelQr: parties,
    bookPickup: ["Member", "Support"],
    cancelPickup: ["Member", "Support"],
    cancel: support,
    confirm: ["Member", "Guest"],
    dispute: ["Member", "Guest"],
    rate: ["Member", "Guest"],
  },
  live: { order: parties, guestOrder: ["Guest"], listing: anyone, reviewQueue: staff },
  support: {
    findOrders: staff,
    story: staff,
    findCheckouts: staff,
    checkoutStory: staff,
    mails: staff,
    mail: staff,
    webhooks: staff,
    wait: support,
    verifyDelivery: support,
    decideDispute: support,
    moderateRating: staff,
    repeatSide: support,
    releasePayout: support,
    dropPayout: support,
    returnReceived: support,
    closeIntercept: support,
    sendLink: support,
    revokeLinks: support,
    findCredit: staff,
    resendCredit: staff,
    viewMailbox: staff,
    clearRefusal: support,
    operatorTasks: staff,
    listTasks: staff,
    repeatTask: staff,
    verifyJournal: staff,
  },
  figures: { figures: staff, figuresCsv: staff },
  subscriptions: {
    list: staff,
    subscribe: support,
    edit: support,
    remove: support,
    rotateSecret: support,
    disable: support,
    enable: support,
    replay: support,
    test: support,
    deliveries: staff,
  },
  photos: {
    upload: ["Member", "Guest", "Reviewer", "Support"],
    openUpload: ["Member", "Guest", "Reviewer", "Support"],
    putUpload: anyone,
    finishUpload: ["Member", "Guest", "Reviewer", "Support"],
    photo: anyone,
  },
  webhooks: { carrier: provider, payments: provider, mail: provider },
  health: { live: anyone, ready: anyone },
  sandbox: { clock: anyone, advance: anyone },
};
