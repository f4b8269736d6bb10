import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { Effect, type Scope } from "effect";

/** A request as a stand-in reads it. */
export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
}

export interface Answered {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** JSON, or text as it is. */
  readonly body: unknown;
}

/** How a provider misbehaves on one request. All but `Instead` and `CutBefore` have acted. */
export type Misconduct =
  | { readonly _tag: "Instead"; readonly answer: Answered }
  | { readonly _tag: "CutBefore" }
  | { readonly _tag: "CutAfter" }
  | { readonly _tag: "CutInAnswer" }
  | { readonly _tag: "Garbled" }
  | { readonly _tag: "Silent" };

/** `POST /v1/refunds`: which requests a misconduct is meant for. */
export type Match = (asked: Asked) => boolean;

export interface Standin {
  readonly url: string;
  /** The next request that matches is met so; several are met in the order in which they were planned. */
  readonly misbehave: (match: Match, misconduct: Misconduct, times?: number) => Effect.Effect<void>;
  /** Waits until a request that matches has come. */
  readonly arrived: (match: Match) => Effect.Effect<void>;
  /** Every request so far. */
  readonly asked: ReadonlyArray<Asked>;
}

const read = async (message: IncomingMessage): Promise<Asked> => {
  const chunks: Array<Buffer> = [];
  for await (const chunk of message) chunks.push(Buffer.from(chunk));
  const { pathname, searchParams } = new URL(message.url ?? "/", "http://127.0.0.1");
  const body = Buffer.concat(chunks).toString("utf8");
  return {
    method: message.method ?? "GET",
    path: decodeURIComponent(pathname),
    query: searchParams,
    headers: message.headers,
    body,
  };
};

const write = (response: ServerResponse, { status, headers, body }: Answered, part = 1): void => {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  const bytes = Buffer.from(text);
  response.writeHead(status, {
    "content-type": "application/json",
    "content-length": bytes.length,
    ...headers,
  });
  if (part === 1) response.end(bytes);
  else response.write(bytes.subarray(0, Math.floor(bytes.length * part)));
};

/** Serves a provider on a free port of this machine for as long as the scope lasts. */
export const standin = (
  answer: (asked: Asked) => Answered | Promise<Answered>,
): Effect.Effect<Standin, never, Scope.Scope> =>
  Effect.gen(function* () {
    const planned: Array<{ readonly match: Match; readonly misconduct: Misconduct }> = [];
    const seen: Array<Asked> = [];
    const waiting = new Set<() => void>();

    const meet = async (message: IncomingMessage, response: ServerResponse): Promise<void> => {
      const asked = await read(message);
      const index = planned.findIndex(({ match }) => match(asked));
      const [plan] = index < 0 ? [] : planned.splice(index, 1);
      const misconduct = plan?.misconduct;
      if (misconduct?._tag === "CutBefore") {
        seen.push(asked);
        message.socket.destroy();
        return;
      }
      const answered = misconduct?._tag === "Instead" ? misconduct.answer : await answer(asked);
      seen.push(asked);
      for (const wake of waiting) wake();
      switch (misconduct?._tag) {
        case "CutAfter":
          message.socket.destroy();
          return;
        case "CutInAnswer":
          write(response, answered, 0.5);
          setImmediate(() => message.socket.destroy());
          return;
        case "Garbled":
          write(response, { ...answered, body: '{"id": "pi_' });
          return;
        case "Silent":
          return;
        default:
          write(response, answered);
      }
    };

    const server = createServer((message, response) => {
      meet(message, response).catch((cause) => {
        write(response, { status: 500, body: `the stand-in is broken: ${String(cause)}` });
      });
    });
    const port = yield* Effect.acquireRelease(
      Effect.callback<number>((resume) => {
        server.listen(0, "127.0.0.1", () => {
          const address = server.address();
          resume(Effect.succeed(typeof address === "object" && address !== null ? address.port : 0));
        });
      }),
      () =>
        Effect.callback<void>((resume) => {
          server.close(() => resume(Effect.void));
          server.closeAllConnections();
        }),
    );
    return {
      url: `http://127.0.0.1:${port}`,
      misbehave: (match, misconduct, times = 1) =>
        Effect.sync(() => {
          for (let count = 0; count < times; count++) planned.push({ match, misconduct });
        }),
      arrived: (match) =>
        Effect.callback<void>((resume) => {
          const wake = () => {
            if (!seen.some(match)) return;
            waiting.delete(wake);
            resume(Effect.void);
          };
          waiting.add(wake);
          wake();
          return Effect.sync(() => waiting.delete(wake));
        }),
      asked: seen,
    };
  });
