import { afterEach, beforeEach, expect, test } from "vitest";
import { type Blow, blowsOf, fewBlows } from "./Blow.ts";
import { Dice, seedOfRun } from "./Dice.ts";
import { openScene, type Scene } from "./Scene.ts";
import { wave } from "./wave.ts";

/** `npm run campaign -- crash 200` strikes two hundred times. */
const wanted = Number(process.env["RESALE_CRASHES"] ?? 0);
const BLOWS_IN_WAVE = 12;
const SALES_IN_WAVE = 6;

let scene: Scene;
beforeEach(async () => {
  scene = await openScene();
});
afterEach(() => scene.close());

/** Sales that are over before the last blow has fallen leave it to the next ones; not in a short run. */
test(
  "R27 R41 R53 whatever is killed at whatever moment, every sale ends, once, to the cent",
  async () => {
    const seed = seedOfRun();
    const dice = new Dice(seed);
    const blows = blowsOf(dice);
    let waiting: ReadonlyArray<Blow> = wanted === 0 ? fewBlows(dice) : [];
    let hits = 0;
    let sales = 0;
    do {
      const room = Math.min(BLOWS_IN_WAVE, wanted - hits) - waiting.length;
      waiting = [...waiting, ...Array.from({ length: Math.max(0, room) }, () => blows.next().value)];
      const pieces = Array.from({ length: SALES_IN_WAVE }, (_, at) => sales + at);
      sales += SALES_IN_WAVE;
      const { hits: struck, left, problems } = await wave(scene, pieces, waiting);
      waiting = left;
      hits += struck.length;
      process.stdout.write(`${sales} sales, ${hits} blows: ${struck.join(", ")}\n`);
      expect(problems, `RESALE_SEED=${seed}`).toEqual([]);
    } while (hits < wanted);
    expect(hits).toBeGreaterThan(0);
  },
  120_000 + 8_000 * wanted,
);
