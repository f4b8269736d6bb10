import { Context, Layer, Schema } from "effect";
import type { Program } from "../program/Program.ts";
import { ProgramRefused, readProgram } from "../program/readProgram.ts";

/** Something was sold under a Program that the engine was not given: a mistake of the deployment (R57). */
export class ProgramUnknown extends Schema.TaggedError<ProgramUnknown>()("ProgramUnknown", {
  version: Schema.String,
  known: Schema.Array(Schema.String),
}) {
  override get message(): string {
    return (
      `Something was sold under the Program ${this.version}, and the engine was given ${this.known.join(", ")} alone. ` +
      "Give it that one too: in `earlier` of createResale, or to Programs.layer."
    );
  }
}

/** An order says only the version under which it was sold: what stands for it must be one Program (R57). */
const byVersion = (programs: ReadonlyArray<Program>): ReadonlyMap<string, Program> => {
  const known = new Map<string, Program>();
  for (const program of programs) {
    const other = known.get(program.version);
    if (other !== undefined && JSON.stringify(other) !== JSON.stringify(program)) {
      const problem = "names two Programs that are not the same: what is changed needs a version of its own";
      throw new ProgramRefused({ version: program.version, faults: [{ field: "version", problem }] });
    }
    known.set(program.version, program);
  }
  return known;
};

/** The Programs the engine runs: the one for what begins now, and those under which earlier orders were sold (R57). */
export class Programs extends Context.Service<
  Programs,
  {
    readonly current: Program;
    /** A version that was in force once. One that is not known throws a {@link ProgramUnknown}. */
    readonly version: (version: string) => Program;
  }
>()("@resale/core/ports/Programs") {
  /**
   * The current Program and, in any order, all earlier versions under which anything that is stored was sold. Each is read
   * first: one that can't be used throws a {@link ProgramRefused}, as do two that differ under one version.
   */
  static readonly layer = (current: Program, ...earlier: ReadonlyArray<Program>): Layer.Layer<Programs> => {
    const now = readProgram(current);
    const known = byVersion([...earlier.map(readProgram), now]);
    return Layer.succeed(Programs, {
      current: now,
      version: (version) => {
        const program = known.get(version);
        if (program === undefined) throw new ProgramUnknown({ version, known: [...known.keys()] });
        return program;
      },
    });
  };
}
