/** The zone in which most of each state, district and territory lives. */
const zones: ReadonlyArray<readonly [zone: string, regions: string]> = [
  ["America/New_York", "CT DC DE FL GA IN KY MA MD ME MI NC NH NJ NY OH PA RI SC VA VT WV"],
  ["America/Chicago", "AL AR IA IL KS LA MN MO MS ND NE OK SD TN TX WI"],
  ["America/Denver", "CO ID MT NM UT WY"],
  ["America/Phoenix", "AZ"],
  ["America/Los_Angeles", "CA NV OR WA"],
  ["America/Anchorage", "AK"],
  ["Pacific/Honolulu", "HI"],
  ["America/Puerto_Rico", "PR VI"],
  ["Pacific/Guam", "GU MP"],
  ["Pacific/Pago_Pago", "AS"],
];

/** Where a state has two clocks: the first three digits of the ZIP codes that go by the other. */
const others: ReadonlyArray<readonly [zone: string, prefixes: string]> = [
  // Florida's panhandle, the west of Indiana, Kentucky and of Michigan's upper peninsula.
  ["America/Chicago", "324 325 463 464 475 476 477 420 421 422 423 424 427 498 499"],
  // The east of Tennessee.
  ["America/New_York", "373 374 376 377 378 379"],
  // The west of the Dakotas, Nebraska and Kansas, El Paso, and the corner of Oregon that goes by Boise.
  ["America/Denver", "577 586 691 693 677 798 799 885 979"],
  // The north of Idaho.
  ["America/Los_Angeles", "835 838"],
];

const tableOf = (rows: ReadonlyArray<readonly [string, string]>): ReadonlyMap<string, string> =>
  new Map(rows.flatMap(([zone, names]) => names.split(" ").map((name) => [name, zone] as const)));

const byRegion = tableOf(zones);
const byPrefix = tableOf(others);

/**
 * The time zone of a place in the United States, by its ZIP code where it has one, else by its state; nothing, where
 * there is no telling. Counties along a border between zones may go by the other clock: an hour at most.
 */
export const timeZoneOf = (place: {
  readonly region?: string | undefined;
  readonly zip?: string | undefined;
}): string | undefined =>
  byPrefix.get(place.zip?.slice(0, 3) ?? "") ?? byRegion.get(place.region?.toUpperCase() ?? "");
