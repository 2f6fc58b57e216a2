import type { PaintStyle } from './paint-scene';

/** Files are for paper, whatever the page's theme: the light one's colours on white. */
export const PAPER: PaintStyle = {
  palette: {
    background: '#ffffff',
    text: '#12181c',
    muted: '#53606a',
    rule: '#e9edf0',
    trace: '#12181c',
    found: '#0b61ad',
    missing: '#53606a',
    rival: '#a34700',
    watched: '#8a2469',
    lead: '#9dc0de',
    mark: '#7a5100',
  },
  // eslint-disable-next-line house/no-sentences -- These are names of fonts.
  fontFamily: 'Arial, "Liberation Sans", Helvetica, sans-serif',
};
