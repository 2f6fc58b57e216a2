import type { JobEvent } from '../../core/job/types';

/**
 * Shows each event of a run as it is taken, and takes the first ones at once, up to the first rows. So a person
 * sees the first rows while the job's record may still wait for the database.
 *
 * @param show shows an event; never fails
 * @returns the same events, for whoever writes them
 */
export function showFirst(
  events: AsyncIterable<JobEvent>,
  show: (event: JobEvent) => void,
): AsyncIterable<JobEvent> {
  const source = events[Symbol.asyncIterator]();
  const take = async () => {
    const next = await source.next();
    if (next.done !== true) show(next.value);
    return next;
  };
  const first = takeFirst(take);
  // Whoever consumes the events gets the error; until then it must count as handled.
  first.catch(() => undefined);
  let given = 0;
  const iterator: AsyncIterator<JobEvent> = {
    next: async () => (await first)[given++] ?? take(),
    return: async () => (await source.return?.()) ?? { done: true, value: undefined },
  };
  return { [Symbol.asyncIterator]: () => iterator };
}

async function takeFirst(
  take: () => Promise<IteratorResult<JobEvent>>,
): Promise<readonly IteratorResult<JobEvent>[]> {
  const taken: IteratorResult<JobEvent>[] = [];
  for (;;) {
    const next = await take();
    taken.push(next);
    if (next.done === true || next.value.kind === 'rows') return taken;
  }
}
