import * as core from "@resale/core";
import { Predicate, Schema } from "effect";

/** Core's own names of its Schemas. */
const names: ReadonlyMap<unknown, string> = new Map(
  Object.entries(core).flatMap(([name, value]) => (Schema.isSchema(value) ? [[value, name] as const] : [])),
);

const at = (schema: unknown, key: string): unknown =>
  Predicate.hasProperty(schema, key) ? schema[key] : undefined;

/** What has a page of its own. */
const ELSEWHERE: ReadonlySet<string> = new Set(["Program", "EventType"]);

const isOptional = (schema: unknown): boolean =>
  Schema.isSchema(schema) && schema.ast.context?.isOptional === true;

const PLAIN: Readonly<Record<string, string>> = {
  String: "string",
  Number: "number",
  Boolean: "boolean",
  Null: "null",
  Declaration: "Uint8Array",
};

const expectations = (schema: Schema.Top): ReadonlyArray<string> =>
  schema.ast.checks?.map((check) => String(check.annotations?.["expected"] ?? "")) ?? [];

const plain = (schema: Schema.Top): string => {
  return expectations(schema).includes("an integer")
    ? "integer"
    : (PLAIN[schema.ast._tag] ?? schema.ast._tag.toLowerCase());
};

/** What a caller writes, and what it is called where it has a name of its own. */
export class Shapes {
  /** Named Schemas that something here is made of. */
  readonly named = new Map<string, Schema.Top>();

  /** A Schema by its name, or as it is put together. */
  text(schema: unknown): string {
    if (!Schema.isSchema(schema)) return "unknown";
    const name = names.get(schema);
    if (name === undefined) return this.unnamed(schema);
    if (ELSEWHERE.has(name)) return name;
    if (!this.named.has(name)) {
      this.named.set(name, schema);
      this.parts(schema);
    }
    return name;
  }

  /** What a Schema is put together of, whatever its own name is. */
  parts(schema: Schema.Top): string {
    const cases = at(schema, "cases");
    if (Predicate.isObject(cases))
      return Object.values(cases)
        .map((one) => this.text(one))
        .join(" | ");
    const fields = at(schema, "fields");
    if (Predicate.isObject(fields)) return `{ ${this.fields(fields)} }`;
    const literals = at(schema, "literals");
    if (Array.isArray(literals)) return literals.map((one) => JSON.stringify(one)).join(" | ");
    const members = at(schema, "members");
    if (Array.isArray(members)) return members.map((one) => this.text(one)).join(" | ");
    const literal = at(schema, "literal");
    if (typeof literal === "string") return JSON.stringify(literal);
    if (Schema.isSchema(at(schema, "key"))) return `Record<string, ${this.text(at(schema, "value"))}>`;
    const element = at(schema, "value");
    if (Schema.isSchema(element)) return this.list(element);
    const inner = at(schema, "schema");
    return Schema.isSchema(inner) && !(schema.ast._tag in PLAIN) ? this.parts(inner) : plain(schema);
  }

  /** What is asked of a plain value beside its type. */
  expected(schema: Schema.Top): string {
    return expectations(schema)
      .filter((one) => one !== "" && one !== "an integer" && !one.includes("9007199254740991"))
      .map((one) => one.replace(/^a string matching the RegExp (.*)$/, "as `$1` has it"))
      .join(", ");
  }

  /** What is only wrapped, to be left out or with a default, is told as what it wraps. */
  private unnamed(schema: Schema.Top): string {
    const inner = at(schema, "schema");
    return Schema.isSchema(inner) ? this.text(inner) : this.parts(schema);
  }

  private fields(fields: object): string {
    return Object.entries(fields)
      .map(([field, schema]) => `${field}${isOptional(schema) ? "?" : ""}: ${this.text(schema)}`)
      .join(", ");
  }

  private list(element: unknown): string {
    const text = this.text(element);
    return text.includes(" | ") ? `(${text})[]` : `${text}[]`;
  }
}
