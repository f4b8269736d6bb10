import { Email, type Member, MemberId, Members } from "@resale/core";
import { assert } from "chai";
import { Effect, type Layer, Option } from "effect";
import { aMember } from "../builders/people.ts";
import { type Acted, acted } from "./acted.ts";
import type { Contract } from "./Contract.ts";
import { newId } from "./changes.ts";
import { providerContract } from "./providerContract.ts";

/** What a loyalty programme is tried with: how the shop tells it of its accounts. */
export interface MembersUnderTest<R> {
  readonly upsert: (members: ReadonlyArray<Member>) => Acted<R>;
}

/** What every source of members owes the engine. */
export const membersContract = <R, E>(
  name: string,
  services: Layer.Layer<Members | R, E>,
  { upsert }: MembersUnderTest<R>,
): Contract =>
  providerContract(`${name}: Members`, services, (promise) => {
    const newMember = () => aMember({ id: newId(), email: Email.make(`Ada.${newId()}@Example.com`) });

    promise(
      "R1 a member is found as the shop last told of them",
      Effect.gen(function* () {
        const { get } = yield* Members;
        const ada = newMember();
        yield* acted(() => upsert([ada, newMember()]));
        assert.deepStrictEqual(yield* get(ada.id), Option.some(ada), "a member is not found as told");
        const lapsed: Member = { ...ada, membership: "Lapsed" };
        yield* acted(() => upsert([{ ...ada, displayName: "old" }, lapsed]));
        assert.deepStrictEqual(yield* get(ada.id), Option.some(lapsed), "not what was told last is known");
        yield* acted(() => upsert([]));
      }),
    );

    promise(
      "R1 nobody is found under an id that the shop never told",
      Effect.gen(function* () {
        const { get, byEmail } = yield* Members;
        const { id, email } = newMember();
        for (const stranger of [id, MemberId.make("nobody")]) {
          assert.deepStrictEqual(
            yield* get(stranger),
            Option.none(),
            "a member is found who was never told of",
          );
        }
        assert.deepStrictEqual(yield* byEmail(email), Option.none(), "an address is found that nobody has");
      }),
    );

    promise(
      "R2 a member is found by e-mail, whatever the case of its letters, and no longer once it has changed",
      Effect.gen(function* () {
        const { byEmail } = yield* Members;
        const ada = newMember();
        yield* acted(() => upsert([ada]));
        for (const letters of [ada.email, ada.email.toUpperCase(), ada.email.toLowerCase()]) {
          const found = yield* byEmail(Email.make(letters));
          assert.deepStrictEqual(found, Option.some(ada), `a member is not found as ${letters}`);
        }
        const moved = { ...ada, email: Email.make(`new.${ada.email}`) };
        yield* acted(() => upsert([moved]));
        const before = yield* byEmail(ada.email);
        assert.deepStrictEqual(before, Option.none(), "a member is found by an address they no longer have");
        const now = yield* byEmail(moved.email);
        assert.deepStrictEqual(now, Option.some(moved), "a member is not found by their new address");
      }),
    );
  });
