import { Mailer } from "@resale/core";
import { Config, Effect, Layer, Redacted } from "effect";
import { compose } from "./compose.ts";
import type { Links } from "./Links.ts";
import { writeWith } from "./render.ts";
import { failureOf, rejectionIn } from "./smtpFailure.ts";

export interface SmtpOptions {
  /** `smtps://user:password@host:465`, or `smtp://host:587`, which turns to TLS where the server offers it. */
  readonly url: Redacted.Redacted;
  readonly links?: Links;
  /** Connections kept open to the server. */
  readonly connections?: number;
  /** Milliseconds a server may take to greet, and to answer each command. */
  readonly patience?: number;
  /** Milliseconds one mail may take in all, however slowly the server answers. */
  readonly limit?: number;
}

interface Server {
  readonly host: string;
  readonly port: number;
  readonly secure: boolean;
  readonly requireTLS: boolean;
  readonly auth?: { readonly user: string; readonly pass: string };
}

const isOwnMachine = (host: string): boolean => /^(localhost|127\.\d+\.\d+\.\d+|\[?::1\]?)$/.test(host);

const serverOf = (url: Redacted.Redacted): Server => {
  const address = URL.parse(Redacted.value(url));
  if (address === null || !/^smtps?:$/.test(address.protocol) || address.hostname === "") {
    throw new TypeError("an SMTP server is given as smtp://host:port or smtps://host:port");
  }
  const secure = address.protocol === "smtps:";
  const host = address.hostname.replace(/^\[|\]$/g, "");
  const server = {
    host,
    port: address.port === "" ? (secure ? 465 : 587) : Number(address.port),
    secure,
    // A password never travels in the clear, other than to this machine.
    requireTLS: !secure && address.username !== "" && !isOwnMachine(host),
  };
  if (address.username === "") return server;
  const auth = { user: decodeURIComponent(address.username), pass: decodeURIComponent(address.password) };
  return { ...server, auth };
};

const make = Effect.fnUntraced(function* (options: SmtpOptions) {
  const { links = {}, connections = 4, patience = 15_000, limit = 90_000 } = options;
  const server = serverOf(options.url);
  const transport = yield* Effect.acquireRelease(
    Effect.promise(async () =>
      // Loaded by who sends mails this way, and by nobody else.
      (await import("nodemailer")).createTransport({
        ...server,
        pool: true,
        maxConnections: connections,
        // The engine repeats by itself, with growing delays.
        maxRequeues: 0,
        connectionTimeout: patience,
        greetingTimeout: patience,
        socketTimeout: patience,
        disableFileAccess: true,
        disableUrlAccess: true,
      }),
    ),
    (open) => Effect.sync(() => open.close({ force: true })),
  );

  const send: Mailer["Service"]["send"] = Effect.fn("Mailer.send")(function* (message) {
    const { options: mail } = compose(message, links);
    const sent = yield* Effect.tryPromise({
      try: (signal) =>
        transport.sendMail({ ...mail, signal: AbortSignal.any([signal, AbortSignal.timeout(limit)]) }),
      catch: failureOf,
    });
    const rejection = rejectionIn(sent);
    if (rejection !== undefined) return yield* rejection;
  });

  return Mailer.of({ send, write: writeWith(links) });
});

/** The port `Mailer` over an SMTP server, with connections kept open. */
export const layer = (options: SmtpOptions): Layer.Layer<Mailer> => Layer.effect(Mailer, make(options));

/** {@link layer}, its server read from the configuration: `SMTP_URL` unless told otherwise. */
export const layerConfig = (
  options: Omit<SmtpOptions, "url"> & { readonly url?: Config.Config<Redacted.Redacted> } = {},
): Layer.Layer<Mailer, Config.ConfigError> =>
  Layer.effect(
    Mailer,
    Effect.flatMap(options.url ?? Config.Redacted("SMTP_URL"), (url) => make({ ...options, url })),
  );
