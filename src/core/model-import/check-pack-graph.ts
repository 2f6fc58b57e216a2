import type { ModelManifest } from '../model-pack/types';
import { decodeOnnx } from '../onnx/decode';
import type { Problem } from '../problem';
import { ALLOWED_OPERATORS, MARKER_OPERATORS } from './allowed-operators';
import { refuseNodes, refuseOpsets, refuseTrees } from './refuse-nodes';

/**
 * Checks the graph of a pack, which anyone may have written, before the runtime sees it: its operators are
 * those of an import, or of ktyper's own marker models.
 *
 * @returns the reason why it is refused, or null
 */
export function checkPackGraph(
  { kind, features, bins }: Pick<ModelManifest, 'kind' | 'features' | 'bins'>,
  bytes: Uint8Array,
): Problem | null {
  const decoded = decodeOnnx(bytes);
  if (!decoded.ok) return decoded.error;
  const model = decoded.value;
  const allowed = kind === 'markers' ? MARKER_OPERATORS : ALLOWED_OPERATORS;
  return (
    refuseOpsets(model) ??
    refuseNodes(model, allowed) ??
    refuseTrees(model.nodes, features?.length ?? bins.count)
  );
}
