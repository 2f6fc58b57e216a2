import '../../scripts/learn-english';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { Coverage } from './coverage';
import { fuzzTarget } from './fuzz-target';
import { probe } from './probe';
import type { Message, Progress, Task } from './protocol';
import type { Bytes } from './target';

/**
 * The process that reads inputs. It may hang, run out of memory or crash. The process that started it
 * (`reader.ts`) notices, and finds the current input in a file.
 */
const REPORT_EVERY = 300;

// Created before the code that it observes is loaded.
const coverage = new Coverage();
const { findTarget } = await import('./targets');

const current = openSync(process.argv[2]!, 'w');

process.on('message', (task: Task) => {
  void perform(task).then(() => send({ kind: 'done' }));
});
process.on('disconnect', () => process.exit());
send({ kind: 'ready' });

function send(message: Message): void {
  process.send!(message);
}

/** Writes the length and the bytes of an input. Bytes of a longer input after these do not count. */
function note(input: Bytes): void {
  const head = Buffer.alloc(4);
  head.writeUInt32LE(input.length);
  writeSync(current, head, 0, 4, 0);
  writeSync(current, input, 0, input.length, 4);
}

async function perform(task: Task): Promise<void> {
  const target = findTarget(task.target);
  if (task.kind === 'try') {
    note(task.input);
    send({ kind: 'tried', probed: await probe(target, task.input) });
    return;
  }
  let reported = performance.now();
  const folder = task.corpus === null ? null : join(task.corpus, target.name);
  let last: () => Progress = () => ({ inputs: 0, milliseconds: 0, kept: 0, endings: [] });
  await fuzzTarget(target, { ...task, corpus: readCorpus(folder) }, coverage, {
    reading: note,
    read(progress) {
      last = progress;
      if (performance.now() - reported < REPORT_EVERY) return;
      reported = performance.now();
      send({ kind: 'progress', progress: progress() });
    },
    finding: (input, fault) => send({ kind: 'finding', input, fault }),
    kept: (input) => writeToCorpus(folder, input),
  });
  send({ kind: 'progress', progress: last() });
}

function readCorpus(folder: string | null): Bytes[] {
  if (folder === null || !existsSync(folder)) return [];
  const names = readdirSync(folder).toSorted();
  return names.map((name) => Uint8Array.from(readFileSync(join(folder, name))));
}

function writeToCorpus(folder: string | null, input: Bytes): void {
  if (folder === null) return;
  mkdirSync(folder, { recursive: true });
  const name = createHash('sha256').update(input).digest('hex').slice(0, 16);
  writeFileSync(join(folder, name), input);
}
