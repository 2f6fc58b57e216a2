import * as v from 'valibot';
import { headEntries } from './output-schema/head';
import { sample } from './output-schema/sample';
import { spectrum } from './output-schema/spectrum';

/** The schema of the JSON that `json.ts` writes. docs/output.md explains each field. */
export const outputSchema = v.strictObject({
  ...headEntries,
  samples: v.array(sample),
  spectra: v.array(spectrum),
});

type Frozen<T> = T extends object ? { readonly [K in keyof T]: Frozen<T[K]> } : T;

export type JsonOutput = Frozen<v.InferOutput<typeof outputSchema>>;
export type JsonOutputHead = Omit<JsonOutput, 'samples' | 'spectra'>;
export type SampleOutput = JsonOutput['samples'][number];
export type SpectrumOutput = JsonOutput['spectra'][number];
export type EvidenceOutput = NonNullable<SampleOutput['evidence']>;
