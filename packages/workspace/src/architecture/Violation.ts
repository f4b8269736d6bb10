/** One place where the house's order is broken. */
export interface Violation {
  /** Path from the workspace's root, with forward slashes. */
  readonly file: string;
  /** Counted from 1; absent where the whole file is meant. */
  readonly line?: number;
  readonly rule:
    | "arrows"
    | "purity"
    | "folders"
    | "dependencies"
    | "cycles"
    | "length"
    | "references"
    | "lockfile";
  readonly message: string;
}

export const render = ({ file, line, rule, message }: Violation): string =>
  `${file}${line === undefined ? "" : `:${line}`} [${rule}] ${message}`;
