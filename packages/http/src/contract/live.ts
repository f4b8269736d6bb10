import { ListingId, ListingView, OrderId } from "@resale/core";
import { Schema } from "effect";
import { HttpApiEndpoint, HttpApiGroup, HttpApiSchema } from "effect/http-api";
import { ListingAnswer } from "./catalogue.ts";
import { OrderAnswer } from "./orders.ts";
import { Problem, readProblems } from "./Problem.ts";

const KEY = "@resale/http/liveAnswer";

/** It is the reader's no more: the last event there is. */
const Gone = Schema.Struct({ event: Schema.Literal("gone"), data: Schema.fromJsonString(Problem) });

/** An answer as it is now and after each change; an event's id is the entity tag of the answer in it. */
const changes = <Answer extends Schema.Constraint>(answer: Answer) => {
  const Changed = Schema.Struct({
    event: Schema.Literal("changed"),
    id: Schema.String,
    data: Schema.fromJsonString(answer),
  });
  return HttpApiSchema.StreamSse({ events: Schema.Union([Changed, Gone]) }).annotate({ [KEY]: answer });
};

/** What a stream of changes shows; nothing for all other answers. */
export const liveAnswer = (schema: Schema.Top): Schema.Top | undefined => {
  const answer = Schema.resolveAnnotations(schema)?.[KEY];
  return Schema.isSchema(answer) ? answer : undefined;
};

/** Where a reader who was cut off had come to: what has not changed since is not told again. */
const headers = {
  "last-event-id": Schema.optionalKey(Schema.String.check(Schema.isMaxLength(100))),
} as const;
const told = { headers, error: readProblems } as const;

/** What others have changed, as soon as they have: server-sent events, so that a page need not ask again and again. */
export const live = HttpApiGroup.make("live").add(
  HttpApiEndpoint.get("order", "/orders/:order/live", {
    ...told,
    params: { order: OrderId },
    success: changes(OrderAnswer),
  }),
  HttpApiEndpoint.get("guestOrder", "/guest/order/live", { ...told, success: changes(OrderAnswer) }),
  HttpApiEndpoint.get("listing", "/listings/:listing/live", {
    ...told,
    params: { listing: ListingId },
    success: changes(ListingAnswer),
  }),
  HttpApiEndpoint.get("reviewQueue", "/review/live", {
    ...told,
    success: changes(Schema.Array(ListingView)),
  }),
);
