import type { Carrier, PickupConfirmation, PostalAddress } from "@resale/core";
import { Effect, Result, Schema } from "effect";
import { HttpClientRequest } from "effect/http";
import { makeTurns } from "../remote/inTurn.ts";
import type { Kept } from "../remote/Kept.ts";
import { contentHash, contentOf, keyedBy } from "../remote/keyed.ts";
import { addressee, place } from "./addresses.ts";
import type { Api } from "./api.ts";
import type { UspsOptions } from "./options.ts";

type Port = Carrier["Service"];
type Wish = Parameters<Port["bookPickup"]>[0];

const Booked = Schema.Struct({ confirmationNumber: Schema.String, pickupDate: Schema.String });

/** The address has a pickup on that day already. */
const EXISTS = "020001";

/** What stands for a number that was never told. */
const UNNUMBERED = "unnumbered-";

const cancelling = (confirmation: string): string => `usps.pickup-cancelling.${confirmation}`;

const isNumber = (confirmation: string): boolean => /^[A-Za-z0-9-]{4,60}$/.test(confirmation);

/** A pickup is booked for a person: who has one name only gets it twice. */
const contactOf = ({ name }: PostalAddress) => {
  const who = addressee(name);
  return "firm" in who ? { firstName: who.firm, lastName: who.firm } : who;
};

/** Free pickups at the seller's door (R34). */
export const pickupsOf = (api: Api, kept: Kept["Service"], options: UspsOptions) => {
  const { says } = api;
  const inTurn = makeTurns();
  const booked = keyedBy(kept, says, "usps.pickup", Booked);
  const asked = keyedBy(kept, says, "usps.pickup-asked", Schema.Null);

  const pickupRequest = ({ from, date, label }: Wish) => ({
    pickupDate: date,
    pickupAddress: { ...contactOf(from), address: place(from), contact: [{ email: options.email }] },
    packages: [
      {
        packageType: options.mailClass === "PRIORITY_MAIL" ? "PRIORITY_MAIL" : "USPS_GROUND_ADVANTAGE",
        packageCount: 1,
      },
    ],
    estimatedWeight: options.parcel.ounces / 16,
    pickupLocation: { packageLocation: "FRONT_DOOR", specialInstructions: label.slice(0, 40) },
  });

  /** After an answer that was lost, the pickup stands; its number may be told with the refusal to book another. */
  const standing = (reason: string, { key, date }: Wish): typeof Booked.Type => ({
    confirmationNumber:
      /\b(WTC\w{4,}|[A-Z]{2,4}\d{6,})\b/.exec(reason)?.[1] ?? `${UNNUMBERED}${contentHash([key])}`,
    pickupDate: date,
  });

  const eligible = Effect.fnUntraced(function* ({ from }: Wish) {
    const request = HttpClientRequest.get(api.at("/pickup/v3/carrier-pickup/eligibility"), {
      urlParams: place(from),
    });
    const said = yield* api.get({ request });
    if (Result.isFailure(said)) return yield* says.refused(`from.line1: ${said.failure.reason}`);
  });

  const book = Effect.fnUntraced(function* (wish: Wish, content: string) {
    const before = yield* booked.find(wish.key, content);
    if (before !== undefined) return before;
    const repeated = (yield* asked.find(wish.key, content)) !== undefined;
    if (!repeated) yield* eligible(wish);
    yield* asked.begin(wish.key, content, null);
    const said = yield* api.act({
      request: HttpClientRequest.post(api.at("/pickup/v3/carrier-pickup")).pipe(
        HttpClientRequest.acceptJson,
        HttpClientRequest.bodyJsonUnsafe(pickupRequest(wish)),
      ),
    });
    if (Result.isSuccess(said)) {
      const answer = yield* Effect.catch(api.read(Booked, said.success), ({ reason }) =>
        says.unknown(reason),
      );
      return yield* booked.begin(wish.key, content, answer);
    }
    const { codes, reason } = said.failure;
    if (repeated && codes.includes(EXISTS))
      return yield* booked.begin(wish.key, content, standing(reason, wish));
    return yield* says.refused(`date: ${reason}`);
  });

  const bookPickup = Effect.fn("Usps.bookPickup")(function* (wish: Wish) {
    const content = contentHash([wish.label, wish.date, contentOf(wish.from)]);
    const { confirmationNumber, pickupDate } = yield* inTurn(wish.key, book(wish, content));
    const confirmation: PickupConfirmation = { confirmation: confirmationNumber, date: pickupDate };
    return confirmation;
  });

  /** A pickup is cancelled in the version that was seen of it. */
  const cancel = Effect.fnUntraced(function* (confirmation: string) {
    const place = api.at(`/pickup/v3/carrier-pickup/${confirmation}`);
    const seen = yield* api.get({ request: HttpClientRequest.get(place) });
    if (Result.isFailure(seen)) return seen;
    const etag = seen.success.headers["etag"] ?? "";
    // From here on a pickup that is not there any more may be one that was cancelled, its answer lost.
    yield* kept.keep(cancelling(confirmation), "");
    return yield* api.act({
      request: HttpClientRequest.delete(place).pipe(HttpClientRequest.setHeader("if-match", etag)),
    });
  });

  const cancelPickup = Effect.fn("Usps.cancelPickup")(function* ({
    confirmation,
  }: Parameters<Port["cancelPickup"]>[0]) {
    if (!isNumber(confirmation)) return yield* says.refused("there is no such pickup");
    if (confirmation.startsWith(UNNUMBERED)) {
      return yield* says.refused("the carrier never told this pickup's number: cancel it at usps.com");
    }
    const before = (yield* kept.find(cancelling(confirmation))) !== undefined;
    let said = yield* cancel(confirmation);
    // Somebody changed it in between: look again, once.
    if (Result.isFailure(said) && said.failure.status === 412) said = yield* cancel(confirmation);
    if (Result.isSuccess(said)) return;
    if (before && (said.failure.status === 404 || said.failure.status === 400)) return;
    return yield* api.refusal(said.failure);
  });

  return { bookPickup, cancelPickup };
};
