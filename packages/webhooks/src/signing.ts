import { createHmac, randomBytes } from "node:crypto";
import { Redacted } from "effect";

const PREFIX = "whsec_";

/** A secret of 32 random bytes, as Standard Webhooks write it. */
export const newSecret = (): Redacted.Redacted<string> =>
  Redacted.make(`${PREFIX}${randomBytes(32).toString("base64")}`);

/** The signature by one secret: `v1,` and the HMAC-SHA256 of `<id>.<seconds>.<body>`, in base64. */
export const signatureOf = (
  secret: Redacted.Redacted<string>,
  message: { readonly id: string; readonly seconds: number; readonly body: Uint8Array },
): string => {
  const key = Buffer.from(Redacted.value(secret).replace(/^whsec_/, ""), "base64");
  const mac = createHmac("sha256", key).update(`${message.id}.${message.seconds}.`).update(message.body);
  return `v1,${mac.digest("base64")}`;
};
