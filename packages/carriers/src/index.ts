export type { Fault, Faults } from "./folder/Faults.ts";
export type { Outbox, SignedEvent } from "./folder/Outbox.ts";
export { CarrierSimulator, type CarrierSimulatorOptions } from "./simulator/CarrierSimulator.ts";
export type { Parcel } from "./simulator/Parcel.ts";
export { type Step, Story, type StoryChoice, type StoryName, stories } from "./simulator/Story.ts";
export { CARRIER_SIGNATURE, CarrierWebhook, verifyWebhook } from "./webhook/CarrierWebhook.ts";
export {
  BadSignature,
  type IncomingWebhook,
  Malformed,
  Stale,
  type WebhookError,
} from "./webhook/Signature.ts";
