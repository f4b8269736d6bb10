import { Effect, Option, Schema } from "effect";
import { checkoutMachine } from "../checkout/machine.ts";
import { deskMachine } from "../desk/Desk.ts";
import { Account } from "../journal/Posting.ts";
import { verify } from "../journal/verify.ts";
import { type Checked, checkSubject, type Kept } from "../lifecycle/check.ts";
import type { Finding } from "../lifecycle/Finding.ts";
import { SubjectKind, type SubjectRef } from "../lifecycle/Subject.ts";
import { listingMachine } from "../listing/machine.ts";
import { mailboxMachine } from "../mail/mailboxMachine.ts";
import { orderMachine } from "../order/machine.ts";
import type { Order } from "../order/Order.ts";
import { History, Store, type StoredPosting, type StoredSubject } from "../ports/Store.ts";
import { rejectionOf } from "./rejecting.ts";

/** How much has been looked at so far. */
export interface Looked {
  readonly subjects: { readonly [Kind in SubjectKind]: number };
  readonly events: number;
  readonly lines: number;
  readonly findings: number;
}

/** Everything that was looked at, and what stands on each account over all orders, in cents. */
export interface Verified extends Looked {
  readonly balances: ReadonlyMap<string, number>;
}

/** Who listens while a store is verified. */
export interface Listener {
  readonly onFinding: (finding: Finding) => Effect.Effect<void>;
  readonly onPage?: (looked: Looked) => Effect.Effect<void>;
}

const PAGE = 200;
const AT_ONCE = 8;
const isAccount = Schema.is(Account);

/** Whether no money of the order may be under way any more. */
export const isOver = ({ refund, payout }: Order): boolean =>
  refund._tag === "Done" || refund._tag === "ByChargeback" || payout._tag === "Issued";

const unsound = (kept: Kept, order: Order | undefined): ReadonlyArray<Finding> => {
  const lines = kept.lines.flatMap(({ account, ...line }) =>
    isAccount(account) ? [{ ...line, account, order: kept.subject.id }] : [],
  );
  return verify(lines, () => order !== undefined && isOver(order)).map(({ problem }) => ({
    _tag: "JournalUnsound",
    subject: kept.subject,
    problem,
  }));
};

const checkKept = (kept: Kept): ReadonlyArray<Finding> => {
  const findingsOf = (checked: Checked<unknown>) => checked.findings;
  switch (kept.subject.kind) {
    case "listing":
      return findingsOf(checkSubject(listingMachine, kept));
    case "checkout":
      return findingsOf(checkSubject(checkoutMachine, kept));
    case "desk":
      return findingsOf(checkSubject(deskMachine, kept));
    case "mailbox":
      return findingsOf(checkSubject(mailboxMachine, kept));
    case "order": {
      const { state, findings } = checkSubject(orderMachine, kept);
      return [...findings, ...unsound(kept, state)];
    }
  }
};

/**
 * Reads all of a subject as it stood at one version, whoever is at work meanwhile: what came later is left for the next
 * time. Facts beyond the version of a subject that nobody has changed are nobody's.
 */
const read = Effect.fnUntraced(function* ({ subject, version, state }: StoredSubject) {
  const history = yield* History;
  const events = yield* history.of(subject);
  const lines = subject.kind === "order" ? yield* history.postingsOf(subject.id) : [];
  const until = <A extends { readonly version: number }>(rows: ReadonlyArray<A>) =>
    rows.filter((row) => row.version <= version);
  const kept: Kept = { subject, version, state, events: until(events), lines: until(lines) };
  if (kept.events.length === events.length && kept.lines.length === lines.length) return kept;
  const [found] = yield* (yield* Store).load([subject]);
  const now = Option.map(found ?? Option.none(), (stored) => stored.version);
  return Option.contains(now, version) ? { ...kept, events, lines } : kept;
});

/** Holds one subject against its facts and its money. */
export const verifySubject = (stored: StoredSubject) =>
  Effect.map(read(stored), (kept) => ({ kept, findings: checkKept(kept) }));

const missing = Effect.fnUntraced(function* (subjects: ReadonlyArray<SubjectRef>, of: "facts" | "money") {
  const found = yield* (yield* Store).load(subjects);
  return subjects
    .filter((_, at) => Option.isNone(found[at] ?? Option.none()))
    .map((subject): Finding => ({ _tag: "SubjectMissing", subject, of }));
});

const distinct = (subjects: ReadonlyArray<SubjectRef>): ReadonlyArray<SubjectRef> => [
  ...new Map(subjects.map((subject) => [`${subject.kind}/${subject.id}`, subject])).values(),
];

/**
 * Holds everything that is stored against the facts: no fact is missing, every state and every journal line is what the
 * facts say, and the money adds up for each order (R53, R55). Reads in pages, beside whoever is at work; the same memory
 * for ten orders and ten million.
 */
export const verifyStore = Effect.fn("Running.verifyStore")(function* ({
  onFinding,
  onPage = () => Effect.void,
}: Listener) {
  const store = yield* Store;
  const history = yield* History;
  const subjects = { listing: 0, checkout: 0, order: 0, desk: 0, mailbox: 0 };
  const counts = { events: 0, lines: 0, findings: 0 };
  const balances = new Map<string, number>();
  const tell = (found: ReadonlyArray<Finding>) =>
    Effect.forEach(
      found,
      (finding) => {
        counts.findings++;
        return onFinding(finding);
      },
      { discard: true },
    );
  const look = Effect.fnUntraced(function* (stored: StoredSubject) {
    const { kept, findings } = yield* verifySubject(stored);
    subjects[kept.subject.kind]++;
    counts.events += kept.events.length;
    counts.lines += kept.lines.length;
    for (const { account, amount } of kept.lines)
      balances.set(account, (balances.get(account) ?? 0) + amount);
    yield* tell(findings);
  });
  for (const kind of SubjectKind.literals) {
    let after: string | undefined;
    while (true) {
      const page = yield* store.find({ kind, limit: PAGE, ...(after === undefined ? {} : { after }) });
      yield* Effect.forEach(page, look, { concurrency: AT_ONCE, discard: true });
      yield* onPage({ ...counts, subjects: { ...subjects } });
      after = page.at(-1)?.subject.id;
      if (page.length < PAGE) break;
    }
  }
  let position = 0;
  const last = yield* history.last;
  while (position < last) {
    const page = yield* history.all(position, PAGE);
    yield* tell(yield* missing(distinct(page.map(({ subject }) => subject)), "facts"));
    position = page.at(-1)?.position ?? last;
  }
  let order: string | undefined;
  while (true) {
    const lines: ReadonlyArray<StoredPosting> = yield* history.postings(order, PAGE);
    const booked = lines.map((line): SubjectRef => ({ kind: "order", id: line.order }));
    yield* tell(yield* missing(distinct(booked), "money"));
    order = lines.at(-1)?.order;
    if (order === undefined) break;
  }
  const verified: Verified = { ...counts, subjects, balances };
  return verified;
}, Effect.mapError(rejectionOf));
