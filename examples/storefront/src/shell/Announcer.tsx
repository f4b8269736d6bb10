import { useSyncExternalStore } from "react";

/** As long as it takes to be read out; then it is old. */
const A_WHILE = 6000;
const listeners = new Set<() => void>();
let said = "";
let timer = 0;

const say = (text: string): void => {
  said = text;
  for (const listener of listeners) listener();
};

/** Says what has been done to those who don't see that the page has changed. */
export const announce = (text: string): void => {
  clearTimeout(timer);
  say(text);
  timer = setTimeout(() => say(""), A_WHILE);
};

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Stays where it is while pages change: a message that comes with its place is not read out. */
export const Announcer = () => (
  <p className="unseen" role="status">
    {useSyncExternalStore(
      subscribe,
      () => said,
      () => "",
    )}
  </p>
);
