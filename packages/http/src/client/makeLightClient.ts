import { follow } from "./follow.ts";
import { isProblem, RequestRefused } from "./RequestRefused.ts";
import {
  authorization,
  type Call,
  type Change,
  type ClientOptions,
  type ResaleClient,
} from "./ResaleClient.ts";
import { routes } from "./routes.ts";
import { told } from "./told.ts";

interface Asked extends Call, Change {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly payload?: unknown;
}

type Headers = Readonly<Record<string, string>>;
type Ask = (
  request: Omit<RequestInit, "headers"> & { readonly url: string; readonly headers: Headers },
) => Promise<Response>;

const addressOf = (path: string, { params = {}, query = {} }: Asked): string => {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined) continue;
    for (const one of Array.isArray(value) ? value : [value]) search.append(name, String(one));
  }
  const place = path.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ""));
  return search.size === 0 ? place : `${place}?${search}`;
};

const bodyOf = ({ payload }: Asked): Pick<RequestInit, "body"> & { readonly type?: string } => {
  if (payload === undefined) return {};
  // What a photo really is, its bytes say.
  if (payload instanceof Uint8Array) return { body: payload as Uint8Array<ArrayBuffer>, type: "image/jpeg" };
  return { body: JSON.stringify(payload), type: "application/json" };
};

const requestOf = (route: string, asked: Asked, headers: Headers) => {
  const [method = "GET", path = ""] = route.split(" ");
  const { type, ...body } = bodyOf(asked);
  const { key = crypto.randomUUID(), version, signal } = asked;
  return {
    url: addressOf(path, asked),
    method,
    headers: {
      ...headers,
      ...(method === "GET" ? {} : { "idempotency-key": key }),
      ...(version === undefined ? {} : { "if-match": `"${version}"` }),
      ...(type === undefined ? {} : { "content-type": type }),
    },
    ...body,
    ...(signal === undefined ? {} : { signal }),
  };
};

/** What was answered; throws what was refused. */
const answerIn = async (answer: Response): Promise<unknown> => {
  const type = answer.headers.get("content-type") ?? "";
  if (!answer.ok) {
    const said: unknown = await answer.json().catch(() => undefined);
    throw isProblem(said) ? new RequestRefused(said) : new Error(`the marketplace answers ${answer.status}`);
  }
  if (answer.status === 204) return undefined;
  if (type.includes("json")) return answer.json();
  return new Uint8Array(await answer.arrayBuffer());
};

const asking =
  (ask: Ask, route: string) =>
  async (asked: Asked = {}): Promise<unknown> =>
    answerIn(await ask(requestOf(route, asked, { accept: "application/json, */*" })));

const following =
  (ask: Ask, route: string) =>
  (asked: Asked = {}): AsyncIterable<unknown> =>
    follow(async (last, signal) => {
      const since = last === undefined ? {} : { "last-event-id": last };
      const headers = { accept: "text/event-stream", ...since };
      const answer = await ask({ ...requestOf(route, asked, headers), signal });
      if (!answer.ok || answer.body === null) await answerIn(answer);
      return answer.body === null ? told(new Blob([]).stream()) : told(answer.body);
    }, asked.signal);

/**
 * The same client for pages of the marketplace's own shop: a twentieth of the script, because it takes answers at their
 * word. Answers are JSON as the contract has them, and what is asked is checked where it arrives.
 */
export const makeLightClient = ({ baseUrl, token, fetch: send = fetch }: ClientOptions): ResaleClient => {
  const ask: Ask = ({ url, headers, ...request }) =>
    send(baseUrl + url, { ...request, headers: { ...headers, ...authorization(token?.()) } });
  const groups = Object.entries(routes).map(([group, endpoints]) => {
    const methodOf = group === "live" ? following : asking;
    const methods = Object.entries(endpoints).map(([name, route]) => [name, methodOf(ask, route)] as const);
    return [group, Object.fromEntries(methods)] as const;
  });
  // The names are the contract's own, and so are the types.
  return Object.fromEntries(groups) as unknown as ResaleClient;
};
