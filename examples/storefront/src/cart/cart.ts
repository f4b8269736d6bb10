import { useSyncExternalStore } from "react";

/** A piece somebody wants, as it was when they chose it: enough to speak of it when it is gone. */
export interface Wanted {
  readonly listing: string;
  readonly title: string;
  readonly photo: string | null;
}

const KEY = "resale.cart";
const listeners = new Set<() => void>();

const isWanted = (value: unknown): value is Wanted =>
  typeof value === "object" && value !== null && "listing" in value && "title" in value;

const read = (): ReadonlyArray<Wanted> => {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(kept) ? kept.filter(isWanted) : [];
  } catch {
    return [];
  }
};

let current = read();

const set = (next: ReadonlyArray<Wanted>): void => {
  current = next;
  localStorage.setItem(KEY, JSON.stringify(next));
  for (const listener of listeners) listener();
};

export const addToCart = (wanted: Wanted): void => {
  if (!current.some(({ listing }) => listing === wanted.listing)) set([...current, wanted]);
};

export const removeFromCart = (...listings: ReadonlyArray<string>): void =>
  set(current.filter(({ listing }) => !listings.includes(listing)));

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

const nothing: ReadonlyArray<Wanted> = [];

/** What is in the cart of this device: it reserves nothing (R20). */
export const useCart = (): ReadonlyArray<Wanted> =>
  useSyncExternalStore(
    subscribe,
    () => current,
    () => nothing,
  );

globalThis.addEventListener?.("storage", ({ key }) => {
  if (key !== KEY) return;
  current = read();
  for (const listener of listeners) listener();
});
