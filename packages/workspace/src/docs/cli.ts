import { reference } from "@resale/cli";
import { Effect, Option } from "effect";
import type { HelpDoc } from "effect/cli";
import { code, pageFrom, table } from "./page.ts";

const flagRows = (flags: ReadonlyArray<HelpDoc.FlagDoc>) =>
  flags.map(({ name, aliases, type, description, required }) => [
    [`--${name}`, ...aliases].map(code).join(", "),
    type === "boolean" ? "" : code(type),
    `${Option.getOrElse(description, () => "")}${required ? " (needed)" : ""}`,
  ]);

const flagTable = (flags: ReadonlyArray<HelpDoc.FlagDoc>): ReadonlyArray<string> =>
  flags.length === 0 ? [] : [table(["flag", "value", "what it is for"], flagRows(flags))];

const examplesOf = ({ examples = [] }: HelpDoc.HelpDoc): ReadonlyArray<string> => {
  if (examples.length === 0) return [];
  const lines = examples.flatMap(({ command, description }) =>
    description === undefined ? [command] : [`# ${description}`, command],
  );
  return [["```sh", ...lines, "```"].join("\n")];
};

const section = (doc: HelpDoc.HelpDoc): string => {
  const args = (doc.args ?? []).map(
    ({ name, description }) => `${code(name)}: ${Option.getOrElse(description, () => "")}`,
  );
  return [
    `## ${(doc.commandPath ?? []).join(" ")}`,
    doc.description,
    code(doc.usage),
    ...args,
    ...flagTable(doc.flags),
    ...examplesOf(doc),
  ].join("\n\n");
};

const shapes = [
  ["`migrate`", "`{applied: [{name, at}], pending, unknown, made}`"],
  [
    "`verify`",
    'a finding a line (`{_tag, subject: {kind, id}, …}`; the tags: `SubjectMissing`, `EventMissing`, `EventBeyond`, `Unreadable`, `StateDiffers`, `JournalDiffers`, `JournalUnsound`), then `{_tag: "Verified", subjects, events, lines, findings, balances, total}`',
  ],
  [
    "`tasks list`",
    "a task a line: `{key, task, attempts, status, dueAt, lastError, dropped: {by, reason, at} or null}`",
  ],
  ["`tasks repeat`", '`{key, outcome: "Repeated" or "NothingToRepeat"}`, a line each'],
  ["`tasks drop`", '`{key, outcome: "Dropped", "Leased", "Over" or "Missing", until}`, a line each'],
  [
    "`replay`",
    'an event a line: `{_tag: "Event", version, position, at, actor, cause, event, state}`; with another Program then `{_tag: "Replay", program, stored, replayed, refused, differences}`',
  ],
  [
    "`replay --all`",
    'a history that can\'t be replayed a line (`{_tag: "NotReplayed", subject, reason}`), then `{_tag: "ReplayedAll", program, subjects, changed, unchanged, failed, deviations: [{kind, deviation, count, cents, examples: [{id, stored, replayed}]}], booked: [{account, stored, replayed}]}`',
  ],
  [
    "`explain`",
    "`{kind, id, at, state, deadlines, ifNobodyActs, roles: {role: {open, closed: [{command, because, message}]}}}`",
  ],
  [
    "`import`",
    'a row that was left out a line: `{_tag: "Rejected", line, field, problem}`; then `{_tag: "Imported", what, rows, added, changed, unchanged, repeated, rejected, dryRun, seconds}`',
  ],
  ["`seed`", "`{listings, batch, seconds}`"],
  ["`bench`", "the figures, as one array"],
];

/** What an operator may type. */
export const cliPage = async (): Promise<string> => {
  const [whole, ...commands] = await Effect.runPromise(reference());
  return pageFrom(
    "packages/cli",
    "The command line",
    `${whole?.description ?? ""} In this repository it is \`npm run --silent resale -- …\`; installed from \`@resale/cli\` it is \`resale …\`.`,
    "With a server (`--database-url` or `DATABASE_URL`) it works beside everybody else. Without one it opens the embedded database of `DATA_DIR`, which belongs to one process at a time: stop the server first. No command but `migrate` changes a database's version, and none but `migrate` and `seed` makes a database.",
    "It ends with 0, if it did what was asked; with 1, if it did its work and the answer is no (something is wrong, not there, or refused); with 2, if it could not be run as things are. What it answers goes to standard output; progress and errors go to standard error. Colours are for terminals alone.",
    "## With every command",
    ...flagTable(whole?.globalFlags ?? []),
    ...commands.map(section),
    "## Answers as JSON",
    "With `--json`, one value a line; moments are milliseconds since the epoch, money is in cents, what is not there is null. Fields may be added, none is renamed or removed. An error is `{error, code}` on standard error. Means of payment never stand in an answer.",
    table(["command", "answers"], shapes),
  );
};
