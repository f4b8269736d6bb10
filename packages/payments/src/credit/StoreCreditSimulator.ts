import { join } from "node:path";
import {
  type Cents,
  CreditReference,
  type Currency,
  type Email,
  foldEmail,
  type Instant,
  type IssuedCredit,
  ProviderRefused,
  StoreCredit,
} from "@resale/core";
import { type Decision, type Faults, hashOf, keyReused, makeFaults, openFolderLog } from "@resale/simulator";
import { Context, Effect, Layer, Result } from "effect";
import { GiftCardFact, newCodeHash } from "./GiftCard.ts";

const PROVIDER = "gift cards (simulated)";

type Port = StoreCredit["Service"];
type CardDecision<Answer> = Result.Result<Decision<GiftCardFact, Answer>, ProviderRefused>;

const refused = (reason: string) => new ProviderRefused({ provider: PROVIDER, reason });

/** An e-mail the issuer sent with a card in it; what the card's code is, only its reader knows. */
export interface MailedCard {
  readonly to: Email;
  readonly recipient: string;
  readonly amount: Cents;
  readonly currency: Currency;
  readonly reference: CreditReference;
  readonly at: Instant;
}

/** Where simulated gift cards are kept. */
export interface StoreCreditSimulatorOptions {
  /** Created if it is not there. Several processes may share it; its file system must know hard links. */
  readonly folder: string;
}

const mailsOf = (reference: string, facts: ReadonlyArray<GiftCardFact>): ReadonlyArray<MailedCard> => {
  const [issued] = facts;
  if (issued?._tag !== "Issued") return [];
  const { recipient, amount, currency } = issued;
  return facts.map(({ email, at }) => ({
    to: email,
    recipient,
    amount,
    currency,
    reference: CreditReference.make(reference),
    at,
  }));
};

/** An issuer of gift cards that lives in a folder. It mails nothing; `mailed` is what it would have mailed. */
export class StoreCreditSimulator extends Context.Service<
  StoreCreditSimulator,
  {
    /** Every mail the issuer sent, oldest first. */
    readonly mailed: Effect.Effect<ReadonlyArray<MailedCard>>;
    readonly fail: Faults<keyof Port>["fail"];
  }
>()("@resale/payments/StoreCreditSimulator") {
  /** Store credit and its control, on one folder. */
  static readonly layer = (
    options: StoreCreditSimulatorOptions,
  ): Layer.Layer<StoreCredit | StoreCreditSimulator> =>
    Layer.effectContext(
      Effect.sync(() => {
        const log = openFolderLog({ folder: join(options.folder, "cards"), fact: GiftCardFact, news: false });
        const faults = makeFaults<keyof Port>(PROVIDER);

        const issue = Effect.fn("StoreCreditSimulator.issue")(function* (
          request: Parameters<Port["issue"]>[0],
        ) {
          const { amount, currency, email, recipient } = request;
          if (amount <= 0) return yield* refused(`amount: a card of ${amount} cents cannot be issued`);
          const reference = CreditReference.make(`gc_${hashOf(request.key)}`);
          const content = hashOf(JSON.stringify([amount, currency]));
          return yield* log.decide(reference, ([issued], at): CardDecision<CreditReference> => {
            if (issued?._tag === "Issued") {
              return issued.content === content
                ? Result.succeed({ answer: reference })
                : Result.fail(keyReused(PROVIDER, request.key));
            }
            const codeHash = newCodeHash();
            const card = { at, amount, currency, email, recipient, content, codeHash };
            return Result.succeed({ answer: reference, fact: GiftCardFact.cases.Issued.make(card) });
          });
        });

        const mailed = Effect.gen(function* () {
          const mails: Array<MailedCard> = [];
          for (const name of yield* log.names) mails.push(...mailsOf(name, yield* log.read(name)));
          return mails.sort((one, other) => one.at - other.at);
        });

        const find = Effect.fn("StoreCreditSimulator.find")(function* (email: Email) {
          const cards = Map.groupBy(yield* mailed, ({ reference }) => reference);
          const found: Array<IssuedCredit> = [];
          for (const [reference, mails] of cards) {
            if (!mails.some(({ to }) => foldEmail(to) === foldEmail(email))) continue;
            const [first] = mails;
            const last = mails.at(-1);
            if (first === undefined || last === undefined) continue;
            found.push({ reference, amount: first.amount, issuedAt: first.at, email: last.to });
          }
          return found;
        });

        const resend = Effect.fn("StoreCreditSimulator.resend")(function* ({
          reference,
          email,
        }: Parameters<Port["resend"]>[0]) {
          yield* log.decide(reference, ([issued], at): CardDecision<void> => {
            return issued === undefined
              ? Result.fail(refused(`there is no card ${reference}`))
              : Result.succeed({
                  answer: undefined,
                  fact: GiftCardFact.cases.MailedAgain.make({ at, email }),
                });
          });
        });

        const credit = StoreCredit.of({
          issue: faults.around("issue", issue),
          find: faults.around("find", find),
          resend: faults.around("resend", resend),
        });
        const control = StoreCreditSimulator.of({ mailed, fail: faults.fail });
        return Context.make(StoreCredit, credit).pipe(Context.add(StoreCreditSimulator, control));
      }),
    );
}
