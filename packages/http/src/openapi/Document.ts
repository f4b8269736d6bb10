/** A part of the document that is carried along as it is. */
export type Json = Readonly<Record<string, unknown>>;

export interface Parameter {
  readonly name: string;
  readonly in: "path" | "query" | "header";
  readonly required: boolean;
  readonly schema: unknown;
  readonly description?: string;
  readonly example?: unknown;
}

export interface Media {
  readonly schema: unknown;
  readonly example?: unknown;
}

export interface Answer {
  readonly description: string;
  readonly content?: Readonly<Record<string, Media>>;
  readonly headers?: Json;
}

export type AnswerOrRef = Answer | { readonly $ref: string };

export interface Operation {
  readonly tags: ReadonlyArray<string>;
  readonly operationId: string;
  readonly summary?: string;
  readonly description?: string;
  readonly parameters: ReadonlyArray<Parameter>;
  readonly requestBody?: {
    readonly required: boolean;
    readonly content: Readonly<Record<string, Media>>;
  };
  readonly responses: Readonly<Record<string, AnswerOrRef>>;
}

export type Method = "get" | "post" | "put" | "patch" | "delete";
export type Path = { readonly [M in Method]?: Operation };

/** The OpenAPI document, as far as it is looked into here. */
export interface Document {
  readonly openapi: string;
  readonly info: Json;
  readonly servers: ReadonlyArray<{ readonly url: string; readonly description: string }>;
  readonly security: ReadonlyArray<Json>;
  readonly tags: ReadonlyArray<{ readonly name: string; readonly description: string }>;
  readonly paths: Readonly<Record<string, Path>>;
  readonly components: {
    readonly schemas: Json;
    readonly responses: Json;
    readonly securitySchemes: Json;
  };
}

/** The same paths with each operation made anew. */
export const mapOperations = (
  paths: Readonly<Record<string, Path>>,
  change: (operation: Operation, method: string) => Operation,
): Readonly<Record<string, Path>> =>
  Object.fromEntries(
    Object.entries(paths).map(([path, operations]) => [
      path,
      Object.fromEntries(
        Object.entries(operations).map(([method, operation]) => [method, change(operation, method)]),
      ),
    ]),
  );
