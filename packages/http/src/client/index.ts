export { type ClientOptions, makeClient, RequestRefused, type ResaleClient } from "./makeClient.ts";
export { type SendPhotoOptions, sendPhoto } from "./sendPhoto.ts";
