import type { JobTable } from '../../state/jobs/job-table.svelte';

/**
 * Handles a key on the checkbox of a job: arrows move along the list, and mark with Shift; Control or Command and A
 * marks all, Escape none; Delete deletes the marked jobs.
 */
export function pressOnMark(
  event: KeyboardEvent,
  table: Pick<JobTable, 'shown' | 'chosen' | 'mark' | 'markAll'>,
  remove: () => void,
): void {
  const { target, currentTarget, key, shiftKey } = event;
  if (!(target instanceof HTMLInputElement) || !(currentTarget instanceof HTMLElement)) return;
  if (target.type !== 'checkbox' || event.altKey) return;
  const boxes = [...currentTarget.querySelectorAll<HTMLInputElement>('input[type=checkbox]')];
  const at = boxes.indexOf(target);
  const isCommand = event.ctrlKey || event.metaKey;
  if (isCommand && key.toLowerCase() === 'a') table.markAll(true);
  else if (isCommand) return;
  else if (key === 'ArrowDown' || key === 'ArrowUp') move(at + (key === 'ArrowDown' ? 1 : -1));
  else if (key === 'Home') move(0);
  else if (key === 'End') move(boxes.length - 1);
  else if (key === 'Escape') table.markAll(false);
  else if (key === 'Delete' && table.chosen.length > 0) remove();
  else return;
  event.preventDefault();

  function move(to: number): void {
    const [from, next] = [table.shown[at], table.shown[to]];
    if (next === undefined) return;
    boxes[to]?.focus();
    if (!shiftKey || from === undefined) return;
    table.mark(from.token, true);
    table.mark(next.token, true, true);
  }
}
