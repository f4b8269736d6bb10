import {
  foldEmail,
  Member,
  MemberId,
  Members,
  ProviderUnavailable,
  type StoreUnavailable,
} from "@resale/core";
import { Context, Effect, Layer, Option, Schema } from "effect";
import type { SqlError } from "effect/sql";
import { orUnavailable } from "./failure.ts";
import { Reads, Writes } from "./Sql.ts";
import { storable } from "./storable.ts";
import { type Counts, type Taken, type TakeOptions, takenOf } from "./Taken.ts";

const decode = Schema.decodeUnknownSync(Member);

const orProvider = <A, R>(effect: Effect.Effect<A, SqlError.SqlError, R>) =>
  Effect.mapError(
    orUnavailable(effect),
    ({ reason }: StoreUnavailable) => new ProviderUnavailable({ provider: "members", reason }),
  );

const first = (rows: ReadonlyArray<{ readonly member: unknown }>): Option.Option<Member> =>
  Option.map(Option.fromUndefinedOr(rows[0]), ({ member }) => decode(member));

const make = Effect.gen(function* () {
  const reads = yield* Reads;
  const writes = yield* Writes;
  const port = Members.of({
    get: Effect.fn("Members.get")((id) =>
      Effect.map(
        orProvider(reads<{ member: unknown }>`select member from resale.members where id = ${storable(id)}`),
        first,
      ),
    ),
    byEmail: Effect.fn("Members.byEmail")((email) =>
      Effect.map(
        orProvider(reads<{ member: unknown }>`
          select member from resale.members where folded_email = ${storable(foldEmail(email))}
          order by id limit 1`),
        first,
      ),
    ),
  });
  const takeMembers = Effect.fn("PostgresMembers.takeMembers")(
    (members: ReadonlyArray<Member>, { dryRun }: TakeOptions = {}) => {
      const last = [...new Map(members.map((member) => [member.id, member])).values()];
      // What stands there already is not written again: a file that is given twice changes nothing.
      const given = writes`
        with given as materialized (
          select g.*, m.id is null as added from unnest(
            ${last.map(({ id }) => storable(id))}::text[],
            ${last.map(({ email }) => storable(foldEmail(email)))}::text[],
            ${last.map((member) => JSON.stringify(member))}::text[]
          ) g (id, folded_email, member)
          left join resale.members m on m.id = g.id
          where m.id is null or m.member::text <> g.member
        )`;
      const counts = dryRun
        ? writes<Counts>`${given} select count(*) filter (where added) as added, count(*) as differing from given`
        : writes<Counts>`${given}, written as (
            insert into resale.members (id, folded_email, member)
            select id, folded_email, member::json from given
            on conflict (id) do update set folded_email = excluded.folded_email, member = excluded.member
          ) select count(*) filter (where added) as added, count(*) as differing from given`;
      return Effect.map(orProvider(counts), (rows) => takenOf(rows, members.length));
    },
  );
  const upsertMembers = Effect.fn("PostgresMembers.upsertMembers")((members: ReadonlyArray<Member>) =>
    Effect.asVoid(takeMembers(members)),
  );
  const sharedEmails = Effect.fn("PostgresMembers.sharedEmails")((limit: number) =>
    Effect.map(
      orProvider(reads<{ members: ReadonlyArray<string> }>`
        select array_agg(id order by id) as members from resale.members
        group by folded_email having count(*) > 1 order by min(id) limit ${limit}`),
      (rows) => rows.map(({ members }) => members.map((id) => MemberId.make(id))),
    ),
  );
  return Context.add(Context.make(Members, port), PostgresMembers, {
    takeMembers,
    upsertMembers,
    sharedEmails,
  });
});

/** A loyalty programme in a table, for a shop that has none of its own: the port, and how accounts get in. */
export class PostgresMembers extends Context.Service<
  PostgresMembers,
  {
    readonly upsertMembers: (members: ReadonlyArray<Member>) => Effect.Effect<void, ProviderUnavailable>;
    /** The same, and says what it has changed; all of them are written, or none. */
    readonly takeMembers: (
      members: ReadonlyArray<Member>,
      options?: TakeOptions,
    ) => Effect.Effect<Taken, ProviderUnavailable>;
    /** Accounts that share an e-mail address, up to so many groups: whoever signs in by it is the first of them. */
    readonly sharedEmails: (
      limit: number,
    ) => Effect.Effect<ReadonlyArray<ReadonlyArray<MemberId>>, ProviderUnavailable>;
  }
>()("@resale/postgres/PostgresMembers") {
  static readonly layer: Layer.Layer<Members | PostgresMembers, never, Reads | Writes> =
    Layer.effectContext(make);
}
