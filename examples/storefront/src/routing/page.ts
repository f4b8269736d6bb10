import { type ComponentType, lazy } from "react";
import type { Params } from "./match.ts";

export type Page = ComponentType<{ readonly params: Params }>;

const KEY = "resale.reloaded";
/** Whoever was sent to the new version this long ago has it: what fails now has another cause. */
const LONG_AGO = 10_000;

/**
 * A page that is loaded when it is wanted. Where its script is gone, a new version of the shop has come since this one
 * was opened: it is loaded anew, once.
 */
export const page = (load: () => Promise<{ readonly default: Page }>): Page =>
  lazy(() =>
    load().catch((cause: unknown) => {
      const last = Number(sessionStorage.getItem(KEY) ?? 0);
      if (!navigator.onLine || Date.now() - last < LONG_AGO) throw cause;
      sessionStorage.setItem(KEY, String(Date.now()));
      location.reload();
      return new Promise<never>(() => undefined);
    }),
  );
