import { writeZip, type ZipFile } from './archives';
import { buildRun } from './bruker-run';
import { tinyCounts } from './tiny-pack';

/** An archive that is refused as a whole or in part: its name, and the sentence that must be said of it. */
export interface RefusedInput {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly sentence: string;
}

const spot = (name: string, file: Omit<ZipFile, 'name'>): ZipFile => ({
  ...file,
  name: `REFUSED/0_${name}/1/1SLin/fid`,
});

/** Builds some kilobytes that claim to be 100 files of 6 MB each. */
function bomb(): RefusedInput {
  const files = Array.from({ length: 100 }, (_, i) =>
    spot(`A${i}`, { data: 'x', stated: { size: 6 * 2 ** 20 } }),
  );
  const sentence =
    'bomb.zip unpacks to more than 250 times its size, as no archive of spectra does.';
  return { name: 'bomb.zip', bytes: writeZip(files), sentence };
}

/** Builds an archive whose files are all the same bytes. */
function overlapping(): RefusedInput {
  const files = Array.from({ length: 21 }, (_, i) =>
    spot(`B${i}`, { data: 'bytes', ...(i === 0 ? {} : { stated: { localHeader: 0 } }) }),
  );
  const sentence =
    'overlap.zip has 20 files that cannot be read. The first: REFUSED/0_B1/1/1SLin/fid shares';
  return { name: 'overlap.zip', bytes: writeZip(files), sentence };
}

/** Builds the first half of a run's archive, as an interrupted download leaves it. */
function truncated(): RefusedInput {
  const spots = ['H1', 'H2'].map((at, i) => ({ spot: at, fid: tinyCounts('beta', i + 1) }));
  const files = buildRun({ spots });
  const whole = writeZip(files.map(({ path, bytes }) => ({ name: path, data: bytes })));
  const half = whole.slice(0, whole.length / 2);
  return { name: 'half.zip', bytes: half, sentence: 'half.zip' };
}

/** Builds a file that begins as an archive does but is not one. */
function unreadable(): RefusedInput {
  const bytes = new TextEncoder().encode('PK\u0003\u0004 and then nothing that can be read');
  return { name: 'noise.zip', bytes: Uint8Array.from(bytes), sentence: 'noise.zip' };
}

/** Returns one input of each kind. All of them may be dropped together with a sound run. */
export function refusedInputs(): readonly RefusedInput[] {
  return [bomb(), overlapping(), truncated(), unreadable()];
}
