import type { ByActors } from "./Promised.ts";

const staff = "reviewers and support";

/** What every method of an actor is for. */
export const byActors: ByActors = {
  catalogue: {
    search: {
      as: "catalogue.search",
      answers: "`{ entries, next }`: CatalogueEntry[], the next page's `cursor` or null",
    },
    facets: { as: "catalogue.facets", answers: "Facets" },
  },
  selling: {
    purchases: { as: "selling.purchases", answers: "UnitView[]" },
    recommendPrice: {
      as: "selling.recommendPrice",
      answers: "`{ price, base, ageMonths, steps, payout }`",
    },
    listings: { as: "selling.myListings", answers: "ListingView[]" },
    start: { as: "selling.startListing", answers: "ListingView" },
  },
  listings: {
    edit: { as: "selling.editListing", answers: "ListingView" },
    submit: { as: "selling.submitListing", answers: "ListingView" },
    approve: { as: "review.approve", answers: "ListingView" },
    deny: { as: "review.deny", answers: "ListingView" },
    requestChanges: {
      as: "review.requestChanges",
      answers: "ListingView",
    },
    acceptPrice: { as: "selling.acceptPrice", answers: "ListingView" },
    withdraw: { as: "selling.withdrawListing", answers: "ListingView" },
    listOwnStock: { as: "review.listOwnStock", answers: "ListingView" },
    view: { as: "catalogue.listing", answers: "`{ listing, version, score }`" },
    explain: { as: "selling.explainListing", answers: "Explanation" },
    follow: { as: "live.listing", answers: "`{ listing, version, score }`" },
  },
  review: {
    queue: {
      as: "review.queue",
      what: "What waits for review, newest first",
      answers: "ListingView[]",
    },
    history: { as: "review.history", answers: "`{ events, score, others }`" },
  },
  buying: {
    quote: { as: "buying.quote", answers: "Quote" },
    open: { as: "buying.openCheckout", answers: "CheckoutView" },
    view: { as: "buying.checkout", answers: "CheckoutView" },
    pay: { as: "buying.pay", answers: "CheckoutView" },
    abandon: { as: "buying.abandon", answers: "CheckoutView" },
  },
  orders: {
    bookPickup: { as: "orders.bookPickup", answers: "OrderView" },
    cancelPickup: { as: "orders.cancelPickup", answers: "OrderView" },
    wait: { as: "support.wait", answers: "OrderView" },
    verifyDelivery: { as: "support.verifyDelivery", answers: "OrderView" },
    cancel: { as: "orders.cancel", answers: "OrderView" },
    confirm: { as: "orders.confirm", answers: "OrderView" },
    openDispute: { as: "orders.dispute", answers: "OrderView" },
    decideDispute: { as: "support.decideDispute", answers: "OrderView" },
    rate: { as: "orders.rate", answers: "OrderView" },
    moderateRating: { as: "support.moderateRating", answers: "OrderView" },
    releasePayout: { as: "support.releasePayout", answers: "OrderView" },
    dropPayout: { as: "support.dropPayout", answers: "OrderView" },
    recordReturnReceived: { as: "support.returnReceived", answers: "OrderView" },
    closeIntercept: { as: "support.closeIntercept", answers: "OrderView" },
    repeat: { as: "support.repeatSide", answers: "OrderView" },
    revokeLinks: { as: "support.revokeLinks", answers: "OrderView" },
    sendLink: { as: "support.sendLink", answers: "OrderView" },
    view: { as: "orders.order", answers: "`{ order, version }`" },
    explain: { as: "orders.explainOrder", answers: "Explanation" },
    follow: { as: "live.order", answers: "`{ order, version }`" },
    mine: { as: "orders.myOrders", answers: "OrderView[]" },
    label: {
      as: "orders.labelPdf",
      what: "The prepaid label: to print, and to show as a QR code where the carrier has one",
      answers: "`{ pdf, qrPng? }`: bytes",
    },
  },
  support: {
    findOrders: { as: "support.findOrders", answers: "OrderView[]" },
    orderStory: {
      as: "support.story",
      answers: "`{ order, checkout, events, payment, journal, tasks, mailboxes }`",
    },
    findCheckouts: { as: "support.findCheckouts", answers: "DeskCheckoutView[]" },
    checkoutStory: { as: "support.checkoutStory", answers: "`{ checkout, events, tasks }`" },
    toldOfOrder: { as: "support.webhooks", answers: "KeptTask[]" },
    sentMails: { as: "support.mails", answers: "SentMail[]" },
    sentMail: {
      as: "support.mail",
      answers: "a SentMail with `subject`, `html`, `text`",
    },
    mailbox: { as: "support.viewMailbox", answers: "Mailbox" },
    clearRefusal: { as: "support.clearRefusal", answers: "null" },
    operatorTasks: {
      as: "support.operatorTasks",
      answers: "`{ task, since, kind, subject, title }[]`",
    },
    findCredit: { as: "support.findCredit", answers: "IssuedCredit[]" },
    resendCredit: { as: "support.resendCredit", answers: "nothing" },
    tasks: { as: "support.listTasks", answers: "KeptTask[]" },
    repeatTask: { as: "support.repeatTask", answers: "nothing" },
    dropTask: {
      what: "End a side effect undone, for good; what it was for shows that it failed",
      who: staff,
      answers: "`Dropped`, `Leased`, `Over` or `Missing`, by `_tag`",
    },
    figures: { as: "figures.figures", answers: "Figure[]" },
  },
  subscribers: {
    list: { as: "subscriptions.list", answers: "SubscriptionView[]" },
    subscribe: {
      as: "subscriptions.subscribe",
      answers: "`{ subscription, secret }`",
    },
    edit: { as: "subscriptions.edit", answers: "SubscriptionView" },
    remove: { as: "subscriptions.remove", answers: "SubscriptionView" },
    rotateSecret: { as: "subscriptions.rotateSecret", answers: "`{ subscription, secret }`" },
    secret: {
      what: "The secret of the subscription's nth rotation, where it still signs, for whoever lost the answer",
      who: "support",
      answers: "`{ subscription, secret }`",
    },
    disable: {
      as: "subscriptions.disable",
      answers: "SubscriptionView",
    },
    enable: { as: "subscriptions.enable", answers: "SubscriptionView" },
    deliveries: {
      as: "subscriptions.deliveries",
      answers: "DeliveryView[]",
    },
    replay: {
      what: "Tell everything after a position once more",
      who: "support",
      answers: "SubscriptionView",
    },
    replaySubject: {
      what: "Tell everything of one subject once more, from its number on",
      who: "support",
      answers: "SubscriptionView",
    },
    test: { as: "subscriptions.test", answers: "WebhookAnswer" },
  },
};
