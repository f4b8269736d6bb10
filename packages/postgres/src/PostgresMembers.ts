import { foldEmail, Member, Members, ProviderUnavailable, type StoreUnavailable } from "@resale/core";
import { Context, Effect, Layer, Option, Schema } from "effect";
import type { SqlError } from "effect/sql";
import { orUnavailable } from "./failure.ts";
import { Reads, Writes } from "./Sql.ts";
import { storable } from "./storable.ts";

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
  const upsertMembers = Effect.fn("PostgresMembers.upsertMembers")((members: ReadonlyArray<Member>) => {
    const last = [...new Map(members.map((member) => [member.id, member])).values()];
    return orProvider(writes`
      insert into resale.members (id, folded_email, member)
      select id, folded_email, member::json from unnest(
        ${last.map(({ id }) => storable(id))}::text[],
        ${last.map(({ email }) => storable(foldEmail(email)))}::text[],
        ${last.map((member) => JSON.stringify(member))}::text[]
      ) upserted (id, folded_email, member)
      on conflict (id) do update set folded_email = excluded.folded_email, member = excluded.member`).pipe(
      Effect.asVoid,
    );
  });
  return Context.add(Context.make(Members, port), PostgresMembers, { upsertMembers });
});

/** A loyalty programme in a table, for a shop that has none of its own: the port, and how accounts get in. */
export class PostgresMembers extends Context.Service<
  PostgresMembers,
  { readonly upsertMembers: (members: ReadonlyArray<Member>) => Effect.Effect<void, ProviderUnavailable> }
>()("@resale/postgres/PostgresMembers") {
  static readonly layer: Layer.Layer<Members | PostgresMembers, never, Reads | Writes> =
    Layer.effectContext(make);
}
