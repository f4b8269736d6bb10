import { HttpWebhooks } from "@resale/webhooks";
import { Config, Effect, Layer } from "effect";

/** Hosts, apart by commas, that subscribers may have without HTTPS and inside: for a sandbox. None, if not told. */
const allowedHosts = Config.String("WEBHOOK_HOSTS").pipe(Config.withDefault(""));

/** Tells subscribers over HTTPS (R60). */
export const subscribers = Layer.unwrap(
  Effect.map(allowedHosts, (hosts) =>
    HttpWebhooks.layer({
      allowedHosts: hosts
        .split(",")
        .map((host) => host.trim())
        .filter((host) => host !== ""),
    }),
  ),
);
