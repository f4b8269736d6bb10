import { Schema } from "effect";
import { HttpApiEndpoint, HttpApiGroup } from "effect/http-api";
import { readProblems } from "./Problem.ts";

const Fine = Schema.Struct({ status: Schema.Literal("ok") });

/** For whoever keeps the server running: it lives; it can reach its store. */
export const health = HttpApiGroup.make("health").add(
  HttpApiEndpoint.get("live", "/health/live", { success: Fine, error: readProblems }),
  HttpApiEndpoint.get("ready", "/health/ready", { success: Fine, error: readProblems }),
);
