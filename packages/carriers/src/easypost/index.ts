export { EasyPost } from "./EasyPost.ts";
export type { EasyPostOptions } from "./options.ts";
