import type { ArrayNumbers } from './spectrum-head';

/** Terms of the PSI-MS vocabulary, by their accessions. Source: psi-ms.obo 4.1, github HUPO-PSI/psi-ms-CV. */
export const TERMS = {
  mzArray: 'MS:1000514',
  intensityArray: 'MS:1000515',
  zlib: 'MS:1000574',
  uncompressed: 'MS:1000576',
  msLevel: 'MS:1000511',
  ms1: 'MS:1000579',
  msn: 'MS:1000580',
  centroid: 'MS:1000127',
  profile: 'MS:1000128',
  serialNumber: 'MS:1000529',
} as const;

export const NUMBER_TYPES: ReadonlyMap<string, ArrayNumbers> = new Map([
  ['MS:1000521', 'float32'],
  ['MS:1000523', 'float64'],
  ['MS:1000519', 'int32'],
  ['MS:1000522', 'int64'],
]);

/** MS-Numpress in all its kinds, with zlib behind it and without. */
export const NUMPRESS: ReadonlySet<string> = new Set([
  'MS:1002312',
  'MS:1002313',
  'MS:1002314',
  'MS:1002746',
  'MS:1002747',
  'MS:1002748',
]);

/** Other ways to compress that newer files may have; the accession is enough to refuse. */
export const OTHER_COMPRESSIONS: ReadonlySet<string> = new Set([
  'MS:1003088',
  'MS:1003089',
  'MS:1003090',
  'MS:1003780',
  'MS:1003781',
  'MS:1003782',
  'MS:1003783',
  'MS:1003784',
  'MS:1003785',
]);

/** A term with its value, as `cvParam` has it. */
export interface Term {
  readonly accession: string;
  readonly name: string;
  readonly value: string;
}
