import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { longestDuration, parseDuration } from '../../src/config/duration.ts';
import { formatDuration, secondsOutput } from '../../src/toolkit/duration.ts';

describe('a duration', () => {
  it.each([
    ['250ms', 250],
    ['30s', 30_000],
    ['5m', 300_000],
    ['1h30m', 5_400_000],
    ['90m', 5_400_000],
    ['1m500ms', 60_500],
    ['24h', longestDuration],
    ['007s', 7_000],
  ])('is read from %s', (text, milliseconds) => {
    expect(parseDuration(text)).toBe(milliseconds);
  });

  it.each([
    '',
    '5',
    's',
    '5 m',
    ' 5m',
    '5m ',
    '-5m',
    '+5m',
    '1.5h',
    '5M',
    '5d',
    '30m1h',
    '5m5m',
    '1e3s',
    '٣s',
    '999999999999h',
  ])('is not read from "%s"', text => {
    expect(parseDuration(text)).toBeUndefined();
  });

  it.each(['0s', '0h0m', '24h1ms', '1441m', '99999999h'])(
    'is not read from %s, which is out of range',
    text => {
      expect(parseDuration(text)).toBeUndefined();
    },
  );

  it.each([
    ['90s', '1m30s'],
    ['1440m', '24h'],
    ['1001ms', '1s1ms'],
  ])('is written in its shortest form: %s as %s', (text, shortest) => {
    expect(formatDuration(parseDuration(text)!)).toBe(shortest);
  });

  it('is the same after formatting and parsing', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: longestDuration }), milliseconds => {
        const duration = parseDuration(`${milliseconds}ms`)!;
        expect(duration).toBe(milliseconds);
        expect(parseDuration(formatDuration(duration))).toBe(duration);
      }),
    );
  });

  it('is a whole number in range or undefined for any text', () => {
    const digits = fc.array(fc.constantFrom('0', '1', '9', 'h', 'm', 's', 'ms', '.', '-'), { maxLength: 12 });
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          digits.map(parts => parts.join('')),
        ),
        text => {
          const duration = parseDuration(text);
          if (duration === undefined) return;
          expect(Number.isInteger(duration)).toBe(true);
          expect(duration).toBeGreaterThan(0);
          expect(duration).toBeLessThanOrEqual(longestDuration);
        },
      ),
    );
  });
});

it('an output in seconds has hundredths, and is empty without a value', () => {
  expect([2_400, 0, undefined].map(secondsOutput)).toEqual(['2.40', '0.00', '']);
});
