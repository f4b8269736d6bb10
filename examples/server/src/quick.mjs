import { enableCompileCache } from "node:module";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";

// How `npm start` begins. It is no TypeScript: with what an earlier start has compiled, no compiler is loaded at all.
enableCompileCache(join(import.meta.dirname, "..", "node_modules", ".cache", "compiled"));
// What starting leaves behind is soon collected, not given ever more room; afterwards the heap grows as it usually does.
setFlagsFromString("--semi-space-growth-factor=1");
await import("./main.ts");
setFlagsFromString("--semi-space-growth-factor=2");
