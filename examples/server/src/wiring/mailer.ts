import { Programs } from "@resale/core";
import { Folder, type Links, Smtp, unsubscribeLinks } from "@resale/mail";
import { Config, Effect, Layer, Option, Schema } from "effect";
import { Secrets } from "./Secrets.ts";
import { Settings } from "./Settings.ts";

const atLeastOne = Schema.Int.check(Schema.isGreaterThanOrEqualTo(1));

/** How the mail server is spoken to. */
const config = Config.all({
  connections: Config.schema(atLeastOne, "MAIL_CONNECTIONS").pipe(Config.withDefault(4)),
  /** Mails a second at most, of one process. */
  rate: Config.option(Config.schema(atLeastOne, "MAIL_RATE")),
  requireTls: Config.Boolean("MAIL_REQUIRE_TLS").pipe(Config.withDefault(false)),
  /** Where bounces go. */
  returnPath: Config.option(Config.String("MAIL_RETURN_PATH")),
  dkimSelector: Config.option(Config.String("MAIL_DKIM_SELECTOR")),
  /** PEM; `\n` stands for a line end, where an environment holds but one line. */
  dkimKey: Config.option(Config.Redacted("MAIL_DKIM_KEY")),
});

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
