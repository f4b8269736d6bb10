// Run by `node --test`, in a process of its own: no Vitest is near.
import { Mailer } from "@resale/core";
import { MemoryMailer } from "@resale/testkit";
import { check } from "@resale/testkit/contracts/node-test";
import { mailerContract } from "@resale/testkit/contracts/plain";
import { Effect, Layer } from "effect";
import { underMailer } from "../planted/underTest.ts";

const forgetful = Layer.effect(
  Mailer,
  Effect.map(Mailer, ({ send, write }) => ({
    send: (message: Parameters<typeof send>[0]) => send({ ...message, attachments: [] }),
    write,
  })),
);
const adapter =
  process.env["MAILER"] === "forgetful"
    ? Layer.provideMerge(forgetful, MemoryMailer.layer)
    : MemoryMailer.layer;

const { mailbox } = underMailer;
check(mailerContract("a mailer", adapter, { mailbox }));
