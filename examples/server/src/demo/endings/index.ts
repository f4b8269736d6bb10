import { stalledRefunded, wrongZip } from "./astray.ts";
import { cartOfThree } from "./cartOfThree.ts";
import { confirmed } from "./confirmed.ts";
import { disputeRejected, disputeUpheld } from "./disputes.ts";
import type { Ending } from "./Ending.ts";
import { lostRace } from "./lostRace.ts";
import { overdueCancelled, overdueShipped } from "./overdue.ts";
import { ownStock } from "./ownStock.ts";
import { latePayment, paymentDeclined } from "./payments.ts";
import { silentThreeDays } from "./silentThreeDays.ts";

/** Every ending there is, by the name with which one asks for it. */
export const endings = {
  confirmed: { title: "A whole sale, confirmed", rules: "R3–R48", play: (stage) => confirmed(stage) },
  silentThreeDays: { title: "Three days of silence", rules: "R41, R43", play: silentThreeDays },
  disputeUpheld: { title: "A dispute, upheld", rules: "R44, R45", play: disputeUpheld },
  disputeRejected: { title: "A dispute, rejected", rules: "R44, R45", play: disputeRejected },
  overdueCancelled: { title: "Overdue, and cancelled", rules: "R29–R31, R39, R51", play: overdueCancelled },
  overdueShipped: { title: "Overdue, but shipped after all", rules: "R31", play: overdueShipped },
  stalledRefunded: { title: "Stalled on its way, and refunded", rules: "R36, R51", play: stalledRefunded },
  wrongZip: { title: "Delivered to the wrong ZIP code", rules: "R38, R51", play: wrongZip },
  ownStock: { title: "The brand's own stock", rules: "R17", play: ownStock },
  cartOfThree: { title: "A cart of three sellers", rules: "R24", play: cartOfThree },
  lostRace: { title: "A lost race", rules: "R20, R21", play: lostRace },
  paymentDeclined: { title: "A card that is declined", rules: "R21", play: paymentDeclined },
  latePayment: { title: "A payment after the hold", rules: "R21, R27", play: latePayment },
} as const satisfies Record<string, Ending>;
export type EndingName = keyof typeof endings;

export const isEnding = (name: string): name is EndingName => Object.hasOwn(endings, name);
