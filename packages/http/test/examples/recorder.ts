import { operations } from "../requests.ts";

type Json = Readonly<Record<string, unknown>>;

/** What was asked of an operation, and what it answered. */
export interface Recorded {
  readonly parameters?: Readonly<Record<string, string | ReadonlyArray<string>>>;
  readonly body?: unknown;
  readonly status: number;
  readonly answer?: unknown;
}

/** What came of sending a write again under its key: the same once more, and other content. */
export interface Repeat {
  readonly id: string;
  readonly first: string;
  readonly again: string;
  readonly other: { readonly status: number; readonly type: unknown };
}

const routes = operations().map(({ id, method, path }) => ({
  id,
  method,
  pattern: new RegExp(`^${path.replaceAll(".", "\\.").replaceAll(/:(\w+)/g, "(?<$1>[^/]+)")}$`),
}));

const queryOf = (search: URLSearchParams): Readonly<Record<string, string | ReadonlyArray<string>>> =>
  Object.fromEntries(
    [...new Set(search.keys())].map((name) => {
      const values = search.getAll(name);
      return [name, values.length === 1 ? (values[0] ?? "") : values];
    }),
  );

const jsonOf = (text: string): unknown => (text === "" ? undefined : JSON.parse(text));
const isJson = (response: Response): boolean => (response.headers.get("content-type") ?? "").includes("json");
const asText = (body: unknown): string =>
  body instanceof Uint8Array ? new TextDecoder().decode(body) : `${body ?? ""}`;

/** Names no single request: an example is of all of them. */
const withoutInstance = (problem: Json): Json => ({ ...problem, instance: "urn:request:…" });

/** A `fetch` that keeps the first answer of each operation, the first problem of each kind, and repeats every write. */
export const makeRecorder = (baseUrl: string) => {
  const answers = new Map<string, Recorded>();
  const problems = new Map<string, Json>();
  const repeats: Array<Repeat> = [];

  const keepProblem = (problem: Json): void => {
    const slug = `${problem["type"]}`.slice("/problems/".length);
    if (!problems.has(slug)) problems.set(slug, withoutInstance(problem));
  };

  const keep = async (id: string, groups: Json, url: URL, sent: RequestInit, response: Response) => {
    const text = isJson(response) ? await response.clone().text() : "";
    if (response.status >= 400) {
      return keepProblem(jsonOf(text) as Json);
    }
    if (answers.has(id)) return;
    const parameters = { ...groups, ...queryOf(url.searchParams) } as Recorded["parameters"];
    const type = new Headers(sent.headers).get("content-type") ?? "";
    answers.set(id, {
      ...(Object.keys(parameters ?? {}).length === 0 ? {} : { parameters: parameters ?? {} }),
      ...(type.includes("json") && !id.startsWith("webhooks") ? { body: jsonOf(asText(sent.body)) } : {}),
      status: response.status,
      ...(text === "" ? {} : { answer: jsonOf(text) }),
    });
  };

  const repeat = async (id: string, url: URL, sent: RequestInit, response: Response) => {
    const told = async (answer: Response) => `${answer.status} ${await answer.text()}`;
    const first = await told(response.clone());
    const again = await told(await fetch(url, sent));
    const bytes = sent.body instanceof Uint8Array ? sent.body : new TextEncoder().encode(asText(sent.body));
    const other = await fetch(url, { ...sent, body: new Uint8Array([...bytes, 0x20]) });
    const problem = (await other.json()) as Json;
    const { type } = problem;
    keepProblem(problem);
    repeats.push({ id, first, again, other: { status: other.status, type } });
  };

  const recording: typeof globalThis.fetch = async (input, init = {}) => {
    const url = new URL(input instanceof Request ? input.url : input);
    const response = await fetch(url, init);
    const path = url.pathname.slice(new URL(baseUrl).pathname.replace(/\/$/, "").length);
    for (const { id, method, pattern } of routes) {
      const found = method === (init.method ?? "GET") ? pattern.exec(path) : null;
      if (found === null) continue;
      await keep(id, { ...found.groups }, url, init, response);
      const hasKey = new Headers(init.headers).has("idempotency-key");
      if (hasKey && response.ok) await repeat(id, url, init, response);
      break;
    }
    return response;
  };
  return { fetch: recording, answers, problems, repeats };
};
