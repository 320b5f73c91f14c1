import { bad, type Ends, good, type Scenario, stepByStep } from './scenarios.ts';

/** The scenarios of a full lab: with a watchdog, a gate on real traffic, and as few steps as possible. */

/** The lab's Prometheus scrapes every 2 s. A tick of 5 s leaves room for a busy machine. */
const gate = {
  prometheus: { service: 'monitoring/prometheus:9090' },
  metrics: [{ name: 'errors', total: 'http_requests_total', bad: 'http_requests_total{code=~"5.."}' }],
  tick: '5s',
  'warm-up': '5s',
  profile: 'gross',
  share: 'contour',
};
/** The sweep rolls back a rollout whose traffic the watchdog has restored, unless it was promoted before. */
const watchedGood: Ends = { ...good, watchdog: ['baseline', 'candidate'] };
const watchedBad: Ends = { ...bad, watchdog: ['baseline'] };

/** Returns the scenarios. @param image with kubectl, for the watchdog. */
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
      // The first command is covered by the scenario of a good canary.
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
      // Without a healthy baseline the only way out is to release a version that works.
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
