import { Email, Programs, type ProviderUnavailable } from "@resale/core";
import { Folder, type WholeMail } from "@resale/mail";
import { Effect, Option, Schema } from "effect";
import { Settings } from "../wiring/Settings.ts";
import { html, page } from "./html.ts";

const MOST = 200;
const isEmail = Schema.is(Email);

const nameOf = Effect.map(Programs, ({ current }) => `${current.brand} ${current.name}`);

const timeOf = (at: number, zone: string): string =>
  new Intl.DateTimeFormat("en-US", { dateStyle: "medium", timeStyle: "short", timeZone: zone }).format(at);

/** Every mail the shop has sent, newest first; those to one reader, if one is named. */
export const mailsPage = Effect.fn("Pages.mails")(function* (to: string | undefined) {
  const { folder, smtpUrl } = yield* Settings;
  const { current } = yield* Programs;
  const name = yield* nameOf;
  if (Option.isSome(smtpUrl)) {
    return page(
      name,
      "Mails",
      html`<h1>Mails</h1><p>They go to the mail server that is set, and are not kept here.</p>`,
    );
  }
  const reader = to !== undefined && isEmail(to) ? { to } : {};
  const mails = yield* Folder.list(folder("mails"), { ...reader, limit: MOST });
  const rows = mails.map(
    (mail) => html`<tr><td>${timeOf(mail.at, current.calendar.zone)}</td>
<td><a href="/mails?to=${encodeURIComponent(mail.to)}">${mail.to}</a></td>
<td><a href="/mails/${mail.id}">${mail.subject}</a></td><td>${mail.attachments.join(", ")}</td></tr>`,
  );
  return page(
    name,
    "Mails",
    html`<h1>Mails</h1><p class="soft">No mail server is set: what the shop sends is kept here.</p>
<div class="scroll"><table><tr><th>When</th><th>To</th><th>Subject</th><th>With</th></tr>${rows}</table></div>`,
  );
});

/** The mails to one reader, oldest first, with their words and where their files are: for programs. */
export const mailsTo = Effect.fn("Pages.mailsTo")(function* (to: string) {
  if (!isEmail(to)) return [];
  const { folder } = yield* Settings;
  const entries = yield* Folder.list(folder("mails"), { to, limit: MOST });
  const mails = yield* Effect.forEach(entries, ({ id }) => Folder.read(folder("mails"), id));
  return mails
    .flatMap(Option.toArray)
    .reverse()
    .map(({ attachments, messageId: _, thread: __, ...mail }) => ({
      ...mail,
      attachments: attachments.map(({ name, contentType }, index) => ({
        name,
        contentType,
        href: `/mails/${mail.id}/files/${index}`,
      })),
    }));
});

/** One kept mail; none under an id that was never given. */
export const keptMail = Effect.fn("Pages.keptMail")(function* (
  id: string,
): Effect.fn.Return<Option.Option<WholeMail>, ProviderUnavailable, Settings> {
  const { folder } = yield* Settings;
  return yield* Folder.read(folder("mails"), id);
});

/** A mail as its reader sees it, with its words alone beneath. */
export const mailPage = Effect.fn("Pages.mail")(function* (mail: WholeMail) {
  const files = mail.attachments.map(
    ({ name }, index) => html` · <a href="/mails/${mail.id}/files/${index}">${name}</a>`,
  );
  return page(
    yield* nameOf,
    mail.subject,
    html`<h1>${mail.subject}</h1><p class="soft">To ${mail.to}${files}</p>
<iframe title="The mail" sandbox="allow-popups" src="/mails/${mail.id}/html"></iframe>
<h2>As text</h2><pre style="white-space: pre-wrap">${mail.text}</pre>`,
  );
});
