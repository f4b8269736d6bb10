import type { FieldFault } from "@resale/core";
import { useEffect, useId, useRef, useState } from "react";
import { client, problemOf, rejectionOf, wordsOf } from "../api/client.ts";
import type { ListingAnswer, ProgramFacts } from "../api/queries.ts";
import { Confirmed } from "../design/Confirmed.tsx";
import { announce } from "../shell/Announcer.tsx";
import { type Draft, noWear, withTyped } from "./draft.ts";
import { Faults } from "./Faults.tsx";
import { GradeFields } from "./GradeFields.tsx";
import { PhotoFields } from "./PhotoFields.tsx";
import { PriceFields } from "./PriceFields.tsx";
import { useDraft } from "./useDraft.ts";
import { useFirstFault } from "./useFirstFault.ts";
import { useListingCommand } from "./useListingCommand.ts";
import { useUnsent } from "./useUnsent.ts";
import { WearFields } from "./WearFields.tsx";
import { words } from "./words.ts";

interface Props {
  readonly answer: ListingAnswer;
  readonly program: ProgramFacts;
  readonly done: () => void;
}

type Faulty = ReadonlyArray<FieldFault>;

/** What has been changed since it was found wanting may be right now: the next submission tells. */
const isUntouched = (field: string, before: Draft, now: Draft): boolean => {
  const [top = ""] = field.split(/[.[]/);
  const of = (draft: Draft) => JSON.stringify(Object.entries(draft).filter(([key]) => key === top));
  return of(before) === of(now) || (top === "imperfections" && before === now);
};

const faultsOf = (error: unknown): Faulty => {
  const problem = problemOf(error);
  if (problem?.rejection?._tag === "Invalid") return problem.rejection.faults;
  return problem?.fields ?? [];
};

/** All that the seller says of a piece, on one page. What was asked to be changed stands at its field. */
export const Editor = ({ answer, program, done }: Props) => {
  const id = useId();
  const { listing } = answer;
  const state = useDraft(answer);
  const { draft, change, flush, save, isTyped, isChanged, merges } = state;
  const submit = useListingCommand(listing, (params, key) => client.selling.submitListing({ params, key }));
  const form = useRef<HTMLFormElement>(null);
  const [typed, setTyped] = useState(noWear);
  const [sent, setSent] = useState<Draft>(listing.details);
  const said = [...(listing.inside?.changes ?? []), ...faultsOf(submit.error), ...faultsOf(save.error)];
  const faults = said.filter(({ field }) => isUntouched(field, sent, draft));
  const failed = submit.error ?? save.error;
  // That somebody else has changed it is told with what came of it.
  const error = rejectionOf(failed)?._tag === "VersionChanged" ? null : failed;
  const isUnsent = (): boolean => isChanged() || typed.text.trim() !== "";
  useUnsent(isUnsent, state.isPending);
  const leadToFault = useFirstFault(form);
  /** What a field can't take is not sent: whoever hands in is led there. */
  const isRight = (): boolean => {
    const wrong = form.current?.querySelector<HTMLInputElement>("input:invalid");
    wrong?.focus();
    return wrong == null;
  };
  /** Everything that was said, with the sign of wear that was typed last (R7). */
  const hand = async (): Promise<void> => {
    const said = withTyped(draft, typed);
    if (said !== draft) {
      change(said);
      setTyped(noWear);
    }
    setSent(said);
    await flush();
  };
  const send = async (): Promise<void> => {
    await hand();
    await submit.mutateAsync();
    announce(words.handedIn);
  };
  const saveAll = async (): Promise<void> => {
    await hand();
    announce(words.handedIn);
    done();
  };
  // Whoever asked to change it goes on where that is done.
  useEffect(() => {
    if (!isTyped) form.current?.focus({ preventScroll: true });
  }, [isTyped]);
  return (
    <form
      ref={form}
      tabIndex={-1}
      aria-label={words.change}
      className="editor"
      noValidate
      onSubmit={(event) => event.preventDefault()}
    >
      {merges === 0 ? null : (
        <p className="notice" role="status">
          {words.merged}
        </p>
      )}
      <PhotoFields state={state} program={program} faults={faults} />
      <GradeFields state={state} program={program} faults={faults} />
      <WearFields state={state} typed={typed} setTyped={setTyped} program={program} faults={faults} />
      <fieldset className="group">
        <legend>{words.description}</legend>
        <p className="field">
          <label htmlFor={id}>{words.descriptionLabel}</label>
          <textarea
            id={id}
            maxLength={4000}
            value={draft.description ?? ""}
            onChange={({ target }) => change({ ...draft, description: target.value })}
          />
        </p>
        <Faults faults={faults} of="description" />
      </fieldset>
      <PriceFields key={merges} listing={listing} state={state} program={program} faults={faults} />
      {error === null || error === undefined ? null : (
        <div className="notice bad" role="alert">
          <p>{faultsOf(error).length > 0 ? words.faults : wordsOf(error)}</p>
        </div>
      )}
      {isTyped ? (
        <div className="actions">
          <button
            type="button"
            className="button"
            disabled={submit.isPending}
            onClick={() => (isRight() ? void send().catch(leadToFault) : undefined)}
          >
            {submit.isPending ? words.submitting : words.submit}
          </button>
          <a className="plain" href={`/listings/${listing.id}`}>
            {words.preview}
          </a>
          <p role="status" className="soft">
            {save.isPending ? words.saving : save.isSuccess ? words.saved : ""}
          </p>
        </div>
      ) : (
        <div className="actions">
          <Confirmed
            label={words.save}
            title={words.saveAsk}
            consequence={<p>{words.changeMore}</p>}
            yes={words.save}
            disabled={save.isPending}
            isReady={isRight}
            onYes={() => void saveAll().catch(leadToFault)}
          />
          <Confirmed
            label={words.discard}
            title={words.discardAsk}
            consequence={<p>{words.discardMore}</p>}
            yes={words.discard}
            quiet
            isReady={() => {
              if (isUnsent()) return true;
              done();
              return false;
            }}
            onYes={done}
          />
        </div>
      )}
    </form>
  );
};
