import { DEATH_POINTS, type Death } from "./Death.ts";
import type { Dice } from "./Dice.ts";

/** Something that is done to processes at work, after so many real milliseconds. */
export type Blow =
  | { readonly _tag: "Death"; readonly death: Death }
  /** Killed at a moment of chance. */
  | { readonly _tag: "Kill"; readonly after: number }
  /** The database is killed under it. */
  | { readonly _tag: "DatabaseKill"; readonly after: number }
  /** All connections are cut. */
  | { readonly _tag: "Cut"; readonly after: number }
  /** One connection of each kind, and statements that are given up after some milliseconds. */
  | { readonly _tag: "Strain"; readonly after: number };

/** A call that comes early in the work of a process, so that it is reached. */
const calls: { readonly [Point in Death["point"]]?: number } = {
  "Store.commit": 12,
  "Timers.decide": 6,
  "Tasks.take": 4,
  "Tasks.finish": 10,
  "Mailer.send": 8,
};

const deaths = (dice: Dice): ReadonlyArray<Blow> =>
  DEATH_POINTS.flatMap((point) =>
    (["before", "after"] as const).map((when) => ({
      _tag: "Death" as const,
      death: { point, when, call: 1 + dice.below(calls[point] ?? 2) },
    })),
  );

const others = (dice: Dice): ReadonlyArray<Blow> => [
  { _tag: "DatabaseKill", after: dice.below(200) },
  { _tag: "Cut", after: dice.below(300) },
  { _tag: "Strain", after: 200 + dice.below(600) },
  { _tag: "Kill", after: dice.below(600) },
];

/** Blows by the dice: every kind comes before any comes again. */
export const blowsOf = function* (dice: Dice): Generator<Blow, never> {
  for (;;) yield* dice.shuffled([...deaths(dice), ...others(dice), ...others(dice).slice(1)]);
};

/** One of each kind, for a short run. */
export const fewBlows = (dice: Dice): ReadonlyArray<Blow> => {
  const among = (isOne: (death: Death) => boolean): ReadonlyArray<Blow> =>
    dice.shuffled(deaths(dice).filter((blow) => blow._tag === "Death" && isOne(blow.death))).slice(0, 1);
  return [
    ...among(({ point, when }) => point === "Store.commit" && when === "before"),
    ...others(dice),
    ...among(({ point, when }) => (point === "Store.commit" || point === "Tasks.take") && when === "after"),
    ...among(({ point, when }) => /^(Payments|Carrier|StoreCredit|Mailer)/.test(point) && when === "after"),
    ...among(({ point }) => point === "Timers.decide"),
  ];
};

/** The same blow, where no sale can miss it: at the first call. */
export const sooner = (blow: Blow): Blow =>
  blow._tag === "Death" ? { ...blow, death: { ...blow.death, call: 1 } } : blow;

const placeOf = (blow: Blow): number => (blow._tag === "Death" ? DEATH_POINTS.indexOf(blow.death.point) : 0);

/** In the order in which sales come to them: who waits for a late one would see them through. */
export const inOrder = (blows: ReadonlyArray<Blow>): ReadonlyArray<Blow> =>
  [...blows].sort((one, other) => placeOf(one) - placeOf(other));
