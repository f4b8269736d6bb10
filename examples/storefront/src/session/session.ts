import { useSyncExternalStore } from "react";

/** Who is signed in on this device. */
export interface Session {
  readonly token: string;
  readonly name: string;
  readonly email: string;
  readonly part: "Member" | "Reviewer" | "Support";
}

const KEY = "resale.session";
const listeners = new Set<() => void>();

const isSession = (value: unknown): value is Session =>
  typeof value === "object" && value !== null && "token" in value && "part" in value && "email" in value;

const read = (): Session | undefined => {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? "null");
    return isSession(kept) ? kept : undefined;
  } catch {
    return undefined;
  }
};

let current = read();

export const session = (): Session | undefined => current;

/** Signs somebody in, or out. */
export const setSession = (next: Session | undefined): void => {
  current = next;
  if (next === undefined) localStorage.removeItem(KEY);
  else localStorage.setItem(KEY, JSON.stringify(next));
  for (const listener of listeners) listener();
};

const expiries = new Set<() => void>();

/** Ends a sign-in whose token the marketplace takes no more, unless somebody has signed in since. */
export const expire = (ended: Session): void => {
  if (current?.token !== ended.token) return;
  setSession(undefined);
  for (const listener of expiries) listener();
};

/** Hears of a sign-in that ended by itself. */
export const onExpiry = (listener: () => void): (() => void) => {
  expiries.add(listener);
  return () => expiries.delete(listener);
};

export const onSession = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

const nobody = (): undefined => undefined;

/** A page that was written ahead knows nobody: it is shown as it was written, and then as whoever is signed in sees it. */
export const useSession = (): Session | undefined => useSyncExternalStore(onSession, session, nobody);

// Signed in or out in another tab: the same here.
globalThis.addEventListener?.("storage", ({ key }) => {
  if (key !== KEY) return;
  current = read();
  for (const listener of listeners) listener();
});
