import { createHash, createHmac } from "node:crypto";
import { error, hex } from "./easypostError.ts";
import { Pickups } from "./easypostPickups.ts";
import { type Asked, json, type Reply, Standin } from "./Standin.ts";

const PDF = new TextEncoder().encode("%PDF-1.4\n%%EOF\n");
const PNG = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

export interface Detail {
  readonly status: string;
  readonly status_detail?: string;
  readonly message: string;
  readonly datetime: string;
  readonly zip?: string;
}

interface Shipment {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly created: string;
  tracking: string | null;
  bought: string | null;
  refund: string | null;
  qr: boolean;
  pdf: boolean;
}

/** EasyPost on loopback: addresses, shipments, labels, trackers and pickups, with its rules and its errors. */
export class EasyPostStandin {
  readonly apiKey = `EZTK${hex()}`;
  readonly webhookSecret = `Geheim-\u00c5-${hex()}`;
  readonly shipments = new Map<string, Shipment>();
  readonly pickups = new Pickups((id) => typeof this.shipments.get(id)?.bought === "string");
  readonly details = new Map<string, Array<Detail>>();
  readonly trackers = new Set<string>();
  readonly #zips = new Map<string, string>();
  readonly server: Standin;
  now: () => number;
  /** Postage that was paid for. */
  charges = 0;
  /** Labels come as PNG and have to be converted, as accounts that never asked for PDF get them. */
  convert = false;

  constructor(now: () => number = () => Date.now()) {
    this.now = now;
    this.server = new Standin((asked) => this.#answer(asked));
  }

  #time(): string {
    return new Date(this.now()).toISOString().replace(/\.\d+Z$/, "Z");
  }

  #answer(asked: Asked): Reply {
    const { method, path, text } = asked;
    if (path.startsWith("/files/")) {
      // Where documents lie, nobody has business to send a key.
      if (asked.headers["authorization"] !== undefined)
        return json(400, { error: "a key was sent to a stranger" });
      return path.endsWith(".png") ? { status: 200, body: PNG } : { status: 200, body: PDF };
    }
    const key = Buffer.from(
      (asked.headers["authorization"] ?? "").replace(/^Basic /, ""),
      "base64",
    ).toString();
    if (key !== `${this.apiKey}:`)
      return error(401, "APIKEY.INACTIVE", `This api key is no longer active: ${key}`);
    const body = text === "" ? {} : JSON.parse(text);
    const [, , kind = "", id = "", act = ""] = path.split("/");
    if (kind === "addresses" && method === "POST") return this.#address(body.address);
    if (kind === "shipments" && method === "POST" && id === "") return this.#createShipment(body.shipment);
    if (kind === "shipments") return this.#shipment(method, id, act, body);
    if (kind === "trackers") return this.#tracker(method, asked, body);
    if (kind === "pickups" && method === "POST" && id === "") return this.pickups.create(body.pickup);
    if (kind === "pickups") return this.pickups.act(id, act);
    return error(404, "NOT_FOUND", "The requested resource could not be found.");
  }

  #address(given: { readonly street1: string; readonly state: string; readonly zip: string }): Reply {
    const wrongState = given.state === "NY" && !/^1[0-4]/.test(given.zip);
    if (wrongState || given.street1.startsWith("Nowhere")) {
      return error(422, "ADDRESS.VERIFY.FAILURE", "Unable to verify address.", [
        { code: "E.ADDRESS.NOT_FOUND", field: "address", message: "Address not found", suggestion: null },
      ]);
    }
    const id = `adr_${hex()}`;
    const zip = given.street1.startsWith("Moved") ? "99999-0001" : given.zip;
    this.#zips.set(id, zip);
    return json(200, { address: { id, object: "Address", zip, ...{ verifications: {} } } });
  }

  #createShipment(given: {
    readonly from_address: { id: string };
    readonly to_address: { id: string };
  }): Reply {
    const shipment: Shipment = {
      id: `shp_${hex()}`,
      from: given.from_address.id,
      to: given.to_address.id,
      created: this.#time(),
      tracking: null,
      bought: null,
      refund: null,
      qr: false,
      pdf: !this.convert,
    };
    this.shipments.set(shipment.id, shipment);
    return json(201, this.#shown(shipment));
  }

  #shown(shipment: Shipment): unknown {
    const { id, tracking, bought, refund, qr, pdf } = shipment;
    const rates = ["Express", "Priority", "GroundAdvantage"].map((service) => ({
      id: `rate_${service}_${id.slice(4)}`,
      object: "Rate",
      service,
      carrier: "USPS",
      rate: "8.20",
      currency: "USD",
    }));
    return {
      id,
      object: "Shipment",
      mode: "test",
      tracking_code: tracking,
      refund_status: refund,
      messages: [],
      rates,
      selected_rate: bought === null ? null : rates[2],
      postage_label:
        bought === null
          ? null
          : {
              object: "PostageLabel",
              created_at: bought,
              label_url: `${this.server.url}/files/${id}.png`,
              label_pdf_url: pdf ? `${this.server.url}/files/${id}.pdf` : null,
            },
      forms: qr ? [{ form_type: "label_qr_code", form_url: `${this.server.url}/files/${id}-qr.png` }] : [],
      tracker: tracking === null ? null : this.trackerOf(tracking),
    };
  }

  #shipment(
    method: string,
    id: string,
    act: string,
    body: { readonly rate?: { readonly id: string } },
  ): Reply {
    const shipment = this.shipments.get(id);
    if (shipment === undefined) return error(404, "NOT_FOUND", "The requested resource could not be found.");
    if (method === "GET") {
      if (act === "label") shipment.pdf = true;
      return json(200, this.#shown(shipment));
    }
    if (act === "buy") {
      if (shipment.bought !== null)
        return error(422, "SHIPMENT.POSTAGE.EXISTS", "Postage already exists for this shipment.");
      if (!body.rate?.id.endsWith(id.slice(4)))
        return error(422, "RATE.INVALID", "Invalid rate.", ["no such rate"]);
      this.charges += 1;
      shipment.bought = this.#time();
      shipment.tracking = `94${createHash("sha256").update(id).digest("hex").replace(/\D/g, "").padEnd(20, "7").slice(0, 20)}`;
      this.trackers.add(shipment.tracking);
      return json(200, this.#shown(shipment));
    }
    if (act === "refund") {
      if (shipment.refund !== null)
        return error(422, "SHIPMENT.REFUND.REQUESTED", "Refund was already requested.");
      shipment.refund = "submitted";
      return json(200, this.#shown(shipment));
    }
    if (act === "forms") {
      shipment.qr = true;
      return json(201, this.#shown(shipment));
    }
    return error(404, "NOT_FOUND", "The requested resource could not be found.");
  }

  trackerOf(tracking: string): unknown {
    const details = this.details.get(tracking) ?? [];
    return {
      id: `trk_${createHash("md5").update(tracking).digest("hex")}`,
      object: "Tracker",
      tracking_code: tracking,
      carrier: "USPS",
      status: details.at(-1)?.status ?? "unknown",
      tracking_details: details.map(({ zip, ...detail }) => ({
        object: "TrackingDetail",
        ...detail,
        tracking_location: { city: "SOMEWHERE", state: "NY", country: null, zip: zip ?? null },
      })),
    };
  }

  #tracker(
    method: string,
    asked: Asked,
    body: { readonly tracker?: { readonly tracking_code: string } },
  ): Reply {
    if (method === "GET") {
      const code = asked.query.get("tracking_code") ?? "";
      return json(200, { trackers: this.trackers.has(code) ? [this.trackerOf(code)] : [], has_more: false });
    }
    const code = body.tracker?.tracking_code ?? "";
    this.trackers.add(code);
    return json(201, this.trackerOf(code));
  }

  /** The carrier scans a parcel. */
  scan(tracking: string, ...details: ReadonlyArray<Detail>): void {
    this.details.set(tracking, [...(this.details.get(tracking) ?? []), ...details]);
  }

  /** A webhook as EasyPost would send it: its bytes, and what they are signed with. */
  webhook(result: unknown, description = "tracker.updated"): { body: Uint8Array; signature: string } {
    const event = { id: `evt_${hex()}`, object: "Event", mode: "test", description, result };
    const body = new TextEncoder().encode(JSON.stringify(event));
    const mac = createHmac("sha256", this.webhookSecret.normalize("NFKD")).update(body).digest("hex");
    return { body, signature: `hmac-sha256-hex=${mac}` };
  }
}
