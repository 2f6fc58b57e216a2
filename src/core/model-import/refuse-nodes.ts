import type { DecodedModel, DecodedNode } from '../onnx/decoded';
import { CLASSIFIER_LIMITS } from '../sklearn/budget';
import { printable } from '../text';
import { ALLOWED_OPSETS, type OperatorList } from './allowed-operators';
import { checkEnsemble } from './check-ensemble';
import { badOnnx, type ImportProblem } from './problems';
import { sentence } from '../../words/told/sentence';

/** Refuses versions of operators, and sets of them, that the runtime may compute otherwise. */
export function refuseOpsets({ opsets }: DecodedModel): ImportProblem | null {
  for (const [domain, version] of opsets) {
    const name = domain === '' ? 'ai.onnx' : printable(domain);
    const range = ALLOWED_OPSETS.get(domain);
    if (range === undefined) {
      return badOnnx('import-onnx-version', sentence('modelFile.onnxDomain', { domain: name }));
    }
    const [first, last] = range;
    if (!(version >= first && version <= last)) {
      return badOnnx(
        'import-onnx-version',
        sentence('modelFile.onnxDomainVersion', { version, domain: name, first, last }),
      );
    }
  }
  return null;
}

/** Refuses operators that are not on the list, above all those that loop. */
export function refuseNodes(
  { nodes, opsets }: DecodedModel,
  allowed: OperatorList,
): ImportProblem | null {
  for (const { domain, operator } of nodes) {
    if (allowed.get(domain)?.has(operator) !== true) {
      const name = printable(domain === '' ? operator : `${domain}.${operator}`);
      return badOnnx(
        'import-onnx-operator',
        sentence('modelFile.onnxOperator', { operator: name }),
      );
    }
    if (!opsets.has(domain)) {
      return badOnnx(
        'import-onnx-version',
        sentence('modelFile.onnxOperatorVersion', { operator }),
      );
    }
  }
  return null;
}

/** Refuses ensembles of trees that the runtime could walk for ever. */
export function refuseTrees(nodes: readonly DecodedNode[], features: number): ImportProblem | null {
  let total = 0;
  for (const node of nodes) {
    if (!node.operator.startsWith('TreeEnsemble')) continue;
    const count = checkEnsemble(node, features);
    if (!count.ok) return count.error;
    total += count.value;
  }
  const { nodes: most } = CLASSIFIER_LIMITS;
  return total > most
    ? badOnnx('import-onnx-trees', sentence('modelFile.onnxTreesManyInAll', { count: total, most }))
    : null;
}
