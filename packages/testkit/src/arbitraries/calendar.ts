import { type BusinessCalendar, type Instant, instant, type Length, usFederalHolidays } from "@resale/core";
import fc from "fast-check";

/** Zones with all that makes days odd: half hours, midnights that do not exist or come twice, far east and west. */
export const ZONES = [
  "America/New_York",
  "America/Los_Angeles",
  "America/Sao_Paulo",
  "America/St_Johns",
  "America/Havana",
  "America/Santiago",
  "Asia/Beirut",
  "Asia/Tehran",
  "Asia/Kathmandu",
  "Asia/Gaza",
  "Africa/Cairo",
  "Atlantic/Azores",
  "Australia/Lord_Howe",
  "Europe/London",
  "Pacific/Auckland",
  "Pacific/Kiritimati",
  "Pacific/Pago_Pago",
  "UTC",
] as const;

/** Time zones with and without summer time, on both sides of the date line. */
export const zones: fc.Arbitrary<string> = fc.constantFrom(...ZONES);

/** Instants between two years; the hours around midnight are as likely as all others. */
export const instants = (fromYear = 1990, toYear = 2090): fc.Arbitrary<Instant> =>
  fc.integer({ min: Date.UTC(fromYear, 0, 1), max: Date.UTC(toYear, 0, 1) }).map((moment) => instant(moment));

/** Calendars of every observance, in every kind of zone. */
export const calendars = (zone: fc.Arbitrary<string> = zones): fc.Arbitrary<BusinessCalendar> =>
  fc.record({
    zone,
    holidays: fc.record({
      rules: fc.constantFrom(usFederalHolidays, []),
      observance: fc.constantFrom("Postal", "Federal", "None"),
    }),
  });

/** Lengths as a Program may have them. */
export const lengths: fc.Arbitrary<Length> = fc.oneof(
  fc.integer({ min: 1, max: 30 }).map((days) => ({ _tag: "BusinessDays", days }) as const),
  fc
    .integer({ min: 1, max: 60 * 86_400_000 })
    .map((milliseconds) => ({ _tag: "Elapsed", milliseconds }) as const),
);
