import type { ResaleApi } from "./api.ts";

type Groups = ResaleApi["groups"];

/** Every operation in a line, for the reference; to forget one does not compile. */
export const summaries: {
  readonly [Group in keyof Groups]: { readonly [Name in keyof Groups[Group]["endpoints"]]: string };
} = {
  selling: {
    purchases: "What the member once bought, unit by unit, and what of it can be sold",
    recommendPrice: "The recommended price of a unit in a grade, and how it comes about",
    myListings: "The member's own listings, newest first",
    startListing: "Begin a listing from one unit of a purchase",
    editListing: "Say what the piece is like; after approval it goes back to review",
    submitListing: "Hand a listing in for review",
    withdrawListing: "Take an unsold listing back",
    acceptPrice: "Agree to the reviewer's price",
    explainListing: "What may be done with a listing, every deadline, and what comes if nobody acts",
  },
  review: {
    queue: "What waits for review, the most urgent first",
    approve: "Approve the revision that was looked at, perhaps at another price",
    deny: "Deny a listing, with a reason",
    requestChanges: "Ask the seller for changes, field by field",
    listOwnStock: "Offer a piece of the brand's own stock",
  },
  catalogue: {
    search: "Live listings: full text, filters, sorting, page by page",
    facets: "How many live listings there are for each value of a filter",
    listing: "One listing, as its reader may see it",
    program: "The marketplace's rules that screens need: grades, categories, charge, tips",
  },
  buying: {
    quote: "What a cart costs at an address, and what is no longer there; reserves nothing",
    openCheckout: "Hold every piece of a cart, all or none, before any money moves",
    checkout: "How a checkout stands",
    pay: "Pay what is held",
    abandon: "Let go of what is held",
  },
  orders: {
    myOrders: "The member's orders, as buyer or as seller",
    guestOrder: "The order of a guest's own link",
    order: "One order, as its reader may see it",
    explainOrder: "What may be done with an order, every deadline, and what comes if nobody acts",
    labelPdf: "The prepaid label, to print",
    labelQr: "The prepaid label, to show as a QR code",
    bookPickup: "Have the carrier fetch the parcel",
    cancelPickup: "Call the pickup off",
    cancel: "Cancel an order and give the money back (support)",
    confirm: "The piece is as described: pay the seller",
    dispute: "The piece is not as described, or did not come: stop the payout",
    rate: "Rate the sale",
  },
  support: {
    findOrders: "Orders by e-mail, tracking number, seller, state or open task",
    story: "All facts, money and side effects of an order",
    wait: "Give a parcel that stalled more time",
    verifyDelivery: "Vouch for a delivery that was in doubt",
    decideDispute: "Decide a dispute",
    moderateRating: "Publish a rating, or hide it",
    repeatSide: "Set a label, payout, refund or return going again",
    releasePayout: "Pay the seller after a lost chargeback",
    dropPayout: "Drop the payout after a lost chargeback",
    returnReceived: "The piece came back",
    closeIntercept: "The parcel was called back, or let go",
    findCredit: "Gift cards that were issued to an address, without their codes",
    resendCredit: "Have a gift card mailed again by its issuer",
    operatorTasks: "Everything that waits for an operator",
    listTasks: "Side effects that wait, were given up, or are done",
    webhooks: "What providers have told of an order's parcels and payment",
    repeatTask: "Set a side effect going again that was given up",
    verifyJournal: "Check the whole journal against the facts",
  },
  live: {
    order: "An order as it is now, and after each change",
    guestOrder: "The order of a guest's own link as it is now, and after each change",
    listing: "A listing as it is now, and after each change",
    reviewQueue: "What waits for review now, and after each change",
  },
  subscriptions: {
    list: "Who is told of events as they happen, and how far that has come",
    subscribe: "Have a receiver told of events, signed; its secret is shown this once",
    edit: "Tell somebody at another address, or of other things",
    remove: "Tell somebody nothing any more, and forget how far they had come",
    rotateSecret: "Give a subscription a new secret; the one before signs as well for a while",
    disable: "Tell a receiver nothing any more",
    enable: "Tell a receiver again, from where it stood",
    replay: "Tell everything once more, from a position or a subject's number",
    test: "Send a message that says nothing, and see what is answered",
    deliveries: "How far a receiver has come with each subject, and what it answered last",
  },
  photos: {
    upload: "Send a photo in",
    photo: "A photo in one of its sizes",
  },
  webhooks: {
    carrier: "A carrier tells of a parcel",
    payments: "The card provider tells of a payment dispute",
  },
  health: {
    live: "The process lives",
    ready: "The store answers",
  },
  sandbox: {
    clock: "Where the sandbox's clock stands",
    advance: "Set the sandbox's clock forward, and see what happens on the way",
  },
};
