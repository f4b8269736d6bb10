import type { Change, Commit, RecordedEvent } from "@resale/core";
import { Context, Metric, Schema } from "effect";

const everywhere = Context.empty();

/** A counter for each value of some labels, made when it first counts. */
const family = <Label extends string>(name: string, description: string, labels: ReadonlyArray<Label>) => {
  const known = new Map<string, Metric.Counter<number>>();
  return (values: ReadonlyArray<string>, by = 1): void => {
    const key = values.join("\n");
    let counter = known.get(key);
    if (counter === undefined) {
      const attributes = Object.fromEntries(labels.map((label, at) => [label, values[at] ?? ""]));
      counter = Metric.counter(name, { description, incremental: true, attributes });
      known.set(key, counter);
    }
    counter.updateUnsafe(by, everywhere);
  };
};

const countEvent = family("resale_events_total", "Facts written down, by subject and name.", [
  "subject",
  "event",
] as const);

const countCommit = family("resale_commits_total", "Commits, by what became of them.", ["outcome"] as const);

const countTask = family("resale_tasks_total", "Tasks worked at, by kind and what became of it.", [
  "kind",
  "outcome",
] as const);

const Named = Schema.Struct({ _tag: Schema.String });
const isNamed = Schema.is(Named);

const nameOf = ({ event }: RecordedEvent): string => (isNamed(event) ? event._tag : "Unknown");

/** What was decided and stands now: by a command, or by the clock. */
export const countChange = ({ subject, events }: Change): void => {
  for (const event of events) countEvent([subject.kind, nameOf(event)]);
};

/** What became of a commit; its facts count where it was written. */
export const countWritten = ({ changes }: Commit, refused: string | undefined): void => {
  countCommit([refused ?? "Written"]);
  if (refused === undefined) for (const change of changes) countChange(change);
};

export const countTaskDone = (kind: string): void => countTask([kind, "Done"]);
export const countTaskFailed = (kind: string, isLast: boolean): void =>
  countTask([kind, isLast ? "Parked" : "Postponed"]);
