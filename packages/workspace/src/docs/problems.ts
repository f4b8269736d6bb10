import { membersOf, type ProblemName, problemNames, problems, titleOf, typeOf } from "@resale/http";
import { code, pageFrom, table } from "./page.ts";

const SOURCE = "packages/http/src/problems";

const slugOf = (name: ProblemName): string => typeOf(name).replace(/^.*\//, "");

const problemPage = (name: ProblemName): string => {
  const { status, means, wayOut } = problems[name];
  const members = membersOf(name);
  const engines =
    members.length === 0 ? [] : [`The member \`rejection\` says more: ${members.map(code).join(", ")}.`];
  return pageFrom(
    SOURCE,
    titleOf(name),
    table(["type", "status"], [[code(typeOf(name)), `${status}`]]),
    means,
    `**What to do.** ${wayOut}`,
    ...engines,
    "What every problem holds stands [there](../problems.md).",
  );
};

/** One page for each problem, by its file. */
export const problemPages: Readonly<Record<string, () => string>> = Object.fromEntries(
  problemNames.map((name) => [`problems/${slugOf(name)}.md`, () => problemPage(name)]),
);

const row = (name: ProblemName): ReadonlyArray<string> => [
  `[${titleOf(name)}](problems/${slugOf(name)}.md)`,
  code(typeOf(name)),
  `${problems[name].status}`,
  problems[name].means,
];

/** Every way in which a request can be refused. */
export const problemsPage = (): string =>
  pageFrom(
    SOURCE,
    "Problems",
    "Every refusal is a problem as RFC 9457 has it (`application/problem+json`). Its `type` is stable and leads to a page of the server that says what stands here.",
    table(
      ["member", "what it holds"],
      [
        ["`type`", "the kind of problem: a path beside the routes, with their prefix where they have one"],
        ["`title`, `status`", "the kind in words, and the status of the answer"],
        ["`detail`", "what happened this time, for the person who asked"],
        ["`wayOut`", "what is to be done about problems of this kind"],
        ["`instance`", "this one occurrence: it stands in the log, too"],
        [
          "`fields`",
          "the fields at fault, each with its path (`field`) and what is wrong with it (`problem`)",
        ],
        ["`rejection`", "the engine's own word (`_tag`) and what belongs to it, where the engine said no"],
      ],
    ),
    "A refusal changes nothing; only after a 500 it is not known. Where trying again later makes sense, `Retry-After` says when.",
    "## All of them",
    table(["problem", "type", "status", "what it means"], problemNames.map(row)),
  );
