import { sell } from "./sell.ts";

await sell((line) => process.stdout.write(`${line}\n`));
