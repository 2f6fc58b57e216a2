/**
 * Eagerly pulls up to `limit` items ahead of the consumer, starting at the call. Order, errors and the end
 * of the source are preserved.
 *
 * @param limit items that are pulled and not consumed yet, at least 1
 */
export function prefetch<T>(
  source: AsyncGenerator<T, void, void>,
  limit: number,
): AsyncIterableIterator<T, void, void> {
  // A generator answers requests in the order in which they were made.
  const asked: Promise<IteratorResult<T, void>>[] = [];
  const ask = () => {
    const next = source.next();
    // The consumer receives the error with its request; until then the rejection must count as handled.
    next.catch(() => undefined);
    asked.push(next);
  };
  for (let i = 0; i < limit; i++) ask();
  const ahead: AsyncIterableIterator<T, void, void> = {
    next() {
      ask();
      return asked.shift()!;
    },
    return: () => source.return(),
    [Symbol.asyncIterator]: () => ahead,
  };
  return ahead;
}
