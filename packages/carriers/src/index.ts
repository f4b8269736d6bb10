export type { Fault, Faults, Outbox, SignedEvent } from "@resale/simulator";
export {
  BadSignature,
  type IncomingWebhook,
  Malformed,
  Stale,
  type WebhookError,
} from "@resale/simulator";
export { CarrierNews, type ParcelNews, type WebhookHeaders } from "./remote/CarrierNews.ts";
export { Kept } from "./remote/Kept.ts";
export type { ParcelSize } from "./remote/settings.ts";
export { CarrierSimulator, type CarrierSimulatorOptions } from "./simulator/CarrierSimulator.ts";
export type { Parcel } from "./simulator/Parcel.ts";
export { type Step, Story, type StoryChoice, type StoryName, stories } from "./simulator/Story.ts";
export { CARRIER_SIGNATURE, CarrierWebhook, verifyWebhook } from "./webhook/CarrierWebhook.ts";
