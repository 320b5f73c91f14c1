/**
 * Applies each seeded fault to this checkout, runs the tests that must notice it, and takes it back. The checkout must be clean.
 *
 *     node test/faults/check.ts [NUMBER …]
 */

import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The unit tests that must fail with each fault; none for 24, which only the golden path of signing notices. */
export const noticedBy: Readonly<Record<string, readonly string[]>> = {
  '01': ['cluster/apply', 'release/store'],
  '02': ['release/store/lease'],
  '03': ['release/rollback'],
  '04': ['release/store'],
  '05': ['release/rollout/rolling'],
  '06': ['workloads/workers'],
  '07': ['release/rollout/decide'],
  '08': ['release/rollout/heartbeat'],
  '09': ['release/sweep'],
  '10': ['release/rollout/rolling'],
  '11': ['release/rollout/restore-release'],
  '12': ['release/deploy'],
  '13': ['release/rollout/decide'],
  '14': ['traffic/route-patches'],
  '15': ['traffic/router'],
  '16': ['release/rollout/decide-rollback'],
  '17': ['release/rollout/decide'],
  '18': ['analysis/gate'],
  '19': ['release/gate'],
  '20': ['release/gate'],
  '21': ['workloads/candidate'],
  '22': ['image/version'],
  '23': ['scan'],
  '24': [],
  '25': ['toolkit/secrecy'],
  '26': ['recovery/verdict'],
  '27': ['actions/drill-set'],
  '28': ['recovery/verdict'],
  '29': ['release/permissions'],
  '30': ['release/store/recorded-environment'],
};

/** @returns whether every fault was noticed. */
function check(asked: readonly string[]): boolean {
  const root = join(import.meta.dirname, '..', '..');
  const git = (...args: string[]) => execFileSync('git', args, { cwd: root, encoding: 'utf8' });
  if (git('status', '--porcelain') !== '') throw new Error('the checkout has changes: commit them first');

  const patches = readdirSync(import.meta.dirname).filter(
    name => name.endsWith('.patch') && (asked.length === 0 || asked.includes(name.slice(0, 2))),
  );
  const missed: string[] = [];
  let noticed = 0;
  for (const name of patches.sort()) {
    const files = (noticedBy[name.slice(0, 2)] ?? []).map(each => `test/${each}`);
    if (files.length === 0) {
      console.log(`${name}: noticed only on the lab, by test/e2e/golden/signing.test.ts`);
      continue;
    }
    const patch = join(import.meta.dirname, name);
    git('apply', patch);
    try {
      const { status } = spawnSync('npx', ['vitest', 'run', '--project', 'unit', ...files], { cwd: root });
      if (status === 0) missed.push(name);
      else noticed += 1;
      console.log(`${name}: ${status === 0 ? 'NOT noticed' : 'noticed'}`);
    } finally {
      git('apply', '--reverse', patch);
    }
  }
  console.log(`${noticed} noticed, ${missed.length} not noticed`);
  return missed.length === 0;
}

if (import.meta.main) process.exitCode = check(process.argv.slice(2)) ? 0 : 1;
