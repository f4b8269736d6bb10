import {
  type Currency,
  cents,
  type DeviationCount,
  type Example,
  format,
  Programs,
  type ReplayedSoFar,
  replayStore,
  type StoreReplay,
} from "@resale/core";
import { Console, Effect, Result } from "effect";
import { Json } from "../globals.ts";
import { refused, unusable } from "../Stop.ts";
import { columns, counted, jsonLine, say } from "../told/print.ts";
import { progress } from "../told/progress.ts";
import { readOver } from "./otherProgram.ts";

const looked = ({ subjects }: ReplayedSoFar): string =>
  [
    counted(subjects.listing, "listing"),
    counted(subjects.checkout, "checkout"),
    counted(subjects.order, "order"),
  ].join(", ");

const whatOf = ({ deviation }: DeviationCount): string => {
  switch (deviation._tag) {
    case "Outcome":
      return `${deviation.stored} → ${deviation.replayed}`;
    case "Refused":
      return `${deviation.command} refused: ${deviation.because}`;
    case "Field":
      return deviation.path;
  }
};

const LONG = 80;
const short = (value: unknown): string => {
  const text = jsonLine(value);
  return text.length > LONG ? `${text.slice(0, LONG)}…` : text;
};

const exampleOf = ({ deviation, examples }: DeviationCount): string => {
  const [first] = examples;
  if (first === undefined) return "";
  const { id, stored, replayed }: Example = first;
  return deviation._tag === "Field" ? `${id}: ${short(stored)} → ${short(replayed)}` : id;
};

const textOf = (outcome: StoreReplay, version: string, currency: Currency): string => {
  const money = (amount: number): string => format(cents(amount), currency);
  const more = (amount: number): string => `${amount > 0 ? "+" : ""}${money(amount)}`;
  const deviations = outcome.deviations.map((one) => [
    one.kind,
    whatOf(one),
    one.count.toLocaleString("en-US"),
    one.cents === null ? "" : more(one.cents),
    exampleOf(one),
  ]);
  const booked = outcome.booked
    .filter(({ stored, replayed }) => stored !== replayed)
    .map(({ account, stored, replayed }) => [
      account,
      money(stored),
      money(replayed),
      more(replayed - stored),
    ]);
  return [
    `Under the Program ${version}, as all would stand now: ${looked(outcome)}.`,
    `${outcome.changed.toLocaleString("en-US")} changed, ${outcome.unchanged.toLocaleString("en-US")} unchanged.`,
    ...(deviations.length === 0
      ? []
      : [`\n${columns([["what", "changes", "of", "in all", "for example"], ...deviations])}`]),
    ...(booked.length === 0
      ? []
      : [`\n${columns([["account", "booked", "would be", "difference"], ...booked])}`]),
  ].join("\n");
};

/** What another Program would have made of everything that is stored. */
export const replayAll = Effect.fnUntraced(function* (file: string, isWanted: boolean) {
  const { current } = yield* Programs;
  const laidOver = yield* readOver(file);
  const other = laidOver(current);
  if (Result.isFailure(other)) return yield* unusable(other.failure);
  const tell = yield* progress(isWanted);
  const isJson = yield* Json;
  const outcome = yield* replayStore({
    under: laidOver,
    onFailed: (subject, reason) =>
      Console.log(
        isJson
          ? jsonLine({ _tag: "NotReplayed", subject, reason })
          : `${subject.kind} ${subject.id} can't be replayed: ${reason}`,
      ),
    onPage: (soFar) => tell(() => `${looked(soFar)}; ${soFar.changed} changed`),
  });
  const { version, currency } = other.success;
  yield* say({ _tag: "ReplayedAll", program: version, ...outcome }, textOf(outcome, version, currency));
  if (outcome.failed > 0) {
    return yield* refused(
      `${counted(outcome.failed, "history", "histories")} could not be replayed, named above. What is wrong says: resale verify`,
    );
  }
});
