import { type Appearance, loadStripe, type Stripe } from "@stripe/stripe-js";

const opened = new Map<string, Promise<Stripe>>();

/** Stripe's own script, loaded where it is wanted and once for a key. Where that fails, the next who asks tries anew. */
export const openStripe = (publishableKey: string): Promise<Stripe> => {
  const known = opened.get(publishableKey);
  if (known !== undefined) return known;
  const opening = loadStripe(publishableKey).then((stripe) => {
    if (stripe === null) throw new Error("there is no page to load it into");
    return stripe;
  });
  opened.set(publishableKey, opening);
  opening.catch(() => opened.delete(publishableKey));
  return opening;
};

const scheme = matchMedia("(prefers-color-scheme: dark)");

/** Tells when the page changes between light and dark; answers how to hear no more of it. */
export const onScheme = (changed: () => void): (() => void) => {
  scheme.addEventListener("change", changed);
  return () => scheme.removeEventListener("change", changed);
};

/** A colour of the page as it is now: Stripe's frame knows none of the page's own names. */
const colourIn = (element: HTMLElement, name: string): string => {
  const probe = document.createElement("span");
  probe.style.color = `var(${name})`;
  element.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
};

/** Stripe's fields in the look of the page around them. */
export const appearanceIn = (element: HTMLElement): Appearance => ({
  theme: scheme.matches ? "night" : "stripe",
  variables: {
    colorPrimary: colourIn(element, "--ink"),
    colorBackground: colourIn(element, "--paper"),
    colorText: colourIn(element, "--ink"),
    colorTextSecondary: colourIn(element, "--soft"),
    colorDanger: colourIn(element, "--bad"),
    fontFamily: getComputedStyle(element).fontFamily,
    borderRadius: "0px",
  },
});
