import { createContext, useContext, useSyncExternalStore } from "react";

/** Addresses beneath these are the server's own pages: the browser goes there by itself. */
const SERVERS = /^\/(api|mails|docs|photos|openapi\.json|health|sandbox|sign-in)(\/|\.|\?|$)/;

const listeners = new Set<() => void>();
const tell = (): void => {
  for (const listener of listeners) listener();
};

let restoring: number | undefined;

/** The page that is shown: a step back has left its address before anybody can be asked. */
let here = "";

/** How far down the page to return to has been; nothing, after a step forward. */
export const takeScroll = (): number | undefined => {
  const y = restoring;
  restoring = undefined;
  return y;
};

const keepScroll = (): void => {
  history.replaceState({ ...history.state, y: scrollY }, "");
};

const guards = new Set<() => boolean>();

/** Asks before somebody leaves the page they are on, by a link or a step back; until what is returned is called. */
export const onLeaving = (mayLeave: () => boolean): (() => void) => {
  guards.add(mayLeave);
  return () => guards.delete(mayLeave);
};

const mayLeave = (): boolean => [...guards].every((may) => may());

/** Goes to another page of the shop; `replace` leaves no step to go back to, and the page where it is. */
export const navigate = (to: string, { replace = false } = {}): void => {
  if (!mayLeave()) return;
  if (replace) history.replaceState(history.state, "", to);
  else {
    keepScroll();
    restoring = 0;
    history.pushState({}, "", to);
  }
  here = location.href;
  tell();
};

const isOurs = (event: MouseEvent, anchor: HTMLAnchorElement): boolean =>
  event.button === 0 &&
  !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) &&
  anchor.target === "" &&
  !anchor.hasAttribute("download") &&
  anchor.origin === location.origin &&
  !SERVERS.test(anchor.pathname) &&
  !(anchor.hash !== "" && anchor.pathname === location.pathname);

/** Links are plain links: whichever leads to a page of the shop is followed without loading it anew. */
export const followLinks = (): void => {
  history.scrollRestoration = "manual";
  addEventListener("pagehide", keepScroll);
  here = location.href;
  addEventListener("popstate", () => {
    if (!mayLeave()) {
      history.pushState({}, "", here);
      return;
    }
    here = location.href;
    restoring = Number(history.state?.y ?? 0);
    tell();
  });
  let timer = 0;
  addEventListener("scroll", () => {
    clearTimeout(timer);
    timer = setTimeout(keepScroll, 150);
  });
  document.addEventListener("click", (event) => {
    const anchor = event.target instanceof Element ? event.target.closest("a[href]") : null;
    if (event.defaultPrevented || !(anchor instanceof HTMLAnchorElement) || !isOurs(event, anchor)) return;
    event.preventDefault();
    navigate(anchor.pathname + anchor.search + anchor.hash);
  });
};

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** A place in the shop. */
export interface Place {
  readonly pathname: string;
  readonly search: string;
}

/** Where the page is of which there is no browser yet: it is written ahead. */
export const Written = createContext<Place | undefined>(undefined);

/** Where the page was loaded: a link followed while it is being taken over leads on from what was written. */
const loaded: Place =
  typeof location === "undefined"
    ? { pathname: "/", search: "" }
    : { pathname: location.pathname, search: location.search };

const useLocation = (part: keyof Place): string => {
  const written = useContext(Written);
  return useSyncExternalStore(
    subscribe,
    () => location[part],
    () => (written ?? loaded)[part],
  );
};

export const usePath = (): string => useLocation("pathname");

/** The part of the address after the question mark. */
export const useQueryText = (): string => useLocation("search");
