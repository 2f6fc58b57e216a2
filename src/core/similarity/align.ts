import { addPeaks, CELL, CELLS, cellOf, mzOfCell, smoothed } from './peak-density';
import { highestPeaks, type MassLine, type PeakList, PIVOT } from './peak-list';

/** Largest shift between two spectra that is looked for, ppm: calibrations of laboratories were off by -1,300 to 1,900. */
const WIDEST = 3_200;
const SHIFTS = fromMiddle(WIDEST, 150);
/** Largest tilt that is looked for, ppm per 1,000 m/z. */
const STEEPEST = 150;
const TILTS = fromMiddle(STEEPEST, 50);
/** Number of peaks that a line is searched with: the others say little more. */
const SEARCHED_PEAKS = 40;
/** Fewest peaks that a line is fitted to. */
const FEWEST = 8;
/** Least overlap of a spectrum with the one that it is laid on, as a share of that one's with itself. */
const RELATED = 0.4;
/** Most families that are looked for: each costs a search for all spectra that are left. */
const MOST_FAMILIES = 12;
const NO_ERROR: MassLine = { shift: 0, tilt: 0 };

/** Returns 0, and what is in steps on either side, the nearest first. */
function fromMiddle(end: number, step: number): readonly number[] {
  const values = [0];
  for (let value = step; value <= end; value += step) values.push(value, -value);
  return values;
}

/** A place where many spectra of a job have a peak. */
export interface CommonPeak {
  readonly mz: number;
  /** How much of the spectra it makes: a peak's share of a spectrum's length, summed over spectra. */
  readonly weight: number;
}

/** All spectra on one mass axis. */
export interface Alignment {
  /** [spectra] how far each was off the common axis; null where too few peaks are common. */
  readonly lines: readonly (MassLine | null)[];
  readonly common: readonly CommonPeak[];
}

/**
 * Lays spectra on one mass axis by a line each, without knowing what any of them is. Spectra that have most of their
 * peaks in common are a family: each is laid on the one of them that has the most peaks, and then on what all of the
 * family have in common. The axis of a family has the mean error of its spectra, since only differences are known.
 */
export function alignSpectra(spectra: readonly PeakList[]): Alignment {
  const lines: (MassLine | null)[] = spectra.map(() => null);
  const common: CommonPeak[] = [];
  for (const family of findFamilies(spectra)) {
    if (family.length < 2) continue;
    const own = alignFamily(
      family.map(({ index }) => spectra[index]!),
      family.map(({ line }) => line),
    );
    for (const [i, { index }] of family.entries()) lines[index] = own.lines[i]!;
    common.push(...own.common);
  }
  common.sort((a, b) => a.mz - b.mz);
  layRest(spectra, lines, common);
  return { lines, common };
}

/** Lays what has no relatives on what all others have, as far as it has peaks there. */
function layRest(
  spectra: readonly PeakList[],
  lines: (MassLine | null)[],
  common: readonly CommonPeak[],
): void {
  const density = new Float64Array(CELLS);
  for (const [i, line] of lines.entries()) if (line !== null) addPeaks(density, spectra[i]!, line);
  const wide = smoothed(density, 8);
  const rest = [...lines.keys()].filter((i) => lines[i] === null);
  for (const i of rest) {
    const peaks = spectra[i]!;
    const line = refineLine(common, peaks, searchLine(wide, peaks).line, 400);
    if (countNear(common, peaks, line) >= FEWEST) lines[i] = line;
  }
}

/** Makes families around a spectrum each, until the rest has no relatives or there are many. */
function findFamilies(spectra: readonly PeakList[]): readonly Member[][] {
  const families: Member[][] = [];
  let rest = [...spectra.keys()];
  while (rest.length > 0 && families.length < MOST_FAMILIES) {
    const reference = referenceOf(spectra, rest);
    if (reference === null) break;
    const density = new Float64Array(CELLS);
    addPeaks(density, reference, NO_ERROR);
    const wide = smoothed(density, 8);
    const itself = searchLine(wide, reference).overlap;
    const family: Member[] = [];
    const others: number[] = [];
    for (const index of rest) {
      const { line, overlap } = searchLine(wide, spectra[index]!);
      if (overlap >= RELATED * itself) family.push({ index, line });
      else others.push(index);
    }
    families.push(family);
    rest = others;
  }
  return families;
}

interface Member {
  readonly index: number;
  readonly line: MassLine;
}

function alignFamily(spectra: readonly PeakList[], found: readonly MassLine[]): Alignment {
  let lines = found;
  let common: readonly CommonPeak[] = [];
  for (const tolerance of [600, 400, 300]) {
    const start = centred(lines);
    common = commonPeaks(spectra, start);
    lines = spectra.map((peaks, i) => refineLine(common, peaks, start[i]!, tolerance));
  }
  const isLaid = (peaks: PeakList, i: number) => countNear(common, peaks, lines[i]!) >= FEWEST;
  return { lines: spectra.map((peaks, i) => (isLaid(peaks, i) ? lines[i]! : null)), common };
}

/** Chooses by what a spectrum is, not by its place, so that the order of spectra does not matter. */
function referenceOf(spectra: readonly PeakList[], among: readonly number[]): PeakList | null {
  let best: PeakList | null = null;
  for (const index of among) {
    const peaks = spectra[index]!;
    if (peaks.mz.length === 0) continue;
    const more = best === null ? 1 : peaks.mz.length - best.mz.length;
    if (more > 0 || (more === 0 && peaks.mz[0]! < best!.mz[0]!)) best = peaks;
  }
  return best;
}

/** Takes the mean of all lines from each, since only differences are known. */
function centred(lines: readonly MassLine[]): readonly MassLine[] {
  const mean = (of: (line: MassLine) => number) =>
    lines.reduce((sum, one) => sum + of(one), 0) / lines.length;
  const [shift, tilt] = [mean((line) => line.shift), mean((line) => line.tilt)];
  return lines.map((line) => ({ shift: line.shift - shift, tilt: line.tilt - tilt }));
}

/** Tries all lines of a grid on a density with a spectrum's highest peaks, and then finer ones around the best. */
function searchLine(
  density: Float64Array,
  spectrum: PeakList,
): { line: MassLine; overlap: number } {
  const { mz, height } = highestPeaks(spectrum, SEARCHED_PEAKS);
  const cells = mz.map((one) => cellOf(one));
  const slopes = mz.map((one) => (one - PIVOT) / 1_000 / CELL);
  let best = NO_ERROR;
  let most = -1;
  const attempt = (shift: number, tilt: number) => {
    const moved = shift / CELL;
    let score = 0;
    for (let i = 0; i < cells.length; i++) {
      const cell = Math.floor(cells[i]! - moved - tilt * slopes[i]!);
      if (cell >= 0 && cell < CELLS) score += height[i]! * density[cell]!;
    }
    // Of lines that fit about equally well, the one that moves less.
    if (score > most * (1 + 1e-9)) [most, best] = [score, { shift, tilt }];
  };
  for (const shift of SHIFTS) for (const tilt of TILTS) attempt(shift, tilt);
  for (const step of [50, 25]) {
    const { shift, tilt } = best;
    for (let s = -step; s <= step; s += step) {
      for (let t = -step / 2; t <= step / 2; t += step / 2) attempt(shift + s, tilt + t);
    }
  }
  let squares = 0;
  for (const one of height) squares += one * one;
  return { line: best, overlap: squares > 0 ? most / Math.sqrt(squares) : 0 };
}

/** Finds where spectra have peaks in common: maxima of the density, with at least a twentieth of the highest. */
function commonPeaks(
  spectra: readonly PeakList[],
  lines: readonly MassLine[],
): readonly CommonPeak[] {
  const sum = new Float64Array(CELLS);
  for (const [i, peaks] of spectra.entries()) addPeaks(sum, peaks, lines[i]!);
  const density = smoothed(sum, 5);
  let highest = 0;
  for (const value of density) if (value > highest) highest = value;
  const found: CommonPeak[] = [];
  for (let cell = 4; cell < CELLS - 4; cell++) {
    const weight = density[cell]!;
    if (weight < highest / 20) continue;
    let isTop = true;
    for (let i = 1; i <= 4 && isTop; i++) {
      isTop = density[cell - i]! < weight && density[cell + i]! <= weight;
    }
    if (!isTop) continue;
    let [mass, place] = [0, 0];
    for (let i = cell - 4; i <= cell + 4; i++) {
      mass += density[i]!;
      place += density[i]! * i;
    }
    found.push({ mz: mzOfCell(place / mass), weight });
  }
  return found;
}

/** Calls back with each peak that has a common one near, once its line is taken off: its error, and its weight. */
function eachNear(
  common: readonly CommonPeak[],
  peaks: PeakList,
  { shift, tilt }: MassLine,
  tolerance: number,
  tell: (mz: number, error: number, weight: number) => void,
): void {
  let at = 0;
  for (let i = 0; i < peaks.mz.length; i++) {
    const mz = peaks.mz[i]!;
    const expected = shift + (tilt * (mz - PIVOT)) / 1_000;
    const moved = mz / (1 + expected * 1e-6);
    while (
      at + 1 < common.length &&
      Math.abs(common[at + 1]!.mz - moved) <= Math.abs(common[at]!.mz - moved)
    )
      at++;
    const near = common[at];
    if (near === undefined) return;
    const error = (mz / near.mz - 1) * 1e6;
    if (Math.abs(error - expected) > tolerance) continue;
    const far = (error - expected) / tolerance;
    // A bisquare: what is far off is another peak.
    const trust = (1 - far * far) ** 2;
    tell(mz, error, trust * Math.sqrt(near.weight * peaks.height[i]!));
  }
}

function countNear(common: readonly CommonPeak[], peaks: PeakList, line: MassLine): number {
  let count = 0;
  eachNear(common, peaks, line, 300, () => (count += 1));
  return count;
}

/** Fits the line again, by weighted least squares, to the peaks that have a common one near. */
function refineLine(
  common: readonly CommonPeak[],
  peaks: PeakList,
  start: MassLine,
  tolerance: number,
): MassLine {
  let line = start;
  for (let round = 0; round < 3; round++) {
    let [w, x, y, xx, xy, count] = [0, 0, 0, 0, 0, 0];
    eachNear(common, peaks, line, tolerance, (mz, error, weight) => {
      const place = (mz - PIVOT) / 1_000;
      count += 1;
      w += weight;
      x += weight * place;
      y += weight * error;
      xx += weight * place * place;
      xy += weight * place * error;
    });
    const spread = w * xx - x * x;
    if (count < FEWEST || !(spread > 0)) return line;
    const tilt = (w * xy - x * y) / spread;
    if (Math.abs(tilt) > 2 * STEEPEST) return line;
    line = { shift: (y - tilt * x) / w, tilt };
  }
  return line;
}
