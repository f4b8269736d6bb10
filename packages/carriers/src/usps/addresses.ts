import { type PostalAddress, type ProviderRefused, type ProviderUnavailable, zip5 } from "@resale/core";
import { Effect, Result, Schema } from "effect";
import { HttpClientRequest } from "effect/http";
import { maybe } from "../remote/readAnswer.ts";
import type { Api } from "./api.ts";

const Checked = Schema.Struct({
  address: maybe(Schema.Struct({ ZIPCode: maybe(Schema.String) })),
  additionalInfo: maybe(Schema.Struct({ DPVConfirmation: maybe(Schema.String) })),
});

/** What the USPS takes on a line. */
const LONGEST = 50;

const tooLong = (end: string, { line1, line2, name }: PostalAddress): string | undefined => {
  for (const [field, text] of Object.entries({ line1, line2: line2 ?? "", name })) {
    if (text.length > LONGEST)
      return `${end}.${field}: longer than the ${LONGEST} letters that fit on a label`;
  }
  return undefined;
};

/** A person has a first and a last name; who has one name only goes as a firm. */
export const addressee = (name: string) => {
  const words = name.trim().split(/\s+/);
  const lastName = words.at(-1) ?? "";
  return words.length === 1 ? { firm: lastName } : { firstName: words.slice(0, -1).join(" "), lastName };
};

/** A place in the USPS's words. */
export const place = ({ line1, line2, city, region, zip }: PostalAddress) => ({
  streetAddress: line1,
  ...(line2 === undefined ? {} : { secondaryAddress: line2 }),
  city,
  state: region,
  ZIPCode: zip5(zip),
  ...(zip.length > 5 ? { ZIPPlus4: zip.slice(6) } : {}),
});

/**
 * Whether the USPS knows an address: refused by the field, if not. A flat that is missing or not confirmed (`D`, `S`) is let
 * through: the USPS delivers there, and the buyer has paid. One under another ZIP code is not (R38).
 */
export const checkAddress = (
  api: Api,
  end: "from" | "to",
  address: PostalAddress,
): Effect.Effect<void, ProviderRefused | ProviderUnavailable> =>
  Effect.gen(function* () {
    const { country, zip } = address;
    const { says } = api;
    if (country !== "US") {
      return yield* says.refused(`${end}.country: only addresses in the United States, not ${country}`);
    }
    const long = tooLong(end, address);
    if (long !== undefined) return yield* says.refused(long);
    const request = HttpClientRequest.get(api.at("/addresses/v3/address"), { urlParams: place(address) });
    const said = yield* api.get({ request });
    if (Result.isFailure(said)) return yield* says.refused(`${end}.line1: ${said.failure.reason}`);
    const checked = yield* api.read(Checked, said.success);
    const known = checked.address?.ZIPCode;
    if (typeof known === "string" && known.slice(0, 5) !== zip5(zip)) {
      return yield* says.refused(`${end}.zip: the carrier knows this address under ${known}`);
    }
    if (checked.additionalInfo?.DPVConfirmation === "N") {
      return yield* says.refused(`${end}.line1: the carrier knows no such address`);
    }
  });
