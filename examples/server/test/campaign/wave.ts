import { setTimeout as realTime } from "node:timers/promises";
import { type Blow, inOrder, sooner } from "./Blow.ts";
import type { Manner } from "./engine.ts";
import { stock } from "./goods.ts";
import { startPeer } from "./Peers.ts";
import type { PeerOrders } from "./peer.ts";
import type { Scene } from "./Scene.ts";
import { verdict } from "./verdict.ts";

/** Processes at work at the same time. */
const AT_ONCE = 2;
/** How long one goes on after something else than itself was hit, in real milliseconds. */
const AFTERWARDS = 600;

const STRAINED: Manner = { store: { readConnections: 1, writeConnections: 1, statementTimeout: "4 millis" } };

const nameOf = (blow: Blow): string =>
  blow._tag === "Death" ? `${blow.death.when} ${blow.death.point}` : blow._tag;

const mannerOf = (blow: Blow): Manner => {
  if (blow._tag === "Strain") return STRAINED;
  return blow._tag === "Death" ? { death: blow.death } : {};
};

/** Sets a process to work and strikes. Tells what was hit; nothing, if all was over before. */
const strike = async (
  scene: Scene,
  sales: ReadonlyArray<number>,
  blow: Blow,
): Promise<string | undefined> => {
  const orders: PeerOrders = { ...scene.place, ...mannerOf(blow), sales };
  const { child, begun, ended } = startPeer("peer.ts", orders);
  await begun;
  if (blow._tag !== "Death") {
    await realTime(blow.after);
    if (blow._tag === "DatabaseKill") await scene.killDatabase();
    if (blow._tag === "Cut") await scene.cutConnections();
    if (blow._tag === "DatabaseKill" || blow._tag === "Cut")
      await Promise.race([ended, realTime(AFTERWARDS)]);
    child.kill("SIGKILL");
  }
  const { how, said } = await ended;
  if (how === "SIGKILL") return nameOf(blow);
  if (how === 0) return undefined;
  throw new Error(`${nameOf(blow)}: a process ended by ${how}: ${said}`);
};

/**
 * New sales, and blows while they are made; then one process that nobody hits brings all to rest. Tells what was hit,
 * the blows for which the sales were over too soon, and all that is wrong with any sale so far.
 */
export const wave = async (scene: Scene, sales: ReadonlyArray<number>, blows: ReadonlyArray<Blow>) => {
  await scene.runtime.runPromise(stock(sales));
  const hits: Array<string> = [];
  const left = [...inOrder(blows)];
  let over = false;
  const striking = async () => {
    while (!over) {
      const blow = left.shift();
      if (blow === undefined) return;
      const hit = await strike(scene, sales, blow);
      if (hit === undefined) {
        over = true;
        left.push(sooner(blow));
      } else hits.push(hit);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, striking));
  const unharmed: PeerOrders = { ...scene.place, sales };
  const { how, said } = await startPeer("peer.ts", unharmed).ended;
  const problems = how === 0 ? [] : [`the last process ended by ${how}: ${said}`];
  const all = Array.from({ length: Math.max(...sales) + 1 }, (_, n) => n);
  problems.push(...(await scene.runtime.runPromise(verdict(all))));
  return { hits, left, problems };
};
