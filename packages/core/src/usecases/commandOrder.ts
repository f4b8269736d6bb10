import { Effect } from "effect";
import { orderMachine, roleInOrder } from "../order/machine.ts";
import type { OrderCommand } from "../order/OrderCommand.ts";
import type { OrderId } from "../order/OrderId.ts";
import { orderView } from "../order/OrderView.ts";
import type { Caller } from "./Caller.ts";
import { execute } from "./execute.ts";
import { putToUse } from "./photos/putToUse.ts";

/**
 * Gives an order a command that needs nothing from outside: confirm, dispute, rate, cancel, decide, repeat … The access
 * table says whose it is (R54).
 */
export const commandOrder = Effect.fn("Orders.command")(function* (
  caller: Caller,
  id: OrderId,
  command: OrderCommand,
) {
  const photos = command._tag === "OpenDispute" ? command.photos : [];
  const named = photos.map((photo, at) => ({ id: photo, field: `photos[${at}]` }));
  return yield* execute(caller, (work) =>
    work.apply(orderMachine, id, command, caller.actor).pipe(
      Effect.tap(() => putToUse(named, { kind: "order", id })),
      Effect.map((order) => orderView(order, roleInOrder(order, caller.actor) ?? "Anyone")),
    ),
  );
});
