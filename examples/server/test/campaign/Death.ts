import { Carrier, Mailer, Payments, Store, StoreCredit, Tasks, Timers } from "@resale/core";
import { Context, Effect, Layer } from "effect";

/**
 * Where a process may be killed: around every call that writes or acts outside, and within a page of timers. In the
 * order in which a sale comes to them.
 */
export const DEATH_POINTS = [
  "Store.commit",
  "Tasks.take",
  "Payments.authorise",
  "Payments.capture",
  "Tasks.finish",
  "Carrier.buyLabel",
  "Carrier.bookPickup",
  "Carrier.cancelPickup",
  "Mailer.send",
  "Timers.drain",
  "Timers.decide",
  "Carrier.refundLabel",
  "Payments.refund",
  "StoreCredit.issue",
] as const;
export type DeathPoint = (typeof DEATH_POINTS)[number];

/** The call before or after which a process is killed: after it, the call has acted, and nobody has heard. */
export interface Death {
  readonly point: DeathPoint;
  readonly when: "before" | "after";
  readonly call: number;
}

/** SIGKILL: no finaliser runs, no answer leaves, no buffer is written. */
const die = (): never => {
  process.kill(process.pid, "SIGKILL");
  for (;;);
};

/** The same ports, but the process dies at one of their calls. No code of the engine knows of it. */
export const mortal = (death: Death | undefined) => {
  let calls = 0;
  const isTheOne = (point: DeathPoint): boolean => point === death?.point && ++calls === death.call;
  const at = <A, E, R>(point: DeathPoint, call: Effect.Effect<A, E, R>): Effect.Effect<A, E, R> =>
    Effect.suspend(() => {
      if (!isTheOne(point)) return call;
      return death?.when === "before" ? Effect.sync(die) : Effect.ensuring(call, Effect.sync(die));
    });

  return Layer.effectContext(
    Effect.gen(function* () {
      const store = yield* Store;
      const timers = yield* Timers;
      const tasks = yield* Tasks;
      const payments = yield* Payments;
      const carrier = yield* Carrier;
      const credit = yield* StoreCredit;
      const mailer = yield* Mailer;
      return Context.make(Store, { ...store, commit: (all) => at("Store.commit", store.commit(all)) }).pipe(
        Context.add(Timers, {
          ...timers,
          drain: (request) =>
            at(
              "Timers.drain",
              timers.drain({
                ...request,
                decide: (subject) => (isTheOne("Timers.decide") ? die() : request.decide(subject)),
              }),
            ),
        }),
        Context.add(Tasks, {
          ...tasks,
          take: (request) => at("Tasks.take", tasks.take(request)),
          finish: (task, now) => at("Tasks.finish", tasks.finish(task, now)),
        }),
        Context.add(Payments, {
          ...payments,
          authorise: (request) => at("Payments.authorise", payments.authorise(request)),
          capture: (request) => at("Payments.capture", payments.capture(request)),
          refund: (request) => at("Payments.refund", payments.refund(request)),
        }),
        Context.add(Carrier, {
          ...carrier,
          buyLabel: (request) => at("Carrier.buyLabel", carrier.buyLabel(request)),
          bookPickup: (request) => at("Carrier.bookPickup", carrier.bookPickup(request)),
          cancelPickup: (request) => at("Carrier.cancelPickup", carrier.cancelPickup(request)),
          refundLabel: (request) => at("Carrier.refundLabel", carrier.refundLabel(request)),
        }),
        Context.add(StoreCredit, {
          ...credit,
          issue: (request) => at("StoreCredit.issue", credit.issue(request)),
        }),
        Context.add(Mailer, { ...mailer, send: (message) => at("Mailer.send", mailer.send(message)) }),
      );
    }),
  );
};
