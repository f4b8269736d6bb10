import { useQueries } from "@tanstack/react-query";
import { useEffect, useSyncExternalStore } from "react";
import { client } from "../api/client.ts";
import { useNow } from "../api/clock.ts";
import type { CheckoutAnswer } from "../api/queries.ts";

const KEY = "resale.held";
/** A hold ends after minutes: nobody has more of them at once. */
const MOST = 4;
const LOOK_AGAIN = 10_000;
const listeners = new Set<() => void>();

const read = (): string => localStorage.getItem(KEY) ?? "";
const idsIn = (kept: string): ReadonlyArray<string> => kept.split(" ").filter((id) => id !== "");

const keep = (ids: ReadonlyArray<string>): void => {
  localStorage.setItem(KEY, ids.join(" "));
  for (const listener of listeners) listener();
};

/** This browser has opened a checkout: whoever comes back, in whichever window, is led to it. */
export const rememberHeld = (id: string): void => keep([...idsIn(read()), id].slice(-MOST));

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  addEventListener("storage", listener);
  return () => {
    listeners.delete(listener);
    removeEventListener("storage", listener);
  };
};

/** The checkouts by which whoever looks holds pieces just now (R21). */
export const useHeld = (): ReadonlyArray<CheckoutAnswer> => {
  const kept = useSyncExternalStore(subscribe, read, () => "");
  const ids = idsIn(kept);
  const now = useNow(LOOK_AGAIN);
  const answers = useQueries({
    queries: ids.map((id) => ({
      queryKey: ["checkout", id],
      queryFn: () => client.buying.checkout({ params: { checkout: id as CheckoutAnswer["id"] } }),
    })),
  });
  const isOpen = (answer: CheckoutAnswer | undefined): answer is CheckoutAnswer =>
    answer?.state === "Paying" || (answer?.state === "Held" && answer.heldUntil.at > now);
  const ended = ids.filter((_, index) => answers[index]?.isSuccess === true && !isOpen(answers[index].data));
  const gone = ended.join(" ");
  useEffect(() => {
    const over = idsIn(gone);
    if (over.length > 0) keep(idsIn(read()).filter((id) => !over.includes(id)));
  }, [gone]);
  return answers.flatMap(({ data }) => (isOpen(data) ? [data] : []));
};

/** The checkout that holds a piece for whoever looks. */
export const holding = (
  held: ReadonlyArray<CheckoutAnswer>,
  listing: string,
): CheckoutAnswer["id"] | undefined =>
  held.find(({ lines }) => lines.some((line) => line.listing === listing))?.id;
