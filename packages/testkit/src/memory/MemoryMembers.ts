import { foldEmail, type Member, type MemberId, Members, type ProviderUnavailable } from "@resale/core";
import { Context, Effect, Layer, Option } from "effect";
import { type Faults, makeFaults } from "./Faults.ts";

type Errors = { readonly get: ProviderUnavailable; readonly byEmail: ProviderUnavailable };

const make = () => {
  const members = new Map<MemberId, Member>();
  const { failNext, call } = makeFaults<Errors>();
  const port = Members.of({
    get: (id) =>
      call(
        "get",
        Effect.sync(() => Option.fromUndefinedOr(members.get(id))),
      ),
    byEmail: (email) =>
      call(
        "byEmail",
        Effect.sync(() =>
          Option.fromUndefinedOr(
            [...members.values()].find((member) => foldEmail(member.email) === foldEmail(email)),
          ),
        ),
      ),
  });
  const upsert = (...changed: ReadonlyArray<Member>): void => {
    for (const member of changed) members.set(member.id, member);
  };
  return { port, control: { failNext, members, upsert } };
};

/** A loyalty programme in memory, which a test may change at any moment. */
export class MemoryMembers extends Context.Service<
  MemoryMembers,
  Faults<Errors> & {
    readonly members: ReadonlyMap<MemberId, Member>;
    readonly upsert: (...members: ReadonlyArray<Member>) => void;
  }
>()("@resale/testkit/memory/MemoryMembers") {
  static readonly layer: Layer.Layer<Members | MemoryMembers> = Layer.effectContext(
    Effect.sync(() => {
      const { port, control } = make();
      return Context.add(Context.make(Members, port), MemoryMembers, control);
    }),
  );
}
