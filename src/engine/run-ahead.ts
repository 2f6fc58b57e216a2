/**
 * Has a generator work before its results are asked for, up to so many ahead of whoever takes them, from now
 * on. What it yields, throws and returns comes in its turn.
 * @param most results that are made and not taken, 1 at least
 */
export function runAhead<T>(
  source: AsyncGenerator<T, void, void>,
  most: number,
): AsyncIterableIterator<T, void, void> {
  // A generator answers in the order in which it is asked.
  const asked: Promise<IteratorResult<T, void>>[] = [];
  const ask = () => {
    const next = source.next();
    // Whoever takes it hears of it.
    next.catch(() => undefined);
    asked.push(next);
  };
  for (let i = 0; i < most; i++) ask();
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
