/** How long a page is, if nobody says. */
export const PAGE = 50;

/** A page as the use cases take it. */
export const pageOf = (query: {
  readonly limit?: number;
  readonly after?: string;
}): { readonly limit: number; readonly after?: string } => ({ ...query, limit: query.limit ?? PAGE });
