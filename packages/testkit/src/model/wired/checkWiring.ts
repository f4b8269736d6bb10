import {
  advanceClock,
  Catalogue,
  DAY,
  type Finding,
  instant,
  type Program,
  preLoved,
  textOfFinding,
  verifyJournal,
  verifyStore,
  viewCheckout,
  viewListing,
  viewOrder,
} from "@resale/core";
import { assert } from "chai";
import { Effect } from "effect";
import fc from "fast-check";
import { asSupport } from "../../builders/index.ts";
import { MemoryStore } from "../../memory/MemoryStore.ts";
import type { Lives } from "../wholeLife.ts";
import type { Known, Wired } from "./Wired.ts";
import { type Opened, openWiring, type Ports, type Wiring } from "./Wiring.ts";
import { beginning, wiredActions } from "./wiredActions.ts";

const orTag = <A extends string>(effect: Effect.Effect<A, { readonly _tag: string }, Ports>) =>
  Effect.catch(effect, ({ _tag }) => Effect.succeed(_tag));

/** How everything stands that a life knows of, by place; and which pieces the catalogue shows. */
const standing = Effect.fnUntraced(function* ({ listings, checkouts, orders }: Known) {
  const { entries } = yield* (yield* Catalogue).search({ filter: {}, sort: "Newest", limit: 100 });
  const offered = new Set<string>(entries.map(({ listing }) => listing));
  return {
    listings: yield* Effect.forEach(listings, ({ id }) =>
      orTag(Effect.map(viewListing(asSupport, id), ({ listing, version }) => `${listing.state} ${version}`)),
    ),
    offered: listings.map(({ id }) => offered.has(id)),
    checkouts: yield* Effect.forEach(checkouts, ({ id }) =>
      orTag(Effect.map(viewCheckout(asSupport, id), ({ state }) => state)),
    ),
    orders: yield* Effect.forEach(orders, ({ id }) =>
      orTag(Effect.map(viewOrder(asSupport, id), ({ order, version }) => `${order.state} ${version}`)),
    ),
  };
});

/** An engine, and what a life knows of it. */
interface Lived {
  readonly opened: Opened;
  readonly known: Known;
}

const live = async (wiring: Wiring, program: Program): Promise<Lived> => {
  const opened = await openWiring(wiring, program);
  return { opened, known: { clock: opened.clock, program, listings: [], checkouts: [], orders: [] } };
};

/** What came of an action, how all stands then, and whether the books are in order (R53). */
const step = ({ opened, known }: Lived, { act }: Wired) =>
  opened.runtime.runPromise(
    Effect.gen(function* () {
      const outcome = yield* orTag(Effect.as(act(known), "Done"));
      const { faults } = yield* verifyJournal();
      const problems = faults.map(({ problem }) => problem);
      return { outcome, problems, ...(yield* standing(known)) };
    }),
  );

/** Everything comes to its end; then all that is stored is held against its facts (R55). */
const rest = ({ opened, known }: Lived) =>
  opened.runtime.runPromise(
    Effect.gen(function* () {
      yield* advanceClock(instant(known.clock.now + 120 * DAY));
      const found: Array<Finding> = [];
      yield* verifyStore({ onFinding: (finding) => Effect.sync(() => void found.push(finding)) });
      return { findings: found.map(textOfFinding), ...(yield* standing(known)) };
    }),
  );

/**
 * Makes up lives and lives each of them twice, through the use cases: on a wiring in memory, which is the model, and on the
 * wiring that is tried. After every step the same must have come of it on both, everything must stand the same, and the journal
 * must agree with the facts; at the end everything that is stored (R21, R27, R53, R55, R56). Throws with the shortest life that
 * tells the two apart.
 *
 * @param wiring a fresh one for each life: nothing of another one stands in its store.
 */
export const checkWholeLifeOn = async (
  wiring: () => Wiring,
  lives: Lives,
  program: Program = preLoved,
): Promise<void> => {
  const life = fc.asyncProperty(
    fc.array(wiredActions, { minLength: 1, maxLength: 30, size: "max" }),
    async (told) => {
      const model = await live({ store: MemoryStore.layer }, program);
      const tried = await live(wiring(), program);
      try {
        for (const one of [...beginning, ...told]) {
          const expected = await step(model, one);
          assert.deepStrictEqual(expected.problems, [], `the model itself is at fault after: ${one.name}`);
          assert.deepStrictEqual(
            await step(tried, one),
            expected,
            `it is otherwise than in memory after: ${one.name}`,
          );
        }
        const expected = await rest(model);
        assert.deepStrictEqual(expected.findings, [], "the model itself is at fault in the end");
        assert.deepStrictEqual(await rest(tried), expected, "it is otherwise than in memory in the end");
      } finally {
        await model.opened.runtime.dispose();
        await tried.opened.runtime.dispose();
      }
    },
  );
  await fc.assert(life, lives);
};
