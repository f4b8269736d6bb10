import { Retention } from "@resale/core";
import { Effect } from "effect";
import type { Database } from "./Database.ts";

/** Takes the oldest out of a table, of those that have an end by then; answers how many. */
const forgetFrom = <Row>(
  table: Map<string, Row>,
  endOf: (row: Row) => number | undefined,
  until: number,
  limit: number,
): number => {
  const old = [...table]
    .flatMap(([key, row]) => {
      const end = endOf(row);
      return end === undefined || end > until ? [] : [{ key, end }];
    })
    .sort((one, other) => one.end - other.end)
    .slice(0, limit);
  for (const { key } of old) table.delete(key);
  return old.length;
};

export const makeRetention = ({ tasks, answers, deliveries }: Database): Retention["Service"] =>
  Retention.of({
    forget: ({ until, limit }) =>
      Effect.sync(() => ({
        tasks: forgetFrom(tasks, ({ endedAt }) => endedAt, until.tasks, limit),
        answers: forgetFrom(answers, ({ at }) => at, until.answers, limit),
        deliveries: forgetFrom(
          deliveries,
          ({ dueAt, last }) => (dueAt === undefined ? last?.at : undefined),
          until.deliveries,
          limit,
        ),
      })),
  });
