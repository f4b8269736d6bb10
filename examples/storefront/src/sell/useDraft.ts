import { useEffect, useRef, useState } from "react";
import { client } from "../api/client.ts";
import type { Listing } from "../api/queries.ts";
import type { Draft } from "./draft.ts";
import { useListingCommand } from "./useListingCommand.ts";

const PAUSE = 600;
const SAVED_AS_TYPED = new Set(["Draft", "ChangesRequested"]);

/** What the seller has said so far. A draft is saved once they pause; what is on sale only when they say so. */
export const useDraft = (listing: Listing) => {
  const [draft, setDraft] = useState<Draft>(listing.details);
  const timer = useRef(0);
  const pending = useRef(false);
  const save = useListingCommand(listing, (params, key, payload: Draft) =>
    client.selling.editListing({ params, payload, key }),
  );
  const isTyped = SAVED_AS_TYPED.has(listing.state);
  const flush = async (next: Draft = draft): Promise<void> => {
    clearTimeout(timer.current);
    pending.current = false;
    await save.mutateAsync(next);
  };
  const change = (next: Draft): void => {
    setDraft(next);
    clearTimeout(timer.current);
    if (!isTyped) return;
    pending.current = true;
    timer.current = setTimeout(() => flush(next).catch(() => undefined), PAUSE);
  };
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent): void => {
      if (pending.current) event.preventDefault();
    };
    addEventListener("beforeunload", warn);
    return () => removeEventListener("beforeunload", warn);
  }, []);
  return { draft, change, flush, save, isTyped };
};
export type DraftState = ReturnType<typeof useDraft>;
