import { type Actor, type Caller, follow, keyScopeOf } from "@resale/core";
import { followed } from "../follow.ts";
import { type Running, runIn } from "../Running.ts";
import { fingerprintOf } from "./fingerprint.ts";
import { meantBy } from "./meantBy.ts";
import type { Group, Groups, WriteOptions } from "./Row.ts";

type AnyRow = Group[string];

const callerOf = async (
  actor: Actor,
  method: string,
  said: ReadonlyArray<unknown>,
  key: string | undefined,
): Promise<Caller> =>
  key === undefined
    ? { actor }
    : {
        actor,
        idempotency: { scope: keyScopeOf(actor), key, fingerprint: await fingerprintOf(method, said) },
      };

const methodOf = (running: Running, actor: Actor, name: string, { kind, takes, run, watches }: AnyRow) => {
  const call = async (...args: ReadonlyArray<unknown>) => {
    const said = args.slice(0, takes.length);
    const { signal, idempotencyKey }: WriteOptions = args[takes.length] ?? {};
    const meant = meantBy(takes, said);
    const caller = await callerOf(actor, name, said, kind === "Write" ? idempotencyKey : undefined);
    return runIn(running, running.runtime, run(caller, meant), signal);
  };
  if (kind !== "Watch" || watches === undefined) return call;
  return (...args: ReadonlyArray<unknown>) => {
    const { signal }: WriteOptions = args[takes.length] ?? {};
    const meant = meantBy(takes, args.slice(0, takes.length));
    const [id] = meant;
    const watched = typeof id === "string" ? { kind: watches, id } : { kind: watches };
    return followed(running, follow(watched, run({ actor }, meant)), signal);
  };
};

/** The methods of a table for one actor. Their types are the table's own; this is the one place that says so. */
export const bind = <const Table extends Readonly<Record<string, Group>>>(
  running: Running,
  actor: Actor,
  table: Table,
): Groups<Table> => {
  const groups = Object.entries<Group>(table).map(([group, rows]) => [
    group,
    Object.fromEntries(
      Object.entries(rows).map(([name, row]) => [name, methodOf(running, actor, `${group}.${name}`, row)]),
    ),
  ]);
  return Object.fromEntries(groups);
};
