import { type ClientRequest, Agent as HttpAgent, type IncomingMessage, request as overHttp } from "node:http";
import { Agent as HttpsAgent, request as overHttps } from "node:https";
import { isIP } from "node:net";
import type { WebhookAnswer } from "@resale/core";
import type { Target } from "./target.ts";

/** So much of an answer's body is read, so that the connection can be used again; more is cut off. */
const MOST_BODY = 64 * 1024;

/** Connections to one receiver at a time, kept for a while. */
const agentOptions = { keepAlive: true, maxSockets: 32, maxFreeSockets: 4 } as const;

/** The connections of one sender. */
export interface Agents {
  readonly http: HttpAgent;
  readonly https: HttpsAgent;
}

export const makeAgents = (ca: string | undefined): Agents => ({
  http: new HttpAgent(agentOptions),
  https: new HttpsAgent({ ...agentOptions, ...(ca === undefined ? {} : { ca }) }),
});

/** `Retry-After` in milliseconds: seconds, or a date by the receiver's own clock. */
const retryAfterOf = ({ headers }: IncomingMessage): number | null => {
  const text = headers["retry-after"];
  if (text === undefined) return null;
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1000;
  const until = Date.parse(text) - Date.parse(headers.date ?? "");
  return Number.isFinite(until) && until > 0 ? until : null;
};

const answerOf = (response: IncomingMessage): WebhookAnswer => {
  const status = response.statusCode ?? 0;
  if (status >= 200 && status < 300) return { _tag: "Accepted", status };
  if (status === 410) return { _tag: "Gone" };
  return { _tag: "Refused", status, retryAfter: retryAfterOf(response) };
};

/** What is read of the body is nobody's interest: it goes, and too much of it takes the connection with it. */
const drain = (response: IncomingMessage): void => {
  let read = 0;
  response.on("error", () => undefined);
  response.on("data", ({ length }: Buffer) => {
    read += length;
    if (read > MOST_BODY) response.destroy();
  });
};

const reasonOf = (error: Error): string =>
  "code" in error && typeof error.code === "string" ? error.code : error.message;

/** A request that goes to the address that was checked, under the name it was checked for. */
const begin = (
  { url, address }: Target,
  agents: Agents,
  headers: Readonly<Record<string, string>>,
): ClientRequest => {
  const options = {
    host: address,
    method: "POST",
    path: `${url.pathname}${url.search}`,
    headers: { ...headers, host: url.host },
  };
  const name = url.hostname;
  if (url.protocol === "http:") return overHttp({ ...options, port: url.port || 80, agent: agents.http });
  return overHttps({
    ...options,
    port: url.port || 443,
    agent: agents.https,
    ...(isIP(name.replace(/^\[|\]$/g, "")) === 0 ? { servername: name } : {}),
  });
};

/**
 * Sends a body once and tells what came of it; returns how to break it off. The answer is its status: what comes after
 * the headers is read within the same time, and thrown away. A kept connection that the receiver had closed is not its
 * answer: then a new one is made.
 */
export const exchange = (
  target: Target,
  agents: Agents,
  message: { readonly headers: Readonly<Record<string, string>>; readonly body: Uint8Array },
  patience: number,
  done: (answer: WebhookAnswer) => void,
): (() => void) => {
  let request: ClientRequest;
  const timer = setTimeout(() => {
    done({ _tag: "NoAnswer", reason: "no answer in time" });
    request.destroy();
  }, patience);
  const send = (): void => {
    request = begin(target, agents, message.headers);
    let answered = false;
    request.on("response", (response) => {
      answered = true;
      drain(response);
      response.on("close", () => clearTimeout(timer));
      done(answerOf(response));
    });
    request.on("error", (error) => {
      if (answered) return;
      if (request.reusedSocket && reasonOf(error) === "ECONNRESET") return send();
      clearTimeout(timer);
      done({ _tag: "NoAnswer", reason: reasonOf(error) });
    });
    request.end(message.body);
  };
  send();
  return () => {
    clearTimeout(timer);
    request.destroy();
  };
};
