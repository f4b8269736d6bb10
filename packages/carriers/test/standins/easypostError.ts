import { randomUUID } from "node:crypto";
import { json, type Reply } from "./Standin.ts";

export const hex = (): string => randomUUID().replaceAll("-", "");
/** An error as EasyPost tells it. */
export const error = (
  status: number,
  code: string,
  message: string,
  errors: ReadonlyArray<unknown> = [],
): Reply => json(status, { error: { code, message, errors } });
