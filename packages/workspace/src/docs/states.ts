import { type Described, machines, statesOf, type Way, ways } from "./machines.ts";
import { code, page, table } from "./page.ts";

const nameOf = ({ by, timer }: Way): string => (timer ? `⏱ ${by}` : by);

const diagram = (machine: Described): string => {
  const arrows = new Map<string, Array<string>>();
  for (const way of ways(machine)) {
    if (way.from === way.to) continue;
    const arrow = `${way.from === "Nothing" ? "[*]" : way.from} --> ${way.to}`;
    arrows.set(arrow, [...(arrows.get(arrow) ?? []), nameOf(way)]);
  }
  const leaves = new Set([...arrows.keys()].map((arrow) => arrow.split(" ")[0]));
  const ends = statesOf(machine).filter((state) => !leaves.has(state));
  const lines = [
    ...[...arrows].map(([arrow, names]) => `  ${arrow} : ${names.join(" / ")}`),
    ...ends.map((state) => `  ${state} --> [*]`),
  ];
  return ["```mermaid", "stateDiagram-v2", ...lines, "```"].join("\n");
};

const staying = (machine: Described): string => {
  const rows = statesOf(machine).map((state) => {
    const names = ways(machine).filter(({ from, to }) => from === state && to === state);
    return [code(state), names.map(nameOf).join(", ") || "–"];
  });
  return table(["state", "may happen, and leaves it as it is"], rows);
};

const section = (machine: Described): string =>
  [`## ${machine.title}`, diagram(machine), staying(machine)].join("\n\n");

/** How each subject moves from state to state, drawn from its tables. */
export const statesPage = (): string =>
  page(
    "States",
    "Drawn from the tables that decide, so that nothing here can differ from what the engine does. An arrow's name is the command that leads along it; ⏱ stands before a timer, which the clock fires by itself. A state with an arrow to the last dot is final; from every other one a timer or an operator leads on, and a sold listing goes on with its order.",
    ...machines.map(section),
  );
