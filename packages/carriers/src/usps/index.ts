export type { UspsOptions } from "./options.ts";
export { Usps } from "./Usps.ts";
