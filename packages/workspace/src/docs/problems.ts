import { membersOf, type ProblemName, problemNames, problems, titleOf, typeOf } from "@resale/http";
import { code, pageFrom, table } from "./page.ts";

const section = (name: ProblemName): string => {
  const { status, means, wayOut } = problems[name];
  const members = membersOf(name);
  return [
    `## ${titleOf(name)}`,
    table(
      ["type", "status", "more in `rejection`"],
      [[code(typeOf(name)), `${status}`, members.map(code).join(", ") || "–"]],
    ),
    means,
    `**What to do.** ${wayOut}`,
  ].join("\n\n");
};

/** Every way in which a request can be refused, and what is to be done about it. */
export const problemsPage = (): string =>
  pageFrom(
    "packages/http/src/problems",
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
    ...problemNames.map(section),
  );
