import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { exportSpectracl } from '../../../src/io/exports/spectracl';
import { call, sample, sampleJob } from '../../unit/io/exports/sample-job';

const data = fileURLToPath(new URL('../../../../shared/data/', import.meta.url));

const expectedSchema = v.object({
  classes: v.array(v.string()),
  probabilities: v.record(v.string(), v.array(v.number())),
});

describe.skipIf(!existsSync(data))('the headerless columns', () => {
  it('equal what the original printed for the same probabilities', () => {
    const reference = readFileSync(`${data}reference/spectracl-random-forest.tsv`, 'utf8');
    const { classes, probabilities } = v.parse(
      expectedSchema,
      JSON.parse(readFileSync(`${data}sklearn-models/random-forest.expected.json`, 'utf8')),
    );
    const names = reference
      .trimEnd()
      .split('\n')
      .map((line) => line.split('\t')[0]!);
    const samples = names.map((originalName, index) => {
      const own = probabilities[originalName.split('.').at(-1)]!;
      const best = own.indexOf(Math.max(...own));
      const named = call({ label: classes[best]!, probability: own[best]! });
      return sample(index, { originalName, call: named });
    });
    expect(samples.length).toBe(48);
    expect([...exportSpectracl({ ...sampleJob, samples })].join('')).toBe(reference);
  });
});
