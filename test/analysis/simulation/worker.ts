import { parentPort } from 'node:worker_threads';
import { ours } from './ours.ts';
import { cellOf } from './outcome.ts';
import { peers } from './peers.ts';
import { scenarios } from './scenarios.ts';

export interface Task {
  judge: string;
  scenario: number;
  /** The first seed; the others follow in steps of a large odd number. */
  seed: number;
  runs: number;
}

/** Simulates one part of a cell at a time. */
parentPort?.on('message', ({ judge, scenario, seed, runs }: Task) => {
  const rule = judge === 'ours' ? ours : peers[judge];
  const what = scenarios[scenario];
  if (rule === undefined || what === undefined) throw new Error(`no cell ${judge} ${scenario}`);
  const seeds = Array.from({ length: runs }, (_, i) => (seed + Math.imul(i, 0x9e3779b1)) >>> 0);
  parentPort?.postMessage(cellOf(rule, what, seeds));
});
