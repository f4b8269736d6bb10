import { Schema, type SchemaAST } from "effect";

/** Whether a value is already, to the last key, what its Schema would make of it. When in doubt it is not. */
export type IsSound = (value: unknown) => boolean;

const unknownForm: IsSound = () => false;

const options: SchemaAST.ParseOptions = {};
const [isWhole] = Schema.Int.ast.checks ?? [];

const passing = (check: SchemaAST.Check<unknown>, ast: SchemaAST.AST): IsSound => {
  if (check === isWhole) return Number.isSafeInteger;
  if (check._tag === "Filter") return (value) => check.run(value, ast, options) === undefined;
  return check.checks.map((part) => passing(part, ast)).reduce(both);
};

/** One after the other: chained once, for a list of checks is walked slower than they are asked. */
const both =
  (one: IsSound, other: IsSound): IsSound =>
  (value) =>
    one(value) && other(value);

/** The engines keep one copy of a word this short, so that it is found again sooner than matched again. */
const SHORT = 10;
/** More words than this are not kept. */
const MOST = 4096;

/** A text's checks, remembered for short words: days, states, currencies come again and again. */
const textOf = (passes: IsSound): IsSound => {
  const passed = new Set<string>();
  return (value) => {
    if (typeof value !== "string") return false;
    if (value.length > SHORT) return passes(value);
    if (passed.has(value)) return true;
    if (!passes(value)) return false;
    if (passed.size >= MOST) passed.clear();
    passed.add(value);
    return true;
  };
};

interface Field {
  readonly name: PropertyKey;
  readonly place: number;
  readonly isSound: IsSound;
  readonly required: 0 | 1;
}

/**
 * Walks the keys that are there rather than those that should be: an engine reads those without looking them up, and
 * what was written by one function comes in the Schema's order. A key too many, and it is the Schema's to say what
 * becomes of it.
 */
const objectOf = (ast: SchemaAST.Objects): IsSound => {
  if (ast.indexSignatures.length > 0) return unknownForm;
  const fields = ast.propertySignatures.map(
    ({ name, type }, place): Field => ({
      name,
      place,
      isSound: soundnessOf(type),
      required: type.context?.isOptional === true ? 0 : 1,
    }),
  );
  const byName = new Map(fields.map((field) => [field.name, field]));
  const required = fields.filter((field) => field.required === 1).length;
  return (value) => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
    const record = value as Readonly<Record<string, unknown>>;
    let place = 0;
    let found = 0;
    for (const name in record) {
      const expected = fields[place];
      const field = expected !== undefined && expected.name === name ? expected : byName.get(name);
      if (field === undefined || !field.isSound(record[name])) return false;
      place = field.place + 1;
      found += field.required;
    }
    return found === required;
  };
};

const listOf = (ast: SchemaAST.Arrays): IsSound => {
  const [item, last] = ast.rest;
  const optional = ast.elements.some(({ context }) => context?.isOptional === true);
  if (item === undefined || last !== undefined || optional) return unknownForm;
  const first = ast.elements.map(soundnessOf);
  const others = soundnessOf(item);
  return (value) => {
    if (!Array.isArray(value) || value.length < first.length) return false;
    for (let at = 0; at < value.length; at++) if (!(first[at] ?? others)(value[at])) return false;
    return true;
  };
};

const tagOf = (ast: SchemaAST.AST): string | undefined => {
  if (ast._tag !== "Objects") return undefined;
  const type = ast.propertySignatures.find(({ name }) => name === "_tag")?.type;
  return type?._tag === "Literal" && typeof type.literal === "string" ? type.literal : undefined;
};

/** Straight to the one member that a tag names. */
const byTagOf = (types: ReadonlyArray<SchemaAST.AST>): IsSound => {
  const members = new Map(types.map((type) => [tagOf(type), soundnessOf(type)]));
  if (members.has(undefined) || members.size < types.length) return unknownForm;
  return (value) => {
    if (typeof value !== "object" || value === null) return false;
    return members.get((value as { readonly _tag?: string })._tag)?.(value) ?? false;
  };
};

/** Words are looked up, the rest is one thing, or told apart by tag: else it is the Schema's to choose. */
const oneOf = ({ types, options }: SchemaAST.Union): IsSound => {
  if (options?.mode === "oneOf") return unknownForm;
  const words = new Set<unknown>();
  const others: Array<SchemaAST.AST> = [];
  for (const type of types) {
    if (type._tag === "Null") words.add(null);
    else if (type._tag === "Literal") words.add(type.literal);
    else others.push(type);
  }
  const [only, another] = others;
  if (only === undefined) return (value) => words.has(value);
  const isOther = another === undefined ? soundnessOf(only) : byTagOf(others);
  if (words.size === 0) return isOther;
  if (words.size === 1 && words.has(null)) return (value) => value === null || isOther(value);
  return (value) => words.has(value) || isOther(value);
};

const isText: IsSound = (value) => typeof value === "string";

const formOf = (ast: SchemaAST.AST): IsSound => {
  switch (ast._tag) {
    case "String":
      return isText;
    case "Number":
      return (value) => typeof value === "number";
    case "Boolean":
      return (value) => typeof value === "boolean";
    case "Null":
      return (value) => value === null;
    case "Literal": {
      const { literal } = ast;
      return (value) => value === literal;
    }
    case "Objects":
      return objectOf(ast);
    case "Arrays":
      return listOf(ast);
    case "Union":
      return oneOf(ast);
    default:
      return unknownForm;
  }
};

const fromScratch = (ast: SchemaAST.AST): IsSound => {
  if (ast.encoding !== undefined) return unknownForm;
  const [first, ...more] = (ast.checks ?? []).map((check) => passing(check, ast));
  if (first === undefined) return formOf(ast);
  const passes = more.reduce(both, first);
  if (ast._tag === "String") return textOf(passes);
  return first === Number.isSafeInteger ? passes : both(formOf(ast), passes);
};

const known = new WeakMap<SchemaAST.AST, IsSound>();

/** The question a Schema asks, without the copy it makes. What decodes to something else than itself is never sound. */
export const soundnessOf = (ast: SchemaAST.AST): IsSound => {
  let isSound = known.get(ast);
  if (isSound === undefined) {
    isSound = fromScratch(ast);
    known.set(ast, isSound);
  }
  return isSound;
};
