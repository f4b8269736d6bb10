import type { PostalAddress } from "@resale/core";

const LAST = "resale.checkout";

const keyOf = (checkout: string): string => `resale.buyer.${checkout}`;

const placeKeyOf = (checkout: string): string => `resale.place.${checkout}`;

/** Who opened a checkout, and where it goes: its pages say so, on this device alone. */
export const rememberBuyer = (checkout: string, email: string, shipTo: PostalAddress): void => {
  sessionStorage.setItem(keyOf(checkout), email);
  sessionStorage.setItem(placeKeyOf(checkout), JSON.stringify(shipTo));
  sessionStorage.setItem(LAST, checkout);
};

/** Where a checkout goes, if it was opened here. */
export const placeOf = (checkout: string): PostalAddress | undefined => {
  const kept = sessionStorage.getItem(placeKeyOf(checkout));
  return kept === null ? undefined : (JSON.parse(kept) as PostalAddress);
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
