import {
  CreditReference,
  foldEmail,
  type IssuedCredit,
  instant,
  type ProviderError,
  StoreCredit,
} from "@resale/core";
import { Clock, Context, Effect, Layer } from "effect";
import { type Faults, makeFaults } from "./Faults.ts";
import { type Effects, makeKeyed, makeKeys, refuse } from "./Keyed.ts";

type Errors = {
  readonly issue: ProviderError;
  readonly find: ProviderError;
  readonly resend: ProviderError;
};

const PROVIDER = "memory store credit";

const make = () => {
  const cards = new Map<string, IssuedCredit>();
  const mailed = new Map<string, Set<string>>();
  const resent: Array<{ readonly reference: CreditReference; readonly email: string }> = [];
  const keys = makeKeys(PROVIDER);
  const { failNext, call } = makeFaults<Errors>();
  const once = makeKeyed<CreditReference>("issue", keys);

  const port = StoreCredit.of({
    issue: (request) =>
      call(
        "issue",
        once(
          { key: request.key, amount: request.amount, currency: request.currency },
          Effect.gen(function* () {
            const { amount, email } = request;
            if (amount <= 0) return yield* refuse(PROVIDER, `a card of ${amount} cents can't be issued`);
            const reference = CreditReference.make(`card_${crypto.randomUUID()}`);
            const issuedAt = instant(yield* Clock.currentTimeMillis);
            cards.set(reference, { reference, amount, email, issuedAt });
            mailed.set(reference, new Set([foldEmail(email)]));
            return reference;
          }),
        ),
      ),
    find: (email) =>
      call(
        "find",
        Effect.sync(() =>
          [...cards.values()].filter(({ reference }) => mailed.get(reference)?.has(foldEmail(email))),
        ),
      ),
    resend: ({ reference, email }) =>
      call(
        "resend",
        Effect.suspend(() => {
          const card = cards.get(reference);
          if (card === undefined) return refuse(PROVIDER, `no card ${reference}`);
          cards.set(reference, { ...card, email });
          mailed.get(reference)?.add(foldEmail(email));
          resent.push({ reference, email });
          return Effect.void;
        }),
      ),
  });
  return { port, control: { failNext, cards, resent, effects: keys.effects } };
};

/** Gift cards in memory: none has a code. */
export class MemoryStoreCredit extends Context.Service<
  MemoryStoreCredit,
  Faults<Errors> & {
    /** By reference. */
    readonly cards: ReadonlyMap<string, IssuedCredit>;
    readonly resent: ReadonlyArray<{ readonly reference: CreditReference; readonly email: string }>;
    readonly effects: Effects;
  }
>()("@resale/testkit/memory/MemoryStoreCredit") {
  static readonly layer: Layer.Layer<StoreCredit | MemoryStoreCredit> = Layer.effectContext(
    Effect.sync(() => {
      const { port, control } = make();
      return Context.add(Context.make(StoreCredit, port), MemoryStoreCredit, control);
    }),
  );
}
