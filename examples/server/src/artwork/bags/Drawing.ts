/** A drawn bag, and what the pictures of it need to know. */
export interface Drawing {
  readonly svg: string;
  /** Where it stands: the ground's height and its reach to both sides. */
  readonly ground: number;
  readonly reach: readonly [number, number];
  /** How far it reaches with its straps, where that is further. */
  readonly frame?: readonly [number, number];
  /** The height of its highest part. */
  readonly top: number;
  /** The corner that wears first. */
  readonly corner: readonly [number, number];
  /** Where a price tag is tied. */
  readonly tie: readonly [number, number];
  /** Lies on a table, seen from above, instead of standing. */
  readonly lying?: boolean;
}
