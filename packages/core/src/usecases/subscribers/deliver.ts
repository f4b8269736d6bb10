import { Effect, Option, Random } from "effect";
import { instant, MINUTE } from "../../calendar/Instant.ts";
import type { StoredEvent } from "../../lifecycle/Change.ts";
import { Deliveries, type LastAnswer, type LeasedDelivery } from "../../ports/Deliveries.ts";
import { History } from "../../ports/Store.ts";
import { Subscriptions } from "../../ports/Subscriptions.ts";
import { Webhooks } from "../../ports/Webhooks.ts";
import { published, tagOf } from "../../subscriptions/published.ts";
import { nextTry } from "../../subscriptions/repeating.ts";
import { type Disabled, type Subscription, secretsAt, wants } from "../../subscriptions/Subscription.ts";
import { now } from "../execute.ts";

/** After how many milliseconds another process may go on with a subject that nobody came back to. */
export const LEASE = 2 * MINUTE;

/** What is noted and can't be read yet comes soon: a replica lags. In milliseconds. */
const SOON = 1000;

const post = Effect.fnUntraced(function* (subscription: Subscription, event: StoredEvent) {
  const { post: send } = yield* Webhooks;
  const moment = yield* now;
  const { kind, id } = event.subject;
  const answer = yield* send({
    url: subscription.url,
    secrets: secretsAt(subscription, moment),
    id: `${subscription.id}_${kind}_${id}_${event.version}`,
    at: moment,
    body: JSON.stringify(published(event, subscription.include)),
  });
  const last: LastAnswer = { at: yield* now, number: event.version, answer };
  return last;
});

const disable = Effect.fnUntraced(function* (
  { id }: Subscription,
  { subject }: LeasedDelivery,
  { at, number, answer }: LastAnswer,
) {
  const why: Disabled["why"] =
    answer._tag === "Gone" ? { _tag: "Gone" } : { _tag: "NotHeard", subject, number, answer };
  yield* (yield* Subscriptions).change(id, { _tag: "Disable", disabled: { since: at, why } });
});

/** The next try, or the end of all patience: what was not heard stays where it is, and waits for an operator. */
const fail = Effect.fnUntraced(function* (
  subscription: Subscription,
  delivery: LeasedDelivery,
  failures: number,
  last: LastAnswer,
) {
  const deliveries = yield* Deliveries;
  const next = nextTry({
    failures,
    since: failures === 1 ? last.at : (delivery.failingSince ?? last.at),
    now: last.at,
    retryAfter: last.answer._tag === "Refused" ? last.answer.retryAfter : null,
    chance: yield* Random.next,
  });
  if (next === undefined || last.answer._tag === "Gone") yield* disable(subscription, delivery, last);
  yield* deliveries.postpone(delivery, next ?? last.at, last);
});

/**
 * Tells a subscriber what it is to hear of one subject, number by number: the next one goes out when the one before was
 * heard.
 */
export const deliver = Effect.fnUntraced(function* (subscription: Subscription, delivery: LeasedDelivery) {
  const history = yield* History;
  const deliveries = yield* Deliveries;
  const events = yield* history.of(delivery.subject, delivery.heard);
  let { wanted, failures } = delivery;
  let heard = delivery.heard;
  for (const event of events) {
    if (event.version > wanted) break;
    if (!wants(subscription, event.subject.kind, tagOf(event.event))) continue;
    const last = yield* post(subscription, event);
    if (last.answer._tag !== "Accepted") return yield* fail(subscription, delivery, failures + 1, last);
    failures = 0;
    heard = event.version;
    const more = yield* deliveries.heard(delivery, last, LEASE);
    if (Option.isNone(more)) return;
    wanted = more.value;
  }
  if (heard < wanted) yield* deliveries.postpone(delivery, instant((yield* now) + SOON));
});
