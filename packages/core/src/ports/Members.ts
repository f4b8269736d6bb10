import { Context, type Effect, type Option } from "effect";
import type { Email } from "../address/Email.ts";
import type { Member, MemberId } from "../members/Member.ts";
import type { ProviderUnavailable } from "./Provider.ts";

/** The shop's loyalty programme, as it is at the moment of asking (R1, R2). */
export class Members extends Context.Service<
  Members,
  {
    readonly get: (id: MemberId) => Effect.Effect<Option.Option<Member>, ProviderUnavailable>;
    readonly byEmail: (email: Email) => Effect.Effect<Option.Option<Member>, ProviderUnavailable>;
  }
>()("@resale/core/ports/Members") {}
