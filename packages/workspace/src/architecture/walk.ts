import { type Node, type Program, visitorKeys } from "oxc-parser";

/** Called with each node, the node above it and the name under which it hangs there. */
export type Visit = (node: Node, parent: Node | undefined, key: string) => void;

const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";

const descend = (node: Node, parent: Node | undefined, key: string, visit: Visit): void => {
  visit(node, parent, key);
  const fields = new Map<string, unknown>(Object.entries(node));
  for (const name of visitorKeys[node.type] ?? []) {
    for (const child of [fields.get(name)].flat()) if (isNode(child)) descend(child, node, name, visit);
  }
};

/** Visits every node of a module, parents first. */
export const walk = (program: Program, visit: Visit): void => descend(program, undefined, "", visit);
