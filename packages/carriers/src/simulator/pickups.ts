import type { Carrier, PickupConfirmation } from "@resale/core";
import { hashOf, type openIdempotencyKeys } from "@resale/simulator";
import { Effect, Result } from "effect";
import { type Parcel, ParcelFact } from "./Parcel.ts";
import { add, leave, type ParcelDecision, type Parcels, refused, trackingOf } from "./parcels.ts";
import { pickupOn } from "./pickupDay.ts";
import { undeliverable } from "./undeliverable.ts";

type Port = Carrier["Service"];

const confirmationOf = ({ bought }: Parcel, key: string): string => `PU${bought.label.tracking}-${key}`;

/** Free pickups at the seller's door: a parcel that is collected is dropped (R34). */
export const pickupsOf = (parcels: Parcels, claim: ReturnType<typeof openIdempotencyKeys>) => {
  const bookPickup = Effect.fn("CarrierSimulator.bookPickup")(function* (
    request: Parameters<Port["bookPickup"]>[0],
  ) {
    const { from, date, label } = request;
    const problem = undeliverable("from", from);
    if (problem !== undefined) return yield* refused(problem);
    yield* claim(request.key, ["bookPickup", label, date, from.line1, from.line2, from.city, from.zip]);
    const key = hashOf(request.key).slice(0, 12);
    return yield* parcels.decide(
      trackingOf(label),
      (parcel, now, facts): ParcelDecision<PickupConfirmation> => {
        const confirmation = confirmationOf(parcel, key);
        const answer = { confirmation, date };
        if (facts.some((fact) => fact._tag === "PickupBooked" && fact.key === key)) {
          return Result.succeed({ answer });
        }
        if (parcel.refunded !== undefined) return Result.fail(refused("this label was refunded"));
        if (parcel.dropped !== undefined) return Result.fail(refused("the parcel is already on its way"));
        const [standing] = parcel.pickups;
        if (standing !== undefined) {
          return Result.fail(refused(`a pickup of this parcel is booked already, on ${standing.date}`));
        }
        const collects = pickupOn(date, now);
        if (Result.isFailure(collects)) return Result.fail(refused(collects.failure));
        const collectsAt = collects.success;
        const fact = ParcelFact.cases.PickupBooked.make({ key, confirmation, date, collectsAt });
        return Result.succeed({ answer, fact });
      },
    );
  });

  const cancelPickup = Effect.fn("CarrierSimulator.cancelPickup")(function* (
    request: Parameters<Port["cancelPickup"]>[0],
  ) {
    const { confirmation } = request;
    yield* claim(request.key, ["cancelPickup", confirmation]);
    const tracking = /^PU(\d{22})-/.exec(confirmation)?.[1] ?? "";
    yield* parcels.decide(tracking, (parcel, now, facts): ParcelDecision<void> => {
      const booked = facts.find((fact) => fact._tag === "PickupBooked" && fact.confirmation === confirmation);
      if (booked?._tag !== "PickupBooked") return Result.fail(refused(`there is no pickup ${confirmation}`));
      if (!parcel.pickups.includes(booked)) return leave;
      if (booked.collectsAt <= now) return Result.fail(refused(`the pickup on ${booked.date} is over`));
      return add(ParcelFact.cases.PickupCancelled.make({ confirmation }));
    });
  });

  return { bookPickup, cancelPickup };
};
