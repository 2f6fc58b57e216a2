import { problem, type Problem } from '../core/problem';
import { err, ok, type Result } from '../core/result';
import { formatBytes } from '../core/text';
import { gunzip } from './inflate/gunzip';
import { inflateZlibBytes, isZlibHeader } from './inflate/inflate-zlib-bytes';
import { sentence } from '../words/told/sentence';

/**
 * Inflates a model file that joblib.dump compressed with zlib or gzip, or that a person compressed. What is
 * compressed in another way, or not at all, is returned as it is.
 *
 * @param most number of bytes of a model at most
 */
export async function unpackModel(
  bytes: Uint8Array<ArrayBuffer>,
  path: string,
  most: number,
): Promise<Result<Uint8Array<ArrayBuffer>, Problem>> {
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return gunzipModel(bytes, path, most);
  if (bytes[0] !== ZLIB || bytes.length < 8 || !isZlibHeader(bytes)) return ok(bytes);
  const inflated = inflateZlibBytes(bytes, most);
  if (inflated === 'longer') return err(tooLarge(path, most));
  return inflated === 'damaged' ? err(damaged(path)) : ok(new Uint8Array(inflated));
}

/** The first byte of zlib data with a window of 32 kB, which all programs write. */
const ZLIB = 0x78;

async function gunzipModel(
  bytes: Uint8Array<ArrayBuffer>,
  path: string,
  most: number,
): Promise<Result<Uint8Array<ArrayBuffer>, Problem>> {
  const guard = (_: number, inflated: number) => (inflated > most ? tooLarge(path, most) : null);
  const chunks = gunzip(new Blob([bytes]), path, guard);
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  for (;;) {
    const next = await chunks.next();
    if (next.done !== true) {
      pieces.push(next.value.slice());
      continue;
    }
    return next.value === null
      ? ok(new Uint8Array(await new Blob(pieces).arrayBuffer()))
      : err(next.value);
  }
}

function tooLarge(path: string, most: number): Problem {
  return problem(
    'model-too-large',
    sentence('archive.modelTooLarge', { path, most: formatBytes(most) }),
    sentence('archive.checkModelCure'),
    path,
  );
}

function damaged(path: string): Problem {
  return problem(
    'model-damaged',
    sentence('archive.modelDamaged', { path }),
    sentence('archive.copyModelCure'),
    path,
  );
}
