export const words = {
  title: "Sign in",
  lead: "This shop is being tried out: choose who you are. No password is asked for.",
  expired:
    "You were signed in for a while, and that has ended. Sign in again, and you are back where you were.",
  members: "Members",
  membersMore: "They sell what they once bought, and buy.",
  staff: "At the brand",
  staffMore: "They look at every piece before it is offered, and help when something goes wrong.",
  signedIn: (name: string) => `Hello, ${name}.`,
  signOut: "Sign out",
  change: "Be somebody else",
  sell: "Sell a piece",
  orders: "Your orders",
  review: "To the review desk",
  support: "To the support desk",
  real: "A shop of its own brings its own sign-in; the marketplace only checks the token.",
} as const;
