const escapes: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text that is HTML already. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

type Part = string | number | Html | ReadonlyArray<Html>;

const write = (part: Part): string => {
  if (part instanceof Html) return part.text;
  if (typeof part === "object") return part.map(({ text }) => text).join("");
  return String(part).replace(/[&<>"']/g, (letter) => escapes[letter] ?? letter);
};

/** A template whose every value is escaped, unless it is HTML made by another one. */
export const html = (strings: TemplateStringsArray, ...parts: ReadonlyArray<Part>): Html =>
  new Html(strings.reduce((text, string, index) => text + write(parts[index - 1] ?? "") + string));

const style = new Html(`
:root { color-scheme: light dark; --ink: #1c1a18; --soft: #6d6660; --line: #e4ded6; --paper: #fbf9f6; --card: #fff; }
@media (prefers-color-scheme: dark) { :root { --ink: #f1ece5; --soft: #a59c93; --line: #37322d; --paper: #171513; --card: #201d1a; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.55 ui-sans-serif, system-ui, sans-serif; }
main, header { max-width: 1180px; margin: 0 auto; padding: 0 24px; }
header { display: flex; flex-wrap: wrap; gap: 8px 28px; align-items: baseline; padding-block: 36px 20px; border-bottom: 1px solid var(--line); }
header strong { font: 400 26px/1 Georgia, serif; letter-spacing: .04em; margin-right: auto; }
a { color: inherit; text-underline-offset: 3px; } a:focus-visible { outline: 2px solid; outline-offset: 3px; }
h1, h2 { font: 400 30px/1.2 Georgia, serif; margin: 44px 0 14px; } h2 { font-size: 22px; }
p { max-width: 68ch; } .soft, small { color: var(--soft); }
.pieces { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(210px, 40vw), 1fr)); gap: 28px 20px; padding: 0; list-style: none; }
.pieces img { width: 100%; height: auto; aspect-ratio: 1; object-fit: cover; background: var(--line); display: block; margin-bottom: 10px; }
.pieces b { font-weight: 500; display: block; line-height: 1.3; } .tag { font-size: 12px; letter-spacing: .06em; text-transform: uppercase; }
table { border-collapse: collapse; width: 100%; } th, td { text-align: left; padding: 9px 14px 9px 0; border-bottom: 1px solid var(--line); vertical-align: top; overflow-wrap: anywhere; }
th { font-weight: 500; color: var(--soft); font-size: 14px; } .scroll { overflow-x: auto; }
iframe { width: 100%; height: 75vh; border: 1px solid var(--line); background: #fff; }
nav { display: flex; flex-wrap: wrap; gap: 8px 20px; margin: 18px 0; } nav [aria-current] { font-weight: 600; text-decoration: none; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; font: 14px/1.5 ui-monospace, monospace; margin: 0; }
.mail { display: grid; grid-template-columns: minmax(0, 3fr) minmax(0, 2fr); gap: 32px; align-items: start; } .mail iframe { height: 1100px; max-width: 100%; display: block; margin: 0 auto; }
@media (max-width: 900px) { .mail { grid-template-columns: minmax(0, 1fr); } }
code { font: 14px ui-monospace, monospace; }
footer { margin: 60px 0 40px; }
`);

/** A whole page of the reference server. */
export const page = (name: string, title: string, body: Html): string =>
  html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · ${name}</title>
<style>${style}</style>
</head>
<body>
<header><strong>${name}</strong><a href="/">Shop</a><a href="/mails">Mails</a><a href="/mails/templates">Templates</a><a href="/docs">API</a></header>
<main>${body}</main>
</body>
</html>`.text;
