import { Context, Layer } from "effect";
import type { Program } from "../program/Program.ts";

/** The Programs the engine runs: the one for what begins now, and those under which earlier orders were sold (R57). */
export class Programs extends Context.Service<
  Programs,
  {
    readonly current: Program;
    /** A version that was in force once. One that is not known any more is a defect of the deployment. */
    readonly version: (version: string) => Program;
  }
>()("@resale/core/ports/Programs") {
  /** The current Program and, in any order, all earlier versions that orders may still be under. */
  static readonly layer = (current: Program, ...earlier: ReadonlyArray<Program>): Layer.Layer<Programs> => {
    const known = new Map([...earlier, current].map((program) => [program.version, program]));
    return Layer.succeed(Programs, {
      current,
      version: (version) => {
        const program = known.get(version);
        if (program === undefined)
          throw new Error(`the Program ${version} is not among those the engine was given`);
        return program;
      },
    });
  };
}
