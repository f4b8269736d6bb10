import { randomUUID } from "node:crypto";
import { type Asked, json, type Reply } from "./Standin.ts";
import { no } from "./uspsNo.ts";

interface Subscription {
  readonly listener: string;
  readonly etag: string;
}

/** Subscriptions to what happens to parcels: one for a listener, removed only in the version that was seen. */
export class Subscriptions {
  readonly standing = new Map<string, Subscription>();

  answer({ method, path, text, headers }: Asked): Reply {
    if (method === "POST") {
      const { listenerURL, secret, filterProperties, adminNotification } = JSON.parse(text);
      const whole =
        secret?.length >= 32 &&
        filterProperties?.MID !== undefined &&
        adminNotification?.[0]?.email !== undefined;
      if (!whole) return no(400, "OASValidation", "a required field is missing");
      const [other] = [...this.standing].find(([, { listener }]) => listener === listenerURL) ?? [];
      if (other !== undefined) return no(400, "DUPLICATE", `Duplicate of subscriptionId : ${other}`);
      const id = randomUUID();
      this.standing.set(id, { listener: listenerURL, etag: randomUUID() });
      return json(200, { subscriptionId: id });
    }
    const id = path.split("/").at(-1) ?? "";
    const found = this.standing.get(id);
    if (found === undefined) return no(404, "404", "No Subscriptions were found");
    if (method === "GET") return json(200, { subscriptionId: id }, { etag: found.etag });
    if (headers["if-match"] !== found.etag) return no(412, "412", "Precondition Failed");
    this.standing.delete(id);
    return { status: 200, body: "" };
  }
}
