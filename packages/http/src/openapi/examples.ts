import recorded from "./examples.json" with { type: "json" };

/** What was really asked and answered, when a whole sale was recorded. */
export interface Example {
  readonly parameters?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
  readonly status: number;
  readonly answer?: unknown;
}

const operations: ReadonlyMap<string, Example> = new Map(
  Object.entries<Example>(recorded.operations as Readonly<Record<string, Example>>),
);

const problems: ReadonlyArray<readonly [string, { readonly status: number }]> = Object.entries(
  recorded.problems as Readonly<Record<string, { readonly status: number }>>,
);

export const exampleOf = (operationId: string): Example | undefined => operations.get(operationId);

/** Problems of one status as they were met. */
export const problemExamples = (status: string): Readonly<Record<string, { readonly value: unknown }>> =>
  Object.fromEntries(
    problems.flatMap(([name, value]) => (`${value.status}` === status ? [[name, { value }]] : [])),
  );
