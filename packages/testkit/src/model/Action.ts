import fc from "fast-check";
import { checkLaws } from "./laws.ts";
import type { World } from "./World.ts";

/** The model of the whole is the world's own laws; what happened is kept to be read where one is broken. */
export interface Told {
  readonly tale: Array<string>;
}

export class Action implements fc.Command<Told, World> {
  readonly name: string;
  readonly act: (world: World) => unknown;

  constructor(name: string, act: (world: World) => unknown) {
    this.name = name;
    this.act = act;
  }

  check(): boolean {
    return true;
  }

  run(told: Told, world: World): void {
    told.tale.push(this.name);
    this.act(world);
    checkLaws(world);
  }

  toString(): string {
    return this.name;
  }
}

export const at = <A>(kept: ReadonlyMap<string, A>, place: number): readonly [string, A] | undefined =>
  kept.size === 0 ? undefined : [...kept][place % kept.size];

export const place = fc.nat({ max: 30 });
