/** A count, or the round number below it that there are more than. */
const amount = (count: number, isMore: boolean): string => {
  const unit = isMore ? 10 ** Math.max(Math.floor(Math.log10(count || 1)) - 1, 0) : 1;
  return `${(Math.floor(count / unit) * unit).toLocaleString("en-US")}${isMore ? "+" : ""}`;
};
const pieces = (count: number, isMore: boolean): string =>
  count === 1 && !isMore ? "1 piece" : `${amount(count, isMore)} pieces`;

export const words = {
  title: "Once loved, loved again",
  lead: "Pieces from our own members, each one checked by us.",
  search: "Search",
  searchFor: "Search for a piece, a colour, a material",
  suggestions: "Suggestions",
  suggested: (count: number) => (count === 1 ? "1 suggestion" : `${count} suggestions`),
  filters: "Filter",
  showFilters: (count: number) => (count === 0 ? "Filter" : `Filter (${count})`),
  showResults: (count: number, isMore: boolean) => `Show ${pieces(count, isMore)}`,
  clear: "Clear all",
  without: (what: string) => `Remove ${what}`,
  category: "Kind",
  grade: "Grade",
  colour: "Colour",
  material: "Material",
  origin: "Sold by",
  members: "Members",
  price: "Price",
  from: "From $",
  to: "To $",
  priceBetween: (from: string, to: string) => `${from} – ${to}`,
  any: "any",
  sort: "Sort by",
  sorts: { Newest: "Newest first", PriceUp: "Price, low to high", PriceDown: "Price, high to low" },
  found: pieces,
  count: (count: number, isMore: boolean) => (count === 0 && isMore ? "" : amount(count, isMore)),
  more: "Show more",
  loading: "Loading …",
  none: "Nothing here fits all of that just now.",
  noneMore: "Pieces come one at a time: try with fewer filters, or look again tomorrow.",
  originally: (price: string) => `originally ${price}`,
  held: "In somebody’s checkout",
} as const;
