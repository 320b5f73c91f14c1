import type { Health, Shape } from './app.ts';
import type { Interruption } from './run.ts';
import type { Moment, TracedWrite } from './writes.ts';

/** Which of the three versions serves: 1 before, 2 is released and interrupted, 3 comes next. */
export type Served = 'baseline' | 'candidate' | 'next' | 'nothing';

/** What somebody does after a run has died. */
export type FollowUp = 'next deploy' | 'rollback' | 'sweep' | 'resume';

/** A release as its commands, and what must come of it whenever one of them dies. */
export interface Scenario {
  name: string;
  shape: Pick<Shape, 'strategy' | 'gate' | 'route' | 'worker'>;
  /** `breaks`: none of its pods is ready any more from when the run died. */
  baseline: 'healthy' | 'breaks' | 'none';
  candidate: Health;
  commands: readonly (readonly string[])[];
  /** Index of the first command that is interrupted: those before it have cases of their own elsewhere. */
  from?: number;
  /** One of these serves when nothing is interrupted, and after each way to go on. */
  ends: { uninterrupted: Served } & Partial<Record<FollowUp, readonly Served[]>>;
}

/** As short as it may be: what takes time here is not what is tested. */
const canary = {
  steps: ['25%', '50%'],
  bake: { weight: '80%', for: '1s' },
  watch: '1s',
  'dead-man': 'off',
};
/** The workload rolls with half of the traffic. */
const inPlace = { ...canary, steps: ['25%'], bake: { weight: '50%', for: '1s' }, promotion: 'in-place' };
const blueGreen = { watch: '1s', 'dead-man': 'off' };
/** Of the lab's own Prometheus, which knows what the harness tells it. */
const gate = {
  prometheus: { service: 'monitoring/prometheus:9090' },
  metrics: [{ name: 'errors', total: 'http_requests_total', bad: 'http_requests_total{code=~"5.."}' }],
  tick: '1s',
  'warm-up': '1s',
  profile: 'gross',
};
const stepByStep = [['deploy'], ['gate'], ['promote']];
/** Whoever goes on with a good one may bring it in or take it back, by how far it was. */
const good: Scenario['ends'] = {
  uninterrupted: 'candidate',
  'next deploy': ['next'],
  sweep: ['baseline', 'candidate'],
  rollback: ['baseline'],
  resume: ['baseline', 'candidate'],
};
const bad: Scenario['ends'] = {
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

/** One cell of the matrix. */
export interface Case {
  scenario: Scenario;
  /** Index of the command that is interrupted. */
  command: number;
  how: 'kill' | 'stall';
  moment: Moment;
  /** What is written there. */
  title: string;
  followUp: FollowUp;
}

/** Every moment of every command, each with the next follow-up in rotation. Pure. */
export function casesOf(scenario: Scenario, traces: readonly (readonly TracedWrite[])[]): Case[] {
  const followUps = Object.keys(scenario.ends).filter(each => each !== 'uninterrupted') as FollowUp[];
  const { from = 0 } = scenario;
  const moments = traces.flatMap((writes, command) =>
    (command < from ? [] : writes).flatMap(({ write, title }) =>
      (['before', 'after'] as const).map(side => ({ command, title, moment: { write, side } })),
    ),
  );
  const kills = moments.map((each, index) => ({
    ...each,
    scenario,
    how: 'kill' as const,
    followUp: rotated(followUps, index),
  }));
  // Who stands still before a write sends it when it goes on; after one, it sends the next.
  const stalls = moments
    .filter(({ moment, title }) => moment.side === 'before' && !takesLease(moment, title))
    .map((each, index) => ({
      ...each,
      scenario,
      how: 'stall' as const,
      followUp: rotated(followUps, index + 1),
    }));
  return [...kills, ...stalls];
}

/** Whoever stands still before it has the lease cannot be overtaken: its turn only comes later. */
const takesLease = ({ write }: Moment, title: string) => write === 1 && title.includes(' leases');

/** With two sides for each write, a plain rotation of two would give each side always the same. */
function rotated(followUps: readonly FollowUp[], index: number): FollowUp {
  const at = (index + Math.floor(index / followUps.length)) % followUps.length;
  return followUps[at] as FollowUp;
}

export function interruptionOf({ how, moment }: Case): Interruption {
  return { [how]: moment };
}

export function nameOf({ scenario, command, how, moment, title, followUp }: Case): string {
  const what = scenario.commands[command]?.[0] ?? '';
  return `${scenario.name}: ${what} ${how === 'kill' ? 'killed' : 'stopped'} ${moment.side} write ${moment.write} (${title}), then ${followUp}`;
}

/** One of each in turn, so that whoever stops early has had some of all. Pure. */
export function inTurn(samples: readonly (readonly Case[])[]): Case[] {
  const longest = Math.max(0, ...samples.map(({ length }) => length));
  return Array.from({ length: longest }, (_, at) => samples.flatMap(sample => sample[at] ?? [])).flat();
}

/** A part of the cases that is spread over all of them. Pure. */
export function sampled(cases: readonly Case[], size: number): Case[] {
  if (size >= cases.length) return [...cases];
  return Array.from({ length: size }, (_, i) => cases[Math.floor((i * cases.length) / size)] as Case);
}
