import {
  type IdlePhoto,
  type Instant,
  instant,
  KeptPhotos,
  type KnownPhoto,
  type PhotoId,
} from "@resale/core";
import { Effect, Option } from "effect";

interface Row extends KnownPhoto, Omit<IdlePhoto, "id"> {
  readonly leasedUntil: Instant | null;
}

export const makeKeptPhotos = () => {
  const rows = new Map<PhotoId, Row>();
  const change = (id: PhotoId, over: Partial<Row>): void => {
    const row = rows.get(id);
    if (row !== undefined) rows.set(id, { ...row, ...over });
  };
  const isKept = (id: PhotoId): boolean => {
    const row = rows.get(id);
    return row !== undefined && row.photo !== null && !row.doomed;
  };
  return KeptPhotos.of({
    expect: (photo) =>
      Effect.sync(() => {
        const fresh = { photo: null, doomed: false, usedBy: [], leasedUntil: null };
        rows.set(photo.id, { ...photo, ...fresh });
      }),
    get: (id) =>
      Effect.sync(() => {
        const row = rows.get(id);
        if (row === undefined || row.doomed) return Option.none();
        const { upload, photo } = row;
        return Option.some({ id, upload, photo });
      }),
    lease: (id, { at, until }) =>
      Effect.sync(() => {
        const row = rows.get(id);
        if (row === undefined || row.doomed || row.photo !== null) return false;
        if (row.leasedUntil !== null && row.leasedUntil > at) return false;
        change(id, { leasedUntil: until });
        return true;
      }),
    release: (id) => Effect.sync(() => change(id, { leasedUntil: null })),
    keep: (photo, at) =>
      Effect.sync(() => {
        const row = rows.get(photo.id);
        if (row === undefined || row.doomed || row.photo !== null) return false;
        change(photo.id, { photo, at, leasedUntil: null });
        return true;
      }),
    use: (ids, subject, at) =>
      Effect.sync(() => {
        const there = ids.filter(isKept);
        for (const id of there) {
          const row = rows.get(id);
          if (row === undefined) continue;
          const known = row.usedBy.some((one) => one.kind === subject.kind && one.id === subject.id);
          change(id, {
            usedBy: known ? row.usedBy : [...row.usedBy, subject],
            at: instant(Math.max(at, row.at)),
          });
        }
        return there;
      }),
    idle: (until, limit) =>
      Effect.sync(() =>
        [...rows.values()]
          .filter(({ at, doomed }) => doomed || at <= until)
          .sort((one, other) => one.at - other.at)
          .slice(0, limit)
          .map(({ id, at, doomed, usedBy }) => ({ id, at, doomed, usedBy })),
      ),
    giveUp: (idle) =>
      Effect.sync(() =>
        idle.flatMap(({ id, at }) => {
          const row = rows.get(id);
          if (row === undefined || row.doomed || row.at !== at) return [];
          change(id, { doomed: true });
          return [id];
        }),
      ),
    spare: (ids, at) =>
      Effect.sync(() => {
        for (const id of ids) change(id, { at });
      }),
    forget: (ids) =>
      Effect.sync(() => {
        for (const id of ids) if (!isKept(id)) rows.delete(id);
      }),
  });
};
