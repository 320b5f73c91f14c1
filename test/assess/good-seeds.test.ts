import { describe, expect, it } from 'vitest';
import { derived, fileSeeds } from '../e2e/alone/conformance/seeds.ts';
import { goodFiles, judgedFiles, shortIn } from './good.ts';

/** Shortfalls in the files of the good application: each is found with its ID, and no other one. */

const idsIn = (all: ReturnType<typeof judgedFiles>) =>
  [...new Set(shortIn(all).map(({ id }) => id))].filter(id => !derived.includes(id)).sort();

describe('a shortfall in the files', () => {
  it.each(fileSeeds.map(each => [each.name, each] as const))('is found: %s', (_, { ids, change }) => {
    const all = judgedFiles(change(goodFiles()));
    expect(
      idsIn(all),
      shortIn(all)
        .map(({ id, rule, what }) => `${id} ${rule}: ${what}`)
        .join('\n'),
    ).toEqual([...ids].sort());
    for (const { id, remedy } of shortIn(all)) expect([id, remedy ?? '']).not.toEqual([id, '']);
    expect(JSON.stringify(all)).not.toContain('hunter2');
  });
});
