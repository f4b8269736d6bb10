import { Schema } from "effect";

/** An e-mail address as somebody typed it, trimmed, at most 254 characters. Compare with {@link sameEmail}. */
export const Email = Schema.String.check(
  Schema.isPattern(
    /^[^\s@<>(),;:"\\[\]\p{Cc}]{1,64}@[^\s@<>(),;:"\\[\]\p{Cc}]+\.[^\s@<>(),;:"\\[\]\p{Cc}.]{2,}$/u,
    {
      expected: "an e-mail address such as ada@example.com",
    },
  ),
  Schema.isMaxLength(254),
).pipe(Schema.brand("Email"));
export type Email = typeof Email.Type;

/** The form under which an address is compared and looked up: providers treat letters' case as equal (R19). */
export const foldEmail = (email: Email): string => email.toLowerCase();

/** Whether two addresses reach the same mailbox, as far as can be told from outside. */
export const sameEmail = (one: Email, other: Email): boolean => foldEmail(one) === foldEmail(other);
