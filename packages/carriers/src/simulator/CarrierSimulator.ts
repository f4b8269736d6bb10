import { join } from "node:path";
import { Carrier, type ProviderRefused, type TrackingNumber } from "@resale/core";
import { type Faults, makeFaults, makeOutbox, type Outbox, openIdempotencyKeys } from "@resale/simulator";
import { Context, Duration, Effect, Layer, type Redacted, Result } from "effect";
import { labelsOf } from "./labels.ts";
import { droppedByItself, knownScans, type Parcel, ParcelFact, tellings } from "./Parcel.ts";
import { add, openParcels, type ParcelDecision, PROVIDER, refused } from "./parcels.ts";
import { pickupsOf } from "./pickups.ts";
import { type StoryChoice, storyOf } from "./Story.ts";

/** Where a simulated carrier keeps its memory, and how parcels fare unless somebody says otherwise. */
export interface CarrierSimulatorOptions {
  /** Created if it is not there. Several processes may share it; its file system must know hard links. */
  readonly folder: string;
  /** What webhooks are signed with. */
  readonly secret: Redacted.Redacted<string>;
  /** What becomes of a parcel whose drop tells no other story: `delivered`, if left out. */
  readonly story?: StoryChoice;
  /** Sellers drop their parcels so long after the label was bought; only when told to, if left out. */
  readonly autoDrop?: { readonly after: Duration.Input };
}

/**
 * A parcel carrier that lives in a folder, and the hand that moves its parcels. It knows the time from the clock alone:
 * nothing runs in the background, and a clock moved on by four days finds parcels delivered.
 */
export class CarrierSimulator extends Context.Service<
  CarrierSimulator,
  Outbox & {
    /** The seller hands the parcel over: from now on its story runs. Refused, if that has happened before. */
    readonly drop: (tracking: TrackingNumber, story?: StoryChoice) => Effect.Effect<void, ProviderRefused>;
    /** What will become of a parcel that is not dropped yet. */
    readonly chooseStory: (
      tracking: TrackingNumber,
      story: StoryChoice,
    ) => Effect.Effect<void, ProviderRefused>;
    readonly parcels: Effect.Effect<ReadonlyArray<Parcel>>;
    readonly fail: Faults<keyof Carrier["Service"]>["fail"];
  }
>()("@resale/carriers/CarrierSimulator") {
  /** The carrier and its control, on one folder. */
  static readonly layer = (options: CarrierSimulatorOptions): Layer.Layer<Carrier | CarrierSimulator> =>
    Layer.effectContext(
      Effect.sync(() => {
        const parcels = openParcels(join(options.folder, "parcels"));
        const claim = openIdempotencyKeys(options.folder, PROVIDER);
        const faults = makeFaults<keyof Carrier["Service"]>(PROVIDER);
        const { autoDrop } = options;
        const labels = labelsOf(parcels, claim, {
          story: storyOf(options.story ?? "delivered"),
          dropAfter: autoDrop === undefined ? undefined : Duration.toMillis(autoDrop.after),
        });
        const pickups = pickupsOf(parcels, claim);
        const track = Effect.fn("CarrierSimulator.track")(
          function* (tracking: TrackingNumber) {
            const { parcel, now } = yield* parcels.look(tracking);
            return knownScans(parcel, now);
          },
          Effect.catch(() => Effect.succeed([])),
        );
        const outbox = makeOutbox({
          log: parcels.log,
          secret: options.secret,
          byItself: droppedByItself,
          tellings,
          told: (fact) => (fact._tag === "Told" ? fact.event : undefined),
          tell: (event) => ParcelFact.cases.Told.make({ event }),
        });
        const carrier = Carrier.of({
          buyLabel: faults.around("buyLabel", labels.buyLabel),
          labelDocument: faults.around("labelDocument", labels.labelDocument),
          refundLabel: faults.around("refundLabel", labels.refundLabel),
          bookPickup: faults.around("bookPickup", pickups.bookPickup),
          cancelPickup: faults.around("cancelPickup", pickups.cancelPickup),
          track: faults.around("track", track),
        });
        const control = CarrierSimulator.of({
          ...outbox,
          drop: (tracking, choice) =>
            parcels.decide(tracking, (parcel, at): ParcelDecision<void> => {
              if (parcel.dropped !== undefined)
                return Result.fail(refused("the parcel is already on its way"));
              const story = choice === undefined ? parcel.story : storyOf(choice);
              return add(ParcelFact.cases.Dropped.make({ at, story }));
            }),
          chooseStory: (tracking, choice) =>
            parcels.decide(tracking, (parcel): ParcelDecision<void> => {
              if (parcel.dropped !== undefined)
                return Result.fail(refused("the parcel is already on its way"));
              return add(ParcelFact.cases.StoryChosen.make({ story: storyOf(choice) }));
            }),
          parcels: Effect.gen(function* () {
            const all: Array<Parcel> = [];
            for (const tracking of yield* parcels.log.names) {
              const found = yield* Effect.result(parcels.look(tracking));
              if (Result.isSuccess(found)) all.push(found.success.parcel);
            }
            return all.sort((one, other) => one.bought.label.boughtAt - other.bought.label.boughtAt);
          }),
          fail: faults.fail,
        });
        return Context.make(Carrier, carrier).pipe(Context.add(CarrierSimulator, control));
      }),
    );
}
