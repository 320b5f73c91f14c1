import type { Shape } from './app.ts';
import type { Health } from './pods.ts';

/** The live version: the baseline (1), the candidate (2), whose release is interrupted, or the next one (3). */
export type Served = 'baseline' | 'candidate' | 'next' | 'nothing';

/** What follows the death of a run: a user's command, a job of the workflow, or only the watchdog and then a sweep. */
export type FollowUp = 'next deploy' | 'rollback' | 'sweep' | 'resume' | 'rollback of the run' | 'watchdog';

/** The commands of a release, and its allowed ends if one of them dies. */
export interface Scenario {
  name: string;
  shape: Pick<Shape, 'strategy' | 'gate' | 'route' | 'worker' | 'kind' | 'recreate' | 'required'>;
  /** `breaks`: all its pods become unready when the run dies. */
  baseline: 'healthy' | 'breaks' | 'none';
  candidate: Health;
  /** With the ServiceAccount of the watchdog. */
  watchdog?: true;
  commands: readonly (readonly string[])[];
  /** Index of the first command that is interrupted; earlier ones are covered by another scenario. */
  from?: number;
  /** The version that must be live without an interruption, and those allowed after each follow-up. */
  ends: Ends;
}

/** The versions that may be live at the end. */
export type Ends = { uninterrupted: Served } & Partial<Record<FollowUp, readonly Served[]>>;

/** As short as possible. */
const canary = {
  steps: ['25%', '50%'],
  bake: { weight: '80%', for: '1s' },
  watch: '1s',
  watchdog: 'off',
};
/** The workload is updated while it has half of the traffic. */
const inPlace = { ...canary, steps: ['25%'], bake: { weight: '50%', for: '1s' }, promotion: 'in-place' };
const blueGreen = { watch: '1s', watchdog: 'off' };
/** Uses the lab's Prometheus, which scrapes the metrics of the simulated traffic. */
const gate = {
  prometheus: { service: 'monitoring/prometheus:9090' },
  metrics: [{ name: 'errors', total: 'http_requests_total', bad: 'http_requests_total{code=~"5.."}' }],
  tick: '1s',
  'warm-up': '1s',
  profile: 'gross',
};
export const stepByStep: Scenario['commands'] = [['deploy'], ['gate'], ['promote']];
/** A follow-up may complete or roll back a good candidate, depending on its phase. */
export const good: Ends = {
  uninterrupted: 'candidate',
  'next deploy': ['next'],
  sweep: ['baseline', 'candidate'],
  rollback: ['baseline'],
  resume: ['baseline', 'candidate'],
};
export const bad: Ends = {
  uninterrupted: 'baseline',
  'next deploy': ['next'],
  sweep: ['baseline'],
  rollback: ['baseline'],
  resume: ['baseline'],
};

export const scenarios: readonly Scenario[] = [
  {
    name: 'canary',
    shape: { strategy: { canary }, gate, route: true },
    baseline: 'healthy',
    candidate: 'good',
    commands: stepByStep,
    ends: good,
  },
  {
    name: 'canary without a route',
    shape: { strategy: { canary }, gate, route: false },
    baseline: 'healthy',
    candidate: 'good',
    commands: stepByStep,
    ends: good,
  },
  {
    name: 'canary in place',
    shape: { strategy: { canary: inPlace }, gate, route: true },
    baseline: 'healthy',
    candidate: 'good',
    commands: stepByStep,
    ends: good,
  },
  {
    name: 'canary, bad version',
    shape: { strategy: { canary: { ...canary, deadline: '5s' } }, gate, route: true },
    baseline: 'healthy',
    candidate: 'unready',
    commands: [['deploy']],
    ends: bad,
  },
  {
    name: 'blue-green',
    shape: { strategy: { 'blue-green': blueGreen }, gate, route: true },
    baseline: 'healthy',
    candidate: 'good',
    commands: stepByStep,
    ends: good,
  },
  {
    name: 'blue-green without a route',
    shape: { strategy: { 'blue-green': blueGreen }, gate, route: false },
    baseline: 'healthy',
    candidate: 'good',
    commands: stepByStep,
    ends: good,
  },
  {
    name: 'canary, the baseline breaks',
    shape: { strategy: { canary }, gate, route: true },
    baseline: 'breaks',
    candidate: 'good',
    commands: stepByStep,
    // Without a healthy baseline the only way out is to release a version that works.
    ends: { uninterrupted: 'candidate', 'next deploy': ['next'] },
  },
  {
    name: 'rolling',
    shape: { strategy: { rolling: {} }, route: true },
    baseline: 'healthy',
    candidate: 'good',
    commands: [['deploy']],
    ends: good,
  },
  {
    name: 'canary with a worker',
    shape: { strategy: { canary }, gate, route: true, worker: true },
    baseline: 'healthy',
    candidate: 'good',
    commands: stepByStep,
    // Earlier commands are covered by the scenario of a canary without a worker.
    from: 2,
    ends: good,
  },
  {
    name: 'rolling with a worker',
    shape: { strategy: { rolling: {} }, route: true, worker: true },
    baseline: 'healthy',
    candidate: 'good',
    commands: [['deploy']],
    ends: good,
  },
  {
    name: 'rollback',
    shape: { strategy: { rolling: {} }, route: true },
    baseline: 'healthy',
    candidate: 'good',
    commands: [['deploy'], ['rollback', '--to-release', '1']],
    from: 1,
    ends: { ...good, uninterrupted: 'baseline' },
  },
  {
    name: 'rolling, bad version',
    shape: { strategy: { rolling: { deadline: '5s' } }, route: true },
    baseline: 'healthy',
    candidate: 'unready',
    commands: [['deploy']],
    ends: bad,
  },
  {
    name: 'rolling StatefulSet',
    shape: { strategy: { rolling: {} }, route: true, kind: 'StatefulSet' },
    baseline: 'healthy',
    candidate: 'good',
    commands: [['deploy']],
    ends: good,
  },
  {
    name: 'rolling StatefulSet, bad version',
    shape: { strategy: { rolling: { deadline: '5s' } }, route: true, kind: 'StatefulSet' },
    baseline: 'healthy',
    candidate: 'unready',
    commands: [['deploy']],
    ends: bad,
  },
  {
    name: 'rolling, first release',
    shape: { strategy: { rolling: {} }, route: true },
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
  {
    name: 'rolling, first release, bad version',
    shape: { strategy: { rolling: { deadline: '5s' } }, route: true },
    baseline: 'none',
    candidate: 'unready',
    commands: [['deploy']],
    ends: {
      uninterrupted: 'nothing',
      'next deploy': ['next'],
      sweep: ['nothing'],
      rollback: ['nothing'],
      resume: ['nothing'],
    },
  },
];

/** The scenarios with a failing API server: one of each strategy. */
export const failingScenarios = scenarios.filter(({ name }) =>
  ['canary', 'blue-green', 'rolling'].includes(name),
);

/** Returns the follow-ups for which the scenario defines an end. Pure. */
export function followUpsOf({ ends }: Scenario): FollowUp[] {
  return Object.keys(ends).filter(each => each !== 'uninterrupted') as FollowUp[];
}
