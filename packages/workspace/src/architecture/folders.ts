import type { SourceFile } from "./SourceFile.ts";
import type { Violation } from "./Violation.ts";

const WORDS = new Set(
  `listing order checkout figures lifecycle pricing payout journal calendar program money access address ports usecases
   desk members mail purchases photos shipping subscriptions`.split(/\s+/),
);

/** A folder at the top of core is a word of the domain, and beside the folders stands only the index. */
export const folders = (files: ReadonlyArray<SourceFile>): ReadonlyArray<Violation> =>
  files
    .filter(({ home, part, inner }) => {
      if (home !== "packages/core" || part !== "src") return false;
      const [top = "", ...rest] = inner.split("/");
      return rest.length === 0 ? inner !== "index.ts" : !WORDS.has(top);
    })
    .map(({ path }) => ({
      file: path,
      rule: "folders",
      message: `core's folders are words of the domain: ${[...WORDS].join(", ")}`,
    }));
