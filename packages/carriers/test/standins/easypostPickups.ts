import { error, hex } from "./easypostError.ts";
import { json, type Reply } from "./Standin.ts";

interface Pickup {
  readonly id: string;
  readonly sunday: boolean;
  status: string;
  confirmation: string | null;
}

/** Pickups of EasyPost: made first, bought second. */
export class Pickups {
  readonly #booked = new Map<string, Pickup>();
  readonly #isBought: (shipment: string) => boolean;

  constructor(isBought: (shipment: string) => boolean) {
    this.#isBought = isBought;
  }

  create(given: { readonly min_datetime: string; readonly shipment: { readonly id: string } }): Reply {
    const bought = this.#isBought(given.shipment.id);
    if (!bought) return error(422, "PICKUP.SHIPMENT.INVALID", "Shipment was not bought.");
    const sunday = new Date(given.min_datetime).getUTCDay() === 0;
    const pickup: Pickup = { id: `pickup_${hex()}`, sunday, status: "unknown", confirmation: null };
    this.#booked.set(pickup.id, pickup);
    return json(201, this.#shown(pickup));
  }

  #shown({ id, sunday, status, confirmation }: Pickup): unknown {
    return {
      id,
      object: "Pickup",
      status,
      confirmation,
      messages: sunday ? [{ carrier: "USPS", type: "rate_error", message: "No pickups on Sundays." }] : [],
      pickup_rates: sunday ? [] : [{ service: "NextDay", carrier: "USPS", rate: "0.00", currency: "USD" }],
    };
  }

  act(id: string, act: string): Reply {
    const pickup = this.#booked.get(id);
    if (pickup === undefined) return error(404, "NOT_FOUND", "The requested resource could not be found.");
    if (act === "buy") {
      if (pickup.confirmation !== null) return error(422, "PICKUP.BOUGHT", "Pickup was already bought.");
      pickup.status = "scheduled";
      pickup.confirmation = `WTC${hex().slice(0, 8)}`;
    }
    if (act === "cancel") {
      if (pickup.status !== "scheduled")
        return error(422, "PICKUP.CANCEL.INVALID", "Pickup can't be cancelled.");
      pickup.status = "canceled";
    }
    return json(200, this.#shown(pickup));
  }
}
