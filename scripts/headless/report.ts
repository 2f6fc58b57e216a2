import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import {
  type Laboratory,
  MAX_ADDRESS,
  MAX_NAME,
  readLaboratory,
} from '../../src/core/laboratory/laboratory';
import { MAX_LOGO_BYTES, MAX_LOGO_SIDE } from '../../src/core/laboratory/read-logo';
import type { MarkerEvidence } from '../../src/core/job/types';
import type { InputFile } from '../../src/io/entry';
import type { ExportedJob } from '../../src/io/exports/types';
import { jobInputs } from '../../src/state/jobs/job-inputs';
import { jobStatusWord } from '../../src/state/jobs/job-words';
import { gatherReport } from '../../src/state/report/gather-report';
import { reportHtml } from '../../src/state/report/report-document';
import type { Language } from '../../src/words/key-types';
import { learn, speak } from '../../src/words/say';
import { ReaderSession } from '../../workers/reader/session';
import { typedPath, UsageError } from './command-line';
import type { JobEnd } from './job-file';

export const LANGUAGES = ['en', 'fr'] as const;
type Code = (typeof LANGUAGES)[number];

/** How a report is wanted. */
export interface ReportWish {
  readonly language: Code;
  readonly laboratory: Laboratory | null;
}

/** Yields the report of a job as one file of HTML, as the page makes it. */
export async function* exportReport(
  exported: ExportedJob,
  evidence: ReadonlyMap<number, MarkerEvidence>,
  { files, failure, isStopped }: JobEnd,
  { language, laboratory }: ReportWish,
): AsyncGenerator<string, void, void> {
  await learnAll(language);
  const reader = new ReaderSession();
  await reader.open(files satisfies readonly InputFile[]);
  const source = await gatherReport(
    {
      exported,
      status: jobStatusWord(isStopped ? 'cancelled' : failure === null ? 'completed' : 'failed'),
      isSimulated: false,
      inputs: jobInputs(files).map(({ path }) => path),
      laboratory,
      controls: [],
      chosen: null,
    },
    {
      evidence: ({ index }) => Promise.resolve(evidence.get(index) ?? null),
      spectrum: ({ path, sha256 }, bins) => reader.read({ path, sha256: sha256 ?? '', bins }),
    },
  );
  if (source !== null) yield reportHtml(source);
}

/**
 * Reads who stands in the head of a report: JSON with `name`, `address` and `logo`, whose path is from that file on.
 *
 * @throws UsageError with what is wrong with it
 */
export async function readTypedLaboratory(typed: string): Promise<Laboratory | null> {
  const path = typedPath(typed);
  const file = async (name: string, wanted: string) => {
    try {
      return await readFile(name);
    } catch {
      throw new UsageError(`This cannot be read: ${wanted}`);
    }
  };
  const text = (await file(path, typed)).toString('utf8').replace(/^\ufeff/, '');
  const read = await readLaboratory(text, (logo) => file(resolve(dirname(path), logo), logo));
  if (read.ok) return read.value;
  const why = {
    'not-json': 'it is no JSON.',
    'not-laboratory':
      `name (${MAX_NAME} characters at most), address (${MAX_ADDRESS}) and logo are texts, ` +
      'and there is nothing else.',
    'logo-bytes': `the logo has more than ${MAX_LOGO_BYTES / 1024} KiB.`,
    'logo-format': 'the logo is no PNG or JPEG.',
    'logo-pixels': `the logo has more than ${MAX_LOGO_SIDE} pixels a side.`,
  }[read.error];
  throw new UsageError(`${typed} does not describe a laboratory: ${why}`);
}

/** A report says what the page says, of which a command knows but what is told as values. */
export async function learnAll(language: Code): Promise<void> {
  const { words, locale } = await wordsOf(language);
  const messages = Object.entries(words).flatMap(([area, named]) =>
    Object.entries(named).map(([name, message]) => [`${area}.${name}`, message]),
  );
  learn(language, Object.fromEntries(messages) as Record<string, string>, locale);
  speak(language);
}

async function wordsOf(language: Code): Promise<{ words: Language; locale: string }> {
  if (language === 'fr') {
    const { fr } = await import('../../src/words/fr');
    return { words: fr, locale: 'fr-FR' };
  }
  const { en } = await import('../../src/words/en');
  return { words: en, locale: 'en-GB' };
}
