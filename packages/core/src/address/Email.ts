import { Schema } from "effect";

/** What stands nowhere in an address: separators and control characters, written so that every reader of patterns takes it. */
const NOWHERE = String.raw`\s@<>(),;:"\\[\]\u0000-\u001f\u007f-\u009f`;
const ADDRESS = new RegExp(`^[^${NOWHERE}]{1,64}@[^${NOWHERE}]+\\.[^${NOWHERE}.]{2,}$`, "u");

/** An e-mail address as somebody typed it, trimmed, at most 254 characters. Compare with {@link sameEmail}. */
export const Email = Schema.String.check(
  Schema.isPattern(ADDRESS, { expected: "an e-mail address such as ada@example.com" }),
  Schema.isMaxLength(254),
).pipe(Schema.brand("Email"));
export type Email = typeof Email.Type;

/** The form under which an address is compared and looked up: providers treat letters' case as equal (R19). */
export const foldEmail = (email: Email): string => email.toLowerCase();

/** Whether two addresses reach the same mailbox, as far as can be told from outside. */
export const sameEmail = (one: Email, other: Email): boolean => foldEmail(one) === foldEmail(other);
