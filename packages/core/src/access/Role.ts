/** What an actor is to one subject. `Anyone` is said of commands that need no tie to it (R54). */
export type Role =
  | "Anyone"
  | "Seller"
  | "Buyer"
  | "Reviewer"
  | "Support"
  | "Carrier"
  | "PaymentProvider"
  | "System";
