import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { paperTaxa, PAPER_NONE } from '../../../../src/state/plate/paper-taxa';
import { confidenceLooks, verdictLooks } from '../../../../src/state/plate/level-marks';
import {
  contrast,
  cssColour,
  cssGradient,
  cssInk,
  inkOn,
  luminance,
  ramps,
  toneAt,
} from '../../../../src/state/plate/tones';

const PLACES = Array.from({ length: 101 }, (_, i) => i / 100);

describe('a ramp of colours', () => {
  it('has its colours at its ends and its middle, and does not go beyond', () => {
    expect(toneAt('sequential', 0).light).toBe('#002051');
    expect(toneAt('sequential', 1).light).toBe('#fdea45');
    expect(toneAt('diverging', 0.5)).toEqual(ramps.diverging[4]);
    expect(toneAt('sequential', -3)).toEqual(toneAt('sequential', 0));
    expect(toneAt('diverging', 7)).toEqual(toneAt('diverging', 1));
    expect(toneAt('diverging', 1 / 16).light).toBe('#327db8');
  });

  it('becomes lighter from low to high, so that it can be read without colour', () => {
    for (const theme of ['light', 'dark'] as const) {
      const light = PLACES.map((place) => luminance(toneAt('sequential', place)[theme]));
      for (let i = 1; i < light.length; i += 1) expect(light[i]!).toBeGreaterThan(light[i - 1]!);
    }
  });

  it('with two directions differs from the page’s colour on both sides', () => {
    for (const [theme, page] of [
      ['light', '#ffffff'],
      ['dark', '#0f1214'],
    ] as const) {
      const away = PLACES.map((place) => contrast(toneAt('diverging', place)[theme], page));
      for (let i = 1; i < away.length; i += 1) {
        if (i <= 50) expect(away[i]!).toBeLessThanOrEqual(away[i - 1]!);
        else expect(away[i]!).toBeGreaterThanOrEqual(away[i - 1]!);
      }
      for (const end of [away[0], away.at(-1)]) expect(end).toBeGreaterThan(4.5);
      expect(away[50]!).toBeLessThan(1.5);
    }
  });

  it('has readable text on it, everywhere and in both themes', () => {
    const looks = [...Object.values(verdictLooks), ...Object.values(confidenceLooks)];
    const tones = [
      ...looks.map(({ tone }) => tone),
      ...PLACES.flatMap((place) => [toneAt('sequential', place), toneAt('diverging', place)]),
    ];
    for (const { light, dark } of tones) {
      expect(contrast(light, inkOn(light))).toBeGreaterThanOrEqual(4.5);
      expect(contrast(dark, inkOn(dark))).toBeGreaterThanOrEqual(4.5);
    }
  });

  it('is defined for both themes', () => {
    expect(cssColour({ light: '#ffffff', dark: '#000000' })).toBe('light-dark(#ffffff, #000000)');
    expect(cssInk({ light: '#ffffff', dark: '#000000' })).toBe('light-dark(#000000, #ffffff)');
    expect(cssGradient('diverging').match(/light-dark/g)).toHaveLength(9);
  });
});

it('levels differ in lightness, and not only in hue', () => {
  for (const looks of [verdictLooks, confidenceLooks]) {
    for (const theme of ['light', 'dark'] as const) {
      const colours = Object.values(looks).map(({ tone }) => tone[theme]);
      for (const [i, colour] of colours.entries()) {
        for (const other of colours.slice(0, i)) {
          expect(contrast(colour, other)).toBeGreaterThan(1.5);
        }
      }
    }
  }
});

it('taxa have the light theme’s colours in pictures', () => {
  const css = readFileSync('src/styles/tokens.css', 'utf8');
  const lightOf = (name: string) =>
    new RegExp(`--taxon-${name}: light-dark\\((#[0-9a-f]{6}),`).exec(css)?.[1];
  expect(paperTaxa).toEqual(Array.from({ length: 9 }, (_, i) => lightOf(String(i))));
  expect(PAPER_NONE).toBe(lightOf('none'));
});
