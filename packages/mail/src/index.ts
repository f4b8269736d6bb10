export { headersOf } from "./compose.ts";
export * as Folder from "./Folder.ts";
export type { KeptContent, KeptMail, KeptMailId, WholeMail } from "./KeptMail.ts";
export type { Links } from "./Links.ts";
export { momentIn, reckoning, until } from "./layout/when.ts";
export { preview } from "./preview.ts";
export { readBounce } from "./readBounce.ts";
export { type RenderedMail, type RenderLinks, render } from "./render.ts";
export * as Smtp from "./Smtp.ts";
