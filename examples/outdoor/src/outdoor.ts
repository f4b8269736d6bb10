import {
  canadianRegions,
  DAY,
  fiftyStates,
  HOUR,
  MINUTE,
  type Program,
  RegionCode,
  readProgram,
} from "@resale/core";
import { type Market, provenance } from "./market.ts";

const businessDays = (days: number) => ({ _tag: "BusinessDays", days }) as const;
const elapsed = (milliseconds: number) => ({ _tag: "Elapsed", milliseconds }) as const;

/** What both markets share: an outdoor brand's jackets, in five grades, repaired ones among them. */
const everywhere = {
  name: "Second Summit",
  brand: "High Ridge",
  loyalty: "Ridge Club",
  mail: {
    from: "secondsummit@outdoor.example",
    replyTo: "help@outdoor.example",
    operators: ["resale@outdoor.example"],
    theme: {
      colours: {
        ground: { light: "#eef1ee", dark: "#0e1110" },
        paper: { light: "#ffffff", dark: "#181c1a" },
        ink: { light: "#16201b", dark: "#eaf1ed" },
        quiet: { light: "#55625b", dark: "#a5b3ab" },
        line: { light: "#d8dfda", dark: "#2f3833" },
        accent: { light: "#1f6b45", dark: "#7cc9a0" },
        button: { light: "#16201b", dark: "#eaf1ed" },
        buttonText: { light: "#ffffff", dark: "#16201b" },
      },
      footer: ["Repaired, passed on, worn out."],
    },
  },
  categories: [
    { key: "Shells", label: "Shell jackets" },
    { key: "Insulated", label: "Insulated jackets" },
    { key: "Fleece", label: "Fleeces" },
  ],
  collections: { flagged: ["Expedition"], treatment: "Refuse" },
  grades: [
    { key: "New", label: "New with tags", description: "Never worn, with its tags.", tagPhoto: true },
    {
      key: "LikeNew",
      label: "Like new",
      description: "Worn once or twice; no mark to be seen.",
      tagPhoto: false,
    },
    { key: "Great", label: "Great", description: "Worn with care: light marks, all shown.", tagPhoto: false },
    {
      key: "Good",
      label: "Good",
      description: "Well worn and sound, perhaps with a neat repair.",
      tagPhoto: false,
    },
    {
      key: "Loved",
      label: "Well loved",
      description: "Patched or faded, still waterproof.",
      tagPhoto: false,
    },
  ],
  photos: {
    required: [
      { key: "Front", label: "Front", tip: "Zipped up, hood out." },
      { key: "Back", label: "Back", tip: "Flat, sleeves beside it." },
      { key: "CareLabel", label: "Care label", tip: "Sharp enough to be read." },
    ],
    tips: ["Show every repair from close up, inside and out.", "Daylight, no flash."],
    most: 10,
    keptAfterEnd: elapsed(30 * DAY),
  },
  pricing: {
    table: {
      New: [{ underMonths: 24, rate: 7500 }, { rate: 6500 }],
      LikeNew: [{ underMonths: 24, rate: 6500 }, { rate: 5500 }],
      Great: [{ underMonths: 36, rate: 5000 }, { rate: 4000 }],
      Good: [{ underMonths: 36, rate: 4000 }, { rate: 3000 }],
      Loved: [{ rate: 2000 }],
    },
    roundTo: 100,
    repricing: "Consent",
  },
  sellerShare: 7500,
  review: {
    within: businessDays(2),
    checklist: [
      { key: "Photos", label: "The photos show the jacket as it is" },
      { key: "Repairs", label: "Every repair is declared" },
      { key: "Membrane", label: "The membrane is whole" },
    ],
    denialReasons: [
      { key: "Delaminated", label: "The membrane has come off" },
      { key: "Recalled", label: "This model was recalled" },
      { key: "Other", label: "Another reason" },
    ],
  },
  checkout: { hold: elapsed(20 * MINUTE), most: 10, tender: ["Card"] },
  shipping: {
    shipBy: elapsed(14 * DAY),
    promise: elapsed(14 * DAY),
    reminder: elapsed(10 * DAY),
    labelLate: elapsed(6 * HOUR),
    cancelAfter: elapsed(2 * DAY),
    estimate: { fromDays: 3, toDays: 8 },
    updateEvery: elapsed(5 * DAY),
    stalledAfter: elapsed(12 * DAY),
    packingTips: ["Dry and zipped up.", "A poly bag is enough."],
  },
  delivery: { window: elapsed(5 * DAY), closing: elapsed(4 * DAY) },
  dispute: {
    kinds: [
      { key: "NotAsDescribed", label: "Not as described", returns: true },
      { key: "NotReceived", label: "Not received", returns: false },
      { key: "Leaks", label: "It leaks", returns: true },
    ],
    decideWithin: businessDays(3),
    mostPhotos: 6,
  },
  returns: { within: elapsed(21 * DAY), to: "Brand" },
  ratings: { most: 5, moderated: false },
  digest: { hour: 7 },
  guestLinks: { life: elapsed(120 * DAY), again: elapsed(10 * MINUTE) },
  provenance,
} as const;

const marketOf = (market: Market): Program =>
  readProgram({
    ...everywhere,
    version: market.version,
    currency: market.currency,
    calendar: market.calendar,
    charge: market.charge,
    ownStock: market.ownStock,
    shipTo: { country: market.country, regions: market.regions },
    shipFrom: { country: market.country, regions: market.regions },
  });

/** The United States, the District of Columbia included. */
export const unitedStates: Program = marketOf({
  version: "outdoor-us-2026-11",
  currency: "USD",
  country: "US",
  regions: [...fiftyStates, RegionCode.make("DC")],
  charge: 795,
  calendar: {
    zone: "America/Denver",
    holidays: {
      observance: "Federal",
      rules: [
        { _tag: "OnDate", name: "New Year's Day", month: 1, day: 1 },
        { _tag: "OnWeekday", name: "Memorial Day", month: 5, weekday: 1, nth: 5 },
        { _tag: "OnDate", name: "Independence Day", month: 7, day: 4 },
        { _tag: "OnWeekday", name: "Labor Day", month: 9, weekday: 1, nth: 1 },
        { _tag: "OnWeekday", name: "Thanksgiving Day", month: 11, weekday: 4, nth: 4 },
        { _tag: "OnDate", name: "Christmas Day", month: 12, day: 25 },
      ],
    },
  },
  ownStock: {
    name: "Ridge Workshop",
    email: "workshop@outdoor.example",
    address: {
      name: "Ridge Workshop",
      line1: "12 Depot Street",
      city: "Denver",
      region: "CO",
      zip: "80202",
      country: "US",
    },
  },
});

/** Canada, in Canadian dollars. */
export const canada: Program = marketOf({
  version: "outdoor-ca-2026-11",
  currency: "CAD",
  country: "CA",
  regions: canadianRegions,
  charge: 995,
  calendar: {
    zone: "America/Toronto",
    holidays: {
      observance: "Postal",
      rules: [
        { _tag: "OnDate", name: "New Year's Day", month: 1, day: 1 },
        { _tag: "FromEaster", name: "Good Friday", days: -2 },
        { _tag: "WeekdayBefore", name: "Victoria Day", month: 5, day: 25, weekday: 1 },
        { _tag: "OnDate", name: "Canada Day", month: 7, day: 1 },
        { _tag: "OnWeekday", name: "Labour Day", month: 9, weekday: 1, nth: 1 },
        { _tag: "OnWeekday", name: "Thanksgiving", month: 10, weekday: 1, nth: 2 },
        { _tag: "OnDate", name: "Christmas Day", month: 12, day: 25 },
        { _tag: "OnDate", name: "Boxing Day", month: 12, day: 26 },
      ],
    },
  },
  ownStock: {
    name: "Ridge Workshop",
    email: "atelier@outdoor.example",
    address: {
      name: "Ridge Workshop",
      line1: "400 King Street West",
      city: "Toronto",
      region: "ON",
      zip: "M5V 1K4",
      country: "CA",
    },
  },
});

/** One Program for each market: each trades in one currency. */
export const markets = { unitedStates, canada } as const;
