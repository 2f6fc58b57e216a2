import { problem } from '../../../src/core/problem';

/** The pool itself has ended the worker. */
export const STOPPED = problem('pool-stopped', 'The work was stopped.', 'Start it again.');

export const LOST = problem(
  'worker-lost',
  'A part of ktyper that works in the background was stopped and begun anew.',
  'Nothing to do.',
);
