import { Programs } from "@resale/core";
import { Folder, hearMailReports, type Links, Smtp, unsubscribeLinks } from "@resale/mail";
import { Config, Context, Effect, Layer, Option, Redacted, Schema } from "effect";
import { Secrets } from "./Secrets.ts";
import { Settings } from "./Settings.ts";

const atLeastOne = Schema.Int.check(Schema.isGreaterThanOrEqualTo(1));

const HookSecret = Schema.Redacted(Schema.String).check(
  Schema.makeFilter((secret) => /^whsec_[A-Za-z0-9+/]{32,}={0,2}$/.test(Redacted.value(secret)), {
    expected: "whsec_ and at least 24 random bytes in base64",
  }),
);

/** How the mail server is spoken to. */
const config = Config.all({
  connections: Config.schema(atLeastOne, "MAIL_CONNECTIONS").pipe(Config.withDefault(4)),
  /** Mails a second at most, of one process. */
  rate: Config.option(Config.schema(atLeastOne, "MAIL_RATE")),
  requireTls: Config.Boolean("MAIL_REQUIRE_TLS").pipe(Config.withDefault(false)),
  /** Where bounces go. */
  returnPath: Config.option(Config.String("MAIL_RETURN_PATH")),
  /** Whether each mail has a return path of its own, which names it. */
  verp: Config.Boolean("MAIL_VERP").pipe(Config.withDefault(false)),
  dkimSelector: Config.option(Config.String("MAIL_DKIM_SELECTOR")),
  /** PEM; `\n` stands for a line end, where an environment holds but one line. */
  dkimKey: Config.option(Config.Redacted("MAIL_DKIM_KEY")),
});

/** Where bounces are told over HTTP; nowhere, without a secret that they are signed with. */
export class MailHook extends Context.Service<
  MailHook,
  { readonly hear: ReturnType<typeof hearMailReports> | undefined }
>()("@resale/example-server/MailHook") {
  static readonly layer = Layer.effect(
    MailHook,
    Effect.map(Config.option(Config.schema(HookSecret, "MAIL_HOOK_SECRET")), (secret) => ({
      hear: Option.getOrUndefined(Option.map(secret, hearMailReports)),
    })),
  );
}

/** Links by which readers stop optional mails. */
export const stopLinks = Effect.gen(function* () {
  const { shopUrl } = yield* Settings;
  const { guestLinks } = yield* Secrets;
  return unsubscribeLinks(`${shopUrl}/mail/unsubscribe`, guestLinks);
});

const overSmtp = Effect.fnUntraced(function* (url: Smtp.SmtpOptions["url"], links: Links) {
  const { rate, returnPath, dkimSelector, dkimKey, ...given } = yield* config;
  const { from } = (yield* Programs).current.mail;
  const dkim = Option.zipWith(dkimSelector, dkimKey, (selector, privateKey) => ({
    domain: from.slice(from.lastIndexOf("@") + 1),
    selector,
    privateKey,
  }));
  return Smtp.layer({
    ...given,
    url,
    links,
    ...Option.match(rate, { onNone: () => ({}), onSome: (most) => ({ rate: most }) }),
    ...Option.match(returnPath, { onNone: () => ({}), onSome: (address) => ({ returnPath: address }) }),
    ...Option.match(dkim, { onNone: () => ({}), onSome: (key) => ({ dkim: key }) }),
  });
});

/** Mails go to the mail server that is named, or else into a folder whose mails are shown on a page. */
export const mailer = Layer.unwrap(
  Effect.gen(function* () {
    const { smtpUrl, folder, shopUrl } = yield* Settings;
    const { linkFor } = yield* stopLinks;
    const links: Links = {
      photo: (id, size) => `${shopUrl}/photos/${id}/${size}`,
      unsubscribe: linkFor,
    };
    return yield* Option.match(smtpUrl, {
      onNone: () => Effect.succeed(Folder.layer({ folder: folder("mails"), links })),
      onSome: (url) => overSmtp(url, links),
    });
  }),
);
