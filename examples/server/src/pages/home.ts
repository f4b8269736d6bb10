import { Catalogue, type CatalogueEntry, format, now, Programs } from "@resale/core";
import { Effect } from "effect";
import { people } from "../seed/people.ts";
import { type Html, html, page } from "./html.ts";

const MOST = 60;

const piece = (entry: CatalogueEntry, program: Programs["Service"]["current"]): Html => {
  const grade = program.grades.find(({ key }) => key === entry.grade)?.label ?? entry.grade;
  const tag = entry.ownStock ? html`<span class="tag">${program.ownStock.name}</span> · ` : html``;
  const picture =
    entry.photo === null
      ? html``
      : html`<img loading="lazy" alt="" src="/photos/${entry.photo}/list" width="480" height="480">`;
  return html`<li><a href="/listings/${entry.listing}">${picture}<b>${entry.title}</b></a>
${format(entry.price, program.currency)} <small>${entry.colour ?? ""} · ${tag}${grade}</small></li>`;
};

/** What is on sale, and whom to sign in as: the first page of a shop that is tried out. */
export const homePage = Effect.gen(function* () {
  const { current } = yield* Programs;
  const catalogue = yield* Catalogue;
  const { entries } = yield* catalogue.search({ filter: {}, sort: "Newest", limit: MOST });
  const moment = new Intl.DateTimeFormat("en-US", {
    dateStyle: "full",
    timeStyle: "short",
    timeZone: current.calendar.zone,
  }).format(yield* now);
  const rows = people.map(
    ({ name, email, part, about }) =>
      html`<tr><td>${name}</td><td><code>${email}</code></td><td>${part}</td><td>${about}</td></tr>`,
  );
  return page(
    `${current.brand} ${current.name}`,
    "Pieces",
    html`<h1>Once loved, loved again</h1>
<p class="soft">${entries.length} pieces. The shop's clock says ${moment}.</p>
<ul class="pieces">${entries.map((entry) => piece(entry, current))}</ul>
<h2>Whom to sign in as</h2>
<p>Send <code>{"email": "…"}</code> to <code>POST /sign-in</code>, and the token it answers as a bearer token with every request.</p>
<div class="scroll"><table><tr><th>Name</th><th>E-mail</th><th>Part</th><th></th></tr>${rows}</table></div>
<footer class="soft"><p>What is to come by itself comes sooner with <code>POST /sandbox/clock</code>. Everything the API can do is on <a href="/docs">its page</a>.</p></footer>`,
  );
});
