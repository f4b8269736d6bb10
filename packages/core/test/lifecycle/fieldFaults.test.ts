import { type FieldFault, fieldFaults } from "@resale/core";
import { Result, Schema } from "effect";
import { describe, expect, it } from "vitest";

const Parcel = Schema.Struct({
  to: Schema.Struct({ name: Schema.String, zip: Schema.String }),
  pieces: Schema.Array(Schema.Struct({ title: Schema.String, price: Schema.Int })),
});

const faultsOf = <A>(schema: Schema.Codec<A, unknown>, value: unknown): ReadonlyArray<FieldFault> => {
  const decoded = Schema.decodeUnknownResult(schema, { errors: "all", onExcessProperty: "error" })(value);
  if (Result.isSuccess(decoded)) throw new Error("it was taken");
  return fieldFaults("body", decoded.failure.issue);
};

describe("the fields at fault", () => {
  it("are named by their paths, with what is to be done about each", () => {
    const value = {
      to: { name: 7 },
      pieces: [
        { title: "Tote", price: 1 },
        { title: null, price: 2 },
      ],
      more: 1,
    };
    expect(faultsOf(Parcel, value)).toEqual(
      expect.arrayContaining([
        { field: "to.name", problem: "is to be a text" },
        { field: "to.zip", problem: "is missing" },
        { field: "pieces[1].title", problem: "is to be a text" },
        { field: "more", problem: "is not known here, where these are: to, pieces" },
      ]),
    );
  });

  it("are the whole part, where no field is named", () => {
    expect(faultsOf(Schema.String, 7)).toEqual([{ field: "body", problem: "is to be a text" }]);
    expect(faultsOf(Parcel, "ada@example.com")[0]?.field).toBe("body");
  });

  it("are told as they are, where they have words of their own, and by their places in a list", () => {
    const polite = Schema.String.check(Schema.makeFilter(() => "is not what was Expected here"));
    const [fault] = faultsOf(Schema.Array(Schema.Struct({ title: polite })), [{ title: "Tote" }]);
    expect(fault?.field).toBe("[0].title");
    expect(fault?.problem).toContain("was Expected here");
  });

  it("are twenty at most, by names of bearable length, and never say what stood there", () => {
    const pieces = Array.from({ length: 30 }, () => ({ title: "secret", price: "secret" }));
    const faults = faultsOf(Parcel, { to: { name: "Ada", zip: "10001" }, pieces });
    expect(faults).toHaveLength(20);
    expect(faults[19]?.field).toBe("pieces[19].price");
    expect(JSON.stringify(faults)).not.toContain("secret");
    const long = faultsOf(Schema.Struct({ name: Schema.String }), { name: "Ada", ["x".repeat(101)]: 1 });
    expect(long[0]?.field).toBe("x".repeat(100));
  });
});
