import { type RefObject, useEffect } from "react";

const HEADING = "h1, h2, h3";

const focusOn = (element: HTMLElement, seen: boolean): void => {
  if (element.matches(HEADING)) element.tabIndex = -1;
  element.focus({ preventScroll: !seen });
};

/** What stands around an element, from the inside out. */
const aroundOf = (element: Element, main: Element): ReadonlyArray<Element> => {
  const around: Array<Element> = [];
  for (let next: Element | null = element; next !== null && next !== main; ) {
    next = next.parentElement;
    if (next !== null) around.push(next);
  }
  return around;
};

/** The heading of the innermost part that is left: what has taken the place of what is gone stands beneath it. */
const headingIn = (around: ReadonlyArray<Element>): HTMLElement | undefined => {
  for (const part of around) {
    const headings = part.isConnected ? part.querySelectorAll<HTMLElement>(HEADING) : [];
    // One within a question that is closed can't have it.
    const heading = [...headings].find((one) => one.checkVisibility());
    if (heading !== undefined) return heading;
  }
  return undefined;
};

/**
 * A button that is gone once it was pressed, or can't be pressed for a while, takes the focus with it: whoever comes by
 * keyboard or screen reader would begin again at the top. It goes on at the nearest heading, or back to the button.
 */
export const useKeptFocus = (main: RefObject<HTMLElement | null>): void => {
  useEffect(() => {
    const root = main.current;
    if (root === null) return;
    let last: HTMLElement | undefined;
    let around: ReadonlyArray<Element> = [];
    let seen = false;
    const isLost = (): boolean => document.activeElement === null || document.activeElement === document.body;
    const isAway = (): boolean => last !== undefined && !(last.isConnected && !last.matches(":disabled"));
    const take = ({ target }: FocusEvent): void => {
      // A question gives the focus back to what had it before.
      if (!(target instanceof HTMLElement) || target.closest("dialog") !== null) return;
      last = target;
      around = aroundOf(target, root);
      seen = target.matches(":focus-visible");
    };
    const leave = ({ relatedTarget }: FocusEvent): void => {
      if (relatedTarget !== null) return;
      // Whoever pressed beside it went away of their own accord.
      queueMicrotask(() => {
        if (isLost() && document.hasFocus() && !isAway()) last = undefined;
      });
    };
    const settle = (): void => {
      if (last === undefined || !isLost()) return;
      if (!isAway()) focusOn(last, false);
      else if (!last.isConnected) focusOn(headingIn(around) ?? root, seen);
    };
    const observer = new MutationObserver(settle);
    root.addEventListener("focusin", take);
    root.addEventListener("focusout", leave);
    observer.observe(root, { childList: true, subtree: true, attributeFilter: ["disabled"] });
    return () => {
      observer.disconnect();
      root.removeEventListener("focusin", take);
      root.removeEventListener("focusout", leave);
    };
  }, [main]);
};
