// Loaded before a cohort by `node --import`, which its threads load as well: ends a compute thread as soon as it is
// sent spectra of a certain plate, as V8 does that has no memory left for it.
import { Buffer } from 'node:buffer';
import { appendFileSync, readFileSync } from 'node:fs';
import process from 'node:process';
import { isMainThread, parentPort } from 'node:worker_threads';

const plate = process.env.KTYPER_ENDING_PLATE ?? '';
/** A file with a letter for each thread that was ended. */
const ended = process.env.KTYPER_ENDED_THREADS ?? '';
const times = Number(process.env.KTYPER_ENDING_TIMES);

if (!isMainThread && parentPort !== null) {
  const port = parentPort;
  const on = port.on.bind(port);
  /** @type {(name: string, listener: (value: unknown) => void) => unknown} */
  const listen = (name, listener) =>
    on(name, (value) => {
      if (name === 'message' && mentions(value) && readFileSync(ended).length < times) {
        appendFileSync(ended, 'x');
        process.exit(7);
      }
      listener(value);
    });
  // A listener of its own would take messages that come before the thread's own listener.
  Object.assign(port, { on: listen });
}

/**
 * @param {unknown} value
 * @returns {boolean} whether the plate's file is named somewhere in a message
 */
function mentions(value) {
  if (value instanceof ArrayBuffer) return Buffer.from(value).includes(`${plate}.zip`);
  if (typeof value === 'string') return value.includes(`${plate}.zip`);
  if (typeof value !== 'object' || value === null) return false;
  return Object.values(value).some(mentions);
}
