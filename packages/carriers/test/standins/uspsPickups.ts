import { randomUUID } from "node:crypto";
import { type Asked, json, type Reply } from "./Standin.ts";
import { no } from "./uspsNo.ts";

interface Pickup {
  readonly place: string;
  readonly date: string;
  etag: string;
}

/** Pickups of the USPS: one a day at an address, changed only in the version that was seen. */
export class Pickups {
  readonly #booked = new Map<string, Pickup>();
  readonly #now: () => number;
  /** Whether a refusal to book twice names the pickup that stands. */
  namesTheOther = true;

  constructor(now: () => number) {
    this.#now = now;
  }

  get count(): number {
    return this.#booked.size;
  }

  /** Somebody changes a pickup at usps.com. */
  touch(): void {
    for (const pickup of this.#booked.values()) pickup.etag = randomUUID();
  }

  answer({ method, path, text, headers }: Asked): Reply {
    if (path.endsWith("/eligibility")) return json(200, { firstName: "", address: {} });
    if (method === "POST") return this.#book(JSON.parse(text));
    const number = path.split("/").at(-1) ?? "";
    const pickup = this.#booked.get(number);
    if (pickup === undefined) return no(404, "020005", "No pickup was found.");
    if (method === "GET") {
      return json(200, [{ confirmationNumber: number, pickupDate: pickup.date }], { etag: pickup.etag });
    }
    if (headers["if-match"] !== pickup.etag) return no(412, "412", "Precondition Failed");
    this.#booked.delete(number);
    return { status: 200, body: "" };
  }

  #book(given: {
    readonly pickupDate: string;
    readonly pickupAddress: { readonly address: unknown };
  }): Reply {
    const { pickupDate: date } = given;
    const place = JSON.stringify(given.pickupAddress.address);
    const sunday = new Date(`${date}T12:00:00Z`).getUTCDay() === 0;
    // Until two in the morning in the Central zone: at eight in Greenwich, in winter.
    const late = Date.parse(`${date}T08:00:00Z`) <= this.#now();
    if (sunday || late) return no(400, "020018", "Carrier pickup is not available on that day.");
    const other = [...this.#booked].find(([, pickup]) => pickup.place === place && pickup.date === date);
    if (other !== undefined) {
      return no(400, "020001", `A pickup exists already${this.namesTheOther ? `: ${other[0]}` : ""}.`);
    }
    const number = `WTC${randomUUID().replaceAll("-", "").slice(0, 10).toUpperCase()}`;
    const pickup = { place, date, etag: randomUUID() };
    this.#booked.set(number, pickup);
    return json(200, { confirmationNumber: number, pickupDate: date }, { etag: pickup.etag });
  }
}
