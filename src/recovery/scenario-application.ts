import type { Disaster } from './scenario.ts';
import { step } from './scenario-steps.ts';

/** The disasters of the application itself, which Kubernetes recovers. */

const replaced = step(
  'start',
  'wait-for-pods',
  'Do nothing: the controller starts new pods. If they do not become ready, read their events.',
);
const answered = step('verify', 'check-requests', 'Check that no request fails any more.');

export const ofApplication = {
  'container-kill': {
    title: 'A container of the application ends',
    question: 'Is it restarted once, and ready again?',
    target: 'node',
    breaks: { kind: 'application', what: 'container' },
    steps: [
      step(
        'start',
        'wait-for-pods',
        'Do nothing: the kubelet restarts it. If it crashes repeatedly, roll back the release.',
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
    without: ['that pod'],
    required: 'L2',
    where: 'live',
    every: 7,
  },
  'zone-drain': {
    title: 'The pods of the application leave a zone',
    question: 'Do the pods of other zones serve every request?',
    target: 'zone',
    breaks: { kind: 'application', what: 'zone' },
    steps: [replaced, answered],
    without: ['nodes of that zone'],
    required: 'L2',
    where: 'live',
    every: 30,
  },
  autoscaling: {
    title: 'The load rises',
    question: 'Does the autoscaler add pods under load, and remove them after it?',
    target: undefined,
    breaks: { kind: 'nothing' },
    steps: [
      step(
        'detect',
        'scale-up',
        'Compare the metrics with the target of the autoscaler, and raise its maximum if it is reached.',
      ),
      step('verify', 'scale-down', 'After the load, check that it removes pods.'),
    ],
    without: [],
    required: 'L2',
    where: 'live',
    every: 30,
  },
  'bad-release': {
    title: 'A bad version of the application is released',
    question: 'Is it caught, and is the version before it live again, without failed requests?',
    target: 'node',
    breaks: { kind: 'application', what: 'release' },
    steps: [
      step(
        'detect',
        'wait-for-rollback',
        'Do nothing: the release is rolled back automatically. If its run has ended and the bad version is live, roll it back.',
      ),
      answered,
    ],
    without: [],
    required: 'L2',
    where: 'live',
    every: 30,
  },
} as const satisfies Record<string, Disaster>;
