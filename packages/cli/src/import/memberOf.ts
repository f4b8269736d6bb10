import { Email, Member, Membership } from "@resale/core";
import { Result, Schema } from "effect";
import type { Fault, Row } from "./Row.ts";
import { fault, maybe, present, taken, text } from "./reading.ts";

/** The columns of a file of members: those that must be there, and those that may. */
export const memberColumns = {
  needed: ["id", "email", "displayName", "membership"],
  others: ["name", "line1", "line2", "city", "region", "zip", "country"],
} as const;

const isEmail = Schema.is(Email);
const takeMember = taken(Member);

const membershipOf = (row: Row): Result.Result<Membership, Fault> => {
  const wayOut = `say ${Membership.literals.join(", ")} (R1)`;
  return Result.flatMap(text(row, "membership", wayOut), (given) => {
    const found = Membership.literals.find((one) => one.toLowerCase() === given.toLowerCase());
    return found === undefined
      ? Result.fail(fault("membership", `is "${given}": ${wayOut}`))
      : Result.succeed(found);
  });
};

/** A member's address, if there is any of it: parcels are picked up there (R18). */
const addressOf = (row: Row): Readonly<Record<string, unknown>> | undefined => {
  const given = present({
    name: maybe(row, "name"),
    line1: maybe(row, "line1"),
    line2: maybe(row, "line2"),
    city: maybe(row, "city"),
    region: maybe(row, "region")?.toUpperCase(),
    zip: maybe(row, "zip"),
    country: maybe(row, "country")?.toUpperCase(),
  });
  if (Object.keys(given).length === 0) return undefined;
  return { country: "US", name: maybe(row, "displayName"), ...given };
};

const emailOf = (row: Row): Result.Result<Email, Fault> =>
  Result.flatMap(text(row, "email", "mails, labels and store credit go there (R2)"), (found) =>
    isEmail(found)
      ? Result.succeed(found)
      : Result.fail(fault("email", `is "${found}": give an address such as ada@example.com (R2)`)),
  );

/** What a row says of a member, or what is wrong with it. */
export const memberOf = (row: Row): Result.Result<Member, Fault> =>
  Result.all({
    id: text(row, "id", "the loyalty account's own key"),
    email: emailOf(row),
    displayName: text(row, "displayName", "buyers see it, such as Ada L. (R52)"),
    membership: membershipOf(row),
  }).pipe(Result.flatMap((member) => takeMember(present({ ...member, address: addressOf(row) }))));
