import { Rejection, type RejectionTag } from "@resale/core";
import type { Kind } from "./Kind.ts";
import { ofEngine } from "./ofEngine.ts";
import { ofServer } from "./ofServer.ts";

/** The name of a kind of problem: the engine's own word, or the server's. */
export type ProblemName = RejectionTag | keyof typeof ofServer;

/** Every kind of problem that a request can meet. */
export const problems: { readonly [Name in ProblemName]: Kind } = { ...ofServer, ...ofEngine };

export const problemNames = Object.keys(problems) as ReadonlyArray<ProblemName>;

/** `OwnListing` → `own-listing`: its place below `/problems`. */
export const slugOf = (name: ProblemName): string =>
  name.replace(/(?!^)[A-Z]/g, (letter) => `-${letter}`).toLowerCase();

/** `OwnListing` → `Own listing`. */
export const titleOf = (name: ProblemName): string =>
  name.replace(/(?!^)[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

/** What stands in `type`: the address of the page about it, beside the routes. */
export const typeOf = (name: ProblemName): string => `/problems/${slugOf(name)}`;

const isOfEngine = (name: ProblemName): name is RejectionTag => name in ofEngine;

/** The members of `rejection` that say more of one occurrence; none, where the engine was not asked. */
export const membersOf = (name: ProblemName): ReadonlyArray<string> =>
  isOfEngine(name) ? Object.keys(Rejection.cases[name].fields).filter((field) => field !== "_tag") : [];

/** The path of the field at fault, where a refusal is about one. */
export const fieldOf = (rejection: Rejection): string | undefined => {
  const { field } = ofEngine[rejection._tag];
  if (typeof field !== "function") return field;
  const find: (rejection: never) => string | undefined = field;
  return find(rejection as never);
};
