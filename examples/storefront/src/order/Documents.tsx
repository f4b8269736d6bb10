import { useMutation } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { wordsOf } from "../api/client.ts";
import { useDoor } from "./door.ts";
import { words } from "./words.ts";

const blobOf = (bytes: Uint8Array, type: string): Blob => new Blob([new Uint8Array(bytes)], { type });

/** Both the seller's label and a buyer's return label: whose it is, the marketplace knows. */
export const Documents = ({ qr }: { readonly qr: boolean }) => {
  const { client, id } = useDoor();
  const [code, setCode] = useState<string>();
  const params = { order: id };
  const pdf = useMutation({
    mutationFn: () => client.orders.labelPdf({ params }),
    onSuccess: (bytes) => {
      const url = URL.createObjectURL(blobOf(bytes, "application/pdf"));
      const anchor = Object.assign(document.createElement("a"), {
        href: url,
        download: `label-${id.slice(-6)}.pdf`,
      });
      anchor.click();
      setTimeout(() => URL.revokeObjectURL(url), 60_000);
    },
  });
  const png = useMutation({
    mutationFn: () => client.orders.labelQr({ params }),
    onSuccess: (bytes) => setCode(URL.createObjectURL(blobOf(bytes, "image/png"))),
  });
  useEffect(() => () => (code === undefined ? undefined : URL.revokeObjectURL(code)), [code]);
  const error = pdf.error ?? png.error;
  return (
    <div className="documents">
      <p className="actions">
        <button type="button" className="button" disabled={pdf.isPending} onClick={() => pdf.mutate()}>
          {words.label}
        </button>
        {qr && code === undefined ? (
          <button
            type="button"
            className="button quiet"
            disabled={png.isPending}
            onClick={() => png.mutate()}
          >
            {words.qr}
          </button>
        ) : null}
      </p>
      {error === null ? null : (
        <p className="notice bad" role="alert">
          {wordsOf(error)}
        </p>
      )}
      {code === undefined ? null : (
        <figure>
          <img src={code} alt={words.qrImage} width={220} height={220} />
          <figcaption>{words.qrMore}</figcaption>
        </figure>
      )}
    </div>
  );
};
