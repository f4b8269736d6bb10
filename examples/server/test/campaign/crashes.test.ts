import { expect, test } from "vitest";
import { type Blow, blowsOf, fewBlows } from "./Blow.ts";
import { Dice, seedOfRun } from "./Dice.ts";
import { openScene } from "./Scene.ts";
import { wave } from "./wave.ts";

/** `npm run campaign -- crash 200` strikes two hundred times. */
const wanted = Number(process.env["RESALE_CRASHES"] ?? 0);
const BLOWS_IN_WAVE = 12;
const SALES_IN_WAVE = 6;

const waves = function* (dice: Dice): Generator<ReadonlyArray<Blow>> {
  if (wanted === 0) return yield fewBlows(dice);
  const blows = blowsOf(dice);
  for (let struck = 0; struck < wanted; struck += BLOWS_IN_WAVE) {
    yield Array.from({ length: Math.min(BLOWS_IN_WAVE, wanted - struck) }, () => blows.next().value);
  }
};

test(
  "R27 R41 R53 whatever is killed at whatever moment, every sale ends, once, to the cent",
  async () => {
    const seed = seedOfRun();
    const scene = await openScene();
    const hits: Array<string> = [];
    try {
      let sales = 0;
      for (const blows of waves(new Dice(seed))) {
        const pieces = Array.from({ length: SALES_IN_WAVE }, (_, at) => sales + at);
        sales += SALES_IN_WAVE;
        const { hits: struck, problems } = await wave(scene, pieces, blows);
        hits.push(...struck);
        expect(problems, `RESALE_SEED=${seed}`).toEqual([]);
        if (wanted > 0) process.stdout.write(`${sales} sales, ${hits.length} blows: ${struck.join(", ")}\n`);
      }
      expect(hits.length).toBeGreaterThan(0);
    } finally {
      await scene.close();
    }
  },
  120_000 + 6_000 * wanted,
);
