import { type MemberId, Members, sameEmail } from "@resale/core";
import { Effect, Option } from "effect";
import { type Ask, unavailable } from "./asking.ts";
import { MemberList } from "./contract.ts";
import { memberOf, WireMember } from "./wire.ts";

/**
 * Members are asked for anew every time, since whoever asks acts upon it: whether somebody may sell (R1), where a mail goes
 * (R2), who is paid.
 */
export const membersOver = (ask: Ask): Members["Service"] =>
  Members.of({
    get: Effect.fn("LoyaltyService.get")(function* (id: MemberId) {
      const found = yield* ask(WireMember, ["members", id]);
      if (Option.isNone(found)) return Option.none();
      if (found.value.id !== id)
        return yield* unavailable("it answers with another member than it was asked for");
      return Option.some(memberOf(found.value));
    }),
    byEmail: Effect.fn("LoyaltyService.byEmail")(function* (email) {
      const found = yield* ask(MemberList, ["members"], { email });
      const members = Option.match(found, { onNone: () => [], onSome: ({ members: told }) => told });
      const [first] = members
        .filter((member) => sameEmail(member.email, email))
        .sort((one, other) => (one.id < other.id ? -1 : 1));
      return Option.map(Option.fromUndefinedOr(first), memberOf);
    }),
  });
