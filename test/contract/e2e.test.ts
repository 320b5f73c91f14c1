import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PART_NAMES } from '../../lab/asked.ts';
import { partsNamed } from '../../scripts/test-files.ts';
import { minutes } from '../e2e/longest-first.ts';

const folder = join(import.meta.dirname, '..', 'e2e');
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.ts'));
/** Operations that would disturb other files in the same lab. */
const harm: [string, RegExp][] = [
  // Allowed are imports that create buckets or return paths and addresses.
  [
    'starts, stops or kills parts of the lab',
    /from '[./]+\/lab\/(?!(asked|bucket|credentials|database-image|lab|s3|wheels)\.ts)[\w-]+\.ts'/,
  ],
  ['stops a shared object store', /\b(stopStore|wipeStore)\b/],
  ['removes a node', /\b(cordon|drain|zoneOff)\b/],
  ['prunes the cache of the builder', /'buildx', \['prune'/],
];

/** Parts of the lab, and the code that needs them. */
const partOf: [string, RegExp][] = [
  ['sigstore', /from '[./]+\/sigstore\.ts'/],
  ['registries', /from '[./]+\/registries\.ts'/],
  ['recovery', /from '[./]+\/database\/(database|doomed)\.ts'|from '[./]+\/lab\/(bucket|s3)\.ts'/],
  ['cosign', /\bkeyPair\(|\btrustingShop\(|run\('cosign'/],
  ['metrics', /'kubectl', 'top'/],
  ['traefik', /'traefik'\]|gateways\.traefik/],
];

describe('a file of end-to-end tests', () => {
  const tests = files
    .filter(file => file.endsWith('.test.ts'))
    .map(file => ({ file, text: readFileSync(join(folder, file), 'utf8') }));

  it.each(partOf)('that uses the part %s declares it with `needs`', (part, pattern) => {
    const found = tests.filter(({ text }) => pattern.test(text));
    expect(found.length, 'files that the pattern matches').toBeGreaterThan(0);
    const silent = found.filter(({ text }) => !partsNamed(text).includes(part));
    expect(silent.map(({ file }) => file)).toEqual([]);
  });

  it('calls `needs` at the top level with names of parts, so that scripts/test can read it', () => {
    for (const { file, text } of tests) {
      const calls = text.match(/\bneeds\(/g) ?? [];
      const named = partsNamed(text);
      expect(PART_NAMES, file).toEqual(expect.arrayContaining(named));
      expect(calls.length > 0, file).toBe(named.length > 0);
      expect(calls.length, file).toBeLessThanOrEqual(1);
    }
  });

  it('that is a golden path needs no additional part that takes long to build', () => {
    const golden = tests.filter(({ file }) => dirname(file) === 'golden');
    expect(golden.length).toBeGreaterThan(5);
    expect([...new Set(golden.flatMap(({ text }) => partsNamed(text)))].sort()).toEqual([
      'cosign',
      'recovery',
    ]);
  });

  it('is in a folder that vitest searches', () => {
    const places = files.filter(file => file.endsWith('.test.ts')).map(dirname);
    expect([...new Set(places)].sort()).toEqual(['.', 'alone', 'conformance', 'golden', 'recovery']);
  });

  it.each(harm)('that %s is in alone/ or conformance/', (_, pattern) => {
    const found = files.filter(file => pattern.test(readFileSync(join(folder, file), 'utf8')));
    expect(found.length, 'files that the pattern matches').toBeGreaterThan(0);
    expect(found.filter(file => !/^(alone|conformance)\//.test(file))).toEqual([]);
  });

  it('in the list of longest files exists', () => {
    for (const name of minutes) expect(existsSync(join(folder, `${name}.test.ts`)), name).toBe(true);
  });
});
