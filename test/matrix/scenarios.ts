import type { Shape } from './app.ts';
import type { Health } from './pods.ts';

/** Which of the three versions serves: 1 before, 2 is released and interrupted, 3 comes next. */
export type Served = 'baseline' | 'candidate' | 'next' | 'nothing';

/** What comes after a run has died: somebody, the workflow's job, or nobody but the watchdog, and a sweep for the rest. */
export type FollowUp = 'next deploy' | 'rollback' | 'sweep' | 'resume' | 'rollback of the run' | 'watchdog';

/** A release as its commands, and what must come of it whenever one of them dies. */
export interface Scenario {
  name: string;
  shape: Pick<Shape, 'strategy' | 'gate' | 'route' | 'worker' | 'kind' | 'recreate' | 'required'>;
  /** `breaks`: none of its pods is ready any more from when the run died. */
  baseline: 'healthy' | 'breaks' | 'none';
  candidate: Health;
  /** Its account is there. */
  watchdog?: true;
  commands: readonly (readonly string[])[];
  /** Index of the first command that is interrupted: those before it have cases of their own elsewhere. */
  from?: number;
  /** One of these serves when nothing is interrupted, and after each way to go on. */
  ends: Ends;
}

/** What may serve in the end. */
export type Ends = { uninterrupted: Served } & Partial<Record<FollowUp, readonly Served[]>>;

/** As short as it may be: what takes time here is not what is tested. */
const canary = {
  steps: ['25%', '50%'],
  bake: { weight: '80%', for: '1s' },
  watch: '1s',
  watchdog: 'off',
};
/** The workload rolls with half of the traffic. */
const inPlace = { ...canary, steps: ['25%'], bake: { weight: '50%', for: '1s' }, promotion: 'in-place' };
const blueGreen = { watch: '1s', watchdog: 'off' };
/** Of the lab's own Prometheus, which knows what the harness tells it. */
const gate = {
  prometheus: { service: 'monitoring/prometheus:9090' },
  metrics: [{ name: 'errors', total: 'http_requests_total', bad: 'http_requests_total{code=~"5.."}' }],
  tick: '1s',
  'warm-up': '1s',
  profile: 'gross',
};
export const stepByStep: Scenario['commands'] = [['deploy'], ['gate'], ['promote']];
/** Whoever goes on with a good one may bring it in or take it back, by how far it was. */
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
    // Nothing to go back to: what is left is to release a version that works.
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
    // What comes before is that of a canary without one.
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

/** Whose writes an API server in trouble answers: one of each strategy. */
export const failingScenarios = scenarios.filter(({ name }) =>
  ['canary', 'blue-green', 'rolling'].includes(name),
);

/** The ways to go on for which an end is stated. Pure. */
export function followUpsOf({ ends }: Scenario): FollowUp[] {
  return Object.keys(ends).filter(each => each !== 'uninterrupted') as FollowUp[];
}
