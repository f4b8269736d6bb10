import { Schema } from "effect";
import { faultsOf } from "./faults.ts";
import { ProgramFields } from "./ProgramFields.ts";

/**
 * All numbers and texts of a marketplace, in one checked value: another storefront embeds the engine by writing
 * another Program. One that contradicts itself does not decode; `readProgram` says in words what is wrong with it.
 */
export const Program = ProgramFields.check(Schema.makeFilter((program) => faultsOf(program)));
export type Program = ProgramFields;
