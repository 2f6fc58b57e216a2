/** Cut, not rounded, so that 0.996 never reads as certain: `0.99`. */
export function formatProbability(probability: number): string {
  return (Math.floor(probability * 100 + 1e-9) / 100).toFixed(2);
}
