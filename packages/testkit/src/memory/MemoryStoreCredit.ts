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
import { type Effects, makeKeyed, refuse } from "./Keyed.ts";

type Errors = {
  readonly issue: ProviderError;
  readonly find: ProviderError;
  readonly resend: ProviderError;
};

const PROVIDER = "memory store credit";

const make = () => {
  const cards = new Map<string, IssuedCredit>();
  const resent: Array<{ readonly reference: CreditReference; readonly email: string }> = [];
  const effects = new Map<string, number>();
  const { failNext, call } = makeFaults<Errors>();
  const once = makeKeyed<CreditReference>(PROVIDER, effects);

  const port = StoreCredit.of({
    issue: (request) =>
      call(
        "issue",
        once(
          request,
          Effect.map(Clock.currentTimeMillis, (now) => {
            const reference = CreditReference.make(`card_${crypto.randomUUID()}`);
            const { amount, email } = request;
            cards.set(reference, { reference, amount, email, issuedAt: instant(now) });
            return reference;
          }),
        ),
      ),
    find: (email) =>
      call(
        "find",
        Effect.sync(() =>
          [...cards.values()].filter((card) => card.email.toLowerCase() === foldEmail(email)),
        ),
      ),
    resend: ({ reference, email }) =>
      call(
        "resend",
        Effect.suspend(() => {
          if (!cards.has(reference)) return refuse(PROVIDER, `no card ${reference}`);
          resent.push({ reference, email });
          return Effect.void;
        }),
      ),
  });
  return { port, control: { failNext, cards, resent, effects } };
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
