import { type ComponentType, lazy } from "react";

const KEY = "resale.reloaded";
/** Whoever was sent to the new version this long ago has it: what fails now has another cause. */
const LONG_AGO = 10_000;

/**
 * What is loaded when it is wanted. Where its script is gone, a new version of the shop has come since this one was
 * opened: it is loaded anew, once.
 */
export const late = <Props extends object>(load: () => Promise<ComponentType<Props>>) =>
  lazy(async () => {
    try {
      return { default: await load() };
    } catch (cause) {
      const last = Number(sessionStorage.getItem(KEY) ?? 0);
      if (!navigator.onLine || Date.now() - last < LONG_AGO) throw cause;
      sessionStorage.setItem(KEY, String(Date.now()));
      location.reload();
      return new Promise<never>(() => undefined);
    }
  });
