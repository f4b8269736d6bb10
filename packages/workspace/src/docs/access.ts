import { machines } from "./machines.ts";
import { code, page, table } from "./page.ts";

const roles = [
  "Anyone",
  "Seller",
  "Buyer",
  "Reviewer",
  "Support",
  "Carrier",
  "PaymentProvider",
  "System",
] as const;

const byWhom = machines.map(({ title, rows }) => {
  const lines = Object.entries(rows).map(([command, { by, moves }]) => {
    const states = Object.keys(moves);
    const where =
      states.length > 8
        ? "every state"
        : states.map((state) => (state === "Nothing" ? "(new)" : code(state))).join(", ");
    return [code(command), ...roles.map((role) => (by.includes(role) ? "✓" : "")), where];
  });
  return [`## ${title}`, table(["command", ...roles, "in"], lines)].join("\n\n");
});

/** Who may give which command, and where (R54). */
export const accessPage = (): string =>
  page(
    "Who may do what",
    "Every command has an actor (R54). What an actor is to one subject is its role there: a member is the seller of one listing and the buyer of another order. What is not allowed is refused by name (`NotAllowed`), what is not open in a state as well (`WrongState`); what is not yours, or not there, is not found (`NotFound`).",
    table(
      ["actor", "becomes"],
      [
        ["Visitor", "the buyer of a guest's checkout whose key is held; otherwise a stranger"],
        ["Member", "the seller of one's own listings, the buyer of one's own orders; otherwise a stranger"],
        ["Guest", "the buyer of the one order whose link is held (R26)"],
        ["Reviewer, Support", "themselves; support is also the seller of the brand's own stock (R17)"],
        ["Carrier, PaymentProvider", "themselves, after their signature was checked"],
        ["System", "the engine itself: timers, tasks, and what one command asks of another subject"],
      ],
    ),
    ...byWhom,
  );
