import type { CatalogueSort } from "@resale/core";

/** Where a page ended: the value sorted by and the listing; and whether words were matched by likeness. */
export interface Cursor {
  readonly value: number;
  readonly listing: string;
  readonly alike: boolean;
}

export const encode = (sort: CatalogueSort, { value, listing, alike }: Cursor): string =>
  Buffer.from(JSON.stringify([sort, value, listing, alike])).toString("base64url");

/** A cursor of another sorting, or of somebody else's making, is none. */
export const decode = (sort: CatalogueSort, cursor: string | undefined): Cursor | undefined => {
  if (cursor === undefined) return undefined;
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString());
    if (!Array.isArray(parts) || parts.length !== 4) return undefined;
    const [made, value, listing, alike] = parts as ReadonlyArray<unknown>;
    if (made !== sort || !Number.isSafeInteger(value) || typeof alike !== "boolean") return undefined;
    if (typeof value !== "number" || typeof listing !== "string") return undefined;
    if (listing.includes("\0") || !listing.isWellFormed()) return undefined;
    return { value, listing, alike };
  } catch {
    return undefined;
  }
};
