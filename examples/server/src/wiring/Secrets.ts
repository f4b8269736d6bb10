import { randomBytes } from "node:crypto";
import { chmod, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Context, Effect, Layer, Redacted, Schema } from "effect";
import { Settings } from "./Settings.ts";

const names = ["tokens", "guestLinks", "carrierWebhooks", "paymentWebhooks"] as const;
type Name = (typeof names)[number];

const Kept = Schema.fromJsonString(
  Schema.Struct({
    tokens: Schema.String,
    guestLinks: Schema.String,
    carrierWebhooks: Schema.String,
    paymentWebhooks: Schema.String,
  }),
);

const fresh = (): Readonly<Record<Name, string>> => ({
  tokens: randomBytes(32).toString("base64url"),
  guestLinks: randomBytes(32).toString("base64url"),
  carrierWebhooks: randomBytes(32).toString("base64url"),
  paymentWebhooks: randomBytes(32).toString("base64url"),
});

/** The first start makes them, and keeps them where only their owner reads; whoever comes second takes those. */
const keep = async (dataDir: string): Promise<string> => {
  const path = join(dataDir, "secrets.json");
  await mkdir(dataDir, { recursive: true });
  try {
    await writeFile(path, JSON.stringify(fresh()), { flag: "wx", mode: 0o600 });
    await chmod(path, 0o600);
  } catch (cause) {
    if (!(cause instanceof Error && "code" in cause && cause.code === "EEXIST")) throw cause;
  }
  return readFile(path, "utf8");
};

/** What tokens, guests' links and the simulators' webhooks are signed with. */
export class Secrets extends Context.Service<Secrets, Readonly<Record<Name, Redacted.Redacted<string>>>>()(
  "@resale/example-server/Secrets",
) {
  static readonly layer = Layer.effect(
    Secrets,
    Effect.gen(function* () {
      const { dataDir } = yield* Settings;
      const kept = Schema.decodeUnknownSync(Kept)(yield* Effect.promise(() => keep(dataDir)));
      return Secrets.of({
        tokens: Redacted.make(kept.tokens),
        guestLinks: Redacted.make(kept.guestLinks),
        carrierWebhooks: Redacted.make(kept.carrierWebhooks),
        paymentWebhooks: Redacted.make(kept.paymentWebhooks),
      });
    }),
  );
}
