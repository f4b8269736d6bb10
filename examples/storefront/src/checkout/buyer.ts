const LAST = "resale.checkout";

const keyOf = (checkout: string): string => `resale.buyer.${checkout}`;

/** The address a checkout was opened under: the receipt's page names it, on this device alone. */
export const rememberBuyer = (checkout: string, email: string): void => {
  sessionStorage.setItem(keyOf(checkout), email);
  sessionStorage.setItem(LAST, checkout);
};

/** The checkout that was opened last in this window. */
export const lastCheckout = (): string | undefined => sessionStorage.getItem(LAST) ?? undefined;

export const buyerOf = (checkout: string): string => sessionStorage.getItem(keyOf(checkout)) ?? "";

const meansKeyOf = (checkout: string): string => `resale.means.${checkout}`;

/** With which token a checkout is being paid: a page that was loaded anew asks again with it what became of that. */
export const rememberMeans = (checkout: string, token: string): void =>
  sessionStorage.setItem(meansKeyOf(checkout), token);

export const meansOf = (checkout: string): string | undefined =>
  sessionStorage.getItem(meansKeyOf(checkout)) ?? undefined;
