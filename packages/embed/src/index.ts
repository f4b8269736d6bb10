// What a shop may need of core, without knowing Effect.
export {
  type Drained,
  messageOf,
  OutcomeUnknown,
  PaymentDeclined,
  PhotoRefused,
  type Program,
  ProgramRefused,
  ProgramUnknown,
  ProviderRefused,
  ProviderUnavailable,
  preLoved,
  type Rejection,
  type RejectionTag,
  readProgram,
  type StorePorts,
} from "@resale/core";
export { actorTable } from "./calls/actorTable.ts";
export { hostTable } from "./calls/hostTable.ts";
export type { CallOptions, Group, Groups, Method, Methods, Row, WriteOptions } from "./calls/Row.ts";
export {
  type ActorSaid,
  type Calls,
  createResale,
  type Resale,
  type SandboxCalls,
} from "./createResale.ts";
export type { Happened } from "./Happened.ts";
export type { Parts, Sandbox } from "./Parts.ts";
export { linksLayer, type PlainGuestLink, type PlainLinks } from "./ports/links.ts";
export type { Call, Kept, PlainPort, Provider } from "./ports/Provider.ts";
export { type PlainOf, providers } from "./ports/providers.ts";
export { ResaleRejected } from "./ResaleRejected.ts";
export { ResaleClosed } from "./Running.ts";
export type { WorkerOptions, Workers } from "./workers.ts";
