import { DAY, instant, type MailboxCommand, mailboxMachine, type Refusal, system } from "@resale/core";
import { asBuyer, asReviewer, asSupport, asVisitor, beginning, orderId } from "@resale/testkit";
import { Result } from "effect";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { given } from "../given.ts";

const refusal: Refusal = {
  at: instant(Date.parse("2026-11-20T15:00:00Z")),
  mail: "ItemSold",
  about: { kind: "order", id: "o-1" },
  reason: "550 5.1.1 no such user",
  by: "Server",
};
const refuse: MailboxCommand = { _tag: "RecordRefusal", refusal };
const mailbox = () => beginning(mailboxMachine, "ada@example.com");
const facts = (given: { readonly facts: ReadonlyArray<unknown> }): number => given.facts.length;

describe("a mailbox", () => {
  it("that refused a mail keeps when, which and why, and waits for an operator until support clears it", () => {
    const refusing = mailbox().give(system, refuse);
    expect(refusing.state).toEqual({ _tag: "Refusing", optional: true, refusal });
    expect(mailboxMachine.index(refusing.state).operatorTasks).toEqual(["MailRefused"]);
    const clear = { _tag: "ClearRefusal" } as const;
    expect(refusing.decide(system, clear)).toMatchObject({ failure: { _tag: "NotAllowed" } });
    const cleared = refusing.give(asSupport, clear);
    expect(cleared.state).toEqual({ _tag: "Reachable", optional: true });
    expect(mailboxMachine.index(cleared.state).operatorTasks).toEqual([]);
  });

  it("hears of one refusal as often as it is told, and keeps it once; another mail's is another", () => {
    const refusing = mailbox().give(system, refuse);
    const again = { ...refusal, by: "Report", reason: "later" } as const;
    const told = refusing.decide(system, { _tag: "RecordRefusal", refusal: again });
    expect(Result.isSuccess(told) && facts(told.success)).toBe(0);
    const other = { ...refusal, mail: "PayoutOnItsWay" };
    expect(refusing.give(system, { _tag: "RecordRefusal", refusal: other }).state).toMatchObject({
      refusal: { mail: "PayoutOnItsWay" },
    });
    const ofAnother = { ...refusal, about: { kind: "order", id: "o-2" } } as const;
    expect(refusing.give(system, { _tag: "RecordRefusal", refusal: ofAnother }).state).toMatchObject({
      refusal: { about: { id: "o-2" } },
    });
  });

  it("R55 writes down a wish only where it changes something", () => {
    const decline = { _tag: "DeclineOptional" } as const;
    const accept = { _tag: "AcceptOptional" } as const;
    given(mailbox()).when(system, accept).thenFacts("OptionalAccepted").thenTasks();
    given(mailbox().give(system, accept)).when(asSupport, accept).thenFacts();
    given(mailbox().give(system, decline)).when(asSupport, decline).thenFacts();
    given(mailbox().give(system, decline)).when(system, accept).thenFacts("OptionalAccepted");
  });

  it("asks for nothing to be done, moves no money, and waits for no moment, whatever is said of it", () => {
    const told = mailbox()
      .give(system, refuse)
      .give(system, { _tag: "DeclineOptional" })
      .give(asSupport, { _tag: "ClearRefusal" })
      .give(system, { _tag: "AcceptOptional" });
    expect(told.history).toHaveLength(4);
    expect([told.tasks, told.journal]).toEqual([[], []]);
    expect(told.after(3650 * DAY).history).toEqual(told.history);
  });

  it("R54 is nobody's but the engine's and support's: for all others, visitors, members and guests, there is none", () => {
    const known = mailbox().give(system, refuse);
    const guest = { _tag: "Guest", order: orderId("o-1") } as const;
    for (const stranger of [asBuyer, asVisitor, guest]) {
      for (const command of [refuse, { _tag: "DeclineOptional" }, { _tag: "ClearRefusal" }] as const) {
        given(known).when(stranger, command).thenRefusal("NotFound", { subject: "mailbox" });
      }
    }
    given(known)
      .when(asReviewer, { _tag: "ClearRefusal" })
      .thenRefusal("NotAllowed", { actor: "Reviewer", allowed: ["Support"] });
  });

  it("knows whether its reader wants optional mails by what they said last, whatever happened between", () => {
    const commands = fc.array(
      fc.constantFrom<MailboxCommand>({ _tag: "DeclineOptional" }, { _tag: "AcceptOptional" }, refuse, {
        _tag: "ClearRefusal",
      }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(commands, (said) => {
        let story = mailbox();
        let wanted = true;
        let refused = false;
        for (const command of said) {
          const actor = command._tag === "ClearRefusal" ? asSupport : system;
          if (command._tag === "ClearRefusal" && !refused) continue;
          story = story.give(actor, command);
          if (command._tag === "DeclineOptional") wanted = false;
          if (command._tag === "AcceptOptional") wanted = true;
          if (command._tag === "RecordRefusal") refused = true;
          if (command._tag === "ClearRefusal") refused = false;
          if (story.state === undefined) continue;
          expect([story.state._tag, story.state.optional]).toEqual([
            refused ? "Refusing" : "Reachable",
            wanted,
          ]);
        }
      }),
    );
  });
});
