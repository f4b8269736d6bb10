const keyOf = (checkout: string): string => `resale.buyer.${checkout}`;

/** The address a checkout was opened under: the receipt's page names it, on this device alone. */
export const rememberBuyer = (checkout: string, email: string): void =>
  sessionStorage.setItem(keyOf(checkout), email);

export const buyerOf = (checkout: string): string => sessionStorage.getItem(keyOf(checkout)) ?? "";
