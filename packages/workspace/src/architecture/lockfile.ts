import type { TextFile } from "./SourceFile.ts";
import type { Violation } from "./Violation.ts";

/** The lockfile names no registry: whoever installs takes their own. */
export const lockfile = (files: ReadonlyArray<TextFile>): ReadonlyArray<Violation> =>
  files
    .filter(({ path }) => path === "pnpm-lock.yaml")
    .flatMap(({ path, text }) =>
      text.split("\n").flatMap((content, index) => {
        const host = /https?:\/\/[^\s"'}]+/.exec(content)?.[0];
        return host === undefined
          ? []
          : [
              {
                file: path,
                line: index + 1,
                rule: "lockfile" as const,
                message: `holds an address: ${host}`,
              },
            ];
      }),
    );
