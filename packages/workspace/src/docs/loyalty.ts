import { loyaltyOpenApi } from "@resale/loyalty";

/** What a shop's loyalty service is to answer, for those who write one. */
export const loyaltyPage = (): string => `${JSON.stringify(loyaltyOpenApi(), undefined, 2)}\n`;
