import { membersOf, type ProblemName, problemNames, problems, slugOf, titleOf, typeOf } from "./problems.ts";

/** A page about problems, in the three forms in which it is asked for. */
export interface Page {
  readonly json: unknown;
  readonly html: string;
  readonly text: string;
}

const factsOf = (name: ProblemName) => ({
  type: typeOf(name),
  title: titleOf(name),
  status: problems[name].status,
  means: problems[name].means,
  wayOut: problems[name].wayOut,
  members: membersOf(name),
});

const escaped = (text: string): string =>
  text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll(/`([^`]+)`/g, "<code>$1</code>");

const plain = (text: string): string => text.replaceAll("`", "");

const STYLE =
  "body{font:1rem/1.5 system-ui,sans-serif;max-width:42rem;margin:3rem auto;padding:0 1rem}code{font-size:.9em}dt{font-weight:600;margin-top:1rem}dd{margin:0}";

const html = (title: string, body: string): string =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(title)}</title><style>${STYLE}</style><h1>${escaped(title)}</h1>${body}</html>`;

/** The page to which the `type` of a problem leads: what it means, and what is to be done about it. */
export const problemPage = (name: ProblemName): Page => {
  const facts = factsOf(name);
  const members = facts.members.map((member) => `\`${member}\``).join(", ");
  const rows: ReadonlyArray<readonly [string, string]> = [
    ["What it means", facts.means],
    ["What to do", facts.wayOut],
    ["Status", `${facts.status}`],
    ["Type", `\`${facts.type}\``],
    ...(members === "" ? [] : [["More in `rejection`", members] as const]),
  ];
  const list = rows.map(([head, text]) => `<dt>${escaped(head)}</dt><dd>${escaped(text)}</dd>`).join("");
  return {
    json: facts,
    html: html(facts.title, `<dl>${list}</dl><p><a href="../problems">All problems</a></p>`),
    text: `${facts.title}\n\n${rows.map(([head, text]) => `${plain(head)}: ${plain(text)}`).join("\n")}\n`,
  };
};

/** All kinds of problems, each with a way to its page. */
export const problemIndex = (): Page => {
  const all = problemNames.map(factsOf);
  const list = all
    .map(({ title, status, means, type }) => {
      const address = type.replace(/^\//, "");
      return `<dt><a href="${address}">${escaped(title)}</a> (${status})</dt><dd>${escaped(means)}</dd>`;
    })
    .join("");
  return {
    json: all,
    html: html("Problems", `<dl>${list}</dl>`),
    text: `Problems\n\n${all.map(({ type, status, means }) => `${type} (${status}): ${plain(means)}`).join("\n")}\n`,
  };
};

const bySlug: ReadonlyMap<string, ProblemName> = new Map(problemNames.map((name) => [slugOf(name), name]));

/** The problem that is found under a place below `/problems`. */
export const problemAt = (slug: string): ProblemName | undefined => bySlug.get(slug);
