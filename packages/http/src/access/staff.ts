import type { JWTPayload } from "jose";

export type Staff = "Support" | "Reviewer";

/** What the shop calls its staff, and what each name makes of somebody: `{ "care-agent": "Support" }`. */
export type StaffRoles = Readonly<Record<string, Staff>>;

const usual: StaffRoles = { support: "Support", reviewer: "Reviewer" };

const property = (value: unknown, name: string): unknown =>
  typeof value === "object" && value !== null && Object.hasOwn(value, name)
    ? Reflect.get(value, name)
    : undefined;

/** A claim by its whole name, which may hold dots, or by a path of names: `realm_access.roles`. */
const claimOf = (claims: JWTPayload, name: string): unknown =>
  Object.hasOwn(claims, name) ? claims[name] : name.split(".").reduce<unknown>(property, claims);

const listOf = (claim: unknown): ReadonlyArray<unknown> => {
  if (typeof claim === "string") return claim.split(/[\s,]+/);
  return Array.isArray(claim) ? claim : [];
};

/** What a token's roles make of somebody; nothing, where none is staff's. Who may do more is that. */
export const staffOf = (
  claims: JWTPayload,
  claim = "roles",
  roles: StaffRoles = usual,
): Staff | undefined => {
  const held = listOf(claimOf(claims, claim)).flatMap((role) =>
    typeof role === "string" && Object.hasOwn(roles, role) ? [roles[role]] : [],
  );
  return held.includes("Support") ? "Support" : held[0];
};
