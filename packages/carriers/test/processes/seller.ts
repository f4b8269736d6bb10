// One process of several on one carrier's folder: buys the labels it is told to, and says what it got.
import { Effect } from "effect";
import { buy, simulator } from "../parcels.ts";

const [folder = "", from = "0", count = "0"] = process.argv.slice(2);

const labels = Effect.gen(function* () {
  for (let index = 0; index < Number(count); index++) {
    const key = `shared-${Number(from) + index}`;
    const { tracking } = yield* buy(key);
    process.stdout.write(`${key} ${tracking}\n`);
  }
});

await Effect.runPromise(labels.pipe(Effect.provide(simulator({ folder }))));
