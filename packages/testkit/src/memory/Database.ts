import type {
  CatalogueEntry,
  Delivery,
  DroppedTask,
  KeptAnswer,
  KeptTask,
  StoredEvent,
  StoredPosting,
  StoredSubject,
  SubjectIndex,
  SubjectRef,
  Subscription,
  Task,
} from "@resale/core";

/** A subject as a table's row would hold it. */
export interface SubjectRow {
  readonly stored: StoredSubject;
  readonly index: SubjectIndex;
  /** When it is next taken by a drain: its due moment, or later if a decision about it has thrown. */
  readonly due: number | null;
  readonly setbacks: number;
  /** In which order subjects came into being. */
  readonly number: number;
}

/** A task as a table's row would hold it; `dueAt` is the end of the lease while somebody has it. */
export interface TaskRow {
  readonly key: string;
  readonly subject: string;
  readonly task: Task;
  readonly attempts: number;
  readonly status: KeptTask["status"];
  readonly dueAt: number;
  readonly lease: string | undefined;
  readonly lastError: string | undefined;
  readonly dropped: DroppedTask | undefined;
  /** When it was done or dropped. */
  readonly endedAt?: number;
  readonly number: number;
}

/** How far a subscription has come with a subject; `lease` while somebody is at it. */
export interface DeliveryRow extends Delivery {
  readonly lease: string | undefined;
}

/** The tables that all ports of the memory store share. JavaScript runs one thing at a time: each step is atomic. */
export interface Database {
  readonly subjects: Map<string, SubjectRow>;
  readonly claims: Map<string, string>;
  readonly events: Array<StoredEvent>;
  readonly postings: Array<StoredPosting>;
  readonly tasks: Map<string, TaskRow>;
  readonly answers: Map<string, KeptAnswer>;
  readonly catalogue: Map<string, CatalogueEntry>;
  readonly subscriptions: Map<string, Subscription>;
  readonly deliveries: Map<string, DeliveryRow>;
}

export const makeDatabase = (): Database => ({
  subjects: new Map(),
  claims: new Map(),
  events: [],
  postings: [],
  tasks: new Map(),
  answers: new Map(),
  catalogue: new Map(),
  subscriptions: new Map(),
  deliveries: new Map(),
});

export const subjectKey = ({ kind, id }: SubjectRef): string => `${kind}/${id}`;

export const answerKey = (scope: string, key: string): string => JSON.stringify([scope, key]);

/** What a database would give back: a copy, in which nothing is shared with what was written. */
export const written = <A>(value: A): A => JSON.parse(JSON.stringify(value));
