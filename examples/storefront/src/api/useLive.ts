import { type QueryKey, useQueryClient } from "@tanstack/react-query";
import { useEffect, useEffectEvent, useSyncExternalStore } from "react";
import { useSession } from "../session/session.ts";

const onVisibility = (listener: () => void): (() => void) => {
  document.addEventListener("visibilitychange", listener);
  return () => document.removeEventListener("visibilitychange", listener);
};

/** A browser has six connections to a server for all its tabs: those that nobody looks at hold none. */
const useIsVisible = (): boolean =>
  useSyncExternalStore(
    onVisibility,
    () => document.visibilityState === "visible",
    () => false,
  );

interface Options<A> {
  /** Where the question keeps its answer: what is told stands there; nothing, while there is nothing to follow. */
  readonly key: QueryKey | undefined;
  readonly follow: (signal: AbortSignal) => AsyncIterable<A>;
  /** What else has changed with it. */
  readonly onChange?: (answer: A) => void;
}

/**
 * Follows an answer for as long as the page that shows it is looked at. A refusal asks the plain question again, which
 * says why.
 */
export const useLive = <A>(options: Options<A>): void => {
  const queries = useQueryClient();
  const isVisible = useIsVisible();
  const { key = null, follow, onChange } = options;
  const open = useEffectEvent(follow);
  const tell = useEffectEvent((answer: A) => onChange?.(answer));
  // Whoever signs in, or out, looks with other eyes.
  const name = JSON.stringify([useSession()?.token ?? null, key]);
  useEffect(() => {
    const [, queryKey]: [unknown, QueryKey | null] = JSON.parse(name);
    if (queryKey === null || !isVisible) return;
    const reading = new AbortController();
    const read = async (): Promise<void> => {
      for await (const answer of open(reading.signal)) {
        if (reading.signal.aborted) return;
        queries.setQueryData(queryKey, answer);
        tell(answer);
      }
    };
    read().catch(() => {
      if (!reading.signal.aborted) void queries.invalidateQueries({ queryKey, exact: true });
    });
    return () => reading.abort();
  }, [name, isVisible, queries]);
};
