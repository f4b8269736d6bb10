import { Context, type Effect, type Option } from "effect";
import type { MemberId } from "../members/Member.ts";
import type { PurchaseLine, PurchaseLineId } from "../purchases/PurchaseLine.ts";
import type { ProviderUnavailable } from "./Provider.ts";

/** What members bought from the brand, online and in its stores: the only source of listings (R3). */
export class Purchases extends Context.Service<
  Purchases,
  {
    /** The member's own lines, newest first. Guest purchases and other accounts' are not among them. */
    readonly ofMember: (member: MemberId) => Effect.Effect<ReadonlyArray<PurchaseLine>, ProviderUnavailable>;
    /** One line, if it is in the member's own history. */
    readonly line: (
      member: MemberId,
      line: PurchaseLineId,
    ) => Effect.Effect<Option.Option<PurchaseLine>, ProviderUnavailable>;
  }
>()("@resale/core/ports/Purchases") {}
