import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { minutes } from '../e2e/longest-first.ts';

const folder = join(import.meta.dirname, '..', 'e2e');
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.ts'));
/** What may not be done to a lab in which other files run. */
const harm: [string, RegExp][] = [
  // Of the lab's own code only what gives a file a bucket of its own, and knows where things are.
  [
    'starts, stops or kills parts of the lab',
    /from '[./]+\/lab\/(?!(asked|bucket|credentials|database-image|lab|s3|wheels)\.ts)[\w-]+\.ts'/,
  ],
  ['stops a store that others use', /\b(stopStore|wipeStore)\b/],
  ['takes a node away', /\b(cordon|drain|zoneOff)\b/],
  ['empties the cache of the builder', /'buildx', \['prune'/],
];

describe('a file of end-to-end tests', () => {
  it('stands where vitest looks for it', () => {
    const places = files.filter(file => file.endsWith('.test.ts')).map(dirname);
    expect([...new Set(places)].sort()).toEqual(['.', 'alone', 'recovery']);
  });

  it.each(harm)('that %s stands in alone/', (_, pattern) => {
    const found = files.filter(file => pattern.test(readFileSync(join(folder, file), 'utf8')));
    expect(found.length, 'the pattern finds those that do').toBeGreaterThan(0);
    expect(found.filter(file => dirname(file) !== 'alone')).toEqual([]);
  });

  it('that begins before others is there', () => {
    for (const name of minutes) expect(existsSync(join(folder, `${name}.test.ts`)), name).toBe(true);
  });
});
