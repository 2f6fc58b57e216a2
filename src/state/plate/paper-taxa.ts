import { unreachable } from '../../core/result';
import type { Hex, Shape } from '../spectrum/scene';
import type { CallMark } from '../results/call-words';
import type { SampleStatus } from '../results/sample-status';
import { taxonShape } from '../results/taxon-shapes';

/** The colours of taxa on the light page, as in `tokens.css`, which a file cannot refer to. */
export const paperTaxa: readonly Hex[] = [
  '#332288',
  '#4f86a6',
  '#3a9284',
  '#117733',
  '#747a1c',
  '#a07c1c',
  '#cc6677',
  '#882255',
  '#aa4499',
];
export const PAPER_NONE: Hex = '#808a92';

const RING = 'M12 1.5a10.5 10.5 0 1 1 0 21a10.5 10.5 0 0 1 0-21Z';

/**
 * Draws the mark of a call, as a spot of the page has it.
 *
 * @param status null for a spectrum that was left out
 * @param size of the mark's square, whose middle is at `x` and `y`
 */
export function callGlyphs(
  mark: CallMark | null,
  status: SampleStatus | null,
  { x, y, size }: { readonly x: number; readonly y: number; readonly size: number },
): readonly Shape[] {
  const scale = size / 24;
  const at = { kind: 'glyph' as const, x: x - size / 2, y: y - size / 2, scale, dash: [] };
  if (mark === null) {
    return [{ ...at, ink: null, stroke: 'muted', width: 1.5, dash: [1, 3], path: RING }];
  }
  const colour = typeof mark === 'number' ? paperTaxa[mark % paperTaxa.length]! : PAPER_NONE;
  const ring: Shape = {
    ...at,
    ink: null,
    stroke: colour,
    width: status === 'identified' ? 2.5 : 1.5,
    dash: status === 'weak' ? [3.5, 3] : [],
    path: RING,
  };
  if (typeof mark === 'number') {
    const inside = { ...at, x: at.x + 6 * scale, y: at.y + 6 * scale };
    return [ring, { ...inside, ink: colour, stroke: null, width: 1, path: taxonShape(mark) }];
  }
  return [ring, { ...at, ink: null, stroke: 'text', width: 1.75, path: signOf(mark) }];
}

function signOf(mark: Exclude<CallMark, number>): string {
  switch (mark) {
    case 'group':
      return 'M12 8v8M8 12h8';
    case 'none':
      return 'M8 12h8';
    case 'unread':
      return 'M8 8l8 8M16 8l-8 8';
    default:
      return unreachable(mark);
  }
}
