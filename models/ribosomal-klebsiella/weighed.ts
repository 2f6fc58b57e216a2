/** A number with a weight. */
export interface Weighed {
  readonly value: number;
  readonly weight: number;
}

/** @returns the value below which half of the weight lies */
export function median(values: readonly Weighed[]): number {
  const sorted = [...values].sort((a, b) => a.value - b.value);
  const half = sum(sorted.map(({ weight }) => weight)) / 2;
  let passed = 0;
  for (const { value, weight } of sorted) {
    passed += weight;
    if (passed >= half) return value;
  }
  return 0;
}

export function mean(values: readonly Weighed[]): number {
  const total = sum(values.map(({ weight }) => weight));
  return total === 0 ? 0 : sum(values.map(({ value, weight }) => value * weight)) / total;
}

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

export function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
