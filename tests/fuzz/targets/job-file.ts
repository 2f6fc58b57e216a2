import { openNodeZlib } from '../../../scripts/headless/node-zlib';
import type { ReviewEntry } from '../../../src/core/review/entry';
import { LIMITS } from '../../../src/io/job-file/format';
import { openJobFile } from '../../../src/io/job-file/open-job-file';
import { type JobFileEvent, readJobFile } from '../../../src/io/job-file/read-job-file';
import { versionOf } from '../../../src/io/job-file/recognise';
import { filedJob, jobFileText } from '../../builders/job-file';
import { resealed } from '../../builders/resealed';
import { tokens } from '../../unit/storage/records';
import { checkProblem, invariant } from '../check';
import { jsonMutators } from '../mutate/json';
import { textMutators } from '../mutate/text';
import { oneOf } from '../parts';
import { bytesOf, type Target } from '../target';

const MiB = 1 << 20;
/** So small that an input may meet them. */
const SMALL = { ...LIMITS, total: 16 * MiB, line: MiB, ratioFrom: MiB, index: 10_000, bytes: MiB };

const SIGNED = { at: 1_000, by: 'AB', sample: 'KPN1', spectrum: 0 };
const REVIEWS: readonly ReviewEntry[] = [
  { ...SIGNED, order: 0, kind: 'note', text: 'Mixed?' },
  { ...SIGNED, order: 1, kind: 'withdrawal', withdraws: 0 },
];

async function seeds(): Promise<readonly string[]> {
  const sampleSheet = { path: 'sheet.tsv', blob: new Blob(['a\tb\n']) };
  const input = { files: [{ path: 'run.zip', blob: new Blob(['PK']) }], sampleSheet };
  const history = [filedJob(), filedJob({ spectra: 1, record: { token: tokens[1] } })];
  return [
    await jobFileText([filedJob({ input })]),
    await jobFileText(history),
    await jobFileText([filedJob({ spectra: 200 })]),
    await jobFileText([{ ...filedJob(), reviews: REVIEWS }]),
  ];
}

/** Reads a job file to its end, and sees that what it tells is in order. */
async function read(text: string): Promise<readonly string[]> {
  const options = { limits: SMALL, openZlib: openNodeZlib };
  const opened = await openJobFile(new Blob([text]), 'a.ktyper.json', options);
  if (!opened.ok) return [checkProblem(opened.error)];
  const endings: string[] = [];
  const reading = readJobFile(opened.value, 'a.ktyper.json');
  let isOpen = false;
  let last = -1;
  let entry = -1;
  for (;;) {
    const next = await reading.next();
    if (next.done === true) {
      invariant(!isOpen, 'a job without an end');
      return [...endings, next.value === null ? 'ok' : checkProblem(next.value)];
    }
    const event: JobFileEvent = next.value;
    switch (event.kind) {
      case 'job':
        invariant(!isOpen, 'a job within a job');
        invariant(event.record.deletedAt === null, 'a job that is deleted');
        [isOpen, last, entry] = [true, -1, -1];
        break;
      case 'rows':
        invariant(isOpen, 'rows of no job');
        for (const { index } of event.spectra) {
          invariant(index > last, `spectrum ${index} after ${last}`);
          last = index;
        }
        break;
      case 'evidence':
        invariant(isOpen, 'evidence of no job');
        break;
      case 'reviews':
        invariant(isOpen, 'a review of no job');
        for (const { order, by } of event.entries) {
          invariant(order > entry, `entry ${order} after ${entry}`);
          invariant(/^\p{L}{2,4}$/u.test(by), 'an entry of nobody');
          entry = order;
        }
        break;
      case 'whole':
        invariant(isOpen, 'the end of no job');
        isOpen = false;
        endings.push('whole');
        break;
      case 'refused':
        isOpen = false;
        endings.push(checkProblem(event.problem));
        break;
    }
  }
}

export const jobFile: Target = {
  name: 'job-file',
  seeds: async () => (await seeds()).map(bytesOf),
  mutators: [
    ...jsonMutators,
    ...jsonMutators,
    oneOf(textMutators(['"parts":[', ']}', '"packed":"gzip"', '{"number":"NaN"}', '"whole"'])),
  ],
  share: 0.5,
  async run(input) {
    const text = new TextDecoder().decode(input);
    const endings = await read(text);
    if (versionOf(text) === null) return endings;
    // What somebody changed who knows the format has the right checksum.
    const sealed = await resealed(text).catch(() => null);
    return sealed === null ? endings : [...endings, ...(await read(sealed))];
  },
};
