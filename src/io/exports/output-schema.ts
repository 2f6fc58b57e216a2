import * as v from 'valibot';
import { headEntries } from './output-schema/head';
import { sha256 } from './output-schema/parts';
import { sample } from './output-schema/sample';
import { spectrum } from './output-schema/spectrum';

/** The schema of the JSON that `json.ts` writes. docs/output.md explains each field. */
export const outputSchema = v.strictObject({
  ...headEntries,
  samples: v.array(sample),
  spectra: v.array(spectrum),
});

/** The schema of a line that `json-lines.ts` writes. */
export const lineSchema = v.strictObject({
  format: v.literal('ktyper-sample/1'),
  sample: v.nullable(sample),
  spectra: v.array(spectrum),
  run: v.nullable(v.string()),
  job: headEntries.job,
  model: v.strictObject({ id: v.string(), version: v.string(), sha256, manifestSha256: sha256 }),
  settings: headEntries.settings,
  app: headEntries.app,
  use: v.string(),
});

type Frozen<T> = T extends object ? { readonly [K in keyof T]: Frozen<T[K]> } : T;

export type JsonOutput = Frozen<v.InferOutput<typeof outputSchema>>;
export type JsonLine = Frozen<v.InferOutput<typeof lineSchema>>;
export type JsonOutputHead = Omit<JsonOutput, 'samples' | 'spectra'>;
export type SampleOutput = JsonOutput['samples'][number];
export type SpectrumOutput = JsonOutput['spectra'][number];
export type EvidenceOutput = NonNullable<SampleOutput['evidence']>;
