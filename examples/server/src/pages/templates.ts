import { Email, type Mail, type Program, Programs } from "@resale/core";
import { headersOf, preview, render } from "@resale/mail";
import { everyMail } from "@resale/testkit/mails";
import { Effect, Option } from "effect";
import { drawPiece } from "../artwork/index.ts";
import { Settings } from "../wiring/Settings.ts";
import { html, page } from "./html.ts";

const TITLE = "Jet Set Large Saffiano Leather Top-Zip Tote";
const OWN_WORDS = "The left corner is rubbed, and the lining has a small mark near the pocket.";

/** A template with example data: `ItemSold-2` is the second of its variants. */
interface Example {
  readonly key: string;
  readonly mail: Mail;
}

const counts = new Map<string, number>();
const examples: ReadonlyArray<Example> = everyMail(TITLE, { recipient: "Ada", text: OWN_WORDS }).map(
  (mail) => {
    const count = (counts.get(mail._tag) ?? 0) + 1;
    counts.set(mail._tag, count);
    return { key: `${mail._tag}-${count}`, mail };
  },
);

/** How a template is looked at. */
export interface View {
  readonly mode: "light" | "dark";
  readonly width: "wide" | "360";
}

const exampleOf = (key: string): Option.Option<Example> =>
  Option.fromNullishOr(examples.find((example) => example.key === key));

const linksOf = Effect.map(Settings, ({ shopUrl }) => ({
  photo: () => `${shopUrl}/mails/templates/photo.svg`,
  unsubscribe: () => `${shopUrl}/mail/unsubscribe/example`,
}));

/** The piece of all examples: a drawing, since nobody has listed it. */
export const examplePhoto = (): string =>
  drawPiece({ kind: "satchel", colour: "Luggage", material: "saffiano", hardware: "gold", seed: 7 }, "Front");

const set = ({ mail }: Example, program: Program, links: Effect.Success<typeof linksOf>) =>
  render(program, mail, { photo: links.photo, unsubscribe: links.unsubscribe() });

/** Every template the engine has, by its subject. */
export const templatesPage = Effect.fn("Pages.templates")(function* () {
  const { current } = yield* Programs;
  const links = yield* linksOf;
  const rows = examples.map(
    (example) => html`<tr><td><a href="/mails/templates/${example.key}">${example.key}</a></td>
<td>${set(example, current, links).subject}</td></tr>`,
  );
  return page(
    `${current.brand} ${current.name}`,
    "Mail templates",
    html`<h1>Mail templates</h1><p class="soft">Every mail of the engine, in the brand's look, with example data.</p>
<div class="scroll"><table><tr><th>Template</th><th>Subject</th></tr>${rows}</table></div>`,
  );
});

/** A template's own HTML, as a machine set to light or dark draws it; none, under any other name. */
export const templateHtml = Effect.fn("Pages.templateHtml")(function* (key: string, mode: View["mode"]) {
  const { current } = yield* Programs;
  const links = yield* linksOf;
  return Option.map(exampleOf(key), (example) => preview(set(example, current, links), current, mode));
});

const switches = (key: string, view: View) => {
  const to = (label: string, change: Partial<View>) => {
    const { mode, width } = { ...view, ...change };
    const here = mode === view.mode && width === view.width;
    return html`<a href="/mails/templates/${key}?mode=${mode}&width=${width}"${here ? html` aria-current="true"` : ""}>${label}</a>`;
  };
  return html`<nav aria-label="How it is shown">${[
    to("Light", { mode: "light" }),
    to("Dark", { mode: "dark" }),
    to("Wide", { width: "wide" }),
    to("360 pixels", { width: "360" }),
  ]}</nav>`;
};

/** A template as its reader would see it, its words alone beside it, and the headers it would travel with. */
export const templatePage = Effect.fn("Pages.template")(function* (key: string, view: View) {
  const { current } = yield* Programs;
  const links = yield* linksOf;
  return Option.map(exampleOf(key), (example) => {
    const { subject, text } = set(example, current, links);
    const headers = headersOf(
      {
        to: Email.make("ada@example.com"),
        mail: example.mail,
        program: current,
        messageId: `example.${example.mail._tag}.1`,
        thread: "example",
        attachments: [],
      },
      links,
    );
    const width = view.width === "360" ? "360px" : "100%";
    return page(
      `${current.brand} ${current.name}`,
      key,
      html`<h1>${subject}</h1><p class="soft"><a href="/mails/templates">All templates</a> · ${key}</p>
${switches(key, view)}
<div class="mail"><iframe title="The mail" sandbox src="/mails/templates/${key}/html?mode=${view.mode}" style="width: ${width}"></iframe>
<section><h2>As text</h2><pre>${text}</pre></section></div>
<h2>Headers</h2><div class="scroll"><table>${headers.map(([name, value]) => html`<tr><th scope="row">${name}</th><td>${value}</td></tr>`)}</table></div>`,
    );
  });
});
