import { Effect } from "effect";
import type { Address } from "./Address.ts";
import type { Deliver } from "./world.ts";

/** How long a webhook may take to be answered, in milliseconds. */
const PATIENCE = 10_000;

/** Hands a webhook over HTTP to the shop itself; what is not taken is told again later. */
export const deliver =
  (address: Address["Service"]): Deliver =>
  (path, header, { body, signature }) =>
    Effect.promise(async () => {
      if (address.url === undefined) return false;
      try {
        const response = await fetch(`${address.url}${path}`, {
          method: "POST",
          headers: { "content-type": "application/json", [header]: signature },
          body: new Uint8Array(body),
          signal: AbortSignal.timeout(PATIENCE),
        });
        await response.arrayBuffer();
        return response.ok;
      } catch {
        return false;
      }
    });
