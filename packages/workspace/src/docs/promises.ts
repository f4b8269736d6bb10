import { cancelReasonsIn, preLoved } from "@resale/core";
import { actorTable, type Group, hostTable } from "@resale/embed";
import { openApiOf, whoMay } from "@resale/http";
import { SchemaAST } from "effect";
import { code, pageFrom, table } from "./page.ts";
import { byActors } from "./promises/byActors.ts";
import { byHost } from "./promises/byHost.ts";
import { Shapes } from "./promises/shapes.ts";

interface Told {
  readonly as?: string;
  readonly what?: string;
  readonly who?: string;
  readonly answers: string;
}

const document = openApiOf(true);
const operations = Object.values(document.paths).flatMap((methods) =>
  (["get", "post", "put", "patch", "delete"] as const).flatMap((method) => methods[method] ?? []),
);
/** The line of an operation over HTTP, and that of its group. */
const lineOf = (id: string): string => operations.find((one) => one.operationId === id)?.summary ?? "";
const shapes = new Shapes();

/** What groups are for that HTTP has not. */
const groupLines: Readonly<Record<string, string>> = {
  listings: "One listing, for its seller, its reviewer and its readers (R1–R17).",
  subscribers: "Who is told of events as they happen, by signed webhooks (R60).",
  carriers: "What carriers tell (R37).",
  payments: "What the card provider tells (R50).",
  providers: "What providers tell, taken down first and acted on later.",
  mails: "What mail servers report, and what readers want.",
  guests: "Who holds an order's link (R26).",
  journal: "The journal in double entry (R53).",
  programs: "Another Program, before it is taken.",
};

const row = (group: string, method: string, one: Group[string], told: Told, host: boolean) => {
  const { as = "", what = lineOf(as), who = whoMay(as) } = told;
  if (what === "" || (who === "" && !host))
    throw new Error(`${group}.${method} is not told in docs/promises`);
  const inputs = one.takes.map((schema) => ({
    name: SchemaAST.resolveTitle(schema.ast) ?? "",
    shape: shapes.text(SchemaAST.resolve(schema.ast)?.["of"] ?? schema),
  }));
  const options = one.kind === "Write" ? code("idempotencyKey") : "";
  return [
    code(`${group}.${method}(${inputs.map(({ name }) => name).join(", ")})`),
    what,
    inputs.map(({ name, shape }) => code(`${name}: ${shape}`)).join("; "),
    one.kind === "Watch" ? `${told.answers}, again and again` : told.answers,
    ...(host ? [] : [who, options]),
  ];
};

const section = (
  [group, rows]: readonly [string, Group],
  told: Readonly<Record<string, Told>>,
  host: boolean,
): string => {
  const heads = ["method", "what for", "inputs", "answers", ...(host ? [] : ["for whom", "may carry"])];
  const lines = Object.entries(rows).map(([method, one]) => {
    const said = told[method];
    if (said === undefined) throw new Error(`${group}.${method} is not told in docs/promises`);
    return row(group, method, one, said, host);
  });
  const line = document.tags.find(({ name }) => name === group)?.description ?? groupLines[group] ?? "";
  return [`### ${group}`, line, table(heads, lines)].join("\n\n");
};

const sections = (
  groups: Readonly<Record<string, Group>>,
  told: Readonly<Record<string, Readonly<Record<string, Told>>>>,
  host: boolean,
): ReadonlyArray<string> => Object.entries(groups).map((one) => section(one, told[one[0]] ?? {}, host));

/** Read before the tables of what inputs hold: they grow while methods are told. */
const actors = sections(actorTable, byActors, false);
const hosts = sections(hostTable, byHost, true);

const shapeRows = (): ReadonlyArray<ReadonlyArray<string>> => {
  const parts = new Map<string, string>();
  for (let before = -1; before < parts.size; ) {
    before = parts.size;
    for (const [name, schema] of [...shapes.named]) parts.set(name, shapes.parts(schema));
  }
  return [...shapes.named]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, schema]) => [code(name), code(parts.get(name) ?? ""), shapes.expected(schema)]);
};

const keys = (list: ReadonlyArray<{ readonly key: string }>): string =>
  list.map(({ key }) => code(key)).join(", ");
const cancelling = Object.entries(cancelReasonsIn).map(
  ([state, codes]) => `in ${code(state)}: ${codes.map(code).join(", ")}`,
);

const codes = [
  [
    code("orders.cancel"),
    code("reason.code"),
    `${cancelling.join("; ")}; ${code("NotShipped")} only after the seller's deadline`,
  ],
  [
    code("listings.deny"),
    code("reason.code"),
    `${code("review.denialReasons")} of the Program: ${keys(preLoved.review.denialReasons)}`,
  ],
  [
    code("listings.approve"),
    code("checked"),
    `all of ${code("review.checklist")} of the Program: ${keys(preLoved.review.checklist)}`,
  ],
  [
    code("listings.edit"),
    code("details.grade"),
    `${code("grades")} of the Program: ${keys(preLoved.grades)}`,
  ],
  [
    code("orders.openDispute"),
    code("kind"),
    `${code("dispute.kinds")} of the Program: ${keys(preLoved.dispute.kinds)}`,
  ],
  [
    code("orders.rate"),
    code("stars"),
    `1 to ${code("ratings.most")} of the Program: ${preLoved.ratings.most}`,
  ],
  [
    code("buying.pay"),
    code("tender"),
    `${code("checkout.tender")} of the Program: ${preLoved.checkout.tender.map(code).join(", ")}`,
  ],
];

/** The engine in promises: every method, from the tables that make them. */
export const promisesPage = (): string =>
  pageFrom(
    "packages/embed/src/calls and packages/workspace/src/docs/promises",
    "Promises",
    "Every method of what `createResale` of `@resale/embed` answers. Inputs are plain strings, numbers and objects, read by the engine's own Schemas: what does not fit is refused as `Invalid`, field by field. Amounts are whole cents, instants are milliseconds since 1970, UTC. What is answered are types of `@resale/core`.",
    '**Who acts.** `resale.as(actor)` answers the same groups for somebody: `{ _tag: "Member", id, email }`, `{ _tag: "Reviewer", id }`, `{ _tag: "Support", id }`, or the guest that `guests.actorOf` answers. `resale` itself acts for a visitor. "For whom" says who may call a method at all; whose a single listing or order is, is decided each time: what is not yours is not found (R54).',
    "**The last input** of every method may be `{ signal }`; of those that may carry it also `{ idempotencyKey }`: a repeat of the same call under the same key gets the first answer. One key is for one call: the same key for another method, or with other content, is refused with `KeyReused` (R56).",
    "**Lists** are arrays. Where they come in pages, `after` is what the last one of the page before is known by: its id, a task's `key`, a delivery's `subject`; a page with fewer than `limit` is the last. `catalogue.search` answers a `cursor` instead.",
    "**Refusals** are thrown as `ResaleRejected`, whose `rejection` narrows by its `_tag`: what each means stands with the [problems](problems.md). `PhotoRefused` and `AddressRefused` are thrown as themselves.",
    "## For somebody",
    "What stories of support answer holds all that was kept, tokens of payment included, which HTTP leaves out: show it to nobody as it is.",
    ...actors,
    "## For the shop itself",
    "On nobody's behalf, and beside the groups above. Never to be reached by a request as it came: whoever calls has checked the provider's signature, or the reader's proof.",
    ...hosts,
    "## Beside the groups",
    table(
      ["method", "what for"],
      [
        [code("as(actor)"), "The groups above, for somebody"],
        [
          code("events({ after?, signal? })"),
          "Every event after a position, and on and on: [what it holds](events.md#in-resaleevents)",
        ],
        [
          code("workers.start()"),
          "Sets this process to work on timers, tasks and webhooks; `stop()` lets go of it ([how](../how-to/workers.md))",
        ],
        [code("workers.runDue({ within?, keep? })"), "Does what is due now, and comes back"],
        [
          code("runtime"),
          "The engine for what is written in Effect, such as the routes of HTTP ([how](../how-to/http.md))",
        ],
        [
          code("ready()"),
          "Builds every part now, and says what is wrong with it; otherwise the first call does",
        ],
        [code("close()"), "Stops the workers, ends whatever is followed, and lets go of connections"],
        [
          code("sandbox.advance(until)"),
          "On a clock that can be set: moves it, and answers what happened; `comeToRest()` does what is due now ([how](../how-to/clock.md))",
        ],
      ],
    ),
    "## Codes",
    "Where an input is one of a list that its type does not tell. Values of a Program are those of `preLoved`.",
    table(["method", "input", "one of"], codes),
    "## What inputs hold",
    "Names of `@resale/core` for what stands in the inputs above; `?` marks what may be left out. `Program` has [a page of its own](program.md); an `EventType` is a kind or a type of the page of [events](events.md).",
    table(["name", "is", "must be"], shapeRows()),
  );
