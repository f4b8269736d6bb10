import type { Booking } from "../Teller.ts";

const amountOf = (cents: number): string =>
  (cents / 100).toLocaleString("en-US", { minimumFractionDigits: 2, maximumFractionDigits: 2 });

const row = (event: string, account: string, debit: string, credit: string): string =>
  `${event.padEnd(24)}${account.padEnd(14)}${debit.padStart(11)}${credit.padStart(11)}`;

const bookingRow = (event: string, { account, amount }: Booking): string =>
  amount > 0 ? row(event, account, amountOf(amount), "") : row(event, `  ${account}`, "", amountOf(-amount));

/** A journal in double entry, as lines: debits, then credits, and both sums. */
export const ledger = (
  bookings: ReadonlyArray<Booking>,
): { readonly head: string; readonly lines: ReadonlyArray<string>; readonly sums: string } => {
  const lines = bookings.map((booking, index) =>
    bookingRow(bookings[index - 1]?.event === booking.event ? "" : booking.event, booking),
  );
  const sumOf = (sign: 1 | -1): number =>
    bookings.reduce((sum, { amount }) => (amount * sign > 0 ? sum + amount * sign : sum), 0);
  return {
    head: row("", "Account", "Debit", "Credit"),
    lines,
    sums: row("", "", amountOf(sumOf(1)), amountOf(sumOf(-1))),
  };
};
