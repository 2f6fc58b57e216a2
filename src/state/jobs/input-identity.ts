import { problem, type Problem } from '../../core/problem';
import type { InputFile } from '../../io/entry';
import type { JobRecord } from '../../storage/records';
import type { RunInput } from '../../storage/run-files';
import { formatBytes } from '../format';
import { jobInputs } from './job-inputs';

/**
 * What tells an input from another of the same names and sizes: when its files were last changed, and
 * their order. SHA-256, lower-case hex. Bytes are not read.
 */
export async function inputFingerprint({ files, sampleSheet }: RunInput): Promise<string> {
  const describe = ({ path, blob }: InputFile) => [
    path,
    blob.size,
    blob instanceof File ? blob.lastModified : null,
  ];
  const text = JSON.stringify([files.map(describe), sampleSheet && describe(sampleSheet)]);
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Why chosen files are not those that a job was read from, by names and sizes; null when they are. */
export function inputMismatchProblem(
  { inputs, sampleSheet }: Pick<JobRecord, 'inputs' | 'sampleSheet'>,
  chosen: RunInput,
): Problem<'other-input'> | null {
  const describe = (parts: typeof inputs) =>
    parts.map(
      ({ path, size, files }) =>
        `${path} (${formatBytes(size)})${files > 1 ? `, ${files} files` : ''}`,
    );
  // It went away before its files were listed: nobody knows which they were.
  if (inputs.length === 0) return null;
  const given = jobInputs(chosen.files);
  const isSame =
    given.length === inputs.length &&
    inputs.every((input) =>
      given.some(
        ({ path, size, files }) =>
          path === input.path && size === input.size && files === input.files,
      ),
    );
  if (isSame && (chosen.sampleSheet?.path ?? null) === sampleSheet) return null;
  const wanted = [...describe(inputs), ...(sampleSheet === null ? [] : [sampleSheet])];
  const was = describe(given);
  return problem(
    'other-input',
    `That is not what this job was read from. It needs ${wanted.join(' and ')}; chosen was ${was.join(' and ') || 'nothing'}.`,
    'Choose the same again, under the same name; or drop what you have as a new job.',
  );
}
