import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Email, type Mailer } from "@resale/core";
import { temporaryFolder } from "@resale/testkit";
import { Context, Effect, Layer, Redacted } from "effect";
import { Folder, Smtp } from "../src/index.ts";
import { type InternetMail, parseMail } from "./InternetMail.ts";
import { smtpPeer } from "./smtpPeer.ts";

/** The address at which the server of {@link Mailbox.smtp} takes no mail. */
export const unreachable = Email.make("nobody@example.com");

/** What lies at the other end of a mailer. */
export class Mailbox extends Context.Service<
  Mailbox,
  { readonly of: (to: Email) => Effect.Effect<ReadonlyArray<InternetMail>> }
>()("@resale/mail/test/Mailbox") {
  /** SMTP, and a server of its own. */
  static readonly smtp: Layer.Layer<Mailer | Mailbox> = Layer.unwrap(
    Effect.map(
      Effect.acquireRelease(
        Effect.promise(() =>
          smtpPeer({ recipient: (address) => (address === unreachable ? 550 : undefined) }),
        ),
        ({ close }) => Effect.promise(close),
      ),
      ({ port, mailbox }) =>
        Layer.merge(
          Smtp.layer({ url: Redacted.make(`smtp://127.0.0.1:${port}`) }),
          Layer.succeed(Mailbox, { of: (to) => Effect.promise(() => mailbox(to)) }),
        ),
    ),
  );

  /** A folder, and its files read as the mails they are. */
  static readonly folder: Layer.Layer<Mailer | Mailbox> = Layer.unwrap(
    Effect.map(temporaryFolder, (folder) =>
      Layer.merge(
        Folder.layer({ folder }),
        Layer.succeed(Mailbox, {
          of: Effect.fnUntraced(function* (to: Email) {
            const mails = yield* Effect.orDie(Folder.list(folder, { to, limit: 1000 }));
            return yield* Effect.promise(() =>
              Promise.all(mails.map(async ({ file }) => parseMail(await readFile(join(folder, file))))),
            );
          }),
        }),
      ),
    ),
  );
}
