import type { RegionCode } from "./PostalAddress.ts";

const states =
  "AL Alabama|AK Alaska|AZ Arizona|AR Arkansas|CA California|CO Colorado|CT Connecticut|DE Delaware|FL Florida|GA Georgia|HI Hawaii|ID Idaho|IL Illinois|IN Indiana|IA Iowa|KS Kansas|KY Kentucky|LA Louisiana|ME Maine|MD Maryland|MA Massachusetts|MI Michigan|MN Minnesota|MS Mississippi|MO Missouri|MT Montana|NE Nebraska|NV Nevada|NH New Hampshire|NJ New Jersey|NM New Mexico|NY New York|NC North Carolina|ND North Dakota|OH Ohio|OK Oklahoma|OR Oregon|PA Pennsylvania|RI Rhode Island|SC South Carolina|SD South Dakota|TN Tennessee|TX Texas|UT Utah|VT Vermont|VA Virginia|WA Washington|WV West Virginia|WI Wisconsin|WY Wyoming";

const elsewhere =
  "DC District of Columbia|PR Puerto Rico|GU Guam|VI U.S. Virgin Islands|AS American Samoa|MP Northern Mariana Islands|FM Federated States of Micronesia|MH Marshall Islands|PW Palau|AA Armed Forces Americas|AE Armed Forces Europe|AP Armed Forces Pacific";

const provinces =
  "AB Alberta|BC British Columbia|MB Manitoba|NB New Brunswick|NL Newfoundland and Labrador|NS Nova Scotia|NT Northwest Territories|NU Nunavut|ON Ontario|PE Prince Edward Island|QC Quebec|SK Saskatchewan|YT Yukon";

const parse = (table: string): ReadonlyArray<readonly [RegionCode, string]> =>
  table.split("|").map((row) => [row.slice(0, 2) as RegionCode, row.slice(3)] as const);

/** The fifty states (R18). */
export const fiftyStates: ReadonlyArray<RegionCode> = parse(states).map(([code]) => code);

/** The ten provinces and three territories of Canada. */
export const canadianRegions: ReadonlyArray<RegionCode> = parse(provinces).map(([code]) => code);

const byCountry: { readonly [country: string]: ReadonlyArray<readonly [RegionCode, string]> } = {
  US: [states, elsewhere].flatMap(parse),
  CA: parse(provinces),
};

/** The countries whose regions and postal codes are known: the United States and Canada. */
export const knownCountries: ReadonlyArray<string> = Object.keys(byCountry);

/** Every region of a country that is known, none of another. */
export const regionsOf = (country: string): ReadonlyArray<RegionCode> =>
  knownCountries.includes(country) ? (byCountry[country] ?? []).map(([code]) => code) : [];

const names: ReadonlyMap<RegionCode, string> = new Map(Object.values(byCountry).flat());

/** The name of a state, district, territory or military region, by which it is refused (R18); the code, if unknown. */
export const regionName = (code: RegionCode): string => names.get(code) ?? code;

/** Whether one of the postal services knows such a region. */
export const isRegion = (code: RegionCode): boolean => names.has(code);
