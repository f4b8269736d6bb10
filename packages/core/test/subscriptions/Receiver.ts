import { DAY, type StoredEvent, type Subscription, tagOf, type WebhookAnswer, wants } from "@resale/core";
import { MemoryWebhooks, type Sent } from "@resale/testkit";
import { Effect, Schema } from "effect";

const Told = Schema.fromJsonString(
  Schema.Struct({
    id: Schema.String,
    number: Schema.Int,
    position: Schema.Int,
    subject: Schema.Struct({ kind: Schema.String, id: Schema.String }),
  }),
);

/** What it does with the next webhook: the last one hears it, and its answer is lost. */
export type Mood = "Hears" | "Refuses" | "AnswerLost";

/** One subscriber, who keeps what it heard, and finds every fault in how it is told. */
export class Receiver {
  readonly subscription: Subscription;
  readonly heard: Array<typeof Told.Type> = [];
  readonly faults: Array<string> = [];
  readonly #accepted = new Set<string>();
  moods: ReadonlyArray<Mood> = [];

  constructor(subscription: Subscription) {
    this.subscription = subscription;
  }

  wanted(events: ReadonlyArray<StoredEvent>, after = this.subscription.position): ReadonlyArray<StoredEvent> {
    return events.filter(
      ({ position, subject, event }) =>
        position > after && wants(this.subscription, subject.kind, tagOf(event)),
    );
  }

  answer({ id: delivery, body }: Sent, events: ReadonlyArray<StoredEvent>): WebhookAnswer {
    const told = Schema.decodeUnknownSync(Told)(body);
    const earlier = this.wanted(events).filter(
      ({ subject, version }) => subject.id === told.subject.id && version < told.number,
    );
    for (const { version } of earlier) {
      if (!this.#accepted.has(`${told.subject.id}/${version}`)) {
        this.faults.push(`${told.id} was told before number ${version} was heard`);
      }
    }
    if (!delivery.endsWith(`${told.subject.id}_${told.number}`)) this.faults.push(`${delivery}: another id`);
    const [mood = "Hears", ...others] = this.moods;
    this.moods = others;
    if (mood === "Refuses") return { _tag: "Refused", status: 500, retryAfter: null };
    this.heard.push(told);
    if (mood === "AnswerLost") return { _tag: "NoAnswer", reason: "cut" };
    this.#accepted.add(`${told.subject.id}/${told.number}`);
    return { _tag: "Accepted", status: 200 };
  }
}

/** Has each subscription's receiver answer what is sent to it. */
export const listen = (receivers: ReadonlyArray<Receiver>, events: () => ReadonlyArray<StoredEvent>) =>
  Effect.map(MemoryWebhooks, ({ answer }) =>
    answer((sent) => {
      const receiver = receivers.find(({ subscription }) => sent.id.startsWith(subscription.id));
      return receiver?.answer(sent, events()) ?? { _tag: "NoAnswer", reason: "nobody" };
    }),
  );

/** Longer than any pause. */
export const LONG = DAY / 2;
