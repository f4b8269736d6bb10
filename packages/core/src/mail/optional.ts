import type { MailTag } from "./Mail.ts";

const optional: ReadonlySet<MailTag> = new Set<MailTag>([
  "ShipReminder",
  "TransitUpdate",
  "WindowClosing",
  "SaleRated",
]);

/**
 * Whether a reader may do without this mail: reminders, updates and ratings repeat or add to what another mail has
 * said. All others tell of money, of a deadline for the first time, or of a decision.
 */
export const isOptional = (tag: MailTag): boolean => optional.has(tag);
