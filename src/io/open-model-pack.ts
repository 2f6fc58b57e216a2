import type { ModelRef } from '../core/job/types';
import type { ModelManifest, ModelPackFiles } from '../core/model-pack/types';
import { checkGraphFile, parseManifest } from '../core/model-pack/verify';
import { problem, type Problem } from '../core/problem';
import { err, ok, type Result } from '../core/result';
import { sha256 } from './sha256';
import { sentence } from '../words/told/sentence';

/** A model pack whose files match its manifest. Its graph is verified when it is opened. */
export interface ModelPack {
  readonly manifest: ModelManifest;
  readonly ref: ModelRef;
  readonly files: ModelPackFiles;
}

export async function openModelPack(files: ModelPackFiles): Promise<Result<ModelPack, Problem>> {
  if ((globalThis.crypto as Crypto | undefined)?.subtle === undefined) return err(INSECURE);
  const parsed = parseManifest(files.manifest);
  if (!parsed.ok) return parsed;
  const manifest = parsed.value;
  const [graphSum, manifestSum] = await Promise.all([sha256(files.graph), sha256(files.manifest)]);
  const fault = checkGraphFile(manifest, { bytes: files.graph.byteLength, sha256: graphSum });
  if (fault !== null) return err(fault);
  const { id, version } = manifest;
  return ok({
    manifest,
    ref: { id, version, sha256: graphSum, manifestSha256: manifestSum },
    files,
  });
}

const INSECURE = problem(
  'insecure-context',
  sentence('archive.insecure'),
  sentence('archive.insecureCure'),
);
