import type {
  Actor,
  AddressRefused,
  Caller,
  Live,
  PhotoRefused,
  Programs,
  ProviderError,
  Rejection,
  StoreUnavailable,
  SubjectKind,
} from "@resale/core";
import type { Effect, Layer, Schema } from "effect";
import type { Parts } from "../Parts.ts";

type ProvidedBy<Part> = Part extends Layer.Layer<infer Ports, unknown> ? Ports : never;

/** Everything a use case may ask for: what the parts of a shop provide, and what is made of them. */
export type Ports = ProvidedBy<Required<Parts>[keyof Parts]> | Live | Programs;

/** Every way in which a use case may fail that is not a defect. */
export type Failure = Rejection | StoreUnavailable | ProviderError | PhotoRefused | AddressRefused;

export type Doing<A> = Effect.Effect<A, Failure, Ports>;
export type Inputs = ReadonlyArray<unknown>;
/** For each input of a use case the Schema by which it is read from what a caller says. */
type Readers<Meant extends Inputs> = { readonly [At in keyof Meant]: Schema.Codec<Meant[At], unknown> };
type SaidTo<Meant extends Inputs, Takes> = {
  [At in keyof Meant]: At extends keyof Takes
    ? Takes[At] extends { Encoded: infer Said }
      ? Said
      : never
    : never;
};

/** One use case as the promise face offers it; `Said` are its inputs before they are read. */
export interface Row<Kind extends "Write" | "Read" | "Ask" | "Watch", Said extends Inputs, A> {
  readonly kind: Kind;
  readonly takes: ReadonlyArray<Schema.Codec<unknown, unknown>>;
  readonly run: (caller: Caller, meant: Inputs) => Doing<A>;
  /** For `Watch`: what is looked at, and looked at again when it has changed. */
  readonly watches?: SubjectKind;
  /** Only the types know it: what a caller says. */
  readonly Said?: (said: Said) => void;
}

type AnyRow<Kind extends "Write" | "Read" | "Ask" | "Watch"> = Row<Kind, never, unknown>;
export type Group = Readonly<
  Record<string, AnyRow<"Write"> | AnyRow<"Read"> | AnyRow<"Ask"> | AnyRow<"Watch">>
>;

/** A row's inputs have been read by its own Schemas, one for each: this is the one place that takes it on trust. */
const applied =
  <Meant extends Inputs, A>(usecase: (...meant: Meant) => A) =>
  (meant: Inputs): A =>
    usecase(...(meant as Meant));

/** A use case that changes something: it may carry an idempotency key (R56). */
export const write = <Meant extends Inputs, A, const Takes extends Readers<Meant>>(
  usecase: (caller: Caller, ...meant: Meant) => Doing<A>,
  ...takes: Takes
): Row<"Write", SaidTo<Meant, Takes>, A> => ({
  kind: "Write",
  takes,
  run: (caller, meant) => applied((...own: Meant) => usecase(caller, ...own))(meant),
});

const reading =
  <Meant extends Inputs, A>(usecase: (actor: Actor, ...meant: Meant) => Doing<A>) =>
  ({ actor }: Caller, meant: Inputs) =>
    applied((...own: Meant) => usecase(actor, ...own))(meant);

/** A use case whose answer hangs on who asks. */
export const read = <Meant extends Inputs, A, const Takes extends Readers<Meant>>(
  usecase: (actor: Actor, ...meant: Meant) => Doing<A>,
  ...takes: Takes
): Row<"Read", SaidTo<Meant, Takes>, A> => ({ kind: "Read", takes, run: reading(usecase) });

/** A use case that answers everybody alike. */
export const ask = <Meant extends Inputs, A, const Takes extends Readers<Meant>>(
  usecase: (...meant: Meant) => Doing<A>,
  ...takes: Takes
): Row<"Ask", SaidTo<Meant, Takes>, A> => ({
  kind: "Ask",
  takes,
  run: (_, meant) => applied(usecase)(meant),
});

/** The same look as `read`, again after each change of what is looked at: one subject, or all of its kind. */
export const watch = <Meant extends Inputs, A, const Takes extends Readers<Meant>>(
  watches: SubjectKind,
  usecase: (actor: Actor, ...meant: Meant) => Doing<A>,
  ...takes: Takes
): Row<"Watch", SaidTo<Meant, Takes>, A> => ({ kind: "Watch", takes, watches, run: reading(usecase) });

/** What every call may be given last. */
export interface CallOptions {
  /** Gives up waiting: the promise is rejected with the signal's reason. What was committed by then stays. */
  readonly signal?: AbortSignal;
}

export interface WriteOptions extends CallOptions {
  /**
   * A repeat of the same call under the same key gets the first answer. One key is for one call: the same key with other
   * content, or for another method, is refused with `KeyReused` (R56). Derive one for `open`, and another for `pay`.
   */
  readonly idempotencyKey?: string;
}

/** A row as a method. */
export type Method<R> =
  R extends Row<infer Kind, infer Said, infer A>
    ? Kind extends "Watch"
      ? (...args: [...Said, options?: CallOptions]) => AsyncIterable<A>
      : (...args: [...Said, options?: Kind extends "Write" ? WriteOptions : CallOptions]) => Promise<A>
    : never;

/** The methods of one group, as its rows say. */
export type Methods<G extends Group> = { readonly [Name in keyof G]: Method<G[Name]> };
/** Groups of methods, as a table of them says. */
export type Groups<T extends Readonly<Record<string, Group>>> = {
  readonly [Name in keyof T]: Methods<T[Name]>;
};
