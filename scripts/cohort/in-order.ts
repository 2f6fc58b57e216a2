/**
 * Does work on items in several lanes at once, and hands the results over one at a time in the order of the
 * items. A lane that is far ahead of the first unfinished item waits, so that few results wait in memory.
 *
 * @param work gets an item and the number of its lane
 * @throws what `work` or `take` throws first; lanes then start nothing more
 */
export async function inOrder<Item, Done>(
  items: readonly Item[],
  lanes: number,
  work: (item: Item, lane: number) => Promise<Done>,
  take: (done: Done, item: Item) => Promise<void>,
): Promise<void> {
  const finished = new Map<number, Done>();
  let next = 0;
  let taken = 0;
  let isTaking = false;
  let fault: { readonly error: unknown } | null = null;
  let wake: (() => void)[] = [];

  const handOver = async (): Promise<void> => {
    if (isTaking) return;
    isTaking = true;
    while (fault === null && finished.has(taken)) {
      const done = finished.get(taken)!;
      finished.delete(taken);
      await take(done, items[taken]!);
      taken += 1;
      for (const go of wake) go();
      wake = [];
    }
    isTaking = false;
  };
  const lane = async (number: number): Promise<void> => {
    try {
      while (fault === null && next < items.length) {
        if (next >= taken + 2 * lanes) {
          await new Promise<void>((resolve) => wake.push(resolve));
          continue;
        }
        const at = next++;
        finished.set(at, await work(items[at]!, number));
        await handOver();
      }
    } catch (error) {
      fault ??= { error };
      for (const go of wake) go();
      wake = [];
    }
  };
  await Promise.all(Array.from({ length: lanes }, (_, number) => lane(number)));
  if (fault !== null) throw (fault as { readonly error: unknown }).error;
}
