export { folderStore } from "./folderStore.ts";
export { claimOf } from "./format.ts";
export { type EncodedPhoto, type EncodedPhotos, intake, PHOTO_CONTENT_TYPE, type TakenIn } from "./intake.ts";
export { defaultLimits, type Limits } from "./limits.ts";
export type { PhotoStore } from "./PhotoStore.ts";
export * as Photos from "./Photos.ts";
