import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { inputFiles } from '../../../scripts/headless/input-files';
import { readModelPack } from '../../../scripts/headless/model-pack';
import { deniedSentences } from '../../builders/denied-sentences';
import { run } from '../../builders/headless-job';
import { hasShared, SHARED } from '../../builders/plate';
import { locusFindings } from '../../../src/core/classify/locus-findings';
import { inEnglish } from '../../../src/words/in-words';

const runs = {
  'the plate': 'data/klebsiella-plate-rows-A-D.zip',
};

describe.skipIf(!hasShared)('the sentences of real spectra', { timeout: 120_000 }, () => {
  it.each(Object.entries(runs))(
    'of %s say nothing that the table of markers contradicts',
    async (_, path) => {
      const pack = await readModelPack(null);
      if (!pack.ok) throw new Error(inEnglish(pack.error.message));
      const { manifest } = pack.value;
      const file = fileURLToPath(new URL(path, SHARED));
      const { samples, evidence } = await run(await inputFiles([file]), { pack: pack.value });
      expect(evidence.size).toBeGreaterThan(0);
      let caught = 0;
      for (const sample of samples) {
        const seen = evidence.get(sample.index);
        if (seen === undefined) continue;
        expect(deniedSentences(manifest, sample, seen)).toEqual([]);
        const { call } = sample;
        const wrong = inEnglish(call.reason).replace(/ at (\d)/, ' at 1$1');
        const told = { ...sample, call: { ...call, reason: wrong } };
        if (deniedSentences(manifest, told, seen).length > 0) caught += 1;
        // The shown error is that of the two shown m/z.
        for (const taxon of manifest.taxa.keys()) {
          for (const { ion } of locusFindings(
            { ...manifest, markers: manifest.markers! },
            seen,
            taxon,
          )) {
            if (ion === null || ion.found === null) continue;
            const shown = (ion.found.mz / ion.expectedHere - 1) * 1e6;
            expect(Math.abs(shown - ion.found.errorPpm)).toBeLessThan(1);
          }
        }
      }
      // Most sentences name a marker with its m/z, so a wrong m/z is found.
      expect(caught).toBeGreaterThan(evidence.size / 2);
    },
  );
});
