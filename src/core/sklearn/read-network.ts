import { readArray } from '../pickle/numpy/array';
import { listItems } from '../pickle/value';
import { err, ok, type Result } from '../result';
import { describeModel } from './describe-model';
import type { Estimator } from './estimator';
import { type Expression, withComplement } from './expression';
import type { Model, ReadContext, ReadProblem } from './model';
import { incomplete, incompleteOfClasses, unsupported } from './problems';
import { readClasses } from './read-classes';
import { readMatrix, readRow } from './read-matrix';
import { severalLabels } from './read-forest';
import { sentence } from '../../words/told/sentence';

/** What a hidden layer does with its sums. */
const ACTIVATIONS: Readonly<Record<string, (of: Expression) => Expression>> = {
  identity: (of) => of,
  logistic: (of) => ({ op: 'sigmoid', of }),
  tanh: (of) => ({ op: 'tanh', of }),
  relu: (of) => ({ op: 'relu', of }),
};

/** Reads an MLPClassifier, a network of dense layers. */
export function readNetwork(
  estimator: Estimator,
  { view, budget }: ReadContext,
): Result<Model, ReadProblem> {
  const { name, fields } = estimator;
  const labels = readArray(fields.get('classes_'));
  const classes = readClasses(fields.get('classes_'));
  const weights = listItems(fields.get('coefs_'));
  const biases = listItems(fields.get('intercepts_'));
  const activation = fields.get('activation');
  const activate = typeof activation === 'string' ? ACTIVATIONS[activation] : undefined;
  if (!labels.ok) return labels;
  if (!classes.ok) return classes;
  if (weights === null || weights.length === 0) return err(incomplete(name, 'coefs_'));
  if (biases?.length !== weights.length) return err(incomplete(name, 'intercepts_'));
  if (activate === undefined) {
    return err(unsupported(sentence('sklearn.unknownActivation', { name })));
  }

  let features: number | null = null;
  let width = 0;
  let layer: Expression | null = null;
  for (const [i, value] of weights.entries()) {
    const parts: Estimator = {
      name,
      fields: new Map([
        ['coefs_', value],
        ['intercepts_', biases[i]!],
      ]),
    };
    const matrix = readMatrix(parts, 'coefs_', budget);
    if (!matrix.ok) return matrix;
    const { rows, columns, data } = matrix.value;
    const bias = readRow(parts, 'intercepts_', columns);
    if (!bias.ok) return bias;
    if (columns === 0 || (layer !== null && rows !== width)) return err(incomplete(name, 'coefs_'));
    features ??= rows;
    const of: Expression = layer === null ? view.table(rows) : activate(layer);
    layer = { op: 'dense', of, weights: data, bias: bias.value };
    width = columns;
  }
  const count = classes.value.length;
  const out = fields.get('out_activation_');
  if (out === 'logistic' && width > 1) return err(severalLabels(name, width));
  if (layer === null || width !== (count === 2 && out === 'logistic' ? 1 : count)) {
    return err(incompleteOfClasses(name, 'coefs_'));
  }
  return ok({
    ...describeModel(estimator, features),
    classes: classes.value,
    probabilities: ok(
      out === 'logistic'
        ? withComplement({ op: 'sigmoid', of: layer })
        : { op: 'softmax', of: layer },
    ),
    decisions: null,
    sumsToOne: true,
  });
}
