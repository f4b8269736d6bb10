import { Effect } from "effect";
import { system } from "../../access/Actor.ts";
import type { ListingId } from "../../listing/ListingId.ts";
import { listingMail } from "../../listing/listingMail.ts";
import { listingMachine } from "../../listing/machine.ts";
import { Links } from "../../ports/Links.ts";
import { Members } from "../../ports/Members.ts";
import { Programs } from "../../ports/Programs.ts";
import { readAs } from "../reading.ts";
import { tell } from "../tell.ts";
import { deliver } from "./deliver.ts";

/** Sends the seller a mail about a listing, if it is still true, and records the address used (R2). */
export const sendListingMail = Effect.fn("Mails.listing")(function* (
  id: ListingId,
  mail: string,
  revision: number,
) {
  const { state } = yield* readAs(listingMachine, id, system);
  if (state.seller._tag === "Brand") return;
  const member = yield* (yield* Members).get(state.seller.id);
  if (member._tag === "None") return;
  const { email, displayName: recipient } = member.value;
  const program = (yield* Programs).current;
  const links = yield* Links;
  const content = listingMail(state, mail, revision, {
    program,
    recipient,
    manage: links.manage(id),
    share: links.share(id),
  });
  if (content === undefined) return;
  const messageId = `${id}.${mail}.${revision}`;
  const message = { to: email, mail: content, program, messageId, thread: id, attachments: [] };
  if (!(yield* deliver(message, "listing"))) return;
  const command = { _tag: "RecordMail", mail, occurrence: revision, to: email } as const;
  yield* tell(listingMachine, id, command);
});
