import { readStored, type Tagged } from "@resale/core";
import { walksOf } from "@resale/testkit/arbitraries";
import { Schema } from "effect";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { tries } from "../runs.ts";
import { checkouts, listings, orders, type Subjects } from "./subjects.ts";
import { walk } from "./walk.ts";

type Json = null | boolean | number | string | Array<Json> | { [key: string]: Json };

const copyOf = (value: unknown): Json => JSON.parse(JSON.stringify(value)) as Json;

const placesIn = (value: Json, path: ReadonlyArray<string> = []): ReadonlyArray<ReadonlyArray<string>> =>
  typeof value === "object" && value !== null
    ? [path, ...Object.entries(value).flatMap(([key, inner]) => placesIn(inner as Json, [...path, key]))]
    : [path];

/** What may have come over a stored value: a part lost, added, or written by somebody else. */
const damages: ReadonlyArray<(parent: Record<string, Json>, key: string) => void> = [
  (parent, key) => {
    delete parent[key];
  },
  (parent, key) => {
    parent[`${key}2`] = parent[key] ?? null;
  },
  ...[null, 1.5, -1, "", "Somewhere", true, [], {}, 1e300].map(
    (other: Json) => (parent: Record<string, Json>, key: string) => {
      parent[key] = structuredClone(other);
    },
  ),
];

const damaged = (value: Json, place: ReadonlyArray<string>, damage: number): Json => {
  const copy = copyOf(value);
  const key = place.at(-1);
  if (key === undefined) return null;
  let parent = copy as Record<string, Json>;
  for (const step of place.slice(0, -1)) parent = parent[step] as Record<string, Json>;
  damages[damage % damages.length]?.(parent, key);
  return copyOf(copy);
};

const attempt = (read: () => unknown): unknown => {
  try {
    return { read: read() };
  } catch (error) {
    return { refused: `${error}` };
  }
};

const reads = <S extends Tagged, C extends Tagged, E extends Tagged, N extends string>(
  name: string,
  { begun, commandOf }: Subjects<S, C, E, N>,
): void => {
  describe(`a stored ${name}`, () => {
    it(`R55 a damaged ${name} is read or refused exactly as its Schema would have it`, () => {
      fc.assert(
        fc.property(
          fc.constantFrom(...begun),
          walksOf(10),
          fc.nat(),
          fc.nat({ max: 1_000 }),
          (start, steps, where, damage) => {
            const { machine, state } = walk(start, commandOf, steps, () => undefined);
            const stored = copyOf(state);
            const places = placesIn(stored);
            const broken = damaged(stored, places[where % places.length] ?? [], damage);
            const decode = Schema.decodeUnknownSync(machine.schema.state);
            expect(attempt(() => readStored(machine.schema.state, broken))).toStrictEqual(
              attempt(() => decode(broken)),
            );
          },
        ),
        tries(1_000),
      );
    });
  });
};

reads("listing", listings);
reads("checkout", checkouts);
reads("order", orders);

describe("a stored value that is not in the engine's own form", () => {
  const Either = Schema.Union([
    Schema.Struct({ a: Schema.Int }),
    Schema.Struct({ a: Schema.Int, b: Schema.Int }),
  ]);

  it("loses what its Schema does not know", () => {
    const known = Schema.Struct({ a: Schema.Int });
    expect(readStored(known, { a: 1, more: 2 })).toStrictEqual({ a: 1 });
  });

  it("is the first of several forms that its Schema finds", () => {
    expect(readStored(Either, { a: 1, b: 2 })).toStrictEqual({ a: 1 });
  });

  it("is decoded where its type is another than its text", () => {
    const dated = Schema.Struct({ on: Schema.DateFromString });
    expect(readStored(dated, { on: "2026-11-23" })).toStrictEqual({ on: new Date("2026-11-23") });
  });
});
