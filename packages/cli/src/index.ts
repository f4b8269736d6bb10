export { reference } from "./reference.ts";
export { resale } from "./resale.ts";
export { run } from "./run.ts";
export { node, runProcess } from "./runProcess.ts";
export { Screen } from "./told/progress.ts";
