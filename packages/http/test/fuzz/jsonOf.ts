import fc from "fast-check";

/** A Schema as an OpenAPI document writes it: as much of it as ours do. */
export interface JsonSchema {
  readonly type?: string;
  readonly enum?: ReadonlyArray<unknown>;
  readonly anyOf?: ReadonlyArray<JsonSchema>;
  readonly allOf?: ReadonlyArray<JsonSchema>;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: ReadonlyArray<string>;
  readonly items?: JsonSchema;
  readonly prefixItems?: ReadonlyArray<JsonSchema>;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly pattern?: string;
  readonly format?: string;
}

/** Words of a living shop by the name of the field they stand in: a request that means something is made of them. */
export type Words = Readonly<Record<string, ReadonlyArray<string>>>;

const UUID = "f3b1c2d4-5e6f-4a7b-8c9d-0e1f2a3b4c5d";

const text = (schema: JsonSchema, name: string, words: Words): fc.Arbitrary<unknown> => {
  const known = Object.hasOwn(words, name) ? words[name] : undefined;
  const free =
    schema.format === "uuid"
      ? fc.constantFrom(UUID, ...(words["uuid"] ?? []))
      : schema.pattern?.includes("@") === true
        ? fc.constantFrom("a@example.com", ...(words["email"] ?? []))
        : schema.pattern?.startsWith("^[+-]?") === true
          ? fc.constantFrom("1", "5", "100", "1e3", "+7", ".5", "99999999999999999999", "1e308")
          : fc.string({
              minLength: Math.min(schema.minLength ?? 0, 50),
              maxLength: Math.min(schema.maxLength ?? 40, 60),
              unit: fc.constantFrom(..."aB1 -_.é漢🙂'\"<>&%\\"),
            });
  return known === undefined || known.length === 0
    ? free
    : fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...known) }, { weight: 1, arbitrary: free });
};

const between = ({ minimum = -1e15, maximum = 1e15 }: JsonSchema) => {
  const [min, max] = [Math.ceil(minimum), Math.floor(maximum)];
  const near = [0, 1, 2, 3, 5, 100_00, min, max].filter((one) => one >= min && one <= max);
  return fc.oneof(fc.constantFrom(...near), fc.integer({ min, max }));
};

const objectOf = (schema: JsonSchema, words: Words): fc.Arbitrary<unknown> => {
  const properties = Object.entries(schema.properties ?? {});
  const requiredKeys = (schema.required ?? []).filter((key) => properties.some(([name]) => name === key));
  const model = Object.fromEntries(properties.map(([name, inner]) => [name, jsonOf(inner, name, words)]));
  return fc.record(model, { requiredKeys });
};

/** Values that a Schema takes, as far as a document can say it. */
export const jsonOf = (schema: JsonSchema, name: string, words: Words): fc.Arbitrary<unknown> => {
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  if (schema.anyOf !== undefined) return fc.oneof(...schema.anyOf.map((one) => jsonOf(one, name, words)));
  switch (schema.type) {
    case "string":
      return text(schema, name, words);
    case "integer":
      return between(schema);
    case "number":
      return fc.double({ noNaN: true, noDefaultInfinity: true });
    case "boolean":
      return fc.boolean();
    case "null":
      return fc.constant(null);
    case "array": {
      const minLength = schema.minItems ?? 0;
      const maxLength = Math.max(minLength, Math.min(schema.maxItems ?? 4, 4));
      return fc.array(jsonOf(schema.items ?? {}, name, words), { minLength, maxLength });
    }
    case "object":
      return objectOf(schema, words);
    default:
      return fc.jsonValue({ maxDepth: 2 });
  }
};
