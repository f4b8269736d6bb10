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

/** Of whose answers a stream tells: the queue's entries are the whole of its answer there. */
const shown: ReadonlyMap<string, readonly [operationId: string, part?: string]> = new Map([
  ["live.order", ["orders.order"]],
  ["live.guestOrder", ["orders.guestOrder"]],
  ["live.listing", ["catalogue.listing"]],
  ["live.reviewQueue", ["review.queue", "entries"]],
]);

/** A stream as it begins: with what is there now, as it was answered elsewhere. */
const streamed = ({ parameters, status, answer }: Example, part: string | undefined): Example => {
  const data = part === undefined ? answer : (answer as Readonly<Record<string, unknown>>)[part];
  const told = `event: changed\nid: "7.q3Zt0A"\ndata: ${JSON.stringify(data)}\n\n`;
  return { ...(parameters === undefined ? {} : { parameters }), status, answer: told };
};

export const exampleOf = (operationId: string): Example | undefined => {
  const [other, part] = shown.get(operationId) ?? [];
  if (other === undefined) return operations.get(operationId);
  const example = operations.get(other);
  return example === undefined ? undefined : streamed(example, part);
};

/** Problems of one status as they were met. */
export const problemExamples = (status: string): Readonly<Record<string, { readonly value: unknown }>> =>
  Object.fromEntries(
    problems.flatMap(([name, value]) => (`${value.status}` === status ? [[name, { value }]] : [])),
  );
