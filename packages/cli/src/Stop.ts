import { Data } from "effect";

/**
 * Why a command ended without what was asked for, in a sentence that names the way out. The code is what the process
 * ends with: 1, if it did its work and the answer is no; 2, if it could not be run as things are.
 */
export class Stop extends Data.TaggedError("Stop")<{ readonly code: 1 | 2; readonly message: string }> {}

/** The answer is no. */
export const refused = (message: string): Stop => new Stop({ code: 1, message });

/** It can't be run as things are. */
export const unusable = (message: string): Stop => new Stop({ code: 2, message });
