import { hashKey } from "@tanstack/react-query";
import { type Draft, withPhotos } from "./draft.ts";

/** The same by what it says, in whatever order it says it. */
export const isSame = (one: unknown, other: unknown): boolean => hashKey([one]) === hashKey([other]);

/** A list of three states, entry by entry: what I added, changed or took away stays so, all else is as theirs. */
const mergedList = <Entry>(
  base: ReadonlyArray<Entry>,
  mine: ReadonlyArray<Entry>,
  theirs: ReadonlyArray<Entry>,
  keyOf: (entry: Entry) => string,
): ReadonlyArray<Entry> => {
  const by = (list: ReadonlyArray<Entry>) => new Map(list.map((entry) => [keyOf(entry), entry]));
  const [before, own, other] = [by(base), by(mine), by(theirs)];
  const kept = [...own].flatMap(([key, entry]) => {
    const isMine = !isSame(entry, before.get(key));
    const found = isMine ? entry : other.get(key);
    return found === undefined ? [] : [found];
  });
  const added = [...other].filter(([key]) => !before.has(key) && !own.has(key)).map(([, entry]) => entry);
  return [...kept, ...added];
};

const subjectOf = ({ photo, shows }: Draft["photos"][number]): string =>
  shows._tag === "Other" ? photo.id : hashKey([shows]);

/** A draft that was changed here and in another window since it was the same: with both changes, mine where both are. */
export const merged = (base: Draft, mine: Draft, theirs: Draft): Draft => {
  const fields = (["grade", "description", "price"] as const).map((field) => {
    const { [field]: said } = isSame(mine[field], base[field]) ? theirs : mine;
    return said === undefined ? {} : { [field]: said };
  });
  const imperfections = mergedList(
    base.imperfections,
    mine.imperfections,
    theirs.imperfections,
    ({ key }) => key,
  );
  const photos = mergedList(base.photos, mine.photos, theirs.photos, subjectOf);
  return withPhotos(Object.assign({ photos, imperfections }, ...fields), photos);
};
