export { type TremendousSettings, tremendousConfig } from "./TremendousSettings.ts";
export { TremendousStoreCredit } from "./TremendousStoreCredit.ts";
