import { describe, expect, it } from 'vitest';
import type { JudgedImage, PlannedDeletion } from '../../src/image/deletion-plan.ts';
import type { Digest } from '../../src/image/reference.ts';
import { concluded, type Pruned } from '../../src/registry/prune.ts';
import { pruneLines, pruneReport, pruneSummary } from '../../src/report/prune.ts';
import { UserError } from '../../src/toolkit/errors.ts';

const digest = (name: string) => `sha256:${name.padStart(64, '0')}` as Digest;
const created = Date.parse('2026-01-02T03:04:05Z');
const old: PlannedDeletion = {
  digest: digest('1'),
  tags: ['pr-1'],
  created,
  why: 'pr-1: 20 days old, and pr-* stays for 14 days',
};
const part: PlannedDeletion = {
  digest: digest('2'),
  tags: [],
  with: old.digest,
  why: 'nothing else needs it',
};
const kept: JudgedImage = { digest: digest('3'), tags: ['v1'], why: 'v1: protected as v*' };
const partOfKept: JudgedImage = { digest: digest('4'), tags: [], why: `${kept.digest} needs it` };
const pruned = (changes: Partial<Pruned> = {}): (readonly [string, Pruned])[] => [
  [
    'ghcr.io/acme/shop',
    {
      plan: { toDelete: [old, part], toKeep: [kept, partOfKept] },
      removed: [],
      refused: new Map(),
      ...changes,
    },
  ],
];
const summary = (done: (readonly [string, Pruned])[], apply = true) =>
  pruneSummary('shop', done, concluded(done, apply));

describe('the summary of prune', () => {
  it('counts tags and manifests, and says why each image is deleted or kept', () => {
    expect(summary(pruned(), false)).toBe(`### ✅ shop: 2 manifests would be deleted; this was a dry run

| repository | tags to delete | manifests to delete | deleted | tags to keep | manifests to keep |
| --- | --- | --- | --- | --- | --- |
| ghcr.io/acme/shop | 1 | 2 | 0 | 1 | 2 |

#### ghcr.io/acme/shop

| to delete | digest | created | attached | reason |
| --- | --- | --- | --- | --- |
| pr-1 | sha256:000000000000 | 2026-01-02 | 1 | pr-1: 20 days old, and pr-\\* stays for 14 days |

| to keep | digest | created | reason |
| --- | --- | --- | --- |
| v1 | sha256:000000000000 |  | v1: protected as v\\* |
`);
  });

  it('begins with how much was deleted, and why not all', () => {
    const removed = [old.digest, part.digest];
    expect(summary(pruned({ removed }))).toMatch(/^### ✅ shop: 2 manifests deleted\n/);
    expect(pruneLines(pruned({ removed }), true)).toEqual([
      'ghcr.io/acme/shop: deleted 2 of 2 manifests, kept 2',
    ]);
    const refused = summary(pruned({ refused: new Map([[old.digest, 'the registry refuses: 412']]) }));
    expect(refused).toMatch(/^### ❌ shop: 0 of 2 manifests deleted\n/);
    expect(refused).toContain('| pr-1 | sha256:000000000000 | 2026-01-02 | 1 | the registry refuses: 412 |');
    const problem = new UserError('the registry is gone', 'try again');
    expect(summary(pruned({ removed: [old.digest], problem }))).toMatch(
      /^### ❌ shop: 1 of 2 manifests deleted\n\n\*\*Why:\*\* the registry is gone\. Try again\.\n/,
    );
    expect(summary(pruned({ plan: { toDelete: [], toKeep: [] } }))).toMatch(
      /^### ✅ shop: nothing to delete\n/,
    );
  });

  it('lists at most 200 images in a table, and all in the report', () => {
    const toDelete = Array.from({ length: 250 }, (_, number) => ({ ...old, digest: digest(String(number)) }));
    const done = pruned({ plan: { toDelete, toKeep: [] } });
    expect(summary(done).match(/^\| pr-1 /gm)).toHaveLength(200);
    expect(summary(done)).toContain('… and 50 more; the file of `report` has all.');
    expect(JSON.parse(pruneReport(done)).repositories['ghcr.io/acme/shop'].delete).toHaveLength(250);
  });
});
