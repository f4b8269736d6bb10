import type { Carrier } from "@resale/core";
import { addressee, place } from "./addresses.ts";
import type { UspsOptions } from "./options.ts";

/** What is asked for in a label: nothing of it may change between two requests under one key. */
export const labelRequest = (
  { from, to, reference }: Parameters<Carrier["Service"]["buyLabel"]>[0],
  mailingDate: string,
  { qr, mailClass, parcel }: UspsOptions,
) => ({
  imageInfo: {
    ...(qr ? { imageType: "LABEL_BROKER", includeLabelBrokerPDF: true } : { imageType: "PDF" }),
    labelType: "4X6LABEL",
    // Left out, a receipt with the price would be printed beside the label.
    receiptOption: "NONE",
    suppressPostage: true,
    // The seller has some days, so a day on the label would be wrong.
    suppressMailDate: true,
  },
  toAddress: { ...addressee(to.name), ...place(to) },
  fromAddress: { ...addressee(from.name), ...place(from) },
  packageDescription: {
    mailClass,
    rateIndicator: "SP",
    weightUOM: "lb",
    weight: parcel.ounces / 16,
    dimensionsUOM: "in",
    length: parcel.length,
    width: parcel.width,
    height: parcel.height,
    processingCategory: "MACHINABLE",
    mailingDate,
    extraServices: [],
    destinationEntryFacilityType: "NONE",
    customerReference: [{ referenceNumber: reference.slice(0, 30), printReferenceNumber: true }],
  },
});
