import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useId, useState } from "react";
import { wordsOf } from "../api/client.ts";
import { dropParcel, type StoryName, storyNames } from "./control.ts";
import { words } from "./words.ts";

/** The seller's hand, in a shop that is tried out: the parcel is handed over, and its story begins. */
export const DropParcel = ({ order }: { readonly order: string }) => {
  const id = useId();
  const queries = useQueryClient();
  const [story, setStory] = useState<StoryName>("delivered");
  const drop = useMutation({
    mutationFn: () => dropParcel(order, story),
    onSuccess: () => queries.invalidateQueries(),
  });
  const detail =
    typeof drop.error === "object" && drop.error !== null && "detail" in drop.error
      ? String(drop.error.detail)
      : wordsOf(drop.error);
  return (
    <form
      className="drop"
      onSubmit={(event) => {
        event.preventDefault();
        drop.mutate();
      }}
    >
      <p className="field">
        <label htmlFor={id}>{words.story}</label>
        <select
          id={id}
          value={story}
          onChange={({ target }) => setStory(storyNames.find((name) => name === target.value) ?? "delivered")}
        >
          {storyNames.map((name) => (
            <option key={name} value={name}>
              {words.stories[name]}
            </option>
          ))}
        </select>
      </p>
      <button type="submit" className="button quiet" disabled={drop.isPending}>
        {words.drop}
      </button>
      <p role="status" className="soft">
        {drop.isSuccess ? words.dropped : drop.isError ? detail : ""}
      </p>
    </form>
  );
};
