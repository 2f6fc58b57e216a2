import { calibrationSpot } from '../bruker/calibration-spot';
import type { AcquisitionReading } from '../bruker/read-acquisition';
import type { Problem } from '../problem';
import { ok } from '../result';
import type { AcquisitionRecord } from '../spectrum/spectrum';
import type { InflateZlib } from './document/read-arrays';
import { readDocumentSpectrum } from './document/read-document-spectrum';
import { fidPathOf } from './document/source-path';
import type { SpectrumHead } from './document/spectrum-head';
import { identityOf, type OpenPlace } from './identity';
import { copyOf } from './made-of-fid';
import { readTextSpectrum } from './text/read-text-spectrum';

/** A spectrum of an open format as it was found. */
export interface OpenAcquisition extends OpenPlace {
  /** What its document says of it; null for text. */
  readonly head: SpectrumHead | null;
  /** Path of the fid that it was converted from, if that is among the files; null when it is not. */
  readonly twin: string | null;
}

export interface OpenReading extends AcquisitionReading {
  /** What to call it. */
  readonly name: string;
  /** Why it is left out: it calibrates the instrument, or was converted from what is read anyway. */
  readonly skipped: Problem | null;
}

/**
 * From the bytes of one acquisition in an open format to its spectrum. Never throws on what they hold.
 *
 * @param bytes of the text, or of the numbers
 */
export function readOpenAcquisition(
  acquisition: OpenAcquisition,
  bytes: Uint8Array,
  inflate: InflateZlib,
): OpenReading {
  const { path, head } = acquisition;
  const profile =
    head === null
      ? readTextSpectrum(path, bytes)
      : readDocumentSpectrum(path, head, bytes, inflate);
  return {
    ...describeOpen(acquisition),
    warnings: profile.ok ? profile.value.warnings : [],
    spectrum: profile.ok ? ok(profile.value) : profile,
  };
}

/** What is known of it without its bytes. */
export function describeOpen(
  acquisition: OpenAcquisition,
): Omit<OpenReading, 'warnings' | 'spectrum'> {
  const { path, head, twin } = acquisition;
  const identity = identityOf(acquisition, head);
  const fid = head?.sourcePath ? fidPathOf(head.sourcePath) : null;
  return {
    ...identity,
    record: head === null ? null : recordOf(head),
    skipped: twin === null ? calibrationSpot(fid ?? `${identity.name}/`, null) : copyOf(twin, path),
  };
}

function recordOf(head: SpectrumHead): AcquisitionRecord {
  return {
    acquiredAt: head.acquiredAt,
    instrument: head.instrument,
    software: head.software,
    laserShots: null,
    spectrumType: null,
    target: null,
    comments: head.sourcePath === null ? [] : [`Converted from ${head.sourcePath}`.slice(0, 300)],
    calibration: null,
    highPrecisionCalibration: false,
  };
}
