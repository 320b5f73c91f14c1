import { expect, it } from 'vitest';
import { formatDuration, roughTimeSpan, timeSpan } from '../../src/toolkit/duration.ts';

const minute = 60_000;

it.each([
  [0, '0 s'],
  [350, '350 ms'],
  [90_000, '90 s'],
  [2.5 * minute, '2 min 30 s'],
  [90 * minute, '90 min'],
  [150 * minute, '2 h 30 min'],
  [120 * minute + 29_000, '2 h'],
  [72 * 60 * minute, '3 days'],
])('%i ms are %s in a sentence', (ms, text) => {
  expect(timeSpan(ms)).toBe(text);
});

it.each([
  [45_400, '45 s'],
  [26 * minute, '26 min'],
  [156 * minute, '2.6 h'],
])('%i ms are %s in an estimate', (ms, text) => {
  expect(roughTimeSpan(ms)).toBe(text);
});

it('formats a duration as slipway.yml has it', () => {
  expect(formatDuration(90_000)).toBe('1m30s');
});
