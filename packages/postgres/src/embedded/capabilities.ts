import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** A capability of Linux that lets a process enter folders whose permissions exclude it. */
export type Capability = "dac_read_search" | "dac_override";

const BITS: ReadonlyArray<readonly [Capability, bigint]> = [
  ["dac_read_search", 2n],
  ["dac_override", 1n],
];

const effective = (): bigint => {
  const mask = /^CapEff:\s*([0-9a-f]+)$/m.exec(readFileSync("/proc/self/status", "utf8"))?.[1];
  return BigInt(`0x${mask ?? "0"}`);
};

/** The weakest capability for entering closed folders that this process has and could hand on. */
export const traversal = (): Capability | undefined => {
  if (process.platform !== "linux") return undefined;
  try {
    execFileSync("setpriv", ["--version"], { stdio: "ignore" });
    const held = effective();
    return BITS.find(([, bit]) => (held >> bit) & 1n)?.[0];
  } catch {
    return undefined;
  }
};

/**
 * Arguments of `setpriv` (util-linux) that become an account and keep this one capability. Without
 * `no_setuid_fixup` the kernel's `access(2)` would ignore it, and PostgreSQL asks by that call.
 */
export const keeping = (capability: Capability, uid: number, gid: number): ReadonlyArray<string> => [
  "--securebits=+no_setuid_fixup",
  `--reuid=${uid}`,
  `--regid=${gid}`,
  "--clear-groups",
  `--inh-caps=-all,+${capability}`,
  `--ambient-caps=-all,+${capability}`,
  `--bounding-set=-all,+${capability}`,
];
