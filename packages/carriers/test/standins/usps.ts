import { createHash, createHmac, randomUUID } from "node:crypto";
import { type Asked, json, type Reply, Standin } from "./Standin.ts";
import { no } from "./uspsNo.ts";
import { Pickups } from "./uspsPickups.ts";
import { Subscriptions } from "./uspsSubscriptions.ts";

const PDF = Buffer.from("%PDF-1.4\n%%EOF\n").toString("base64");
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]).toString("base64");

interface Sold {
  readonly payload: string;
  readonly tracking: string;
  readonly qr: boolean;
  status: "Sold" | "CANCELED" | "DISPUTED";
}

/** The USPS on loopback: OAuth, payment, labels, tracking, pickups, addresses and subscriptions, each after its specification. */
export class UspsStandin {
  readonly clientSecret = `secret-${randomUUID()}`;
  readonly account = `EPS-${randomUUID()}`;
  readonly pushSecret = `push-${randomUUID()}-${randomUUID()}`;
  readonly #tokens = new Map<string, number>();
  readonly #payments = new Map<string, number>();
  readonly #sold = new Map<string, Sold>();
  readonly events = new Map<string, Array<Readonly<Record<string, unknown>>>>();
  readonly pickups = new Pickups(() => this.now());
  readonly subscriptions = new Subscriptions();
  readonly server = new Standin((asked) => this.#answer(asked));
  now: () => number;
  charges = 0;
  /** Whether labels are answered in parts, as they are unless JSON is asked for, or in spite of that. */
  parts = false;
  manifested = false;
  /** How long a token lives, in seconds; it is told as text. */
  tokenLife = 28_799;

  constructor(now: () => number = () => Date.now()) {
    this.now = now;
  }

  /** Every token it has given out so far. */
  get secrets(): ReadonlyArray<string> {
    return [
      this.clientSecret,
      this.account,
      this.pushSecret,
      ...this.#tokens.keys(),
      ...this.#payments.keys(),
    ];
  }

  /** Takes its tokens back, though their time has not come. */
  forgetTokens(): void {
    this.#tokens.clear();
  }

  #answer(asked: Asked): Reply {
    const { method, path, text } = asked;
    if (path === "/oauth2/v3/token") return this.#token(JSON.parse(text));
    const bearer = (asked.headers["authorization"] ?? "").replace(/^Bearer /, "");
    if ((this.#tokens.get(bearer) ?? 0) <= this.now())
      return no(401, "invalid_token", `Invalid access token ${bearer}`);
    if (path === "/payments/v3/payment-authorization") return this.#payment(JSON.parse(text));
    if (path === "/labels/v3/label" && method === "POST") return this.#label(asked);
    if (path.startsWith("/labels/v3/label/")) return this.#cancel(asked);
    if (path.startsWith("/tracking/v3/tracking/")) return this.#track(asked);
    if (path === "/addresses/v3/address") return this.#address(asked);
    if (path.startsWith("/pickup/v3/carrier-pickup")) return this.pickups.answer(asked);
    if (path.startsWith("/subscriptions-tracking/v3/subscriptions")) return this.subscriptions.answer(asked);
    return no(404, "404", "no such resource");
  }

  #token({
    client_id,
    client_secret,
  }: {
    readonly client_id: string;
    readonly client_secret: string;
  }): Reply {
    if (client_id !== "the-app" || client_secret !== this.clientSecret) {
      return json(401, {
        error: "invalid_client",
        error_description: `The client credentials are invalid: ${client_secret}`,
        error_uri: "https://example.com",
      });
    }
    const token = `token-${randomUUID()}`;
    this.#tokens.set(token, this.now() + this.tokenLife * 1000);
    return json(200, {
      access_token: token,
      token_type: "Bearer",
      issued_at: `${this.now()}`,
      expires_in: `${this.tokenLife}`,
      scope: "labels payments tracking addresses carrier-pickup",
    });
  }

  #payment({ roles }: { readonly roles: ReadonlyArray<{ readonly accountNumber?: string }> }): Reply {
    if (roles[0]?.accountNumber !== this.account)
      return no(401, "EPS", `No such account ${roles[0]?.accountNumber}`);
    const token = `payment-${randomUUID()}`;
    this.#payments.set(token, this.now() + 8 * 3_600_000);
    return json(200, { paymentAuthorizationToken: token, roles });
  }

  #pays({ headers }: Asked): boolean {
    return (this.#payments.get(headers["x-payment-authorization-token"] ?? "") ?? 0) > this.now();
  }

  #label(asked: Asked): Reply {
    if (!this.#pays(asked))
      return no(401, "payment", "The payment authorization token is invalid or expired.");
    const key = asked.headers["x-idempotency-key"] ?? "";
    if (!/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(key))
      return no(400, "OAS", "no UUID");
    const before = this.#sold.get(key);
    if (before !== undefined) {
      return before.payload === asked.text
        ? this.#labelShown(before, asked)
        : no(400, "IDEMPOTENCY", "The key was used.");
    }
    const { imageInfo, packageDescription } = JSON.parse(asked.text);
    // A day of mailing in the past, as the clocks of Hawaii have it: nobody is later.
    const today = new Date(this.now() - 10 * 3_600_000).toISOString().slice(0, 10);
    if (packageDescription.mailingDate < today)
      return no(400, "160122", "The mailing date can't be in the past.");
    this.charges += 1;
    const digits = createHash("sha256")
      .update(key)
      .digest("hex")
      .replace(/\D/g, "")
      .padEnd(20, "3")
      .slice(0, 20);
    const qr = imageInfo.imageType === "LABEL_BROKER";
    const sold: Sold = { payload: asked.text, tracking: `93${digits}`, qr, status: "Sold" };
    this.#sold.set(key, sold);
    return this.#labelShown(sold, asked);
  }

  #labelShown({ tracking, qr }: Sold, { headers }: Asked): Reply {
    const metadata = { trackingNumber: tracking, postage: 8.95, zone: "05", constructCode: "C02" };
    if (!this.parts && headers["accept"]?.includes("vnd.usps.labels+json")) {
      const images = { labelImage: PDF, ...(qr ? { labelBrokerQR: PNG } : {}) };
      return json(200, { ...metadata, ...images }, { "content-type": "application/vnd.usps.labels+json" });
    }
    const boundary = "----=_Part+1_2'3";
    const part = (name: string, type: string, body: string): string =>
      `--${boundary}\r\nContent-Type: ${type}\r\nContent-Disposition: form-data; name="${name}"; filename="${name}.bin"\r\n` +
      `Content-Transfer-Encoding: binary\r\nContent-Encoding: gzip\r\n\r\n${body}\r\n`;
    const lines = PDF.replace(/.{8}/g, "$&\r\n");
    const body = [
      part("labelMetadata", "application/json", JSON.stringify(metadata)),
      part("labelImage", "application/pdf", lines),
      ...(qr ? [part("labelBrokerQR", "image/png", PNG)] : []),
      `--${boundary}--\r\n`,
    ].join("");
    return { status: 200, headers: { "content-type": `multipart/form-data; boundary="${boundary}"` }, body };
  }

  #cancel(asked: Asked): Reply {
    if (!this.#pays(asked))
      return no(401, "payment", "The payment authorization token is invalid or expired.");
    const tracking = asked.path.split("/").at(-1);
    const sold = [...this.#sold.values()].find((label) => label.tracking === tracking);
    if (sold === undefined || sold.status === "CANCELED") return no(400, "0000001", "Order not found");
    if (sold.status === "DISPUTED") {
      return no(400, "0000002", "A refund request for this order has already been submitted today");
    }
    sold.status = this.manifested ? "DISPUTED" : "CANCELED";
    return json(200, {
      trackingNumber: tracking,
      status: sold.status,
      ...(this.manifested ? { disputeId: "1" } : {}),
    });
  }

  #track(asked: Asked): Reply {
    const tracking = asked.path.split("/").at(-1) ?? "";
    const events = this.events.get(tracking);
    if (events === undefined)
      return no(400, "150002", "A status update is not yet available on your package.");
    return json(200, {
      trackingNumber: tracking,
      mailClass: "USPS Ground Advantage<SUP>&#8482;</SUP>",
      services: "USPS Tracking<SUP>&#174;</SUP>",
      carrierRelease: "true",
      statusCategory: "Whatever They Like",
      uniqueMailPieceId: "1",
      trackingEvents: [...events].reverse(),
    });
  }

  #address({ query }: Asked): Reply {
    const [street, state, zip] = ["streetAddress", "state", "ZIPCode"].map((name) => query.get(name) ?? "");
    if (state === "NY" && !/^1[0-4]/.test(zip ?? "")) return no(404, "010005", "Address Not Found");
    const DPVConfirmation = street?.startsWith("Nowhere")
      ? "N"
      : query.get("secondaryAddress") === null
        ? "D"
        : "Y";
    const ZIPCode = street?.startsWith("Moved") ? "99999" : zip;
    return json(200, {
      firm: null,
      address: { streetAddress: street, ZIPCode },
      additionalInfo: { DPVConfirmation },
    });
  }

  /** The carrier scans a parcel. */
  scan(tracking: string, ...events: ReadonlyArray<Readonly<Record<string, unknown>>>): void {
    this.events.set(tracking, [...(this.events.get(tracking) ?? []), ...events]);
  }

  /** A push as the USPS would send it: its bytes, and what they are signed with. */
  push(tracking: string): { body: Uint8Array; signature: string } {
    const timestamp = new Date(this.now()).toISOString();
    const payload = JSON.stringify({ trackingNumber: tracking, statusCategory: "In Transit" });
    const signature = createHmac("sha256", this.pushSecret)
      .update(timestamp + payload)
      .digest("base64");
    const push = { subscriptionId: randomUUID(), subscriptionType: "TRACKING", timestamp, payload };
    return { body: new TextEncoder().encode(JSON.stringify(push)), signature };
  }
}
