import { checkWholeLifeOn } from "@resale/testkit/model";
import { it } from "vitest";
import { freshStore } from "./database.ts";

it("R27 R53 R55 R56 lives every life as the model in memory does", () =>
  checkWholeLifeOn(() => ({ store: freshStore() }), { numRuns: 3 }));
