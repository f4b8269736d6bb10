import type { Programs } from "../ports/Programs.ts";
import type { Program } from "../program/Program.ts";

/** The Program a subject lives under: the one it was sold under, or the current one (R57). */
export const programOf = (programs: Programs["Service"], kind: string, state: unknown): Program => {
  const sold = kind === "order" || kind === "checkout";
  if (!sold || typeof state !== "object" || state === null || !("program" in state)) return programs.current;
  return typeof state.program === "string" ? programs.version(state.program) : programs.current;
};
