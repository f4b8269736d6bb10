import {
  type CatalogueEntry,
  type Change,
  instant,
  type Posting,
  type RecordedEvent,
  type StoredSubject,
  type SubjectIndex,
  type SubjectRef,
  type Task,
} from "@resale/core";

/** A moment at which the suites' stories take place. */
export const NOON = instant(1_790_000_000_000);

/** Later than anything a suite leaves behind. */
export const AFTER_ALL = instant(4_000_000_000_000);

/** An id that no run before has used: contracts run on databases that are full. */
export const newId = (): string => crypto.randomUUID();

/** A subject that is not there yet. */
export const newSubject = (kind: SubjectRef["kind"] = "order"): SubjectRef => ({ kind, id: newId() });

/** What a subject's step holds beside the ordinary. */
export interface Step {
  /** 0, if not told: the subject is new. */
  readonly expected?: number;
  /** How many facts: one, if not told. */
  readonly events?: number;
  readonly at?: number;
  readonly state?: Change["state"];
  readonly due?: number | null;
  readonly index?: Partial<SubjectIndex>;
  /** By what it was found until now, if the caller is to say so. */
  readonly before?: Partial<SubjectIndex>;
  readonly catalogue?: CatalogueEntry | null;
  readonly tasks?: ReadonlyArray<{ readonly key: string; readonly task: Task }>;
  readonly postings?: ReadonlyArray<Posting>;
}

const index: SubjectIndex = {
  status: "Open",
  claim: null,
  seller: null,
  buyer: null,
  email: null,
  tracking: null,
  parent: null,
  credit: null,
  operatorTasks: [],
  stars: null,
};

const facts = (
  subject: SubjectRef,
  expected: number,
  count: number,
  at: number,
): ReadonlyArray<RecordedEvent> =>
  Array.from({ length: count }, (_, number) => ({
    subject,
    version: expected + number + 1,
    at: instant(at),
    actor: { _tag: "System" },
    cause: number === 0 ? { _tag: "Command", command: { _tag: "Step" } } : { _tag: "SameCommand" },
    event: { _tag: "Stepped", number: expected + number + 1 },
  }));

/** A subject's step as a decision would make it. */
export const change = (subject: SubjectRef, step: Step = {}): Change => {
  const { expected = 0, events = 1, at = NOON, due = null, postings = [], catalogue } = step;
  const next: Change = {
    subject,
    expected,
    state: step.state ?? { _tag: "Open", version: expected + events },
    due: due === null ? null : instant(due),
    index: { ...index, ...step.index },
    ...(step.before === undefined ? {} : { before: { ...index, ...step.before } }),
    events: facts(subject, expected, events, at),
    tasks: step.tasks ?? [],
    journal: postings.map((posting) => ({ version: expected + events, ...posting })),
  };
  return catalogue === undefined ? next : { ...next, catalogue };
};

/** The step that follows what was found. */
export const following = ({ subject, version }: StoredSubject, step: Step = {}): Change =>
  change(subject, { ...step, expected: version });

/** Subjects as texts, to be compared in any order. */
export const names = (subjects: ReadonlyArray<SubjectRef>): ReadonlyArray<string> =>
  subjects.map(({ kind, id }) => `${kind}/${id}`).sort();
