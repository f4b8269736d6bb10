import {
  acceptOptionalMails,
  declineOptionalMails,
  type Email,
  Programs,
  system,
  viewMailbox,
} from "@resale/core";
import { Effect, Option } from "effect";
import { stopLinks } from "../wiring/mailer.ts";
import { html, page } from "./html.ts";

const pageOf = Effect.fnUntraced(function* (title: string, words: string, acts = html``) {
  const { current } = yield* Programs;
  return page(`${current.brand} ${current.name}`, title, html`<h1>${title}</h1><p>${words}</p>${acts}`);
});

const readerOf = (token: string) => Effect.map(stopLinks, (links) => links.readerOf(token));

const STILL = "Mails about money, decisions and deadlines still come: you need them.";

const stop = html`<form method="post"><button>Stop reminders and updates</button></form>`;
/** The button of a page that was come to by either of the two addresses. */
const startAgain = (token: string) =>
  html`<form method="post" action="/mail/unsubscribe/${token}/undo"><button>Send me reminders and updates</button></form>`;

/** A page for whoever the link was mailed to; for nobody else. */
const forReader = <E, R>(token: string, show: (reader: Email) => Effect.Effect<string, E, R>) =>
  Effect.flatMap(readerOf(token), (reader) =>
    Option.isNone(reader)
      ? Effect.succeed(Option.none<string>())
      : Effect.map(show(reader.value), (shown) => Option.some(shown)),
  );

/** Asks whoever follows the link: only a person presses a button, while links are followed by programs as well. */
export const askToStop = Effect.fn("Pages.askToStop")((token: string) =>
  forReader(token, (reader) =>
    Effect.flatMap(viewMailbox(system, reader), ({ optional }) =>
      optional
        ? pageOf("Fewer e-mails", `Shall we no longer send you reminders and updates? ${STILL}`, stop)
        : pageOf("Fewer e-mails", `You get no reminders and updates from us. ${STILL}`, startAgain(token)),
    ),
  ),
);

/** Stops optional mails, by the button or by a mail program's own (RFC 8058). */
export const stopMails = Effect.fn("Pages.stopMails")((token: string) =>
  forReader(token, (reader) =>
    Effect.andThen(
      declineOptionalMails(reader),
      pageOf("Done", "You get no more reminders and updates from us.", startAgain(token)),
    ),
  ),
);

/** Sends them again: by the button alone, since no mail program asks for it. */
export const startMails = Effect.fn("Pages.startMails")((token: string) =>
  forReader(token, (reader) =>
    Effect.andThen(
      acceptOptionalMails(reader),
      pageOf("Done", "You get reminders and updates from us again."),
    ),
  ),
);
