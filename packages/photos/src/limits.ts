/** What a file must keep to before it is taken. */
export interface Limits {
  /** Bytes of the file as it was sent. */
  readonly mostBytes: number;
  /** Pixels once decoded: a small file may hold a huge picture. */
  readonly mostPixels: number;
  /** Pixels of the shorter side: less shows neither wear nor stitching. */
  readonly leastSide: number;
  /** How long one picture may take to decode before it is given up. */
  readonly seconds: number;
}

/** What is taken in where a shop says nothing else. */
export const defaultLimits: Limits = {
  mostBytes: 12 * 1024 * 1024,
  mostPixels: 50_000_000,
  leastSide: 400,
  seconds: 20,
};
