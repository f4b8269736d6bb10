import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";

export const searchFaults = (_dist: string): Promise<ReadonlyArray<string>> => Promise.resolve([]);
