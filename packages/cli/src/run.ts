import { messageOf, type Programs, Rejection } from "@resale/core";
import { Cause, Console, Effect, Option, Schema } from "effect";
import { CliError, CliOutput, Command } from "effect/cli";
import { reasonOf } from "./database/reason.ts";
import { resale } from "./resale.ts";
import { Stop } from "./Stop.ts";
import { version } from "./version.ts";

/** What a run has come to: the code its process ends with, and what is to be said of it. */
interface Outcome {
  readonly code: number;
  readonly message?: string;
}

const isRejection = Schema.is(Rejection);

const outcomeOf = (error: unknown): Outcome => {
  if (error instanceof Stop) return { code: error.code, message: error.message };
  if (CliError.isCliError(error)) {
    if (error._tag !== "ShowHelp") return { code: 2, message: error.message };
    return { code: error.errors.length === 0 ? 0 : 2 };
  }
  if (isRejection(error)) return { code: error._tag === "Unreachable" ? 2 : 1, message: messageOf(error) };
  const reason = reasonOf(error);
  return {
    code: 2,
    message: reason ?? `A mistake of resale itself: ${error instanceof Error ? error.stack : String(error)}`,
  };
};

const ofCause = (cause: Cause.Cause<unknown>): Outcome => {
  if (Cause.hasInterruptsOnly(cause)) return { code: 130 };
  const error = Option.getOrUndefined(Cause.findErrorOption(cause));
  return outcomeOf(error ?? Cause.squash(cause));
};

/** One sentence for what was mistyped, and where to read on; the whole page only to those who ask for it. */
const presenter: CliOutput.Presenter = {
  present: Effect.fnUntraced(function* (event) {
    if (event._tag !== "InvalidInvocation") return yield* CliOutput.defaultPresenter.present(event);
    for (const { message } of event.errors) yield* Console.error(message);
    yield* Console.error(`\nUsage: ${event.helpDoc.usage}\nMore:  ${event.commandPath.join(" ")} --help`);
  }),
};

/**
 * Runs the command, and answers with the code its process is to end with: 0, if it did what was asked; 1, if it did its
 * work and the answer is no; 2, if it could not be run as things are.
 *
 * @param args what follows `resale` on the command line.
 */
export const run = (
  args: ReadonlyArray<string>,
): Effect.Effect<number, never, Programs | Command.Environment> =>
  Command.runWith(resale, { version })(args).pipe(
    Effect.as<Outcome>({ code: 0 }),
    Effect.catchCause((cause) => Effect.succeed(ofCause(cause))),
    Effect.tap(({ message, code }) => {
      if (message === undefined) return Effect.void;
      return Console.error(args.includes("--json") ? JSON.stringify({ error: message, code }) : message);
    }),
    Effect.map(({ code }) => code),
    Effect.provideService(CliOutput.Presenter, presenter),
  );
