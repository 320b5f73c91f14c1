import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');

/** Patterns of a hand-written fake cluster: made by a cast, or from a test's own functions. */
const byHand = [
  /\bas (?:unknown as )?(?:Partial<)?Cluster\b/,
  /\bas unknown as \S+\['cluster'\]/,
  /\): Cluster => ?\(?\{|: (?:Partial<)?Cluster>? = \{/,
  /\bcluster(?:: | = (?:\([^)]*\) => \(?)?)\{\s*(?:now|call|calls|get|list|create|replace|patch|remove|watch|fetch)\b[:,]/,
];

/** The exceptions, with their reasons. */
const allowed: Record<string, string> = {
  'bench/recovery/fuzz.ts': 'a real cluster with one broken call',
  'recovery/drill/application-world.ts': 'the fake API server with commands in pods, which it does not serve',
  'release/driven.ts': 'a model of a cluster, small enough for a search by random actions',
};

const isByHand = (text: string) => byHand.some(pattern => pattern.test(text));

describe('a cluster in a test', () => {
  const files = globSync('**/*.ts', { cwd: root }).filter(file => !file.startsWith('contract/clusters'));

  it('is detected if it is hand-written', () => {
    for (const text of [
      'const cluster = { get: async () => undefined } as unknown as Cluster;',
      'const nothing = {} as Cluster;',
      'const gone: Cluster = { ...reader };',
      'const cluster = {\n    list: async () => ({ items: [] }),\n  };',
      'const cluster = (live: unknown) => ({ get: async () => live });',
      "cluster: { list: async () => [] } as unknown as Task['cluster'],",
    ])
      expect(isByHand(text), text).toBe(true);
    expect(isByHand('const cluster = { ...api.cluster, reach: {} };')).toBe(false);
  });

  it('is the real client over the fake API server (test/cluster/fake-api-server.ts), or a real one', () => {
    const found = files.filter(file => isByHand(readFileSync(join(root, file), 'utf8')));
    expect(found.sort()).toEqual(Object.keys(allowed).sort());
  });
});
