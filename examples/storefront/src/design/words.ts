export const words = {
  endOf: (day: string) => `the end of ${day}`,
  inZone: (when: string, place: string) => `${when}, ${place}`,
  how: "How this date is reckoned",
  counted: (days: number, from: string) =>
    `${days} business ${days === 1 ? "day" : "days"}, the day of ${from} not counted.`,
  days: "Counted",
  skipped: "Skipped",
  weekend: "weekend",
  elapsed: (hours: number, from: string) => `${hours} hours from ${from}.`,
  notNow: "Not now",
  stars: (stars: string, most: number) => `${stars} of ${most} stars`,
} as const;
