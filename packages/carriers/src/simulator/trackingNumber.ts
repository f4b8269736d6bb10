import { TrackingNumber } from "@resale/core";

/** Banner, service and a mailer's number that no mailer has: 14 digits, before 7 of the parcel's own. */
const PREFIX = "94001900999999";
const SERIALS = 10_000_000;

/** The check digit of an Intelligent Mail package barcode: weights 3 and 1 from the right, up to the next ten. */
export const checkDigit = (digits: string): number => {
  let sum = 0;
  for (let index = 0; index < digits.length; index++) {
    sum += Number(digits[digits.length - 1 - index]) * (index % 2 === 0 ? 3 : 1);
  }
  return (10 - (sum % 10)) % 10;
};

/** The number a key is given at the n-th try: the same for the same key, whoever asks. */
export const trackingNumber = (keyHash: string, attempt: number): TrackingNumber => {
  const serial = (Number.parseInt(keyHash.slice(0, 12), 16) + attempt) % SERIALS;
  const digits = `${PREFIX}${`${serial}`.padStart(7, "0")}`;
  return TrackingNumber.make(`${digits}${checkDigit(digits)}`);
};

/** As people read it: in fours from the left. */
export const inGroups = (tracking: TrackingNumber): string => tracking.replace(/(.{4})(?=.)/g, "$1 ");
