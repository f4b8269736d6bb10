import { instant, type MailboxCommand, mailboxMachine, type Refusal, system } from "@resale/core";
import { asBuyer, asSupport, beginning } from "@resale/testkit";
import { Result } from "effect";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

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
  });

  it("is nobody's but the engine's and support's: a stranger finds none", () => {
    const known = mailbox().give(system, refuse);
    for (const command of [refuse, { _tag: "DeclineOptional" }, { _tag: "ClearRefusal" }] as const) {
      expect(known.decide(asBuyer, command)).toMatchObject({ failure: { _tag: "NotFound" } });
    }
  });

  it("knows whether its reader wants optional mails by what they said last, whatever happened between", () => {
    const commands = fc.array(
      fc.constantFrom<MailboxCommand>({ _tag: "DeclineOptional" }, { _tag: "AcceptOptional" }, refuse, {
        _tag: "ClearRefusal",
      }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(commands, (given) => {
        let story = mailbox();
        let wanted = true;
        let refused = false;
        for (const command of given) {
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
