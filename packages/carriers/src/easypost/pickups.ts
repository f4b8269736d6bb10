import { type Carrier, dayNumber, HOUR, type PickupConfirmation, plus, startOfDay } from "@resale/core";
import { Effect, Result, Schema } from "effect";
import { timeZoneOf } from "../place/timeZoneOf.ts";
import { makeTurns } from "../remote/inTurn.ts";
import type { Kept } from "../remote/Kept.ts";
import { contentHash, contentOf, keyedBy } from "../remote/keyed.ts";
import { theirs } from "./addresses.ts";
import { type Api, orNo } from "./api.ts";
import { Pickup } from "./objects.ts";
import type { EasyPostOptions } from "./options.ts";

type Port = Carrier["Service"];
type Wish = Parameters<Port["bookPickup"]>[0];

/** From eight in the morning until six, where the parcel is. */
const OPENS = 8 * HOUR;
const CLOSES = 18 * HOUR;

const hoursOf = ({ date, from: { region, zip } }: Wish) => {
  const [year = 0, month = 0, day = 0] = date.split("-").map(Number);
  const midnight = startOfDay(dayNumber(year, month, day), timeZoneOf({ region, zip }) ?? "America/New_York");
  const text = (after: number): string => new Date(plus(midnight, after)).toISOString();
  return { min_datetime: text(OPENS), max_datetime: text(CLOSES) };
};

/** The carrier's own number, for people, and EasyPost's id, by which it is cancelled. */
const confirmationOf = ({ id, confirmation }: Pickup): string => `${confirmation ?? ""}.${id}`;
const idIn = (confirmation: string): string | undefined => /\.(pickup_[0-9a-f]{32})$/.exec(confirmation)?.[1];

/** Free pickups at the seller's door (R34). */
export const pickupsOf = (api: Api, kept: Kept["Service"], options: EasyPostOptions) => {
  const { says } = api;
  const inTurn = makeTurns();
  const begun = keyedBy(kept, says, "easypost.pickup", Schema.String);
  const pickupNamed = (id: string) => orNo(api.get(Pickup, `/pickups/${id}`));

  const pickupFor = Effect.fnUntraced(function* (wish: Wish, content: string) {
    const first = yield* begun.find(wish.key, content);
    if (first !== undefined) return yield* pickupNamed(first);
    const pickup = {
      reference: contentHash([wish.key]),
      shipment: { id: wish.label },
      address: theirs(wish.from, options.phone),
      is_account_address: false,
      ...hoursOf(wish),
    };
    const made = yield* orNo(api.make(Pickup, "/pickups", { pickup }));
    const standing = yield* begun.begin(wish.key, content, made.id);
    return standing === made.id ? made : yield* pickupNamed(standing);
  });

  const booked = Effect.fnUntraced(function* (pickup: Pickup, date: Wish["date"]) {
    const answer = (of: Pickup): PickupConfirmation => ({ confirmation: confirmationOf(of), date });
    if (typeof pickup.confirmation === "string") return answer(pickup);
    const free = (pickup.pickup_rates ?? []).find((rate) => Number(rate.rate) === 0);
    if (free === undefined) {
      const why = (pickup.messages ?? []).map(({ message }) => message ?? "").join("; ");
      return yield* says.refused(`date: no free pickup on ${date}. ${why}`.trim());
    }
    const { carrier, service } = free;
    const said = yield* api.act(Pickup, `/pickups/${pickup.id}/buy`, { carrier, service });
    if (Result.isSuccess(said)) return answer(said.success);
    // Somebody else may have been quicker under the same key.
    const again = yield* pickupNamed(pickup.id);
    return typeof again.confirmation === "string" ? answer(again) : yield* said.failure.error;
  });

  const bookPickup = Effect.fn("EasyPost.bookPickup")(function* (wish: Wish) {
    const content = contentHash([wish.label, wish.date, contentOf(wish.from)]);
    return yield* inTurn(
      wish.key,
      Effect.flatMap(pickupFor(wish, content), (pickup) => booked(pickup, wish.date)),
    );
  });

  const cancelPickup = Effect.fn("EasyPost.cancelPickup")(function* ({
    confirmation,
  }: Parameters<Port["cancelPickup"]>[0]) {
    const id = idIn(confirmation);
    if (id === undefined) return yield* says.refused("there is no such pickup");
    const pickup = yield* pickupNamed(id);
    if (pickup.status === "canceled") return;
    const said = yield* api.act(Pickup, `/pickups/${id}/cancel`, {});
    if (Result.isSuccess(said)) return;
    const again = yield* pickupNamed(id);
    if (again.status !== "canceled") return yield* said.failure.error;
  });

  return { bookPickup, cancelPickup };
};
