import { Schema } from "effect";

/** A United States ZIP code, five digits with or without the four that follow, or a Canadian postal code. */
export const Zip = Schema.String.check(
  Schema.isPattern(/^(?:\d{5}(?:-\d{4})?|[A-Z]\d[A-Z] ?\d[A-Z]\d)$/u, {
    expected:
      "a ZIP code of the United States such as 10001 or 10001-1234, or a postal code of Canada such as K1A 0B1",
  }),
).pipe(Schema.brand("Zip"));
export type Zip = typeof Zip.Type;

/** A two-letter code of a state, district, territory, military region or Canadian province. */
export const RegionCode = Schema.String.check(
  Schema.isPattern(/^[A-Z]{2}$/u, { expected: "a two-letter code such as NY" }),
).pipe(Schema.brand("RegionCode"));
export type RegionCode = typeof RegionCode.Type;

/** ISO 3166 code of a country. */
export const CountryCode = Schema.String.check(
  Schema.isPattern(/^[A-Z]{2}$/u, { expected: "a two-letter country code such as US" }),
).pipe(Schema.brand("CountryCode"));
export type CountryCode = typeof CountryCode.Type;

const line = (maximum: number) =>
  Schema.String.check(
    Schema.isPattern(/^[^\p{Cc}]*[^\p{Cc}\s][^\p{Cc}]*$/u, { expected: "one line of text" }),
    Schema.isMaxLength(maximum),
  );

/** Where a parcel comes from or goes to. A buyer's address reaches the seller only on the label (R52). */
export const PostalAddress = Schema.Struct({
  name: line(100),
  line1: line(100),
  line2: Schema.optionalKey(line(100)),
  city: line(60),
  region: RegionCode,
  zip: Zip,
  country: CountryCode,
});
export type PostalAddress = typeof PostalAddress.Type;

/** By what two codes are the same place: the five digits of a ZIP code, all of a Canadian one (R38). */
export const zip5 = (zip: Zip): string => (/^\d/.test(zip) ? zip.slice(0, 5) : zip.replace(" ", ""));
