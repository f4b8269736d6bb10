import type { StoredSubject, SubjectKind } from "@resale/core";
import type { Schema } from "effect";
import { restored } from "./storable.ts";

/** A row of `subjects`, as far as the ports tell of it. */
export interface SubjectRow {
  readonly kind: SubjectKind;
  readonly id: string;
  readonly version: number;
  readonly state: Schema.Json;
}

export const storedSubject = ({ kind, id, version, state }: SubjectRow): StoredSubject => ({
  subject: { kind, id: restored(id) },
  version,
  state,
});
