import type { MarkerParameters } from './parameters';

/** Density of a mass error, per ppm: the mixture of centred normals. `errorPpm` in ppm. */
export function massErrorDensity(errorPpm: number, mixture: MarkerParameters['massError']): number {
  return mixture.reduce(
    (sum, { weight, sigmaPpm }) =>
      sum +
      (weight / (sigmaPpm * Math.sqrt(2 * Math.PI))) * Math.exp(-0.5 * (errorPpm / sigmaPpm) ** 2),
    0,
  );
}
