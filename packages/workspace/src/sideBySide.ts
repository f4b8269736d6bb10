/** Does the work for all items, at most `width` at a time; results in the order of the items. */
export const sideBySide = async <A, B>(
  items: ReadonlyArray<A>,
  width: number,
  work: (item: A) => Promise<B>,
): Promise<ReadonlyArray<B>> => {
  const results: Array<Promise<B>> = [];
  const queue = items.entries();
  const worker = async () => {
    for (const [index, item] of queue) {
      results[index] = work(item);
      await results[index];
    }
  };
  await Promise.all(Array.from({ length: width }, worker));
  return Promise.all(results);
};
