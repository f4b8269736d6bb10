import { vi } from "vitest";

/** How often a property is tried: the campaign's command sets `RESALE_RUNS` to multiply it. */
export const runs = (usual: number): number =>
  Math.max(1, Math.round(usual * Number(process.env["RESALE_RUNS"] ?? 1)));

/** The seed of a run: told to repeat it, otherwise new, and printed by fast-check where a property fails. */
export const seed: { readonly seed?: number } =
  process.env["RESALE_SEED"] === undefined ? {} : { seed: Number(process.env["RESALE_SEED"]) };

/** For `fc.assert`. */
export const tries = (usual: number) => ({ numRuns: runs(usual), ...seed });

vi.setConfig({ testTimeout: 30_000 * Math.max(1, Number(process.env["RESALE_RUNS"] ?? 1)) });
