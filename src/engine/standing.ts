import { averagesAsOriginal, isSound } from '../core/classify/sound-replicate';
import type { SpectrumRow } from '../core/job/types';
import type { ModelManifest } from '../core/model-pack/types';

/**
 * What a spectrum is to its sample's mean: it belongs in it; only while none does that belongs in it;
 * or it cannot be averaged at all.
 */
export type Standing = 'sound' | 'unsound' | 'lost';

/** The checksum of no bytes at all. */
const SHA256_OF_NOTHING = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

export function standingOf(row: SpectrumRow, manifest: ModelManifest): Standing {
  if (averagesAsOriginal(manifest)) return row.status === 'ok' || isZeros(row) ? 'sound' : 'lost';
  if (row.status !== 'ok' || row.call === null) return 'lost';
  return isSound(row.call.rule) ? 'sound' : 'unsound';
}

/** Whether it has points, though none above zero: to the original a vector of zeros, like any other. */
export function isZeros({ reason, sha256 }: SpectrumRow): boolean {
  return reason?.kind === 'no-spectrum' && sha256 !== null && sha256 !== SHA256_OF_NOTHING;
}
