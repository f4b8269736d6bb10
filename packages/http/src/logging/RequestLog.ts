import type { FastifyBaseLogger, FastifyServerOptions } from "fastify";

type Bindings = Parameters<FastifyBaseLogger["child"]>[0];
type ChildOptions = Parameters<FastifyBaseLogger["child"]>[1];
type Level = "fatal" | "error" | "warn" | "info" | "debug" | "trace";

/**
 * A request's own log, made when the request has something to say: to most, that is never, and hiding secrets in what
 * each line would begin with costs as much as the rest of a small answer.
 */
class RequestLog implements FastifyBaseLogger {
  readonly #parent: FastifyBaseLogger;
  readonly #bindings: Bindings;
  readonly #options: ChildOptions;
  #made: FastifyBaseLogger | undefined;

  constructor(parent: FastifyBaseLogger, bindings: Bindings, options: ChildOptions) {
    this.#parent = parent;
    this.#bindings = bindings;
    this.#options = options;
  }

  get #own(): FastifyBaseLogger {
    this.#made ??= this.#parent.child(this.#bindings, this.#options);
    return this.#made;
  }

  get level(): string {
    return this.#parent.level;
  }

  #say(level: Level, said: ReadonlyArray<unknown>): void {
    if (this.#made === undefined && !isHeard(this.#parent, level)) return;
    const own = this.#own;
    (own[level] as (this: FastifyBaseLogger, ...args: ReadonlyArray<unknown>) => void).call(own, ...said);
  }

  fatal(...said: ReadonlyArray<unknown>): void {
    this.#say("fatal", said);
  }

  error(...said: ReadonlyArray<unknown>): void {
    this.#say("error", said);
  }

  warn(...said: ReadonlyArray<unknown>): void {
    this.#say("warn", said);
  }

  info(...said: ReadonlyArray<unknown>): void {
    this.#say("info", said);
  }

  debug(...said: ReadonlyArray<unknown>): void {
    this.#say("debug", said);
  }

  trace(...said: ReadonlyArray<unknown>): void {
    this.#say("trace", said);
  }

  silent(): void {
    // The level that says nothing.
  }

  child(bindings: Bindings, options?: ChildOptions): FastifyBaseLogger {
    return this.#own.child(bindings, options);
  }
}

/** Which levels a logger hears, it knows itself where it is pino; of others everything is handed on. */
const isHeard = (logger: FastifyBaseLogger, level: Level): boolean =>
  !("isLevelEnabled" in logger) ||
  typeof logger.isLevelEnabled !== "function" ||
  logger.isLevelEnabled(level) === true;

/** How Fastify makes each request's log. */
export const requestLog: NonNullable<FastifyServerOptions["childLoggerFactory"]> = (
  parent,
  bindings,
  options,
) => new RequestLog(parent, bindings, options);
