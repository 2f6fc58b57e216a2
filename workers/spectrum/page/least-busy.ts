import type { WorkerClient } from '../../worker-client';

type Client<Api> = Pick<WorkerClient<Api>, 'pending' | 'isAlive'>;

/**
 * Returns the worker with the fewest unanswered requests.
 *
 * @param first given where none lives: a dead worker answers with the reason of its death
 */
export function leastBusy<Worker extends Client<unknown>>(
  living: readonly Worker[],
  first: Worker,
): Worker {
  return living.reduce(
    (best, worker) => (worker.pending < best.pending || !best.isAlive ? worker : best),
    first,
  );
}
