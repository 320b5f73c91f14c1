import { describe, expect, it } from 'vitest';
import { requirementIds } from '../../src/assess/requirement.ts';
import { appSeeds } from '../e2e/conformance/app-seeds.ts';
import { releaseSeeds, runningSeeds, seedsInCluster, unbroken } from '../e2e/conformance/running-seeds.ts';
import { derived, fileSeeds } from '../e2e/conformance/seeds.ts';
import { clusterWith, goodFiles, judgedFiles } from './good.ts';
import { short } from './shop.ts';

/** Shortfalls in the files of the good application: each is found with its ID, and no other one. */

const idsIn = (all: ReturnType<typeof judgedFiles>) =>
  [...new Set(short(all).map(({ id }) => id))].filter(id => !derived.includes(id)).sort();

describe('a shortfall in the files', () => {
  it.each(fileSeeds.map(each => [each.name, each] as const))('is found: %s', (_, { ids, change }) => {
    const all = judgedFiles(change(goodFiles()));
    expect(
      idsIn(all),
      short(all)
        .map(({ id, rule, what }) => `${id} ${rule}: ${what}`)
        .join('\n'),
    ).toEqual([...ids].sort());
    for (const { id, remedy } of short(all)) expect([id, remedy ?? '']).not.toEqual([id, '']);
    expect(JSON.stringify(all)).not.toContain('hunter2');
  });
});

describe('all shortfalls', () => {
  const running = Object.entries({ ...runningSeeds, ...releaseSeeds });
  const all = [...fileSeeds, ...appSeeds, ...running.map(([name, { ids }]) => ({ name, ids }))];

  it('are at least 60, with a name each', () => {
    expect(all.length).toBeGreaterThanOrEqual(60);
    expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
  });

  it('break each requirement that can be broken', () => {
    const broken = new Set([...all.flatMap(({ ids }) => ids), ...derived]);
    expect(requirementIds.filter(id => !broken.has(id)).sort()).toEqual(Object.keys(unbroken).sort());
  });
});

describe('a shortfall in the files of a good cluster', () => {
  const live = clusterWith(goodFiles());
  const others = fileSeeds.filter(({ name }) => !seedsInCluster.includes(name));
  it.each(others.map(each => [each.name, each] as const))('is found: %s', (_, { ids, change }) => {
    expect(idsIn(judgedFiles(change(goodFiles()), live))).toEqual(expect.arrayContaining([...ids]));
  });

  it.each(seedsInCluster)('is not found before the cluster has it, too: %s', name => {
    const { ids, change } = fileSeeds.find(each => each.name === name)!;
    expect(idsIn(judgedFiles(change(goodFiles()), live))).not.toEqual(expect.arrayContaining([...ids]));
  });
});
