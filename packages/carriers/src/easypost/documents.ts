import type { LabelDocument } from "@resale/core";
import { Effect } from "effect";
import { beginsLike, PDF, PNG } from "../remote/fileKinds.ts";
import { type Api, orNo } from "./api.ts";
import { Shipment } from "./objects.ts";

const pdfOf = Effect.fnUntraced(function* (api: Api, shipment: Shipment) {
  const url =
    shipment.postage_label?.label_pdf_url ??
    (yield* orNo(api.get(Shipment, `/shipments/${shipment.id}/label?file_format=PDF`))).postage_label
      ?.label_pdf_url;
  if (typeof url !== "string") return yield* api.says.unavailable("the label is not there as a PDF yet");
  const pdf = yield* api.fetch(url);
  return beginsLike(pdf, PDF) ? pdf : yield* api.says.unavailable("what should be the label is no PDF");
});

const qrUrl = ({ forms }: Shipment) =>
  (forms ?? []).find(({ form_type }) => form_type === "label_qr_code")?.form_url;

const qrOf = Effect.fnUntraced(function* (api: Api, shipment: Shipment) {
  const url =
    qrUrl(shipment) ??
    qrUrl(
      yield* orNo(api.make(Shipment, `/shipments/${shipment.id}/forms`, { form: { type: "label_qr_code" } })),
    );
  if (typeof url !== "string") return yield* api.says.unavailable("the label's QR code is not there yet");
  const png = yield* api.fetch(url);
  return beginsLike(png, PNG)
    ? png
    : yield* api.says.unavailable("what should be the label's QR code is no PNG");
});

/** The label to print, and the code to show where the account has them (R28). */
export const documentOf = (api: Api, shipment: Shipment, qr: boolean) =>
  Effect.gen(function* () {
    const pdf = yield* pdfOf(api, shipment);
    const document: LabelDocument = qr ? { pdf, qrPng: yield* qrOf(api, shipment) } : { pdf };
    return document;
  });
