import { type Length, preLoved } from "@resale/core";
import { code } from "./page.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const plural = (count: number, unit: string): string => `${count} ${unit}${count === 1 ? "" : "s"}`;

/** A length as people say it. */
export const lengthText = (length: Length): string => {
  if (length._tag === "BusinessDays") return plural(length.days, "business day");
  const { milliseconds } = length;
  if (milliseconds > 3 * DAY && milliseconds % DAY === 0) return plural(milliseconds / DAY, "day");
  if (milliseconds % HOUR === 0) return plural(milliseconds / HOUR, "hour");
  return milliseconds % MINUTE === 0
    ? plural(milliseconds / MINUTE, "minute")
    : plural(milliseconds, "millisecond");
};

const isLength = (value: object): value is Length =>
  "_tag" in value && (value._tag === "BusinessDays" || value._tag === "Elapsed");

/** What stands for a thing in a list of such things. */
const nameOf = (value: unknown): string | undefined => {
  if (typeof value !== "object" || value === null) return undefined;
  if ("label" in value && typeof value.label === "string") return value.label;
  return "_tag" in value && "name" in value && typeof value.name === "string" ? value.name : undefined;
};

/** A value of a Program in one cell of a table. */
export const valueText = (field: string, value: unknown): string => {
  if (value === undefined) return "left out";
  if (field === "charge" && typeof value === "number") return `${value / 100} ${preLoved.currency}`;
  if (field === "sellerShare" && typeof value === "number") return `${value / 100} %`;
  if (field === "pricing.table") return "see below";
  if (Array.isArray(value)) {
    if (value.length > 20) return `${value.length}: ${value.slice(0, 3).join(", ")}, …`;
    return value.map((one) => nameOf(one) ?? valueText(field, one)).join("; ");
  }
  if (typeof value === "string" && value.includes(" ")) return value;
  if (typeof value !== "object" || value === null) return code(String(value));
  if (isLength(value)) return lengthText(value);
  return Object.entries(value)
    .map(([key, inner]) => `${key}: ${valueText(`${field}.${key}`, inner)}`)
    .join("; ");
};
