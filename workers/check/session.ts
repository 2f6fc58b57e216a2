import { AxisCache } from '../../src/core/bruker/axis-cache';
import { readAcquisition } from '../../src/core/bruker/read-acquisition';
import { runSteps } from '../../src/core/check/reference-steps';
import { problem, type Problem } from '../../src/core/problem';
import { err, ok, type Result } from '../../src/core/result';
import { isOpen } from '../../src/io/acquisition-data';
import type { EntryData, InputFile } from '../../src/io/entry';
import { DEFAULT_IO_LIMITS } from '../../src/io/limits';
import { readEntries } from '../../src/io/read-entry';
import { PlainPreprocessor } from '../../src/kernel/plain-preprocessor';
import type { Preprocessor } from '../../src/kernel/preprocessor';
import { AcquisitionLocator } from '../reader/acquisition-locator';
import type { CheckedSteps, CheckWorkerApi } from './api';
import { sentence } from '../../src/words/told/sentence';

/** The implementation of the worker that checks an installation, which runs on any thread. */
export class CheckSession implements CheckWorkerApi {
  readonly #preprocessor: Preprocessor | Promise<Preprocessor>;

  /** @param preprocessor made in the same way as that of the compute workers */
  constructor(preprocessor: Preprocessor | Promise<Preprocessor>) {
    this.#preprocessor = preprocessor;
  }

  async takeSteps(files: readonly InputFile[]): Promise<Result<CheckedSteps, Problem>> {
    const locator = new AcquisitionLocator(files);
    for await (const { path, data } of locator.find(() => true)) {
      if (isOpen(data)) continue;
      const [fid, acqu] = await Promise.all([readOne(data.fid), readOne(data.acqu)]);
      if (!fid.ok) return fid;
      if (!acqu.ok) return acqu;
      const { spectrum } = readAcquisition(
        { path, fid: fid.value, acqu: acqu.value },
        new AxisCache(),
      );
      if (!spectrum.ok) return spectrum;
      const fast = await this.#preprocessor;
      const plain = new PlainPreprocessor();
      return ok({
        preprocessor: fast.kind,
        steps: runSteps(spectrum.value.spectrum, fast),
        plain: runSteps(spectrum.value.spectrum, plain),
      });
    }
    return err(NO_SPECTRUM);
  }
}

async function readOne(data: EntryData | null): Promise<Result<Uint8Array, Problem>> {
  if (data === null) return err(NO_SPECTRUM);
  const [bytes] = await readEntries([data], DEFAULT_IO_LIMITS);
  return bytes!;
}

const NO_SPECTRUM = problem(
  'reference-spectrum',
  sentence('checked.noSpectrum'),
  sentence('checked.damagedCure'),
);
