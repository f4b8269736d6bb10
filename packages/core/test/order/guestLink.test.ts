import { type Actor, explain, MINUTE, Order, readStored, system } from "@resale/core";
import { aBuyer, aDeliveredOrder, asBuyer, asReviewer, asSeller, asSupport } from "@resale/testkit";
import { Schema } from "effect";
import { describe, expect, it } from "vitest";
import { given } from "../given.ts";

const delivered = aDeliveredOrder({ buyer: aBuyer({ member: null }) });
const { id } = delivered.state;
const guest = (generation?: number): Actor =>
  generation === undefined ? { _tag: "Guest", order: id } : { _tag: "Guest", order: id, generation };
const confirm = { _tag: "Confirm" } as const;
const revoke = { _tag: "RevokeLinks" } as const;
const send = { _tag: "SendLink" } as const;
const revoked = delivered.give(asSupport, revoke);

describe("a guest's links", () => {
  it("R26 are all void once support has revoked them: for whoever holds one, the order is not there any more", () => {
    given(delivered).when(guest(), confirm).thenState("Confirmed");
    given(delivered).when(asSupport, revoke).thenFacts("LinksRevoked").thenTasks();
    given(revoked).when(guest(), confirm).thenRefusal("NotFound");
    given(revoked).when(guest(0), confirm).thenRefusal("NotFound");
    given(revoked).when(guest(2), confirm).thenRefusal("NotFound");
    given(revoked)
      .when(guest(1), confirm)
      .thenState("Confirmed", { guestLinks: { generation: 1 } });
    const twice = revoked.give(asSupport, revoke);
    given(twice).when(guest(1), confirm).thenRefusal("NotFound");
    given(twice).when(guest(2), confirm).thenState("Confirmed");
  });

  it("R26 are mailed anew when support says so, as often as it does", () => {
    const once = delivered.give(asSupport, send);
    given(delivered).when(asSupport, send).thenFacts("LinkAsked").thenTasks("GuestLink");
    given(once)
      .when(asSupport, send)
      .thenTasks("GuestLink")
      .thenState("Delivered", {
        guestLinks: { generation: 0, asked: 2 },
      });
  });

  it.each([
    [-1, []],
    [0, ["LinkAsked"]],
    [1, ["LinkAsked"]],
  ] as const)("R26 one in ten minutes for whoever asks unseen: the end %+i ms", (milliseconds, facts) => {
    const asked = delivered.give(system, send);
    given(asked)
      .when(system, send, 10 * MINUTE + milliseconds)
      .thenFacts(...facts);
  });

  it("R54 R58 are support's to revoke, and that is explained", () => {
    given(delivered)
      .when(asSeller, revoke)
      .thenRefusal("NotAllowed", { allowed: ["Support"] });
    given(delivered)
      .when(asReviewer, send)
      .thenRefusal("NotAllowed", { allowed: ["Support", "System"] });
    given(delivered).when(guest(), send).thenRefusal("NotAllowed");
    const { open } = explain(delivered.machine, id, delivered.state, delivered.context(asSupport));
    expect(open).toEqual(expect.arrayContaining(["RevokeLinks", "SendLink"]));
    const ofMember = aDeliveredOrder();
    given(ofMember).when(asSupport, revoke).thenRefusal("NoGuest");
    given(ofMember).when(asSupport, send).thenRefusal("NoGuest");
    given(ofMember).when(asBuyer, confirm).thenState("Confirmed");
  });

  it("R57 orders that were stored before there were generations are read as they are", () => {
    const { guestLinks, ...before } = revoked.state;
    expect(guestLinks).toEqual({ generation: 1, asked: 0, askedAt: null });
    const stored = JSON.parse(JSON.stringify(before));
    expect(readStored(Order, stored)).toEqual(before);
    expect(Schema.decodeUnknownSync(Order)(stored)).toEqual(before);
    expect(readStored(Order, JSON.parse(JSON.stringify(revoked.state)))).toEqual(revoked.state);
  });
});
