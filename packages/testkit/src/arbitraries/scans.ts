import { HOUR, type Instant, instant, Scan, type ScanStatus } from "@resale/core";
import { Schema } from "effect";
import fc from "fast-check";

/** All that a carrier can say of a parcel (R37). */
export const SCAN_STATUSES: ReadonlyArray<ScanStatus> = Scan.fields.status.literals;

const decode = Schema.decodeUnknownSync(Scan);

/** A scan of any status near a moment: before the label's time, in its future, with the buyer's ZIP, another, or none. */
export const scansAround = (
  moment: Instant,
  {
    before = 40 * 24,
    after = 3 * 24,
    zips = ["94105", "94105-1234", "10001"],
  }: {
    readonly before?: number;
    readonly after?: number;
    readonly zips?: ReadonlyArray<string>;
  } = {},
): fc.Arbitrary<Scan> =>
  fc
    .record({
      // Whole and few hours, so that scans often fall on the same moment.
      hours: fc.oneof(fc.integer({ min: -before, max: after }), fc.integer({ min: -6, max: 2 })),
      status: fc.oneof(
        fc.constantFrom(...SCAN_STATUSES),
        fc.constantFrom("Accepted" as const, "InTransit" as const, "Delivered" as const, "Lost" as const),
      ),
      zip: fc.option(fc.constantFrom(...zips), { nil: undefined }),
      detail: fc.option(fc.constantFrom("Front door", "Left with individual"), { nil: undefined }),
    })
    .map(({ hours, status, zip, detail }) =>
      decode({
        at: instant(moment + hours * HOUR),
        status,
        ...(zip === undefined ? {} : { zip }),
        ...(detail === undefined ? {} : { detail }),
      }),
    );

/** How one delivery of scans may come instead: in any order, some twice or more often, in any batches. */
export const disorder = <T>(things: ReadonlyArray<T>): fc.Arbitrary<ReadonlyArray<ReadonlyArray<T>>> =>
  fc
    .tuple(
      fc.shuffledSubarray([...things], { minLength: things.length }),
      things.length === 0 ? fc.constant([]) : fc.array(fc.constantFrom(...things), { maxLength: 4 }),
      fc.array(fc.boolean(), { minLength: things.length + 4, maxLength: things.length + 4 }),
    )
    .map(([once, again, cuts]) => {
      const batches: Array<Array<T>> = [[]];
      for (const [index, thing] of [...once, ...again].entries()) {
        if (cuts[index] === true) batches.push([]);
        batches.at(-1)?.push(thing);
      }
      return batches.filter((batch) => batch.length > 0);
    });
