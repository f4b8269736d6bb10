import type { Material } from "./Piece.ts";
import { reliefPng } from "./png.ts";
import { type Random, randomOf } from "./random.ts";

/** The side of a tile of grain. A tile meets itself at its edges. */
export const GRAIN_SIDE = 300;

type Heights = (x: number, y: number) => number;

const wrap = (value: number, side: number): number => ((value % side) + side) % side;

/** Rounded cells of uneven size, as leather has them that was tumbled. */
const pebbles = (random: Random, cells: number): Heights => {
  const size = GRAIN_SIDE / cells;
  const points = Array.from({ length: cells * cells }, () => [random.next(), random.next()] as const);
  return (x, y) => {
    const column = Math.floor(x / size);
    const row = Math.floor(y / size);
    let nearest = Number.POSITIVE_INFINITY;
    let second = Number.POSITIVE_INFINITY;
    for (let dy = -1; dy <= 1; dy++) {
      for (let dx = -1; dx <= 1; dx++) {
        const point = points[wrap(row + dy, cells) * cells + wrap(column + dx, cells)] ?? [0.5, 0.5];
        const distance = Math.hypot((column + dx + point[0]) * size - x, (row + dy + point[1]) * size - y);
        if (distance < nearest) {
          second = nearest;
          nearest = distance;
        } else if (distance < second) second = distance;
      }
    }
    return Math.min(1, (second - nearest) / (size * 0.55));
  };
};

/** Smooth unevenness, `cells` waves to the tile. */
const waves = (random: Random, cells: number): Heights => {
  const knots = Array.from({ length: cells * cells }, () => random.next());
  const at = (column: number, row: number): number =>
    knots[wrap(row, cells) * cells + wrap(column, cells)] ?? 0;
  const ease = (t: number): number => t * t * (3 - 2 * t);
  return (x, y) => {
    const u = (x / GRAIN_SIDE) * cells;
    const v = (y / GRAIN_SIDE) * cells;
    const [column, row] = [Math.floor(u), Math.floor(v)];
    const [s, t] = [ease(u - column), ease(v - row)];
    const upper = at(column, row) * (1 - s) + at(column + 1, row) * s;
    const lower = at(column, row + 1) * (1 - s) + at(column + 1, row + 1) * s;
    return upper * (1 - t) + lower * t;
  };
};

const ridge = (value: number, period: number): number => {
  const part = wrap(value, period) / period;
  return Math.min(1, 2.6 * Math.min(part, 1 - part));
};

const heightsOf = (
  material: Material,
  random: Random,
): { readonly heights: Heights; readonly depth: number } => {
  switch (material) {
    case "pebbled": {
      const cell = pebbles(random, 21);
      const fine = waves(random, 75);
      return { heights: (x, y) => cell(x, y) + 0.22 * fine(x, y), depth: 0.33 };
    }
    case "saffiano": {
      const fine = waves(random, 100);
      return {
        heights: (x, y) => Math.max(ridge(x + y, 10), 0.9 * ridge(x - y, 10)) + 0.35 * fine(x, y),
        depth: 0.27,
      };
    }
    case "signature": {
      const fine = waves(random, 150);
      return { heights: (x, y) => 0.5 * (ridge(x, 5) + ridge(y, 5)) + 0.4 * fine(x, y), depth: 0.14 };
    }
    case "suede": {
      const [coarse, fine] = [waves(random, 30), waves(random, 150)];
      return { heights: (x, y) => 1.1 * coarse(x, y) + 0.8 * fine(x, y), depth: 0.3 };
    }
    case "smooth": {
      const [coarse, fine] = [pebbles(random, 60), waves(random, 12)];
      return { heights: (x, y) => 0.3 * coarse(x, y) + fine(x, y), depth: 0.13 };
    }
  }
};

const tiles = new Map<Material, string>();

/** A tile of the material's grain, lit from the upper left, as a data address. Made once for each material. */
export const grainOf = (material: Material): string => {
  const known = tiles.get(material);
  if (known !== undefined) return known;
  const { heights, depth } = heightsOf(material, randomOf(material.length * 7919));
  const side = GRAIN_SIDE;
  const height = new Float32Array(side * side);
  for (let y = 0; y < side; y++) for (let x = 0; x < side; x++) height[y * side + x] = heights(x, y);
  const light = new Float32Array(side * side);
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      const here = height[y * side + x] ?? 0;
      const right = height[y * side + wrap(x + 1, side)] ?? 0;
      const below = height[wrap(y + 1, side) * side + x] ?? 0;
      const slope = (right - here) * 0.7 + (below - here);
      light[y * side + x] = Math.max(
        -1,
        Math.min(0.8, slope * depth * 1.6 - (1 - Math.min(1, here)) * depth * 0.55),
      );
    }
  }
  const tile = `data:image/png;base64,${reliefPng(side, light).toString("base64")}`;
  tiles.set(material, tile);
  return tile;
};
