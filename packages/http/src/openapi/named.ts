type Json = Readonly<Record<string, unknown>>;

const isJson = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);

interface Names {
  readonly byText: ReadonlyMap<string, string>;
  /** Named unions, by what they are unions of. */
  readonly unions: ReadonlyMap<string, ReadonlyArray<string>>;
}

const refTo = (name: string) => ({ $ref: `#/components/schemas/${name}` });

/** A union within a union was flattened: its members go back under its name. */
const unflatten = (value: Json, { unions }: Names): Json => {
  if (!Array.isArray(value["anyOf"])) return value;
  let members = value["anyOf"].map((one: unknown) => ({ one, text: JSON.stringify(one) }));
  for (const [name, texts] of unions) {
    const present = new Set(members.map(({ text }) => text));
    if (members.length <= texts.length || !texts.every((text) => present.has(text))) continue;
    const rest = members.filter(({ text }) => !texts.includes(text));
    members = [{ one: refTo(name), text: "" }, ...rest];
  }
  return { ...value, anyOf: members.map(({ one }) => one) };
};

/** The same value with whatever is known by a name replaced by it, from the innermost outwards. */
const fold = (value: unknown, names: Names, isRoot = false): unknown => {
  if (Array.isArray(value)) return value.map((one) => fold(one, names));
  if (!isJson(value)) return value;
  const folded = unflatten(
    Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, fold(inner, names)])),
    names,
  );
  const name = isRoot ? undefined : names.byText.get(JSON.stringify(folded));
  return name === undefined ? folded : refTo(name);
};

const referred = (value: unknown, seen: Set<string>): Set<string> => {
  if (Array.isArray(value)) for (const one of value) referred(one, seen);
  else if (isJson(value)) {
    const { $ref } = value;
    if (typeof $ref === "string") seen.add($ref.slice("#/components/schemas/".length));
    for (const inner of Object.values(value)) referred(inner, seen);
  }
  return seen;
};

/** What a document says, and the Schemas it calls by a name. */
export interface Folded {
  readonly paths: unknown;
  readonly schemas: Readonly<Record<string, unknown>>;
}

/**
 * Calls Schemas by their names wherever the same text stands: the order in which they were put together, statuses and
 * wrappers do not matter. Names that nothing calls are left out.
 */
export const callByName = (
  paths: unknown,
  schemas: Json,
  describe: (name: string) => string | undefined,
): Folded => {
  const byText = new Map<string, string>();
  const unions = new Map<string, ReadonlyArray<string>>();
  const names: Names = { byText, unions };
  const folded = new Map<string, unknown>();
  const bySize = Object.entries(schemas)
    .map(([name, schema]) => ({ name, schema, size: JSON.stringify(schema).length }))
    .sort((one, other) => one.size - other.size || one.name.localeCompare(other.name));
  for (const { name, schema } of bySize) {
    const short = fold(schema, names, true);
    byText.set(JSON.stringify(short), name);
    if (isJson(short) && Array.isArray(short["anyOf"])) {
      unions.set(
        name,
        short["anyOf"].map((one: unknown) => JSON.stringify(one)),
      );
    }
    folded.set(name, short);
  }
  const shortened = fold(paths, names);
  const called = referred(shortened, new Set());
  for (let before = 0; before < called.size; ) {
    before = called.size;
    for (const name of [...called]) referred(folded.get(name), called);
  }
  const kept = [...called].sort().map((name) => {
    const description = describe(name);
    const schema = folded.get(name);
    return [
      name,
      description === undefined || !isJson(schema) ? schema : { description, ...schema },
    ] as const;
  });
  return { paths: shortened, schemas: Object.fromEntries(kept) };
};
