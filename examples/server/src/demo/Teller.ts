import type { Deadline, Instant } from "@resale/core";
import type { ReceivedMail } from "./Mailbox.ts";

/** One line of the journal in double entry, with the fact it was booked for. */
export interface Booking {
  readonly event: string;
  readonly account: string;
  /** Cents. */
  readonly amount: number;
}

/** Who tells an audience what is going on. */
export interface Teller {
  readonly chapter: (title: string, about: string) => void;
  readonly step: (who: string, what: string) => void;
  /** Something worth knowing about the last step. */
  readonly aside: (text: string) => void;
  readonly mail: (mail: ReceivedMail) => void;
  readonly clock: (now: Instant, why: string) => void;
  readonly deadline: (label: string, deadline: Deadline) => void;
  readonly money: (title: string, bookings: ReadonlyArray<Booking>) => void;
  readonly check: (came: boolean, what: string) => void;
}

const nothing = (): void => undefined;

/** Tells nobody anything. */
export const silent: Teller = {
  chapter: nothing,
  step: nothing,
  aside: nothing,
  mail: nothing,
  clock: nothing,
  deadline: nothing,
  money: nothing,
  check: nothing,
};
