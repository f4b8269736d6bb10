/** A fact and what follows from it, mostly nothing or one fact more: to spread so few costs more than to make them. */
export const leading = <Event>(first: Event, others: ReadonlyArray<Event>): ReadonlyArray<Event> => {
  if (others.length > 1) return [first, ...others];
  const second = others[0];
  return second === undefined ? [first] : [first, second];
};
