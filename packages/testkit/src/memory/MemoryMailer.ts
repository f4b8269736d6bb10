import {
  type Email,
  foldEmail,
  type Mail,
  Mailer,
  type Message,
  ProviderRefused,
  type ProviderUnavailable,
} from "@resale/core";
import { Context, Effect, Layer } from "effect";
import { type Faults, makeFaults } from "./Faults.ts";

type Errors = { readonly send: ProviderRefused | ProviderUnavailable };

type MailOf<Tag extends Mail["_tag"]> = Extract<Mail, { readonly _tag: Tag }>;

const is = <Tag extends Mail["_tag"]>(mail: Mail, tag: Tag): mail is MailOf<Tag> => mail._tag === tag;

const make = () => {
  const sent: Array<Message> = [];
  const refused = new Set<string>();
  const { failNext, call } = makeFaults<Errors>();
  const port = Mailer.of({
    send: (message) =>
      call(
        "send",
        Effect.suspend(() => {
          if (refused.has(foldEmail(message.to))) {
            return Effect.fail(
              new ProviderRefused({ provider: "memory mailer", reason: `no mailbox ${message.to}` }),
            );
          }
          sent.push(message);
          return Effect.void;
        }),
      ),
    write: (mail) => {
      const words = JSON.stringify(mail);
      return Effect.succeed({
        subject: mail._tag,
        html: `<pre>${words.replaceAll("&", "&amp;").replaceAll("<", "&lt;")}</pre>`,
        text: words,
      });
    },
  });
  const to = (email: Email) => sent.filter((message) => foldEmail(message.to) === foldEmail(email));
  const mails = <Tag extends Mail["_tag"]>(tag: Tag): ReadonlyArray<MailOf<Tag>> =>
    sent.flatMap(({ mail }) => (is(mail, tag) ? [mail] : []));
  const refuse = (email: Email): void => {
    refused.add(foldEmail(email));
  };
  return { port, control: { failNext, sent, to, mails, refuse } };
};

/** A mail server in memory, which keeps what it has accepted. */
export class MemoryMailer extends Context.Service<
  MemoryMailer,
  Faults<Errors> & {
    /** All that was accepted, repeats too, in order. */
    readonly sent: ReadonlyArray<Message>;
    readonly to: (email: Email) => ReadonlyArray<Message>;
    readonly mails: <Tag extends Mail["_tag"]>(tag: Tag) => ReadonlyArray<MailOf<Tag>>;
    /** From now on, mail to this address is refused. */
    readonly refuse: (email: Email) => void;
  }
>()("@resale/testkit/memory/MemoryMailer") {
  static readonly layer: Layer.Layer<Mailer | MemoryMailer> = Layer.effectContext(
    Effect.sync(() => {
      const { port, control } = make();
      return Context.add(Context.make(Mailer, port), MemoryMailer, control);
    }),
  );
}
