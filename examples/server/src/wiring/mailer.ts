import { Folder, Smtp } from "@resale/mail";
import { Effect, Layer, Option } from "effect";
import { Settings } from "./Settings.ts";

/** Mails go to the mail server that is named, or else into a folder whose mails are shown on a page. */
export const mailer = Layer.unwrap(
  Effect.map(Settings, ({ smtpUrl, folder, shopUrl }) => {
    const links = { photo: (id: string, size: string) => `${shopUrl}/photos/${id}/${size}` };
    return Option.match(smtpUrl, {
      onNone: () => Folder.layer({ folder: folder("mails"), links }),
      onSome: (url) => Smtp.layer({ url, links }),
    });
  }),
);
