import { type Problem, problem } from '../problem';
import { sentence } from '../../words/told/sentence';

// In a file by itself, since the page's thread needs these problems and none of the readers.

/** @param twin path of the fid that the file was converted from */
export function copyOf(twin: string, path: string): Problem<'converted-copy'> {
  return problem(
    'converted-copy',
    sentence('openFormat.copyOf', { twin }),
    sentence('openFormat.madeOfFidCure'),
    path,
  );
}

/** @param fid path of the fid in the same folder */
export function besideFid(fid: string, path: string): Problem<'beside-fid'> {
  return problem(
    'beside-fid',
    sentence('openFormat.besideFid', { fid }),
    sentence('openFormat.madeOfFidCure'),
    path,
  );
}
