import type { Disaster } from './scenario.ts';
import { step } from './scenario-steps.ts';

/** The disasters of the application itself, which Kubernetes recovers. */

const replaced = step(
  'start',
  'wait-for-pods',
  'Wait: the controller starts new pods. If they do not become ready, read their events.',
);
const answered = step('verify', 'check-requests', 'Check that requests succeed.');

export const ofApplication = {
  'container-kill': {
    title: 'A container of the application is killed',
    question: 'Is it restarted once, and is it ready again?',
    target: 'node',
    breaks: { kind: 'application', what: 'container' },
    steps: [
      step(
        'start',
        'wait-for-pods',
        'Wait: the kubelet restarts it. If it crashes repeatedly, roll back the release.',
      ),
    ],
    without: [],
    required: 'L2',
    where: 'live',
    every: 7,
  },
  'pod-loss': {
    title: 'A pod of the application is lost',
    question: 'Do the other pods serve every request until a new one is ready?',
    target: 'node',
    breaks: { kind: 'application', what: 'pod' },
    steps: [replaced, answered],
    without: [],
    required: 'L2',
    where: 'live',
    every: 7,
  },
  'zone-drain': {
    title: 'The pods of the application are evicted from a zone',
    question: 'Do the pods of other zones serve every request?',
    target: 'zone',
    breaks: { kind: 'application', what: 'zone' },
    steps: [replaced, answered],
    without: ['the nodes of that zone'],
    required: 'L2',
    where: 'live',
    every: 30,
  },
  autoscaling: {
    title: 'The load rises',
    question: 'Does the autoscaler add pods under load, and remove them afterwards?',
    target: undefined,
    breaks: { kind: 'nothing' },
    steps: [
      step(
        'detect',
        'scale-up',
        'Compare the metrics with the target of the autoscaler, and raise its maximum if it is reached.',
      ),
      step('verify', 'scale-down', 'When the load falls, check that the autoscaler removes pods.'),
    ],
    without: [],
    required: 'L2',
    where: 'live',
    every: 30,
  },
  'bad-release': {
    title: 'A bad version of the application is released',
    question: 'Is it caught and rolled back without a failed request?',
    target: 'node',
    breaks: { kind: 'application', what: 'release' },
    steps: [
      step(
        'detect',
        'wait-for-rollback',
        'Wait: the run rolls the release back. If the run has ended and the bad version is live, roll it back yourself.',
      ),
      answered,
    ],
    without: [],
    required: 'L2',
    where: 'live',
    every: 30,
  },
} as const satisfies Record<string, Disaster>;
