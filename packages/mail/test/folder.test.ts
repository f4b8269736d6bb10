import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Mailer, type Message } from "@resale/core";
import { labelPdf, messageOf, newReader, soldWithLabel } from "@resale/testkit/contracts";
import { Effect, Option } from "effect";
import { TestClock } from "effect/testing";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Folder } from "../src/index.ts";

describe("mails in a folder", () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "mails-"));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const send = (message: Message) =>
    Mailer.use((mailer) => mailer.send(message)).pipe(Effect.provide(Folder.layer({ folder })));

  it("are listed newest first by the engine's clock, for one reader or for all", async () => {
    const reader = newReader();
    const sold = soldWithLabel({ to: reader });
    const paid = messageOf("PayoutOnItsWay", { to: reader });
    const other = messageOf("Receipt");
    const at = Date.parse("2031-01-02T03:04:05Z");
    await Effect.runPromise(
      Effect.gen(function* () {
        yield* TestClock.setTime(at);
        yield* send(sold);
        yield* TestClock.adjust("3 days");
        yield* send(other);
        yield* send(paid);
      }).pipe(Effect.provide(TestClock.layer())),
    );
    const mails = await Effect.runPromise(Folder.list(folder));
    expect(mails).toHaveLength(3);
    const own = await Effect.runPromise(Folder.list(folder, { to: reader }));
    expect(own.map((mail) => [mail.template, mail.at, mail.attachments])).toEqual([
      ["PayoutOnItsWay", at + 3 * 86_400_000, []],
      ["ItemSold", at, ["label.pdf", "qr.png"]],
    ]);
    expect(await Effect.runPromise(Folder.list(folder, { limit: 1 }))).toHaveLength(1);
    const source = await readFile(join(folder, own[1]?.file ?? ""), "utf8");
    expect(source).toContain("Date: Thu, 02 Jan 2031 03:04:05 +0000");
  });

  it("are read with all that was in them", async () => {
    const message = soldWithLabel();
    await Effect.runPromise(send(message));
    const [entry] = await Effect.runPromise(Folder.list(folder));
    const mail = Option.getOrThrow(await Effect.runPromise(Folder.read(folder, entry?.id ?? "")));
    expect(mail).toMatchObject({ to: message.to, messageId: message.messageId, template: "ItemSold" });
    expect(mail.html).toContain("<html");
    expect(mail.text).toContain("PRE-LOVED");
    expect(mail.attachments.map((file) => file.name)).toEqual(["label.pdf", "qr.png"]);
    expect(Buffer.from(mail.attachments[0]?.bytes ?? []).equals(labelPdf)).toBe(true);
  });

  it("are not doubled by a repeat, nor by ten processes at once", async () => {
    const message = soldWithLabel();
    await Promise.all(Array.from({ length: 10 }, () => Effect.runPromise(send(message))));
    expect(await Effect.runPromise(Folder.list(folder))).toHaveLength(1);
    expect((await readdir(folder)).sort()).toHaveLength(3);
  });

  it("are read whole while they are written", async () => {
    const message = soldWithLabel();
    await Effect.runPromise(send(message));
    const [entry] = await Effect.runPromise(Folder.list(folder));
    const writing = Promise.all(Array.from({ length: 20 }, () => Effect.runPromise(send(message))));
    for (let round = 0; round < 40; round++) {
      const mail = Option.getOrThrow(await Effect.runPromise(Folder.read(folder, entry?.id ?? "")));
      expect(mail.attachments[0]?.bytes.length).toBe(labelPdf.length);
    }
    await writing;
  });

  it("are not looked for outside the folder", async () => {
    await writeFile(join(folder, "secret.entry.json"), "{}");
    for (const id of ["../secret", "secret", "", "%2e%2e", `${"a".repeat(40)}/..`, "a".repeat(40)]) {
      expect(await Effect.runPromise(Folder.read(folder, id))).toEqual(Option.none());
    }
  });

  it("are none before the first", async () => {
    expect(await Effect.runPromise(Folder.list(join(folder, "new")))).toEqual([]);
  });

  it("wait while the folder cannot be written", async () => {
    const file = join(folder, "file");
    await writeFile(file, "");
    const error = await Effect.runPromise(
      Mailer.use((mailer) => Effect.flip(mailer.send(soldWithLabel()))).pipe(
        Effect.provide(Folder.layer({ folder: file })),
      ),
    );
    expect(error).toMatchObject({ _tag: "ProviderUnavailable", provider: "mail folder" });
  });
});
