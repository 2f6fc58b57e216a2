import { type Problem, problem } from '../problem';

// In a file by itself, since the page's thread needs these problems and none of the readers.

/** @param twin path of the fid that the file was converted from */
export function copyOf(twin: string, path: string): Problem<'converted-copy'> {
  return problem(
    'converted-copy',
    `This was converted from ${twin}, which is among the files: that was read, and this is left out.`,
    'Nothing to do. To have this one read, drop it without the Bruker folder.',
    path,
  );
}

/** @param fid path of the fid in the same folder */
export function besideFid(fid: string, path: string): Problem<'beside-fid'> {
  return problem(
    'beside-fid',
    `This stands beside ${fid}: that was read, and this, which was made of it, is left out.`,
    'Nothing to do. To have this one read, drop it without the Bruker folder.',
    path,
  );
}
