import { Context, type Effect, type Option } from "effect";
import type { Instant } from "../calendar/Instant.ts";

/** A clock that can be set forward, for a shop that is tried out (R59). Never there together with real providers. */
export class SandboxClock extends Context.Service<
  SandboxClock,
  {
    /** Sets the engine's clock to a moment that is not before the present one; it runs on from there. */
    readonly set: (moment: Instant) => Effect.Effect<void>;
  }
>()("@resale/core/ports/SandboxClock") {}

/** What simulated providers have to tell by themselves: scans, chargebacks. */
export class SimulatedWorld extends Context.Service<
  SimulatedWorld,
  {
    /** When somebody out there next has something to tell. */
    readonly next: Effect.Effect<Option.Option<Instant>>;
    /** Lets them tell everything that is due now, as the providers would; answers how much it was. */
    readonly play: Effect.Effect<number>;
  }
>()("@resale/core/ports/SimulatedWorld") {}
