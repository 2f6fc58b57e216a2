import { readArray } from '../pickle/numpy/array';
import { readLabels } from '../pickle/numpy/labels';
import { type Estimator, readVersion } from './estimator';
import type { Model } from './model';

/** What is read alike of every kind of classifier. @param features number of its columns */
export function describeModel(
  estimator: Estimator,
  features: number | null,
): Pick<Model, 'name' | 'version' | 'features' | 'featureNames'> {
  return {
    name: estimator.name,
    version: readVersion(estimator),
    features,
    featureNames: readFeatureNames(estimator),
  };
}

/** @returns `feature_names_in_`, which an estimator has that was trained on a table with names */
export function readFeatureNames({ fields }: Estimator): readonly string[] | null {
  const array = readArray(fields.get('feature_names_in_'));
  const labels = array.ok && array.value.shape.length === 1 ? readLabels(array.value) : null;
  return labels?.ok === true ? labels.value : null;
}
