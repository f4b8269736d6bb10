import { Schema } from "effect";
import { HttpApiEndpoint, HttpApiGroup } from "effect/http-api";
import { bytes } from "./bytes.ts";
import { writeProblems } from "./Problem.ts";

/** The bytes as they came: the signature is over them, and is checked before anything is read. */
const raw = bytes("application/json");

/** How much of it was new; a provider needs no more to know that it was taken down. */
const Heard = Schema.Struct({ taken: Schema.Int });

/** What providers tell by themselves. */
export const webhooks = HttpApiGroup.make("webhooks").add(
  HttpApiEndpoint.post("carrier", "/webhooks/carrier", {
    payload: raw,
    success: Heard,
    error: writeProblems,
  }),
  HttpApiEndpoint.post("payments", "/webhooks/payments", {
    payload: raw,
    success: Heard,
    error: writeProblems,
  }),
  HttpApiEndpoint.post("mail", "/webhooks/mail", {
    payload: raw,
    success: Heard,
    error: writeProblems,
  }),
);
