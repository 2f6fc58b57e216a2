import type { SpectrumPool } from '../../workers/spectrum/page/pool';
import type { AcquisitionInput } from '../../workers/spectrum/api';
import { lehmer } from '../core/lehmer';

/**
 * Number of spectra after which a browser has compiled the loops of a spectrum as well as it will. After 64,
 * Chromium 156 had not, and did so during the first plate: docs/decisions/0015-compute-threads.md.
 */
const SPECTRA = 192;
/** Number of spectra in a request: a job that comes meanwhile waits for one, some 40 ms. */
const BATCH = 8;
const POINTS = 20_000;
const PEAKS = 60;

/**
 * Has a compute thread process artificial spectra, so that its code is compiled well before the first job. The
 * spectra are read and classified like those of a run, and their answers are dropped.
 *
 * @param idle resolves when the page has nothing else to do
 * @param signal stops it, for a job that comes
 * @returns number of spectra that were processed
 */
export async function runIn(
  pool: Pick<SpectrumPool, 'process'>,
  idle: () => Promise<void>,
  signal: AbortSignal,
): Promise<number> {
  const batch = Array.from({ length: BATCH }, (_, index) => artificialAcquisition(index));
  for (let done = 0; done < SPECTRA; done += BATCH) {
    await idle();
    if (signal.aborted) return done;
    const answered = await pool.process(batch, { keepVectors: false });
    if (!answered.ok) return done;
  }
  return SPECTRA;
}

/** Makes an acquisition from 2 to 22 kDa with peaks at random places. Exported for the tests. */
export function artificialAcquisition(index: number): AcquisitionInput {
  const random = lehmer(index + 1);
  const intensities = Float64Array.from({ length: POINTS }, () => 100 + 20 * random());
  for (let peak = 0; peak < PEAKS; peak++) {
    const top = Math.floor(random() * POINTS);
    const height = 200 + 4_000 * random();
    for (let i = Math.max(0, top - 30); i < Math.min(POINTS, top + 30); i++) {
      const distance = (i - top) / 6;
      intensities[i]! += height / (1 + distance * distance * distance * distance);
    }
  }
  const fid = new DataView(new ArrayBuffer(4 * POINTS));
  intensities.forEach((value, i) => fid.setInt32(4 * i, value, true));
  const bytes = (buffer: ArrayBuffer | Uint8Array<ArrayBuffer>) =>
    ({ kind: 'bytes', bytes: new Uint8Array(buffer) }) as const;
  return {
    index,
    path: `artificial/0_A${index + 1}/1/1SLin/fid`,
    size: fid.byteLength,
    fid: bytes(fid.buffer),
    acqu: bytes(new TextEncoder().encode(ACQU)),
  };
}

/** Constants of a linear instrument: the last of 2.5 ns steps from 21.4 us on is at 22 kDa. */
const ACQU = [
  '##TITLE= artificial',
  `##$TD= ${POINTS}`,
  '##$BYTORDA= 0',
  '##$DELAY= 21400',
  '##$DW= 2.5',
  '##$ML1= 4304333',
  '##$ML2= 0',
  '##$ML3= 0',
  '##$NoSHOTS= 240',
  '##$ID_raw= <00000000-0000-4000-8000-000000000000>',
  '##$PATCHNO= <A1>',
  '##END=',
].join('\n');
