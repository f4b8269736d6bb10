import { useEffect, useEffectEvent, useRef, useState } from "react";
import { client, rejectionOf } from "../api/client.ts";
import type { ListingAnswer } from "../api/queries.ts";
import type { Draft } from "./draft.ts";
import { isSame, merged } from "./merged.ts";
import { useListingCommand } from "./useListingCommand.ts";

const PAUSE = 600;
const SAVED_AS_TYPED = new Set(["Draft", "ChangesRequested"]);

/**
 * What the seller has said so far. A draft is saved once they pause; what is on sale only when they say so. Another
 * window may change the same listing: nothing of it is undone unseen.
 */
export const useDraft = (answer: ListingAnswer) => {
  const { listing } = answer;
  const [draft, setDraft] = useState<Draft>(listing.details);
  const [merges, setMerges] = useState(0);
  const latest = useRef(draft);
  /** What the marketplace has, as far as it is known here. */
  const known = useRef({ details: listing.details, version: answer.version });
  const sending = useRef<Draft>(undefined);
  const timer = useRef(0);
  const pending = useRef(false);
  const isTyped = SAVED_AS_TYPED.has(listing.state);

  /** Takes over what the listing is by now; tells whether somebody else had a part in that. */
  const take = ({ listing: { details }, version }: ListingAnswer): boolean => {
    if (version <= known.current.version) return false;
    const before = known.current.details;
    known.current = { details, version };
    if (isSame(details, before) || isSame(details, sending.current)) return false;
    latest.current = merged(before, latest.current, details);
    setDraft(latest.current);
    setMerges((count) => count + 1);
    return true;
  };
  const takeAnswer = useEffectEvent(take);
  useEffect(() => {
    takeAnswer(answer);
  }, [answer]);

  const save = useListingCommand(listing, async (params, key, payload: Draft) => {
    const put = async (details: Draft, attempt: string) => {
      const { version } = known.current;
      sending.current = details;
      const saved = await client.selling.editListing({ params, payload: details, key: attempt, version });
      known.current = { details: saved.details, version: Math.max(known.current.version, version + 1) };
      return saved;
    };
    try {
      return await put(payload, key);
    } catch (error) {
      if (rejectionOf(error)?._tag !== "VersionChanged") throw error;
      const isOthers = take(await client.catalogue.listing({ params }));
      // What goes to review is looked at before by whoever sends it.
      if (isOthers && !isTyped) throw error;
      return await put(isOthers ? latest.current : payload, crypto.randomUUID());
    }
  });
  const flush = async (): Promise<void> => {
    clearTimeout(timer.current);
    pending.current = false;
    await save.mutateAsync(latest.current);
  };
  const change = (next: Draft): void => {
    latest.current = next;
    setDraft(next);
    clearTimeout(timer.current);
    if (!isTyped) return;
    pending.current = true;
    timer.current = setTimeout(() => flush().catch(() => undefined), PAUSE);
  };
  const isPending = (): boolean => pending.current;
  const isChanged = (): boolean => !isTyped && !isSame(latest.current, known.current.details);
  return { draft, change, flush, save, isTyped, isPending, isChanged, merges };
};
export type DraftState = ReturnType<typeof useDraft>;
