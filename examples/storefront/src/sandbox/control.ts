import { Problem } from "@resale/http/contract";
import { Effect, Schema } from "effect";
import { FetchHttpClient } from "effect/http";
import { HttpApi, HttpApiClient, HttpApiEndpoint, HttpApiGroup, HttpApiSchema } from "effect/http-api";

const error = Problem.pipe(
  HttpApiSchema.asJson({ contentType: "application/problem+json" }),
  HttpApiSchema.status(422),
);

/** Somebody whom the reference shop knows, and what they are there. */
export const Person = Schema.Struct({
  name: Schema.String,
  email: Schema.String,
  part: Schema.Literals(["Member", "Reviewer", "Support"]),
  about: Schema.String,
});
export type Person = typeof Person.Type;

export const storyNames = [
  "delivered",
  "stalled",
  "lost",
  "wrongZip",
  "noAcceptance",
  "toSender",
  "attempted",
  "returned",
  "late",
  "twice",
  "outOfOrder",
  "recycled",
  "unknownStatus",
] as const;
export type StoryName = (typeof storyNames)[number];

const params = { order: Schema.String } as const;

/** What the reference server can do beside the marketplace: a shop that is tried out signs people in without a password. */
const control = HttpApi.make("control").add(
  HttpApiGroup.make("people").add(
    HttpApiEndpoint.get("list", "/sign-in", { success: Schema.Struct({ people: Schema.Array(Person) }) }),
    HttpApiEndpoint.post("signIn", "/sign-in", {
      payload: Schema.Struct({ email: Schema.String }),
      success: Schema.Struct({ token: Schema.String }),
      error,
    }),
  ),
  HttpApiGroup.make("world").add(
    HttpApiEndpoint.post("drop", "/sandbox/orders/:order/drop", {
      params,
      payload: Schema.Struct({ story: Schema.Literals(storyNames) }),
      error,
    }),
    HttpApiEndpoint.post("chargeback", "/sandbox/orders/:order/chargeback", {
      params,
      payload: Schema.Struct({ outcome: Schema.Literals(["Open", "Won", "Lost"]) }),
      error,
    }),
  ),
);

const asked = Effect.runSync(
  HttpApiClient.make(control, { baseUrl: location.origin }).pipe(Effect.provide(FetchHttpClient.layer)),
);

/** The people to sign in as. */
export const listPeople = (): Promise<ReadonlyArray<Person>> =>
  Effect.runPromise(Effect.map(asked.people.list(), ({ people }) => people));

export const tokenOf = (email: string): Promise<string> =>
  Effect.runPromise(Effect.map(asked.people.signIn({ payload: { email } }), ({ token }) => token));

/** The seller hands the parcel over; from then on its story runs (R59). */
export const dropParcel = (order: string, story: StoryName): Promise<void> =>
  Effect.runPromise(asked.world.drop({ params: { order }, payload: { story } }));

export const chargeBack = (order: string, outcome: "Open" | "Won" | "Lost"): Promise<void> =>
  Effect.runPromise(asked.world.chargeback({ params: { order }, payload: { outcome } }));
