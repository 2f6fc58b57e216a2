import { problem, type Problem } from '../../core/problem';
import type { InputFile } from '../../io/entry';
import { sha256 } from '../../io/sha256';
import type { DroppedItem, JobChanges, JobRecord } from '../../storage/records';
import type { RunInput } from '../../storage/run-files';
import { formatBytes } from '../../core/text';
import { jobInputs, provisionalName } from './job-inputs';
import type { JobSource } from './job-request';
import { type Sentence, sentence } from '../../words/told/sentence';

/**
 * Distinguishes inputs of the same names and sizes by the modification times of their files and by their
 * order. It does not read the files, which may be gigabytes.
 *
 * @returns SHA-256, lower-case hex
 */
async function inputFingerprint({ files, sampleSheet }: RunInput): Promise<string> {
  const describe = ({ path, blob }: InputFile) => [
    path,
    blob.size,
    blob instanceof File ? blob.lastModified : null,
  ];
  const text = JSON.stringify([files.map(describe), sampleSheet && describe(sampleSheet)]);
  return sha256(new TextEncoder().encode(text));
}

/**
 * Identifies the input of a job for its record.
 *
 * @param source origin of the input; for stored files, the record already has the description
 * @returns the changes of the record, and whether an earlier attempt had the same input
 */
export async function identifyInput(
  record: JobRecord,
  source: JobSource['kind'],
  input: RunInput,
  buildId: string,
): Promise<{ readonly changes: JobChanges; readonly isSame: boolean }> {
  const changes: JobChanges = {
    status: 'queued',
    finishedAt: null,
    problem: null,
    summary: null,
  };
  const isNamed = record.nameTyped || record.origin === 'example' || record.inputs.length > 0;
  if (!isNamed) changes.name = provisionalName(input.files);
  if (source === 'stored' && record.work !== undefined) return { changes, isSame: true };
  const build = source === 'request' ? buildId : '';
  const before = record.work ?? { build, input: '', attempts: 0, reached: 0 };
  const fingerprint = await inputFingerprint(input);
  changes.inputs = jobInputs(input.files);
  changes.work = { ...before, input: fingerprint };
  return { changes, isSame: before.input === fingerprint };
}

/**
 * @returns the reason why chosen files differ in names or sizes from a job's input; null when they do not
 */
export function inputMismatchProblem(
  { inputs, sampleSheet }: Pick<JobRecord, 'inputs' | 'sampleSheet'>,
  chosen: RunInput,
): Problem<'other-input'> | null {
  // The page was closed before it had listed the files, so they are unknown.
  if (inputs.length === 0) return null;
  const chosenInputs = jobInputs(chosen.files);
  const isSame =
    chosenInputs.length === inputs.length &&
    inputs.every((input) =>
      chosenInputs.some(
        ({ path, size, files }) =>
          path === input.path && size === input.size && files === input.files,
      ),
    );
  if (isSame && (chosen.sampleSheet?.path ?? null) === sampleSheet) return null;
  const wanted = {
    list: [...inputs.map(describe), ...(sampleSheet === null ? [] : [sampleSheet])],
  };
  const message =
    chosenInputs.length === 0
      ? sentence('job.otherInputNothing', { wanted })
      : sentence('job.otherInput', { wanted, chosen: { list: chosenInputs.map(describe) } });
  return problem('other-input', message, sentence('job.otherInputCure'));
}

function describe({ path, size: bytes, files }: DroppedItem): Sentence {
  const size = formatBytes(bytes);
  return files > 1
    ? sentence('job.otherInputFolder', { path, size, files })
    : sentence('job.otherInputPart', { path, size });
}
