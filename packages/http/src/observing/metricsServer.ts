import { createServer, type Server } from "node:http";
import { Context } from "effect";
import { PrometheusMetrics } from "effect/observability";
import { lookAtProcess } from "./processMetrics.ts";

export interface MetricsOptions {
  readonly port: number;
  readonly host: string;
  /** Sets what is only known when it is looked at; what can't be looked at now keeps its last value. */
  readonly look: () => Promise<void>;
}

const TEXT = "text/plain; version=0.0.4; charset=utf-8";

/** All metrics of this process as Prometheus reads them. */
export const metricsText = (): string => PrometheusMetrics.formatUnsafe(Context.empty());

/** Serves `GET /metrics` on a port of its own, which the internet has no way to. */
export const metricsServer = async ({ port, host, look }: MetricsOptions) => {
  const measured = lookAtProcess();
  const server: Server = createServer((request, response) => {
    if (request.method !== "GET" || request.url !== "/metrics") {
      response.writeHead(404).end();
      return;
    }
    const answer = (): void => {
      measured.look();
      response.writeHead(200, { "content-type": TEXT }).end(metricsText());
    };
    look().then(answer, answer);
  });
  server.headersTimeout = 5_000;
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen({ port, host }, resolve);
  });
  const address = server.address();
  return {
    port: typeof address === "object" && address !== null ? address.port : port,
    close: () =>
      new Promise<void>((resolve) => {
        measured.stop();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
