import type { HolidayRule } from "./Holidays.ts";

/** The eleven federal holidays of the United States, which the postal service keeps too (R30). */
export const usFederalHolidays: ReadonlyArray<HolidayRule> = [
  { _tag: "OnDate", name: "New Year's Day", month: 1, day: 1 },
  { _tag: "OnWeekday", name: "Martin Luther King Jr. Day", month: 1, weekday: 1, nth: 3, since: 1986 },
  { _tag: "OnWeekday", name: "Presidents' Day", month: 2, weekday: 1, nth: 3 },
  { _tag: "OnWeekday", name: "Memorial Day", month: 5, weekday: 1, nth: 5 },
  { _tag: "OnDate", name: "Juneteenth", month: 6, day: 19, since: 2021 },
  { _tag: "OnDate", name: "Independence Day", month: 7, day: 4 },
  { _tag: "OnWeekday", name: "Labor Day", month: 9, weekday: 1, nth: 1 },
  { _tag: "OnWeekday", name: "Columbus Day", month: 10, weekday: 1, nth: 2 },
  { _tag: "OnDate", name: "Veterans Day", month: 11, day: 11 },
  { _tag: "OnWeekday", name: "Thanksgiving Day", month: 11, weekday: 4, nth: 4 },
  { _tag: "OnDate", name: "Christmas Day", month: 12, day: 25 },
];
