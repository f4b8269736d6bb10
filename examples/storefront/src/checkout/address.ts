import type { PostalAddress } from "@resale/core";
import { useEffect, useState } from "react";

const KEY = "resale.address";

export const addressFields = ["name", "line1", "line2", "city", "region", "zip"] as const;
export type AddressField = (typeof addressFields)[number];

/** What somebody has typed so far. */
export type Typed = Readonly<Record<AddressField | "email" | "buyer", string>>;

const nothing: Typed = {
  email: "",
  buyer: "",
  name: "",
  line1: "",
  line2: "",
  city: "",
  region: "",
  zip: "",
};

const read = (): Typed => {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? "{}");
    if (typeof kept !== "object" || kept === null) return nothing;
    const texts = Object.entries(kept).filter(([key, text]) => key in nothing && typeof text === "string");
    return { ...nothing, ...Object.fromEntries(texts) };
  } catch {
    return nothing;
  }
};

/** Kept while the browser's window is open: whoever goes back types nothing twice. */
export const useTyped = (first: Partial<Typed>) => {
  const [typed, setTyped] = useState<Typed>(() => {
    const kept = read();
    return { ...kept, ...Object.fromEntries(Object.entries(first).filter(([, text]) => text !== "")) };
  });
  useEffect(() => sessionStorage.setItem(KEY, JSON.stringify(typed)), [typed]);
  return [typed, (key: keyof Typed, text: string) => setTyped((old) => ({ ...old, [key]: text }))] as const;
};

const ZIP = /^\d{5}(-\d{4})?$/;

/** The address, if it is complete; the marketplace itself decides whether it takes it. */
export const addressOf = (typed: Typed, country: string): PostalAddress | undefined => {
  const text = (key: AddressField) => typed[key].trim();
  const complete = [text("name") || typed.buyer.trim(), text("line1"), text("city"), text("region")];
  if (complete.includes("") || !ZIP.test(text("zip"))) return undefined;
  return {
    name: text("name") || typed.buyer.trim(),
    line1: text("line1"),
    ...(text("line2") === "" ? {} : { line2: text("line2") }),
    city: text("city"),
    region: text("region"),
    zip: text("zip"),
    country,
  } as PostalAddress;
};
