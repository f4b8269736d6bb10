import * as core from "@resale/core";
import { adversarial, nearlyValid, valid } from "@resale/testkit/arbitraries";
import { Result, Schema } from "effect";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { tries } from "../runs.ts";

type AnySchema = Schema.Codec<unknown, unknown>;

const types = Object.entries(core).flatMap(([name, value]) =>
  Schema.isSchema(value) ? [[name, value as unknown as AnySchema] as const] : [],
);

/** By its field, by one that it stands in or that stands in it, or as what another field does not fit with. */
const isTold = ({ field, problem }: core.FieldFault, at: string): boolean =>
  field.startsWith(at) || at.startsWith(field) || problem.includes(at.replace(/[.[].*/, ""));

const written = (at: ReadonlyArray<string | number>): string =>
  at
    .map((step) => (typeof step === "number" ? `[${step}]` : `.${step}`))
    .join("")
    .replace(/^\./, "");

describe.each(types)("%s", (_, schema) => {
  const read = Schema.decodeUnknownResult(schema);
  const write = Schema.encodeSync(schema);

  it("R55 is read from its JSON as it was written", () =>
    fc.assert(
      fc.property(valid(schema), (value) => {
        const json = JSON.parse(JSON.stringify(write(value)));
        expect(JSON.parse(JSON.stringify(write(Result.getOrThrow(read(json)))))).toEqual(json);
      }),
      tries(10),
    ));

  it("is refused by the field that is wrong", () =>
    fc.assert(
      fc.property(nearlyValid(schema), ({ json, at }) => {
        const refused = read(json);
        if (Result.isSuccess(refused)) throw new Error("it was read");
        const faults = core.fieldFaults("it", refused.failure.issue);
        const field = written(at);
        expect(faults.length).toBeGreaterThan(0);
        for (const fault of faults) expect(fault.problem).not.toBe("");
        expect(faults.some((fault) => fault.field === "it" || isTold(fault, field))).toBe(true);
      }),
      tries(10),
    ));

  it("is asked of anything at all, and answers", () =>
    fc.assert(
      fc.property(adversarial, (anything) => {
        expect(Result.isResult(read(anything))).toBe(true);
      }),
      tries(10),
    ));
});
