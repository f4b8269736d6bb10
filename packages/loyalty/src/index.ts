export { loyaltyApi, loyaltyOpenApi } from "./contract.ts";
export { LoyaltyService } from "./LoyaltyService.ts";
export type { LoyaltyOptions } from "./options.ts";
