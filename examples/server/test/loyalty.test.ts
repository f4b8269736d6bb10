import { MemberId, Members, Purchases } from "@resale/core";
import { Effect } from "effect";
import { expect, it } from "vitest";
import { reasonNotToStart } from "../src/refusal.ts";
import { start } from "../src/start.ts";
import { opened, present } from "./marketplace.ts";

const settings = {
  OPEN_SIGN_IN: "on",
  LOYALTY: "http",
  /** Nobody listens there: who is asked can't be reached, and says who it is. */
  LOYALTY_URL: "http://127.0.0.1:1",
  LOYALTY_TOKEN: "the-token-of-this-test",
};

it("R1, R3 a shop asks its own loyalty service, and does not start without its address and token", async () => {
  const place = await opened(present);
  try {
    const env = { ...place.env, ...settings };
    for (const missing of ["LOYALTY_URL", "LOYALTY_TOKEN"]) {
      const refused = await start({ ...env, [missing]: "" }).catch((cause: unknown) => cause);
      expect(reasonNotToStart(refused)).toContain(missing);
    }
    const { runtime, stop } = await start(env);
    try {
      const ada = MemberId.make("ada");
      const member = await runtime.runPromise(Effect.flip(Members.use(({ get }) => get(ada))));
      const history = await runtime.runPromise(Effect.flip(Purchases.use(({ ofMember }) => ofMember(ada))));
      expect([member.provider, history.provider]).toEqual(Array(2).fill("the loyalty service"));
    } finally {
      await stop();
    }
  } finally {
    await place.close();
  }
});
