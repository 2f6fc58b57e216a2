import { refuseAcquisition } from '../../bruker/refuse-acquisition';
import { atPath, type Problem } from '../../problem';
import { err, ok, type Result } from '../../result';
import { type CheckedProfile, checkProfile } from '../check-profile';
import { centroidedProblem } from '../form';
import { type InflateZlib, readArrays } from './read-arrays';
import { fidPathOf } from './source-path';
import type { SpectrumHead } from './spectrum-head';

/**
 * From what a document says of a spectrum, and its bytes, to the spectrum. Never throws on what they hold.
 *
 * @param path is named in what is said
 * @param bytes of `ScannedSpectrum`. Not changed.
 */
export function readDocumentSpectrum(
  path: string,
  head: SpectrumHead,
  bytes: Uint8Array,
  inflate: InflateZlib,
): Result<CheckedProfile, Problem> {
  const refuse = (reason: Problem) => err(atPath(reason, path));
  if (head.form === 'centroid') return refuse(centroidedProblem());
  const fid = head.sourcePath === null ? null : fidPathOf(head.sourcePath);
  const refusal = fid === null ? null : refuseAcquisition(fid, new Map());
  if (refusal !== null) return refuse(refusal);
  if (head.layout === null) throw new Error('a spectrum without numbers is not read');
  const points = readArrays(head.layout, bytes, inflate);
  if (!points.ok) return refuse(points.error);
  const profile = checkProfile(points.value);
  if (!profile.ok) return refuse(profile.error);
  const warnings = profile.value.warnings.map((warning) => atPath(warning, path));
  return ok({ ...profile.value, warnings });
}
