import type { FieldFault } from "@resale/core";

/** What no database takes as text: NUL, and half of a pair of surrogates. */
const isText = (text: string): boolean => !text.includes("\u0000") && text.isWellFormed();

/** Where a text stands that nobody can keep; nothing, if all can be kept. Nesting was limited before. */
export const unstorable = (value: unknown, path = ""): FieldFault | undefined => {
  if (typeof value === "string") {
    return isText(value)
      ? undefined
      : { field: path || "body", problem: "holds characters that are no text" };
  }
  if (typeof value !== "object" || value === null) return undefined;
  const isList = Array.isArray(value);
  for (const [key, inner] of Object.entries(value)) {
    if (!isText(key)) return { field: path || "body", problem: "holds names that are no text" };
    const step = isList ? `[${key}]` : path === "" ? key : `.${key}`;
    const found = unstorable(inner, `${path}${step}`);
    if (found !== undefined) return found;
  }
  return undefined;
};
