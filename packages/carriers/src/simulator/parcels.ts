import { type Instant, type LabelReference, ProviderRefused } from "@resale/core";
import { type Decision, openFolderLog } from "@resale/simulator";
import { type Effect, Result } from "effect";
import { droppedByItself, type Parcel, ParcelFact, parcelOf } from "./Parcel.ts";

/** The carrier we pretend to be, as its errors name it. */
export const PROVIDER = "USPS (simulated)";

export const refused = (reason: string): ProviderRefused =>
  new ProviderRefused({ provider: PROVIDER, reason });

/** What a decision about one parcel comes to. */
export type ParcelDecision<Answer> = Result.Result<Decision<ParcelFact, Answer>, ProviderRefused>;

/** The tracking number within a label's reference. */
export const trackingOf = (label: LabelReference): string => /^lbl_(\d{22})$/.exec(label)?.[1] ?? "";

/** Adds a fact, with nothing to answer. */
export const add = (fact: ParcelFact): ParcelDecision<void> => Result.succeed({ answer: undefined, fact });

/** Leaves all as it is. */
export const leave: ParcelDecision<void> = Result.succeed({ answer: undefined });

/** The parcels of a folder: one log each, under its tracking number. */
export const openParcels = (folder: string) => {
  const log = openFolderLog({ folder, fact: ParcelFact, news: true, byItself: droppedByItself });

  /** Decides about a parcel that is there; refused, if there is none. */
  const decide = <Answer>(
    tracking: string,
    decideOn: (parcel: Parcel, now: Instant, facts: ReadonlyArray<ParcelFact>) => ParcelDecision<Answer>,
  ): Effect.Effect<Answer, ProviderRefused> =>
    log.decide(tracking, (facts, now): ParcelDecision<Answer> => {
      const parcel = parcelOf(facts);
      return parcel === undefined
        ? Result.fail(refused("there is no such label"))
        : decideOn(parcel, now, facts);
    });

  /** A parcel as it is now. */
  const look = (tracking: string) =>
    decide(tracking, (parcel, now) => Result.succeed({ answer: { parcel, now } }));

  return { log, decide, look };
};
export type Parcels = ReturnType<typeof openParcels>;
