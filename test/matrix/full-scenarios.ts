import { bad, type Ends, good, type Scenario, stepByStep } from './scenarios.ts';

/** What is killed on a full lab: with a watchdog, real traffic that a gate judges, and steps as few as they may be. */

/** The lab's Prometheus scrapes every 2 s. A tick of 5 s leaves room for a busy machine. */
const gate = {
  prometheus: { service: 'monitoring/prometheus:9090' },
  metrics: [{ name: 'errors', total: 'http_requests_total', bad: 'http_requests_total{code=~"5.."}' }],
  tick: '5s',
  'warm-up': '5s',
  profile: 'gross',
  share: 'contour',
};
/** A rollout that the watchdog took back is rolled back by the sweep, unless it was promoted before. */
const watchedGood: Ends = { ...good, watchdog: ['baseline', 'candidate'] };
const watchedBad: Ends = { ...bad, watchdog: ['baseline'] };

/** @param image with kubectl, for the watchdog. */
export function fullScenarios(image: string): Scenario[] {
  const watchdog = { watchdog: { image } };
  const canary = { steps: ['50%'], bake: { weight: '80%', for: '5s' }, watch: '3s', ...watchdog };
  const blueGreen = { watch: '10s', ...watchdog };
  const rolling = { rolling: {} };
  return [
    {
      name: 'canary',
      shape: { strategy: { canary }, gate, route: true },
      baseline: 'healthy',
      candidate: 'good',
      watchdog: true,
      commands: stepByStep,
      ends: watchedGood,
    },
    {
      name: 'canary with errors',
      shape: { strategy: { canary }, gate, route: true },
      baseline: 'healthy',
      candidate: 'errors',
      watchdog: true,
      commands: [['deploy'], ['gate']],
      // What comes before is that of a good one.
      from: 1,
      ends: watchedBad,
    },
    {
      name: 'blue-green',
      shape: { strategy: { 'blue-green': blueGreen }, gate, route: true },
      baseline: 'healthy',
      candidate: 'good',
      watchdog: true,
      commands: stepByStep,
      ends: watchedGood,
    },
    {
      name: 'canary, the baseline breaks',
      shape: { strategy: { canary: { ...canary, watchdog: 'off' } }, gate, route: true },
      baseline: 'breaks',
      candidate: 'good',
      commands: stepByStep,
      // Nothing to go back to: what is left is to release a version that works.
      ends: { uninterrupted: 'candidate', 'next deploy': ['next'] },
    },
    {
      name: 'rolling',
      shape: { strategy: rolling, route: true },
      baseline: 'healthy',
      candidate: 'good',
      commands: [['deploy']],
      ends: good,
    },
    {
      name: 'rollback',
      shape: { strategy: rolling, route: true },
      baseline: 'healthy',
      candidate: 'good',
      commands: [['deploy'], ['rollback', '--to-release', '1']],
      from: 1,
      ends: { ...good, uninterrupted: 'baseline' },
    },
    {
      name: 'first release',
      shape: { strategy: rolling, route: true },
      baseline: 'none',
      candidate: 'good',
      commands: [['deploy']],
      ends: {
        uninterrupted: 'candidate',
        'next deploy': ['next'],
        sweep: ['candidate', 'nothing'],
        rollback: ['candidate', 'nothing'],
        resume: ['candidate', 'nothing'],
      },
    },
  ];
}
