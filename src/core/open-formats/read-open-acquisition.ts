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
import { sentence } from '../../words/told/sentence';

/** A spectrum found in an open format. */
export interface OpenAcquisition extends OpenPlace {
  /** The description in its document; null for text. */
  readonly head: SpectrumHead | null;
  /** Path of the fid that it was converted from, if that is among the files; else null. */
  readonly twin: string | null;
}

export interface OpenReading extends AcquisitionReading {
  /** The spectrum's name. */
  readonly name: string;
  /** The reason why it is left out: it is a calibrant, or was converted from a fid that is read. */
  readonly skipped: Problem | null;
}

/**
 * Reads a spectrum from the bytes of one acquisition in an open format. Never throws, whatever they
 * contain.
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

/** Describes an acquisition as far as possible without its bytes. */
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

/** Longest path that is kept: it stands among the remarks of a table. */
const MAX_PATH = 285;

function recordOf(head: SpectrumHead): AcquisitionRecord {
  return {
    acquiredAt: head.acquiredAt,
    instrument: head.instrument,
    software: head.software,
    laserShots: null,
    spectrumType: null,
    target: null,
    comments:
      head.sourcePath === null
        ? []
        : [sentence('openFormat.convertedFrom', { path: head.sourcePath.slice(0, MAX_PATH) })],
    calibration: null,
    highPrecisionCalibration: false,
  };
}
