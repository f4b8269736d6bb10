import { Mailer } from "@resale/core";
import { Config, Effect, Layer, Redacted } from "effect";
import { compose } from "./compose.ts";
import type { Links } from "./Links.ts";
import { writeWith } from "./render.ts";
import { returnPathOf } from "./returnPaths.ts";
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
  /** Mails on one connection, before a new one is opened. */
  readonly mailsPerConnection?: number;
  /** Mails a second at most, over all connections of this process; as many as there are, if left out. */
  readonly rate?: number;
  /** Whether the server must offer TLS, even to one that asks for no password. */
  readonly requireTls?: boolean;
  /** Where bounces go, if not to the sender's address: the envelope's sender. */
  readonly returnPath?: string;
  /** Whether each mail has a return path of its own, which names it (VERP): the server must take `name+anything@`. */
  readonly verp?: boolean;
  /** Signs each mail (DKIM), where the server does not. */
  readonly dkim?: Dkim;
}

/** A key whose public half stands in the DNS, at `selector._domainkey.domain`. */
export interface Dkim {
  readonly domain: string;
  readonly selector: string;
  /** PEM. */
  readonly privateKey: Redacted.Redacted;
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

const SECOND = 1_000;

const keyOf = ({ domain, selector, privateKey }: Dkim) => ({
  domainName: domain,
  keySelector: selector,
  // Where an environment holds one line only, line ends are written as `\n`.
  privateKey: Redacted.value(privateKey).replaceAll("\\n", "\n"),
});

const make = Effect.fnUntraced(function* (options: SmtpOptions) {
  const { links = {}, connections = 4, patience = 15_000, limit = 90_000, returnPath } = options;
  const { mailsPerConnection = 100, rate, dkim } = options;
  const server = serverOf(options.url);
  const transport = yield* Effect.acquireRelease(
    Effect.promise(async () =>
      // Loaded by who sends mails this way, and by nobody else.
      (await import("nodemailer")).createTransport({
        ...server,
        requireTLS: server.requireTLS || (options.requireTls === true && !server.secure),
        tls: { minVersion: "TLSv1.2" },
        pool: true,
        maxConnections: connections,
        maxMessages: mailsPerConnection,
        ...(rate === undefined ? {} : { rateDelta: SECOND, rateLimit: rate }),
        ...(dkim === undefined ? {} : { dkim: keyOf(dkim) }),
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
    const { options: composed } = compose(message, links);
    const bounces = returnPath ?? message.program.mail.from;
    const from = options.verp === true ? returnPathOf(bounces, message.messageId) : bounces;
    const envelope = { from, to: message.to };
    const mail = { ...composed, envelope };
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
