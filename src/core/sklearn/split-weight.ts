/**
 * Splits fractions so that sums of many of them stay exact in float32, in which the graph adds: into a coarse
 * part, a multiple of a quantum so large that no sum of `count` parts needs more than 24 bits, and the small
 * rest, whose sum has an error that much smaller. Adding whole fractions would be wrong by up to count /
 * 2^25: more than 1e-6 from a few dozen trees on.
 *
 * @param count number of fractions that are added up, at least 1
 * @returns the function that splits one fraction in [0, 1] into [coarse, rest]
 */
export function weightSplitter(count: number): (fraction: number) => [number, number] {
  const quantum = 2 ** (Math.ceil(Math.log2(count)) - 24);
  return (fraction) => {
    const coarse = Math.floor(fraction / quantum) * quantum;
    return [coarse, fraction - coarse];
  };
}
