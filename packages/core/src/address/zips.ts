import type { PostalAddress, RegionCode, Zip } from "./PostalAddress.ts";

/** The first three digits of the ZIP codes of each state, district, territory and military region. */
const unitedStates =
  "AL 350-352 354-369|AK 995-999|AZ 850-853 855-857 859-860 863-865|AR 716-729|CA 900-908 910-928 930-961|CO 800-816|CT 060-069|DE 197-199|DC 200 202-205 569|FL 320-339 341-342 344 346-347 349|GA 300-319 398-399|HI 967-968|ID 832-838|IL 600-620 622-629|IN 460-479|IA 500-516 520-528|KS 660-662 664-679|KY 400-418 420-427|LA 700-701 703-708 710-714|ME 039-049|MD 206-212 214-219|MA 010-027 055|MI 480-499|MN 550-551 553-567|MS 386-397|MO 630-631 633-641 644-658|MT 590-599|NE 680-681 683-693|NV 889-891 893-895 897-898|NH 030-038|NJ 070-089|NM 870-871 873-875 877-884|NY 005 063 100-149|NC 270-289|ND 580-588|OH 430-459|OK 730-731 734-741 743-749|OR 970-979|PA 150-196|RI 028-029|SC 290-299|SD 570-577|TN 370-385|TX 733 750-770 772-799 885|UT 840-847|VT 050-054 056-059|VA 201 220-246|WA 980-986 988-994|WV 247-268|WI 530-532 534-535 537-549|WY 820-831 834|PR 006-007 009|VI 008|AS 967|GU 969|MP 969|FM 969|MH 969|PW 969|AA 340|AE 090-099|AP 962-966";

/** The first letters of the postal codes of each province and territory. */
const canada = "AB T|BC V|MB R|NB E|NL A|NS B|NT X|NU X|ON K L M N P|PE C|QC G H J|SK S|YT Y";

type Regions = ReadonlyMap<string, ReadonlyArray<RegionCode>>;

const startsOf = (range: string): ReadonlyArray<string> => {
  const [first = "", last = first] = range.split("-");
  if (first === last) return [first];
  const many = Number(last) - Number(first) + 1;
  return Array.from({ length: many }, (_, step) => String(Number(first) + step).padStart(3, "0"));
};

const read = (table: string): Regions => {
  const regions = new Map<string, Array<RegionCode>>();
  for (const row of table.split("|")) {
    const [region = "", ...ranges] = row.split(" ");
    for (const start of ranges.flatMap(startsOf)) {
      regions.set(start, [...(regions.get(start) ?? []), region as RegionCode]);
    }
  }
  return regions;
};

/** Countries whose codes tell their region: how many characters do, and which regions begin so. */
const countries: ReadonlyMap<string, { readonly length: number; readonly regions: Regions }> = new Map([
  ["US", { length: 3, regions: read(unitedStates) }],
  ["CA", { length: 1, regions: read(canada) }],
]);

/** The regions of a country to which a ZIP code may belong; nothing, where the country's codes are not known here. */
export const regionsOfZip = (country: string, zip: Zip): ReadonlyArray<RegionCode> | undefined => {
  const known = countries.get(country);
  return known && (known.regions.get(zip.slice(0, known.length)) ?? []);
};

/** Whether an address's ZIP code may be one of its region: no carrier finds another (R18). Where it can't be told, it may. */
export const isZipOfRegion = ({
  country,
  region,
  zip,
}: Pick<PostalAddress, "country" | "region" | "zip">): boolean =>
  regionsOfZip(country, zip)?.includes(region) ?? true;
