import { Result } from "effect";
import { roleByOffice } from "../access/roleByOffice.ts";
import { nowhere } from "../lifecycle/Change.ts";
import { dispatch } from "../lifecycle/dispatch.ts";
import type { Answer, Handlers, Machine, Meaning, Table } from "../lifecycle/Machine.ts";
import { misfit } from "../lifecycle/misfit.ts";
import { timersByState } from "../lifecycle/Timer.ts";
import { Mailbox, MailboxCommand, MailboxEvent } from "./Mailbox.ts";

const mailboxTable = {
  RecordRefusal: {
    by: ["System"],
    moves: { Nothing: ["Refusing"], Reachable: ["Refusing"], Refusing: ["Refusing"] },
  },
  ClearRefusal: { by: ["Support"], moves: { Refusing: ["Reachable"] } },
  DeclineOptional: {
    by: ["System", "Support"],
    moves: { Nothing: ["Reachable"], Reachable: ["Reachable"], Refusing: ["Refusing"] },
  },
  AcceptOptional: {
    by: ["System", "Support"],
    moves: { Nothing: ["Reachable"], Reachable: ["Reachable"], Refusing: ["Refusing"] },
  },
} as const satisfies Table<Mailbox, MailboxCommand>;

const nothing: Answer<MailboxEvent> = Result.succeed([]);
const happened = (event: MailboxEvent): Answer<MailboxEvent> => Result.succeed([event]);

const wants = (mailbox: Mailbox | undefined): boolean => mailbox?.optional ?? true;

const handlers: Handlers<Mailbox, MailboxCommand, MailboxEvent, typeof mailboxTable> = {
  RecordRefusal: (mailbox, { refusal }) => {
    // A report comes as often as somebody sends it; and many say what the server has said already.
    const known = mailbox?._tag === "Refusing" ? mailbox.refusal : undefined;
    const isKnown = known?.mail === refusal.mail && known.about.id === refusal.about.id;
    return isKnown ? nothing : happened({ _tag: "MailRefused", refusal });
  },
  ClearRefusal: (_, __, { now }) => happened({ _tag: "RefusalCleared", at: now }),
  DeclineOptional: (mailbox, _, { now }) =>
    wants(mailbox) ? happened({ _tag: "OptionalDeclined", at: now }) : nothing,
  AcceptOptional: (mailbox, _, { now }) =>
    mailbox?.optional === true ? nothing : happened({ _tag: "OptionalAccepted", at: now }),
};

const evolve = (mailbox: Mailbox | undefined, event: MailboxEvent): Mailbox => {
  const optional = wants(mailbox);
  switch (event._tag) {
    case "MailRefused":
      return { _tag: "Refusing", optional, refusal: event.refusal };
    case "RefusalCleared":
      return mailbox === undefined ? misfit(mailbox, event) : { _tag: "Reachable", optional };
    case "OptionalDeclined":
      return mailbox === undefined ? { _tag: "Reachable", optional: false } : { ...mailbox, optional: false };
    case "OptionalAccepted":
      return mailbox === undefined ? { _tag: "Reachable", optional: true } : { ...mailbox, optional: true };
  }
};

const meaning: Meaning<Mailbox, MailboxEvent> = { evolve, react: () => [], postings: () => [] };

/**
 * What is known of an address: whether it refused a mail for good, which support sees until it says otherwise, and
 * whether its reader has had enough of optional mails.
 */
export const mailboxMachine: Machine<Mailbox, MailboxCommand, MailboxEvent, never> = {
  kind: "mailbox",
  table: mailboxTable,
  timerTable: {},
  roleOf: (_, actor) => roleByOffice(actor),
  commands: dispatch<Mailbox, MailboxCommand, MailboxEvent>(mailboxTable, handlers),
  evolve,
  timers: timersByState<Mailbox, never>({}),
  fire: () => [],
  meaningOf: () => meaning,
  index: ({ _tag }) => ({
    ...nowhere,
    status: _tag,
    operatorTasks: _tag === "Refusing" ? ["MailRefused"] : [],
  }),
  schema: { state: Mailbox, command: MailboxCommand, event: MailboxEvent },
};
