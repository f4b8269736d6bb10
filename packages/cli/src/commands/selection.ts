import { userInfo } from "node:os";
import { type Actor, type KeptTask, Task, Tasks, type TaskTag } from "@resale/core";
import { Effect, Option } from "effect";
import { Flag } from "effect/cli";
import { refused } from "../Stop.ts";

/** Tasks that are read at a time. */
const PAGE = 200;

const kinds = Object.keys(Task.cases) as unknown as readonly [TaskTag, ...Array<TaskTag>];

export const kindFlag = Flag.Literals("kind", kinds).pipe(
  Flag.withDescription("Only of this kind"),
  Flag.withMetavar("KIND"),
  Flag.optional,
);

/** Which tasks. */
export interface Selection {
  readonly status: Option.Option<KeptTask["status"]>;
  readonly subject: Option.Option<string>;
  readonly kind: Option.Option<TaskTag>;
  readonly limit: number;
}

/** The newest tasks of a selection, read page by page, each handed over as it is found. */
export const eachTask = Effect.fnUntraced(function* <E, R>(
  { status, subject, kind, limit }: Selection,
  hand: (task: KeptTask) => Effect.Effect<void, E, R>,
) {
  const { list } = yield* Tasks;
  const query = {
    ...(Option.isSome(status) ? { status: status.value } : {}),
    ...(Option.isSome(subject) ? { subject: subject.value } : {}),
  };
  let after: string | undefined;
  let found = 0;
  while (found < limit) {
    const page = yield* list({ ...query, limit: PAGE, ...(after === undefined ? {} : { after }) });
    for (const one of page) {
      if (found === limit || (Option.isSome(kind) && one.task._tag !== kind.value)) continue;
      yield* hand(one);
      found++;
    }
    after = page.at(-1)?.key;
    if (page.length < PAGE) break;
  }
  return found;
});

/** Who gives the command, as the record will say. */
export const byFlag = Flag.String("by").pipe(
  Flag.withDescription("Who does this, as the record will say; otherwise the account of this machine"),
  Flag.withMetavar("NAME"),
  Flag.optional,
);

export const operator = (by: Option.Option<string>): Actor => ({
  _tag: "Support",
  id: Option.getOrElse(by, () => userInfo().username),
});

/** Ends with 1 if not all of it could be done; each line above has said why. */
export const unlessAll = (done: number, wanted: number, what: string) =>
  done === wanted
    ? Effect.void
    : Effect.fail(refused(`${done} of ${wanted} ${what}; why not the others stands above.`));
