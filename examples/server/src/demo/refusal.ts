import { RequestRefused } from "@resale/http/client";
import type { Problem } from "@resale/http/contract";

/** The problem with which the shop refuses something; an error, if it does not refuse. */
export const refusalOf = async (asked: Promise<unknown>): Promise<Problem> => {
  try {
    await asked;
  } catch (cause) {
    if (cause instanceof RequestRefused) return cause.problem;
    throw cause;
  }
  throw new Error("The shop did what it should have refused.");
};
