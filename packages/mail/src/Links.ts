import type { Email, Mail, PhotoId } from "@resale/core";

/** Pages of the shop that a mail may lead to, beside those it brings itself. Absolute addresses. */
export interface Links {
  /** Where a photo of a thing is served, small or as wide as a mail. Without it mails show no photos. */
  readonly photo?: (id: PhotoId, size: "list" | "detail") => string;
  /** Where a reader stops optional mails with one click. Without it a mail to the brand does so. */
  readonly unsubscribe?: (to: Email, tag: Mail["_tag"]) => string;
}
