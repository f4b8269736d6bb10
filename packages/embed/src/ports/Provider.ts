import { fieldFaults, OutcomeUnknown, ProviderUnavailable } from "@resale/core";
import { type Context, Effect, Layer, type Option, Predicate, Schema, SchemaTransformation } from "effect";

type AnswerOf<M> = M extends (...said: never) => Effect.Effect<infer A, unknown> ? A : never;
type ErrorOf<M> = M extends (...said: never) => Effect.Effect<unknown, infer E> ? E : never;
type SaidOf<M> = M extends (...said: infer Said) => unknown ? Said : never;

/** A failure's class. */
type Kind<E> = abstract new (...fields: never) => E;

/** How one method of a port is kept by a function that returns a promise. */
export interface Kept<A, E> {
  /** By which an answer is read before the engine sees it. */
  readonly answer: Schema.Codec<A, unknown>;
  /** What may be thrown on purpose. Anything else is taken for the last of them. */
  readonly fails: readonly [
    ...ReadonlyArray<Kind<E>>,
    Kind<Extract<E, OutcomeUnknown | ProviderUnavailable>>,
  ];
}

type KeptBy<Service> = { readonly [M in keyof Service]: Kept<AnswerOf<Service[M]>, ErrorOf<Service[M]>> };

/** What the engine hands over beside a request: it fires when nobody waits for the answer any more. */
export interface Call {
  readonly signal: AbortSignal;
}

/** A port as an object of plain functions: each answers, or promises to, and throws where it can't. */
export type PlainPort<Service, Table> = {
  readonly [M in keyof Service]: (
    ...said: [...SaidOf<Service[M]>, call: Call]
  ) => M extends keyof Table
    ? Table[M] extends { readonly answer: { readonly Encoded: infer Said } }
      ? Said | Promise<Said>
      : never
    : never;
};

const lost = (kind: Kind<unknown>, provider: string, reason: string) =>
  kind === OutcomeUnknown
    ? new OutcomeUnknown({ provider, reason })
    : new ProviderUnavailable({ provider, reason });

const wordsOf = (thrown: unknown): string => (thrown instanceof Error ? thrown.message : String(thrown));

const keep = (
  provider: string,
  method: string,
  { answer, fails }: Kept<unknown, unknown>,
  act: (said: ReadonlyArray<unknown>, call: Call) => unknown,
) => {
  const last = fails[fails.length - 1] ?? ProviderUnavailable;
  const decode = Schema.decodeUnknownResult(answer, { errors: "all" });
  return Effect.fnUntraced(function* (...said: ReadonlyArray<unknown>) {
    const answered = yield* Effect.tryPromise({
      try: async (signal) => await act(said, { signal }),
      catch: (thrown) =>
        fails.some((kind) => thrown instanceof kind) ? thrown : lost(last, provider, wordsOf(thrown)),
    });
    const read = decode(answered);
    if (read._tag === "Success") return read.success;
    const faults = fieldFaults("the answer", read.failure.issue).map(
      ({ field, problem }) => `${field} ${problem}`,
    );
    return yield* Effect.fail(
      lost(last, provider, `${method} did not answer as it must: ${faults.join("; ")}`),
    );
  });
};

/** A port of the engine that a shop may keep by an object of plain functions, and how its methods are kept. */
export interface Provider<Id, Service, Table> {
  readonly name: string;
  readonly port: Context.Key<Id, Service>;
  readonly table: Table;
  readonly layer: (plain: PlainPort<Service, Table>) => Layer.Layer<Id>;
}

/** Writes down, method by method, how plain functions keep a port: nothing else is written for each. */
export const provider = <Id, Service extends object, const Table extends KeptBy<Service>>(
  name: string,
  port: Context.Key<Id, Service>,
  table: Table,
): Provider<Id, Service, Table> => ({
  name,
  port,
  table,
  layer: (plain) =>
    Layer.sync(port, () => {
      const rows = Object.entries<Kept<unknown, unknown>>(table);
      const kept = rows.map(([method, row]) => {
        const act: unknown = Reflect.get(plain, method);
        if (!Predicate.isFunction(act)) throw new Error(`${name}.${method} must be a function`);
        return [method, keep(name, method, row, (said, call) => Reflect.apply(act, plain, [...said, call]))];
      });
      return Object.fromEntries(kept) as Service;
    }),
});

/** Nothing is answered, whatever a function returns. */
export const nothing: Schema.Codec<void, unknown> = Schema.Unknown.pipe(
  Schema.decodeTo(
    Schema.Void,
    SchemaTransformation.transform<void, unknown>({ decode: () => undefined, encode: () => undefined }),
  ),
);

/** What may not be there: null and undefined are none. */
export const optional = <A, Said>(
  schema: Schema.Codec<A, Said>,
): Schema.Codec<Option.Option<A>, Said | null | undefined> => Schema.OptionFromNullishOr(schema);
