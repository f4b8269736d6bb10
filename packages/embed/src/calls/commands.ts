import type { Caller } from "@resale/core";
import { Schema } from "effect";
import { named } from "./inputs.ts";
import type { Doing, Inputs, Row } from "./Row.ts";

/** Who gives commands by themselves; the rest are given by providers and the engine. */
const PEOPLE = ["Seller", "Buyer", "Reviewer", "Support"] as const;
type Person = (typeof PEOPLE)[number];

type Permissions = Readonly<Record<string, { readonly by: ReadonlyArray<string> }>>;
type ByPeople<Table extends Permissions> = {
  [Tag in keyof Table]: Extract<Table[Tag]["by"][number], Person> extends never ? never : Tag;
}[keyof Table];

type Case = Schema.Codec<unknown, unknown> & { readonly fields: Schema.Struct.Fields };
/** No field of a command asks for anything to be read. */
type Plain = Readonly<Record<string, Schema.Codec<unknown, unknown>>>;
type Fields<Said> = { [Field in keyof Said as Exclude<Field, "_tag">]: Said[Field] };
type SaidOf<Said> = keyof Fields<Said> extends never ? [id: string] : [id: string, command: Fields<Said>];

type CommandRows<Cases extends Readonly<Record<string, Case>>, Table extends Permissions, A> = {
  readonly [Tag in ByPeople<Table> & keyof Cases & string as Uncapitalize<Tag>]: Row<
    "Write",
    SaidOf<Cases[Tag]["Encoded"]>,
    A
  >;
};

const isPeoples = ({ by }: Permissions[string]): boolean => PEOPLE.some((person) => by.includes(person));

const uncapitalized = (tag: string): string => tag.slice(0, 1).toLowerCase() + tag.slice(1);

/**
 * A method for each command that people give (R54), under its own name: `Confirm` becomes `confirm(order)`,
 * `DecideDispute` becomes `decideDispute(order, { upheld, text })`.
 */
export const commandRows = <
  Id,
  Command,
  const Cases extends Readonly<Record<string, Case>>,
  const Table extends Permissions,
  A,
>(
  subject: {
    readonly id: Schema.Codec<Id, string>;
    readonly commands: Schema.Codec<Command, unknown> & { readonly cases: Cases };
    readonly table: Table;
  },
  usecase: (caller: Caller, id: Id, command: Command) => Doing<A>,
): CommandRows<Cases, Table, A> => {
  const rows = Object.entries<Case>(subject.commands.cases)
    .filter(([tag]) => isPeoples(subject.table[tag] ?? { by: [] }))
    .map(([tag, { fields }]) => {
      const { _tag, ...said } = fields;
      const isBare = Object.keys(said).length === 0;
      const row: Row<"Write", never, A> = {
        kind: "Write",
        takes: isBare ? [subject.id] : [subject.id, named("command", Schema.Struct(said as Plain))],
        run: (caller, [id, command]: Inputs) =>
          usecase(caller, id as Id, { _tag: tag, ...(command as object | undefined) } as Command),
      };
      return [uncapitalized(tag), row];
    });
  return Object.fromEntries(rows);
};
