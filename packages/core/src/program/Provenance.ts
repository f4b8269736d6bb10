import { Schema } from "effect";

/** Stated by the brand, stated twice and differently, implied, or our own choice: the marks of the rules. */
export const Mark = Schema.Literals(["S", "A", "I", "O"]);
export type Mark = typeof Mark.Type;

/** The rule each field of a Program carries out. Docs and screens say from it where a number comes from. */
export const ruleOfField = {
  categories: "R5",
  "collections.flagged": "R6",
  "collections.treatment": "R6",
  grades: "R8",
  "photos.required": "R7",
  "photos.tips": "R7",
  "photos.most": "R7",
  "photos.keptAfterEnd": "R7",
  "pricing.table": "R9",
  "pricing.roundTo": "R9",
  "pricing.repricing": "R11",
  charge: "R12",
  sellerShare: "R46",
  "review.within": "R13",
  "review.checklist": "R14",
  "review.denialReasons": "R14",
  ownStock: "R17",
  shipTo: "R18",
  shipFrom: "R18",
  "checkout.hold": "R21",
  "checkout.most": "R20",
  "checkout.tender": "R23",
  "shipping.shipBy": "R29",
  "shipping.promise": "R29",
  "shipping.reminder": "R29",
  "shipping.labelLate": "R29",
  "shipping.cancelAfter": "R31",
  "shipping.estimate": "R33",
  "shipping.updateEvery": "R35",
  "shipping.stalledAfter": "R36",
  "shipping.packingTips": "R28",
  "delivery.window": "R40",
  "delivery.closing": "R40",
  "dispute.kinds": "R44",
  "dispute.decideWithin": "R45",
  "dispute.mostPhotos": "R44",
  "guestLinks.life": "R26",
  "guestLinks.again": "R26",
  "returns.within": "R45",
  "returns.to": "R45",
  "ratings.most": "R42",
  "ratings.moderated": "R42",
  calendar: "R30",
  digest: "R13",
  // The list of mails bears no number.
  "mail.theme": "Mail",
} as const;
export type ProgramField = keyof typeof ruleOfField;

/** Where a field's value comes from, and what is to be said about it. */
export const Provenance = Schema.Struct({ mark: Mark, note: Schema.optionalKey(Schema.String) });
export type Provenance = typeof Provenance.Type;
