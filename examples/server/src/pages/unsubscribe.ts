import { declineOptionalMails, Programs } from "@resale/core";
import { Effect, Option } from "effect";
import { stopLinks } from "../wiring/mailer.ts";
import { html, page } from "./html.ts";

const pageOf = Effect.fnUntraced(function* (title: string, words: string, acts = html``) {
  const { current } = yield* Programs;
  return page(`${current.brand} ${current.name}`, title, html`<h1>${title}</h1><p>${words}</p>${acts}`);
});

const readerOf = (token: string) => Effect.map(stopLinks, (links) => links.readerOf(token));

const question = pageOf(
  "Fewer e-mails",
  "Shall we no longer send you reminders and updates? Mails about money, decisions and deadlines still come: you need them.",
  html`<form method="post"><button>Stop reminders and updates</button></form>`,
);

/** Asks whoever follows the link: only a person presses a button, while links are followed by programs as well. */
export const askToStop = Effect.fn("Pages.askToStop")(function* (token: string) {
  const reader = yield* readerOf(token);
  return Option.isNone(reader) ? Option.none<string>() : Option.some(yield* question);
});

/** Stops optional mails, by the button or by a mail program's own (RFC 8058). */
export const stopMails = Effect.fn("Pages.stopMails")(function* (token: string) {
  const reader = yield* readerOf(token);
  if (Option.isNone(reader)) return Option.none<string>();
  yield* declineOptionalMails(reader.value);
  return Option.some(yield* pageOf("Done", "You get no more reminders and updates from us."));
});
