import { type Actor, comeToRest, commandOrder, type Email, preLoved } from "@resale/core";
import { asMember, buyPieces, listPiece, MemoryMailer, MemoryMembers } from "@resale/testkit";
import { Effect } from "effect";
import { describe, expect, it } from "vitest";
import { deliver, play } from "./playing.ts";
import { cancelled } from "./sales.ts";

/** Each mail that went to somebody: its name, its own key, its thread, its files, and where it leads. */
const lettersTo = (to: Email) =>
  MemoryMailer.use((mailer) =>
    Effect.sync(() =>
      mailer.to(to).map(({ mail, messageId, thread, attachments, program, ...rest }) => ({
        mail: mail._tag,
        messageId,
        thread,
        files: attachments.map(({ name, contentType }) => `${name} ${contentType}`),
        program: program.version,
        leads: JSON.stringify(mail).match(/https:\/\/shop\.example\/[a-z]+/g)?.[0],
        to: rest.to,
      })),
    ),
  );

const { version: program } = preLoved;

describe("what a sale's people are sent", () => {
  it("R2 R26 R28 R29 each at their own address, once, with a link that is theirs and the papers they need", () =>
    play(({ clock }) =>
      Effect.gen(function* () {
        const { listing, seller } = yield* listPiece();
        yield* comeToRest();
        const { order, checkout, email } = yield* buyPieces([listing]);
        yield* deliver(order, () => clock.now);
        yield* commandOrder({ actor: { _tag: "Guest", order } }, order, { _tag: "Confirm" });
        const mine = { thread: order, program, to: email, files: [] };
        const guest = "https://shop.example/guest";
        expect(yield* lettersTo(email)).toEqual([
          {
            ...mine,
            mail: "Receipt",
            messageId: `${checkout}.Receipt.1`,
            thread: checkout,
            leads: guest,
          },
          ...["ParcelShipped", "ParcelDelivered"].map((mail) => ({
            ...mine,
            mail,
            messageId: expect.stringMatching(new RegExp(`^${order}\\.${mail}\\.\\d+$`)),
            leads: guest,
          })),
        ]);
        const letters = yield* lettersTo(seller.email);
        expect(letters.slice(0, 2)).toEqual([
          {
            mail: "ListingApproved",
            messageId: expect.stringMatching(new RegExp(`^${listing}\\.ListingApproved\\.\\d+$`)),
            thread: listing,
            files: [],
            program,
            leads: "https://shop.example/pieces",
            to: seller.email,
          },
          {
            mail: "ItemSold",
            messageId: expect.stringMatching(new RegExp(`^${order}\\.ItemSold\\.\\d+$`)),
            thread: order,
            files: ["shipping-label.pdf application/pdf", "shipping-label-qr.png image/png"],
            program,
            leads: "https://shop.example/orders",
            to: seller.email,
          },
        ]);
      }),
    ));

  it("R2 a member's purchases lead to their own pages, and a seller is written to where they are now", () =>
    play(() =>
      Effect.gen(function* () {
        const { listing, seller } = yield* listPiece();
        const moved = { ...seller, email: "moved@members.example" as Email };
        const actor: Actor = asMember("grace");
        (yield* MemoryMembers).upsert(moved);
        const { email } = yield* buyPieces([listing], { actor });
        const [receipt] = yield* lettersTo(email);
        expect(receipt).toMatchObject({ mail: "Receipt", leads: "https://shop.example/orders" });
        expect((yield* lettersTo(moved.email)).map(({ mail }) => mail)).toContain("ItemSold");
        expect((yield* lettersTo(seller.email)).map(({ mail }) => mail)).not.toContain("ItemSold");
      }),
    ));

  it("R51 what is undone is told to both, without papers", () =>
    play(() =>
      Effect.gen(function* () {
        const { listing, seller } = yield* listPiece();
        const { order, email } = yield* buyPieces([listing]);
        yield* cancelled(order);
        const last = (to: Email) => Effect.map(lettersTo(to), (letters) => letters.at(-1));
        expect(yield* last(email)).toMatchObject({ thread: order, files: [] });
        expect(yield* last(seller.email)).toMatchObject({ mail: "SaleCancelled", thread: order, files: [] });
      }),
    ));
});
