/**
 * Splits values so that sums of many of them stay exact in float32, in which the graph adds: into a coarse
 * part, a multiple of a quantum so large that no sum of `count` parts needs more than 24 bits, and the small
 * rest, whose sum has an error that much smaller. Adding whole fractions would be wrong by up to count /
 * 2^25: more than 1e-6 from a few dozen trees on.
 *
 * @param count number of values that are added up
 * @param largest the largest absolute value among them
 * @returns the function that splits one value into [coarse, rest]
 */
export function weightSplitter(count: number, largest = 1): (value: number) => [number, number] {
  const most = Math.max(1, count) * (largest > 0 ? largest : 1);
  const quantum = 2 ** (Math.ceil(Math.log2(most)) - 24);
  return (value) => {
    const coarse = Math.floor(value / quantum) * quantum;
    return [coarse, value - coarse];
  };
}
