import { FLOOR, REFERENCE } from './timers';
import type { SummarisedFigure } from './figures';

/** The aims: how many times as fast as the reference's whole process. */
const GOALS = [
  { key: 'chromium 2 warm', times: 15 },
  { key: 'chromium 1 warm', times: 9 },
  { key: 'chromium 1 cold', times: 5 },
  { key: 'chromium 1 row', times: 4 },
] as const;
/** The longest time of a run, as a multiple of the floor. */
const OVER_FLOOR = 2;

/** Longest time of a start without a network, in milliseconds. */
const OFFLINE = 1_000;

/**
 * Longest time of the bundled model for a spectrum, as a multiple of its first version: 0.6 ms where that
 * took 0.34.
 */
const OVER_FIRST_MODEL = 0.6 / 0.34;

/** Writes a sentence for each aim: whether it is reached. */
export function goalLines(figures: readonly SummarisedFigure[]): readonly string[] {
  const find = (key: string) => figures.find((figure) => figure.key === key);
  const lines: string[] = GOALS.flatMap(({ key, times }) => {
    const figure = find(key);
    const ratio = figure?.ratio ?? null;
    if (figure === undefined || ratio === null) return [];
    return [`${figure.label}: ${ratio.toFixed(1)} times as fast; ${aim(ratio >= times)} ${times}`];
  });
  const offline = find('chromium 1 offline');
  const started =
    offline === undefined
      ? []
      : [
          `${offline.label}: ${Math.round(offline.median)} ms; ${aim(offline.median <= OFFLINE)} ${OFFLINE}`,
        ];
  const model = find('bundled spectrum');
  const first = find('first spectrum');
  if (model !== undefined && first !== undefined) {
    const times = model.median / first.median;
    const limit = OVER_FIRST_MODEL.toFixed(2);
    lines.push(
      `${model.label}: ${times.toFixed(2)} times version 1.0.0; ${aim(times <= OVER_FIRST_MODEL)} ${limit}`,
    );
  }
  const floor = find(FLOOR);
  const warm = find('chromium 1 warm');
  if (floor === undefined || warm === undefined) return [...lines, ...started];
  const over = warm.median / floor.median;
  const sentence = `${warm.label}: ${over.toFixed(1)} times the floor; ${aim(over <= OVER_FLOOR)} ${OVER_FLOOR}`;
  const reference = find(REFERENCE);
  const python =
    reference === undefined
      ? []
      : [`${reference.label}: ${(reference.median / floor.median).toFixed(1)} times the floor`];
  return [...lines, ...started, sentence, ...python];
}

export function aim(isReached: boolean): string {
  return isReached ? 'reached, the aim was' : 'NOT reached, the aim is';
}
