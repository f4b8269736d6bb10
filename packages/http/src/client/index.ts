export { makeClient } from "./makeClient.ts";
export { makeLightClient } from "./makeLightClient.ts";
export { RequestRefused } from "./RequestRefused.ts";
export type { ClientOptions, ResaleClient } from "./ResaleClient.ts";
export { type SendPhotoOptions, sendPhoto } from "./sendPhoto.ts";
