import { type PlainOf, ProviderRefused } from "@resale/embed";

/** Something the courier was asked for, under a number of ours. */
export interface Entry {
  readonly id: string;
  readonly kind: "ride" | "collection";
  readonly content: string;
  /** When it was asked for first, in milliseconds. */
  readonly at: number;
}

/** What the courier's own system offers. */
export interface CourierApi {
  /** Asked again under a number it knows, it answers with what it has. */
  readonly put: (kind: Entry["kind"], number: string, content: string) => Promise<Entry>;
  readonly get: (id: string) => Promise<Entry | undefined>;
  /** Cancelled once or twice is the same. */
  readonly cancel: (id: string) => Promise<void>;
  readonly steps: (id: string) => Promise<ReadonlyArray<Step>>;
}

export interface Step {
  readonly at: number;
  readonly what: "collected" | "delivered";
}

const NAME = "bike courier";
const refuse = (reason: string): never => {
  throw new ProviderRefused({ provider: NAME, reason });
};

type Place = Parameters<PlainOf<"carrier">["buyLabel"]>[0]["to"];

/** Within one city, by its ZIP codes. */
const served = (end: "from" | "to", { zip }: Place): void => {
  if (!/^(?:100|101|102|112)/.test(zip))
    refuse(`${end}.zip: we ride in Manhattan and Brooklyn, not to ${zip}`);
};

const oneLine = (place: Place): string =>
  [place.name, place.line1, place.line2 ?? "", place.city, place.zip].join(", ");

/** One page that says which ride it is, as a printer takes it. */
const pdfOf = (text: string): Uint8Array => {
  const words = text.replace(/[()\\]/g, "");
  const content = `BT /F1 24 Tf 72 720 Td (${words}) Tj ET`;
  const objects = [
    "<</Type/Catalog/Pages 2 0 R>>",
    "<</Type/Pages/Kids[3 0 R]/Count 1>>",
    "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
    `<</Length ${content.length}>>stream\n${content}\nendstream`,
    "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
  ];
  let body = "%PDF-1.4\n";
  const at = objects.map((object, index) => {
    const offset = body.length;
    body += `${index + 1} 0 obj${object}endobj\n`;
    return `${`${offset}`.padStart(10, "0")} 00000 n \n`;
  });
  const table = `xref\n0 ${at.length + 1}\n0000000000 65535 f \n${at.join("")}`;
  const end = `trailer<</Size ${at.length + 1}/Root 1 0 R>>\nstartxref\n${body.length}\n%%EOF\n`;
  return new TextEncoder().encode(body + table + end);
};

/** The courier as a carrier of the engine. What must not be forgotten lies with the courier, under the engine's keys. */
export const bikeCourier = (api: CourierApi): PlainOf<"carrier"> => {
  const known = async (kind: Entry["kind"], id: string): Promise<Entry> => {
    const entry = await api.get(id);
    return entry?.kind === kind ? entry : refuse(`no ${kind} ${id}`);
  };
  const putOnce = async (kind: Entry["kind"], key: string, content: string): Promise<Entry> => {
    const entry = await api.put(kind, key, content);
    return entry.content === content ? entry : refuse(`the key ${key} was used before with other content`);
  };
  return {
    buyLabel: async ({ key, from, to, reference }) => {
      served("from", from);
      served("to", to);
      const { id, at } = await putOnce("ride", key, JSON.stringify([oneLine(from), oneLine(to), reference]));
      return { reference: id, carrier: NAME, tracking: id, boughtAt: at, qr: false };
    },
    labelDocument: async (label) => ({ pdf: pdfOf(`Ride ${(await known("ride", label)).id}`) }),
    refundLabel: async ({ label }) => {
      const { id } = await known("ride", label);
      if ((await api.steps(id)).length > 0) refuse(`ride ${id} was ridden`);
      await api.cancel(id);
    },
    bookPickup: async ({ key, label, date }) => {
      const ride = await known("ride", label);
      if (new Date(`${date}T12:00:00Z`).getUTCDay() === 0) refuse(`${date} is a Sunday`);
      const { id } = await putOnce("collection", key, `${ride.id} ${date}`);
      return { confirmation: id, date };
    },
    cancelPickup: async ({ confirmation }) => api.cancel((await known("collection", confirmation)).id),
    track: async (tracking) =>
      (await api.steps(tracking)).map(({ at, what }) => ({
        at,
        status: what === "collected" ? ("Accepted" as const) : ("Delivered" as const),
      })),
  };
};
