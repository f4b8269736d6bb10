import type { Email } from "@resale/core";
import { mailerContract } from "@resale/testkit/contracts";
import { Mailbox, unreachable } from "./Mailbox.ts";

const mailbox = (to: Email) => Mailbox.use(({ of }) => of(to));

mailerContract("SMTP", Mailbox.smtp, { mailbox, unreachable });
mailerContract("a folder", Mailbox.folder, { mailbox });
