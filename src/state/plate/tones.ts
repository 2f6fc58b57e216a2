import type { Hex } from '../spectrum/scene';

/** A colour on the light page and on the dark one. Files have the light one. */
export interface Tone {
  readonly light: Hex;
  readonly dark: Hex;
}

export type RampKind = 'sequential' | 'diverging';

/** A continuous scale of colours: equal steps from its low end to its high end. */
export type Ramp = readonly Tone[];

function onBoth(...colours: readonly Hex[]): Ramp {
  return colours.map((colour) => ({ light: colour, dark: colour }));
}

export const ramps: Readonly<Record<RampKind, Ramp>> = {
  // Cividis, made for all kinds of colour vision: Nuñez et al. 2018, doi:10.1371/journal.pone.0199239.
  sequential: onBoth(
    '#002051',
    '#0a326a',
    '#2b446e',
    '#4d566d',
    '#696970',
    '#7f7c75',
    '#948f78',
    '#ada476',
    '#caba6a',
    '#ead156',
    '#fdea45',
  ),
  // Blue to orange, which all kinds of colour vision tell apart (after ColorBrewer's RdBu and PuOr). Its middle
  // is near the page's colour.
  diverging: [
    { light: '#2166ac', dark: '#b5dcff' },
    { light: '#4393c3', dark: '#6fb4ee' },
    { light: '#92c5de', dark: '#3c81bd' },
    { light: '#d1e5f0', dark: '#2a5075' },
    { light: '#f7f7f7', dark: '#262c31' },
    { light: '#fee0b6', dark: '#66461d' },
    { light: '#fdb863', dark: '#a96c1b' },
    { light: '#e08214', dark: '#ea9c3e' },
    { light: '#b35806', dark: '#ffd09a' },
  ],
};

/** Returns the colour at a place of a ramp, 0 to 1. */
export function toneAt(kind: RampKind, place: number): Tone {
  const ramp = ramps[kind];
  const at = Math.max(0, Math.min(1, place)) * (ramp.length - 1);
  const below = Math.min(Math.floor(at), ramp.length - 2);
  const [low, high] = [ramp[below]!, ramp[below + 1]!];
  const part = at - below;
  return { light: mix(low.light, high.light, part), dark: mix(low.dark, high.dark, part) };
}

/** Returns black or white, whichever is easier to read on a colour: the contrast is at least 4.5. */
export function inkOn(colour: Hex): Hex {
  return contrast(colour, '#000000') >= contrast(colour, '#ffffff') ? '#000000' : '#ffffff';
}

/** Returns the contrast of two colours by WCAG 2, from 1 to 21. */
export function contrast(a: Hex, b: Hex): number {
  const [darker, lighter] = [luminance(a), luminance(b)].sort((one, other) => one - other);
  return (lighter! + 0.05) / (darker! + 0.05);
}

/** Returns the relative luminance of a colour by WCAG 2, from 0 to 1. */
export function luminance(colour: Hex): number {
  const [red, green, blue] = channels(colour).map((channel) => {
    const value = channel / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

/** Writes a colour for a style sheet: the page's theme picks one of the two. */
export function cssColour({ light, dark }: Tone): string {
  return `light-dark(${light}, ${dark})`;
}

/** Writes the colour of text on a tone. */
export function cssInk({ light, dark }: Tone): string {
  return cssColour({ light: inkOn(light), dark: inkOn(dark) });
}

/** Writes a whole ramp as a background from left to right. */
export function cssGradient(kind: RampKind): string {
  // eslint-disable-next-line house/no-sentences -- This is CSS.
  return `linear-gradient(to right, ${ramps[kind].map(cssColour).join(', ')})`;
}

function mix(a: Hex, b: Hex, part: number): Hex {
  const to = channels(b);
  const mixed = channels(a).map((from, i) => Math.round(from + part * (to[i]! - from)));
  return `#${mixed.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}

function channels(colour: Hex): readonly number[] {
  return [1, 3, 5].map((start) => parseInt(colour.slice(start, start + 2), 16));
}
