/** Points of an invented whole-cell profile. */
export interface MadeProfile {
  readonly mz: Float64Array;
  readonly intensity: Float64Array;
}

/**
 * Makes a profile much like one from an instrument: a time-of-flight axis that begins at `from`, a falling
 * baseline, a peak every 500 Da, and noise that is the same at each call.
 */
export function makeProfile({
  points = 20_700,
  from = 1_999.8,
  to = 20_000,
  seed = 1,
}: {
  readonly points?: number;
  readonly from?: number;
  readonly to?: number;
  readonly seed?: number;
} = {}): MadeProfile {
  const mz = new Float64Array(points);
  const intensity = new Float64Array(points);
  const [first, last] = [Math.sqrt(from), Math.sqrt(to)];
  let noise = seed;
  for (let i = 0; i < points; i++) {
    const at = (first + ((last - first) * i) / (points - 1)) ** 2;
    // The m/z has the precision of the text, so that writing and reading changes nothing.
    mz[i] = Number(at.toFixed(4));
    noise = (noise * 16_807) % 2_147_483_647;
    const fromPeak = (at % 500) - 250;
    const peak = 3_000 * Math.exp(-((fromPeak / (at / 1_500)) ** 2));
    intensity[i] = Math.round(1_500 * Math.exp(-at / 4_000) + 20 + peak + (noise % 16));
  }
  return { mz, intensity };
}

/** Writes a profile as text. */
export function profileText(
  { mz, intensity }: MadeProfile,
  {
    head = '',
    separator = '\t',
    end = '\n',
    line = (m: string, i: string) => `${m}${separator}${i}`,
  }: {
    readonly head?: string;
    readonly separator?: string;
    readonly end?: string;
    readonly line?: (mz: string, intensity: string, row: number) => string;
  } = {},
): string {
  const lines = Array.from(mz, (m, i) => line(String(m), String(intensity[i]), i + 1));
  return head + lines.join(end) + end;
}

export function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}
