import { createHash, randomUUID } from "node:crypto";
import { mkdir, open, readdir, readFile, rename, rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { type Email, foldEmail, Mailer, type Message, ProviderUnavailable } from "@resale/core";
import { Clock, Effect, Layer, Option, Schema } from "effect";
import { compose } from "./compose.ts";
import { KeptContent, KeptMail, type KeptMailId, type WholeMail } from "./KeptMail.ts";
import type { Links } from "./Links.ts";
import { selfContained } from "./layout/logo.ts";
import { writeWith } from "./render.ts";

export interface FolderOptions {
  readonly folder: string;
  readonly links?: Links;
}

const Entry = Schema.fromJsonString(KeptMail);
const Content = Schema.fromJsonString(KeptContent);
const isKeptMailId = Schema.is(KeptMail.fields.id);

const attempt = <A>(act: () => Promise<A>): Effect.Effect<A, ProviderUnavailable> =>
  Effect.tryPromise({
    try: act,
    catch: (cause) =>
      new ProviderUnavailable({
        provider: "mail folder",
        reason: cause instanceof Error && "code" in cause ? String(cause.code) : String(cause),
      }),
  });

// One mail, one name: a repeat finds its own files.
const idOf = (messageId: string): KeptMailId =>
  KeptMail.fields.id.make(createHash("sha256").update(messageId).digest("hex").slice(0, 40));

const writeWhole = async (folder: string, name: string, content: string | Uint8Array): Promise<void> => {
  const draft = join(folder, `.${randomUUID()}.draft`);
  try {
    const file = await open(draft, "wx");
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, join(folder, name));
  } catch (cause) {
    await rm(draft, { force: true });
    throw cause;
  }
};

const readIfThere = async (path: string): Promise<string | undefined> => {
  try {
    return await readFile(path, "utf8");
  } catch (cause) {
    if (cause instanceof Error && "code" in cause && cause.code === "ENOENT") return undefined;
    throw cause;
  }
};

/** Loaded with the first mail. */
const openTransport = async () =>
  (await import("nodemailer")).createTransport({ streamTransport: true, buffer: true, newline: "windows" });

let transport: ReturnType<typeof openTransport> | undefined;

const bytesOf = async (options: ReturnType<typeof compose>["options"], at: number): Promise<Uint8Array> => {
  transport ??= openTransport();
  const { message } = await (await transport).sendMail({ ...options, date: new Date(at) });
  if (!Buffer.isBuffer(message)) throw new TypeError("the mail was not composed in one piece");
  return message;
};

const keep = async ({ folder, links }: FolderOptions, message: Message, at: number): Promise<void> => {
  const id = idOf(message.messageId);
  const { subject, html, text, options } = compose(message, links);
  const attachments = message.attachments.map(({ name, contentType, content }) => ({
    name,
    contentType,
    bytes: content,
  }));
  const entry: KeptMail = {
    id,
    messageId: message.messageId,
    thread: message.thread,
    to: message.to,
    subject,
    template: message.mail._tag,
    at,
    file: `${id}.eml`,
    attachments: attachments.map(({ name }) => name),
  };
  await mkdir(folder, { recursive: true });
  await writeWhole(folder, entry.file, await bytesOf(options, at));
  await writeWhole(
    folder,
    `${id}.content.json`,
    Schema.encodeSync(Content)({
      subject,
      html: selfContained(html, message.program.mail.theme),
      text,
      attachments,
    }),
  );
  // Last, since a mail is in the list once its entry is there.
  await writeWhole(folder, `${id}.entry.json`, Schema.encodeSync(Entry)(entry));
};

/**
 * The port `Mailer` for a machine without a mail server: each mail is kept in a folder, complete, to be opened by a
 * mail program or shown on a page. Several processes may share it; a repeat replaces the first.
 */
export const layer = (options: FolderOptions): Layer.Layer<Mailer> =>
  Layer.sync(Mailer, () => {
    const folder = resolve(options.folder);
    const write = writeWith(options.links);
    const send: Mailer["Service"]["send"] = Effect.fn("Mailer.send")(function* (message) {
      const at = yield* Clock.currentTimeMillis;
      yield* attempt(() => keep({ ...options, folder }, message, at));
    });
    return Mailer.of({ send, write });
  });

/** The mails that a folder keeps, newest first; of one reader, if `to` is given. */
export const list = Effect.fn("Folder.list")(function* (
  folder: string,
  { to, limit = 100 }: { readonly to?: Email; readonly limit?: number } = {},
) {
  const entries = yield* attempt(async () => {
    await mkdir(folder, { recursive: true });
    const names = (await readdir(folder)).filter((name) => name.endsWith(".entry.json"));
    return Promise.all(names.map((name) => readIfThere(join(folder, name))));
  });
  const reader = to === undefined ? undefined : foldEmail(to);
  return entries
    .flatMap((entry) => (entry === undefined ? [] : [Schema.decodeUnknownSync(Entry)(entry)]))
    .filter((mail) => reader === undefined || foldEmail(mail.to) === reader)
    .sort((one, other) => other.at - one.at || (one.messageId < other.messageId ? 1 : -1))
    .slice(0, limit);
});

/** One kept mail with its words and files; none under any other id. */
export const read = Effect.fn("Folder.read")(function* (folder: string, id: string) {
  if (!isKeptMailId(id)) return Option.none<WholeMail>();
  const [entry, content] = yield* attempt(() =>
    Promise.all(["entry", "content"].map((part) => readIfThere(join(folder, `${id}.${part}.json`)))),
  );
  if (entry === undefined || content === undefined) return Option.none<WholeMail>();
  const whole: WholeMail = {
    ...Schema.decodeUnknownSync(Entry)(entry),
    ...Schema.decodeUnknownSync(Content)(content),
  };
  return Option.some(whole);
});
