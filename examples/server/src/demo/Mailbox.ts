/** A mail as whoever gets it has it. */
export interface ReceivedMail {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly attachments: ReadonlyArray<{
    readonly name: string;
    readonly contentType: string;
    readonly bytes: () => Promise<Uint8Array>;
  }>;
}

/** All mails that came to an address, the oldest first. */
export type Mailbox = (to: string) => Promise<ReadonlyArray<ReceivedMail>>;

interface Kept extends Omit<ReceivedMail, "attachments"> {
  readonly attachments: ReadonlyArray<{
    readonly name: string;
    readonly contentType: string;
    readonly href: string;
  }>;
}

/** The mails that a server without a mail server keeps and shows on its pages. */
export const keptMails =
  (baseUrl: string): Mailbox =>
  async (to) => {
    const response = await fetch(`${baseUrl}/mails.json?to=${encodeURIComponent(to)}`);
    if (!response.ok) throw new Error(`The mails can't be read: the server answered ${response.status}.`);
    const kept = (await response.json()) as ReadonlyArray<Kept>;
    return kept.map(({ attachments, ...mail }) => ({
      ...mail,
      attachments: attachments.map(({ name, contentType, href }) => ({
        name,
        contentType,
        bytes: async () => new Uint8Array(await (await fetch(`${baseUrl}${href}`)).arrayBuffer()),
      })),
    }));
  };
