import type { DecodedModel, DecodedNode } from '../onnx/decoded';
import { CLASSIFIER_LIMITS } from '../sklearn/budget';
import { printable } from '../text';
import { ALLOWED_OPSETS, type OperatorList } from './allowed-operators';
import { checkEnsemble } from './check-ensemble';
import { badOnnx, type ImportProblem } from './problems';

/** Refuses versions of operators, and sets of them, that the runtime may compute otherwise. */
export function refuseOpsets({ opsets }: DecodedModel): ImportProblem | null {
  for (const [domain, version] of opsets) {
    const name = domain === '' ? 'ai.onnx' : printable(domain);
    const range = ALLOWED_OPSETS.get(domain);
    if (range === undefined) {
      return badOnnx('import-onnx-version', `The ONNX file uses operators of ${name}.`);
    }
    const [first, last] = range;
    if (!(version >= first && version <= last)) {
      return badOnnx(
        'import-onnx-version',
        `The ONNX file uses version ${version} of ${name}; ${first} to ${last} can be imported.`,
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
        `The ONNX file uses the operator ${name}, which models of ktyper do not need.`,
      );
    }
    if (!opsets.has(domain)) {
      return badOnnx(
        'import-onnx-version',
        `The ONNX file does not say which version of the operator ${operator} it uses.`,
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
    ? badOnnx(
        'import-onnx-trees',
        `The ONNX file has trees with ${total} nodes; ${most} are the most.`,
      )
    : null;
}
