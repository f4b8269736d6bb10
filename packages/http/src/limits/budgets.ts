import type { FastifyRequest } from "fastify";

/** What a request costs, and so from which budget it is paid. */
export type Budget = "reads" | "writes" | "uploads" | "signIns" | "mails" | "webhooks";

/** How many requests of a kind one address, and one person, may make in a minute. */
export type Rates = { readonly [Kind in Budget]: number };

/** Far above what a person does, far below what a machine could. */
export const RATES: Rates = {
  reads: 1_200,
  writes: 240,
  uploads: 120,
  signIns: 20,
  mails: 20,
  webhooks: 1_200,
};

declare module "fastify" {
  interface FastifyContextConfig {
    /** What a request to this route is paid from; `none` for what is never refused. By its method, if left out. */
    readonly budget?: Budget | "none";
  }
}

/** What a request is paid from. */
export const budgetOf = ({ method, routeOptions }: FastifyRequest): Budget | "none" =>
  routeOptions.config.budget ?? (method === "GET" || method === "HEAD" ? "reads" : "writes");

/** What sends a mail or a message for whoever asks: nobody is to be flooded through us. */
const MAILING: ReadonlySet<string> = new Set(["support.resendCredit", "subscriptions.test"]);

/** What an operation of the contract is paid from. */
export const budgetOfEndpoint = (endpoint: {
  readonly group: string;
  readonly name: string;
  readonly method: string;
}): Budget | "none" => {
  const { group, name, method } = endpoint;
  if (group === "health") return "none";
  if (group === "webhooks") return "webhooks";
  if (MAILING.has(`${group}.${name}`)) return "mails";
  if (group === "photos" && method !== "GET") return "uploads";
  return method === "GET" ? "reads" : "writes";
};
