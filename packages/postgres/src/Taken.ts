/** How what the shop tells of is taken. */
export interface TakeOptions {
  /** Only looks what would be changed. */
  readonly dryRun?: boolean;
}

/** What became of a batch that the shop has told of. */
export interface Taken {
  readonly added: number;
  readonly changed: number;
  /** They stood there so already, and were not written again. */
  readonly unchanged: number;
}

/** Counts as the server gives them. */
export interface Counts {
  readonly added: bigint;
  readonly differing: bigint;
}

export const takenOf = ([counts]: ReadonlyArray<Counts>, given: number): Taken => {
  const added = Number(counts?.added ?? 0n);
  const differing = Number(counts?.differing ?? 0n);
  return { added, changed: differing - added, unchanged: given - differing };
};
