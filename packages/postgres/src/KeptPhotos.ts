import type { PgClient } from "@effect/sql-pg";
import {
  type IdlePhoto,
  KeptPhotos,
  type KnownPhoto,
  OpenedUpload,
  Photo,
  PhotoId,
  SubjectKind,
  type SubjectRef,
} from "@resale/core";
import { Effect, Option, Schema } from "effect";
import type { SqlError } from "effect/sql";
import { orUnavailable } from "./failure.ts";
import { restored, storable } from "./storable.ts";

const uploadIn = Schema.decodeUnknownSync(Schema.fromJsonString(OpenedUpload));
const photoIn = Schema.decodeUnknownSync(Schema.fromJsonString(Photo));
const isKind = Schema.is(SubjectKind);

interface IdRow {
  readonly id: string;
}

interface KnownRow extends IdRow {
  readonly upload: string | null;
  readonly photo: string | null;
}

interface IdleRow extends IdRow {
  readonly at: number;
  readonly doomed: boolean;
  readonly used_by: ReadonlyArray<string>;
}

const knownOf = ({ id, upload, photo }: KnownRow): KnownPhoto => ({
  id: PhotoId.make(id),
  upload: upload === null ? null : uploadIn(upload),
  photo: photo === null ? null : photoIn(photo),
});

/** A subject in one word: its kind has no space. */
const wordOf = ({ kind, id }: SubjectRef): string => storable(`${kind} ${id}`);

const subjectIn = (word: string): ReadonlyArray<SubjectRef> => {
  const space = word.indexOf(" ");
  const kind = word.slice(0, space);
  return isKind(kind) ? [{ kind, id: restored(word.slice(space + 1)) }] : [];
};

const idleOf = ({ id, at, doomed, used_by }: IdleRow): IdlePhoto => ({
  id: PhotoId.make(id),
  at: at as IdlePhoto["at"],
  doomed,
  usedBy: used_by.flatMap(subjectIn),
});

/** Rows are locked in the order of their ids, so that nobody waits in a circle. */
const use = (sql: PgClient.PgClient, ids: ReadonlyArray<string>, word: string, at: number) => sql<IdRow>`
  with there as materialized (
    select id from resale.photos where id = any(${ids}::text[]) and photo is not null and not doomed
    order by id for update
  )
  update resale.photos p set at = greatest(p.at, ${at}::float8::bigint),
    used_by = case when ${word}::text = any(p.used_by) then p.used_by else p.used_by || ${word}::text end
  from there where p.id = there.id and p.photo is not null and not p.doomed
  returning p.id`;

const giveUp = (sql: PgClient.PgClient, idle: ReadonlyArray<Pick<IdlePhoto, "id" | "at">>) => sql<IdRow>`
  with looked as materialized (
    select p.id, l.at from unnest(
      ${idle.map(({ id }) => id)}::text[], ${idle.map(({ at }) => at)}::float8[]::bigint[]
    ) l(id, at) join resale.photos p on p.id = l.id
    order by p.id for update of p
  )
  update resale.photos p set doomed = true from looked
  where p.id = looked.id and p.at = looked.at and not p.doomed
  returning p.id`;

const idsOf = (rows: ReadonlyArray<IdRow>): ReadonlyArray<PhotoId> => rows.map(({ id }) => PhotoId.make(id));
const isAny = (rows: ReadonlyArray<unknown>): boolean => rows.length > 0;

/** All of it on the connections that write: what was read elsewhere might be from before. */
export const makeKeptPhotos = (sql: PgClient.PgClient): KeptPhotos["Service"] => {
  const done = (effect: Effect.Effect<unknown, SqlError.SqlError>) => Effect.asVoid(orUnavailable(effect));
  return KeptPhotos.of({
    expect: Effect.fn("KeptPhotos.expect")(({ id, at, upload }) =>
      done(sql`insert into resale.photos (id, at, upload) values
        (${id}, ${at}::float8::bigint, ${upload === null ? null : JSON.stringify(upload)}) on conflict (id) do nothing`),
    ),
    get: Effect.fn("KeptPhotos.get")((id) =>
      sql<KnownRow>`select id, upload, photo from resale.photos where id = ${id} and not doomed`.pipe(
        orUnavailable,
        Effect.map(([row]) => Option.map(Option.fromUndefinedOr(row), knownOf)),
      ),
    ),
    lease: Effect.fn("KeptPhotos.lease")((id, { at, until }) =>
      sql`update resale.photos set leased_until = ${until}::float8::bigint
        where id = ${id} and photo is null and not doomed
          and (leased_until is null or leased_until <= ${at}::float8::bigint) returning 1 as mine`.pipe(
        orUnavailable,
        Effect.map(isAny),
      ),
    ),
    release: Effect.fn("KeptPhotos.release")((id) =>
      done(sql`update resale.photos set leased_until = null where id = ${id} and photo is null`),
    ),
    keep: Effect.fn("KeptPhotos.keep")((photo, at) =>
      sql`update resale.photos
        set photo = ${JSON.stringify(photo)}, at = ${at}::float8::bigint, leased_until = null
        where id = ${photo.id} and photo is null and not doomed returning 1 as kept`.pipe(
        orUnavailable,
        Effect.map(isAny),
      ),
    ),
    use: Effect.fn("KeptPhotos.use")((ids, subject, at) =>
      Effect.map(orUnavailable(use(sql, ids, wordOf(subject), at)), idsOf),
    ),
    idle: Effect.fn("KeptPhotos.idle")((until, limit) =>
      sql<IdleRow>`
        (select id, at::float8 as at, doomed, used_by from resale.photos where doomed
          order by photos.at, photos.id limit ${limit})
        union all
        (select id, at::float8 as at, doomed, used_by from resale.photos
          where not doomed and photos.at <= ${until}::float8::bigint
          order by photos.at, photos.id limit ${limit})
        order by at, id limit ${limit}`.pipe(
        orUnavailable,
        Effect.map((rows) => rows.map(idleOf)),
      ),
    ),
    giveUp: Effect.fn("KeptPhotos.giveUp")((idle) => Effect.map(orUnavailable(giveUp(sql, idle)), idsOf)),
    spare: Effect.fn("KeptPhotos.spare")((ids, at) =>
      done(sql`
        with shown as materialized (
          select id from resale.photos where id = any(${ids}::text[]) order by id for update
        )
        update resale.photos p set at = greatest(p.at, ${at}::float8::bigint) from shown where p.id = shown.id`),
    ),
    forget: Effect.fn("KeptPhotos.forget")((ids) =>
      done(sql`delete from resale.photos where id = any(${ids}::text[]) and (doomed or photo is null)`),
    ),
  });
};
