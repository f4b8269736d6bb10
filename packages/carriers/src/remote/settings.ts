import { Config, Redacted, Schema } from "effect";

const positive = Schema.Finite.check(Schema.isGreaterThan(0));

const Inches = Schema.String.check(
  Schema.isPattern(/^\d+(\.\d+)?x\d+(\.\d+)?x\d+(\.\d+)?$/, {
    expected: "length, width and height in inches, such as 14x10x6",
  }),
);

/** The box in which the shop's things travel: postage is by weight and size. */
export interface ParcelSize {
  readonly ounces: number;
  readonly length: number;
  readonly width: number;
  readonly height: number;
}

/** `PARCEL_OUNCES` and `PARCEL_INCHES`: three pounds in a box of 14x10x6 inches, unless told otherwise. */
export const parcelSize: Config.Config<ParcelSize> = Config.all({
  ounces: Config.schema(positive, "PARCEL_OUNCES").pipe(Config.withDefault(48)),
  inches: Config.schema(Inches, "PARCEL_INCHES").pipe(Config.withDefault("14x10x6")),
}).pipe(
  Config.map(({ ounces, inches }) => {
    const [length = 0, width = 0, height = 0] = inches.split("x").map(Number);
    return { ounces, length, width, height };
  }),
);

const Secret = (atLeast: number) =>
  Schema.Redacted(Schema.String).check(
    Schema.makeFilter((secret) => Redacted.value(secret).trim().length >= atLeast, {
      expected: atLeast === 1 ? "a value that is not empty" : `a value of at least ${atLeast} characters`,
    }),
  );

/** A secret that must be set, and not to nothing: what stands in it is shown nowhere. */
export const secret = (name: string, atLeast = 1) => Config.schema(Secret(atLeast), name);

/** A setting that must be there, and not be empty. */
export const named = (name: string) =>
  Config.schema(Schema.String.check(Schema.isPattern(/\S/, { expected: "a value that is not empty" })), name);

const address = Schema.String.check(
  Schema.isPattern(/^https?:\/\/[^\s/]+(\/[^\s]*[^\s/])?$/, {
    expected: "an http address without a slash at its end",
  }),
);

/** Where a provider's API is: its own, unless another is named. */
export const baseUrl = (name: string, usual: string) =>
  Config.schema(address, name).pipe(Config.withDefault(usual));
