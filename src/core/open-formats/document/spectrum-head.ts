import type { Problem } from '../../problem';
import type { Result } from '../../result';

/** Numbers as they stand in a file, before or after inflating. */
export type ArrayNumbers = 'float32' | 'float64' | 'int32' | 'int64';

/** One array of numbers. */
export interface ArrayHead {
  readonly type: ArrayNumbers;
  readonly isLittleEndian: boolean;
  readonly isZlib: boolean;
  /** Numbers that the file says there are. */
  readonly count: number;
  /** Bytes as they stand in the file, base64 taken away. */
  readonly bytes: number;
}

/** How the numbers of a spectrum lie in its bytes, one array behind the other. */
export type ArrayLayout =
  | { readonly kind: 'separate'; readonly mz: ArrayHead; readonly intensity: ArrayHead }
  /** m/z and intensity in turn, as in mzXML. */
  | { readonly kind: 'pairs'; readonly pairs: ArrayHead };

/** What an mzML or mzXML says of one of its spectra beside its numbers. */
export interface SpectrumHead {
  readonly format: 'mzml' | 'mzxml';
  /** As the file calls it: `scan=19`, or what its writer made of the path. */
  readonly id: string;
  /** Whether it is the only spectrum that the file says it holds. */
  readonly isOnly: boolean;
  /** What it was converted from, `/` between folders; null when the file does not say. */
  readonly sourcePath: string | null;
  /** Spot of the target plate; null when the file does not say. */
  readonly spot: string | null;
  /** What the file calls the sample; null when it does not. */
  readonly sample: string | null;
  readonly form: 'profile' | 'centroid' | null;
  readonly acquiredAt: string | null;
  readonly instrument: string | null;
  readonly software: string | null;
  /** Null where the numbers cannot be had. */
  readonly layout: ArrayLayout | null;
}

/** One spectrum of a document. */
export interface ScannedSpectrum {
  readonly head: SpectrumHead;
  /** As `head.layout` describes them; or why they cannot be had. */
  readonly bytes: Result<Uint8Array<ArrayBuffer>, Problem>;
}

/** What its numbers are made of. */
export interface ScannedArrays {
  readonly layout: ArrayLayout;
  readonly bytes: Uint8Array<ArrayBuffer>;
}
