import type { Node } from "oxc-parser";
import { lineOf, type SourceFile } from "./SourceFile.ts";
import type { Violation } from "./Violation.ts";
import { walk } from "./walk.ts";

const IMPURE_GLOBALS = new Set(
  `Date performance console process globalThis require eval fetch crypto queueMicrotask
   setTimeout setInterval setImmediate WebSocket XMLHttpRequest Buffer Temporal`.split(/\s+/),
);

/** Places where an identifier is a key, a label or a type, and refers to no value. */
const NAMES_ONLY: Readonly<Record<string, ReadonlyArray<string>>> = {
  MemberExpression: ["property"],
  Property: ["key"],
  MethodDefinition: ["key"],
  PropertyDefinition: ["key"],
  AccessorProperty: ["key"],
  LabeledStatement: ["label"],
  BreakStatement: ["label"],
  ContinueStatement: ["label"],
  ImportSpecifier: ["imported"],
  ExportSpecifier: ["exported"],
};

const refersToValue = (parent: Node, key: string): boolean => {
  if (parent.type.startsWith("TS")) return key === "expression" && parent.type !== "TSTypeReference";
  if ("computed" in parent && parent.computed === true) return true;
  return !(NAMES_ONLY[parent.type] ?? []).includes(key);
};

const memberOf = (node: Node): { object: string; property: string } | undefined => {
  if (node.type !== "MemberExpression" || node.object.type !== "Identifier") return undefined;
  const object = node.object.name;
  if (node.property.type === "Identifier" && !node.computed) return { object, property: node.property.name };
  if (node.property.type === "Literal") return { object, property: String(node.property.value) };
  return undefined;
};

const readsClock = (node: Node): boolean => {
  if (node.type === "ImportSpecifier")
    return node.imported.type === "Identifier" && node.imported.name === "Clock";
  const member = memberOf(node);
  return (
    (member?.object === "DateTime" && member.property.startsWith("now")) ||
    (member?.object === "Effect" && member.property.startsWith("clock"))
  );
};

const impurity = (node: Node, parent: Node | undefined, key: string): string | undefined => {
  if (node.type === "Identifier" && parent !== undefined && IMPURE_GLOBALS.has(node.name)) {
    return refersToValue(parent, key) ? `core does not touch \`${node.name}\`` : undefined;
  }
  const member = memberOf(node);
  return member?.object === "Math" && member.property === "random"
    ? "core does not touch `Math.random`"
    : undefined;
};

const ofFile = (file: SourceFile): ReadonlyArray<Violation> => {
  const found: Array<Violation> = [];
  const mayReadClock = file.inner.startsWith("usecases/");
  walk(file.program, (node, parent, key) => {
    const clock = !mayReadClock && readsClock(node) ? "only usecases read the clock; take `now`" : undefined;
    const message = clock ?? impurity(node, parent, key);
    if (message !== undefined) {
      found.push({ file: file.path, line: lineOf(file.text, node), rule: "purity", message });
    }
  });
  return found;
};

/** Core has no clock, no chance, no I/O and no globals of its host. Comments and texts may speak of them. */
export const purity = (files: ReadonlyArray<SourceFile>): ReadonlyArray<Violation> =>
  files.filter(({ home, part }) => home === "packages/core" && part === "src").flatMap(ofFile);
