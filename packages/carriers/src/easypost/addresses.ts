import { type PostalAddress, type ProviderError, zip5 } from "@resale/core";
import { Effect, Result } from "effect";
import type { Api, No } from "./api.ts";
import { VerifiedAddress } from "./objects.ts";

/** Our names for EasyPost's fields. */
const ours: Readonly<Record<string, string>> = {
  address: "line1",
  street1: "line1",
  street2: "line2",
  city: "city",
  state: "region",
  zip: "zip",
  country: "country",
  name: "name",
};

export const theirs = ({ name, line1, line2, city, region, zip, country }: PostalAddress, phone: string) => ({
  name,
  street1: line1,
  ...(line2 === undefined ? {} : { street2: line2 }),
  city,
  state: region,
  zip,
  country,
  phone,
});

const fault = (api: Api, end: string, { fields, error }: No): ProviderError => {
  const [first] = fields;
  if (error._tag !== "ProviderRefused" || first === undefined) return error;
  return api.says.refused(`${end}.${ours[first.field] ?? first.field}: ${first.message}`);
};

/**
 * An address that EasyPost has verified, by its id. One that it would put under another ZIP code is refused: the scan of
 * the delivery will name that one, and be taken for a delivery elsewhere (R38).
 */
export const verifiedAddress = (api: Api, end: "from" | "to", address: PostalAddress, phone: string) =>
  Effect.gen(function* () {
    if (address.country !== "US") {
      return yield* api.says.refused(
        `${end}.country: only addresses in the United States, not ${address.country}`,
      );
    }
    const said = yield* api.make(VerifiedAddress, "/addresses/create_and_verify", {
      address: theirs(address, phone),
    });
    if (Result.isFailure(said)) return yield* fault(api, end, said.failure);
    const found = "address" in said.success ? said.success.address : said.success;
    if (typeof found.zip === "string" && found.zip.slice(0, 5) !== zip5(address.zip)) {
      return yield* api.says.refused(`${end}.zip: the carrier knows this address under ${found.zip}`);
    }
    return found.id;
  });
