import { useMutation } from "@tanstack/react-query";
import { client, wordsOf } from "../api/client.ts";
import type { Range } from "./range.ts";
import { words } from "./words.ts";

type Days = Parameters<typeof client.figures.figuresCsv>[0]["query"];

const save = (bytes: Uint8Array, name: string): void => {
  const href = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: "text/csv" }));
  const anchor = document.createElement("a");
  anchor.href = href;
  anchor.download = name;
  anchor.click();
  URL.revokeObjectURL(href);
};

/** The rows behind the charts, for a spreadsheet. */
export const Export = ({ range }: { readonly range: Range }) => {
  const { from, to } = range;
  const load = useMutation({
    mutationFn: () => client.figures.figuresCsv({ query: { from, to } as Days }),
    onSuccess: (bytes) => save(bytes, `figures-${from}-${to}.csv`),
  });
  return (
    <>
      <button type="button" className="button quiet" disabled={load.isPending} onClick={() => load.mutate()}>
        {words.csv}
      </button>
      {load.error === null ? null : (
        <p className="notice bad" role="alert">
          {wordsOf(load.error)}
        </p>
      )}
    </>
  );
};
