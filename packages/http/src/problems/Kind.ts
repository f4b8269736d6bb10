/** One kind of problem: what every occurrence of it has in common. */
export interface Kind {
  /** The status it is answered with; of several, the usual one. */
  readonly status: number;
  /** What it means, for whoever meets it for the first time. */
  readonly means: string;
  /** What is to be done about it. */
  readonly wayOut: string;
}
