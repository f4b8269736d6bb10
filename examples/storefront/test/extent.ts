/** Whether every screen is looked at in all widths and both schemes, with a picture of each: `npm run campaign -- shop`. */
export const isCampaign = process.env["RESALE_SHOP"] === "campaign";

export const NARROW = 390;
export const WIDE = 1440;

/** Widths at which nothing may be cut off, in pixels. */
export const WIDTHS: ReadonlyArray<number> = isCampaign
  ? [320, 360, 390, 768, 1024, 1440, 3840]
  : [360, 3840];

/** Of a test of some steps in a browser, in milliseconds: a busy machine is no reason to fail. */
export const STEP = isCampaign ? 600_000 : 120_000;

/** Of a shop that is opened, in milliseconds: in a campaign all its photos are drawn. */
export const OPENING = isCampaign ? 900_000 : 120_000;
