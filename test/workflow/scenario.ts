import { type Run, type Script, type Simulation, simulate } from './simulator.ts';

/** Common setup for tests of job graphs: outputs of successful actions, and runs of a workflow. */

export const digests = '{"shop":"sha256:aa"}';

/** Folder of the decision record; `rolled`: of a release that deploy completes. */
export const record = '/tmp/slipway-shop-r7';
export const rolled = '/tmp/slipway-shop-r7-rolled';

/** Status of a rollout that waits for its gate. */
export const stands = {
  state: 'paused',
  phase: 'stepping',
  candidate: '7',
  weight: '25',
  release: '6',
  images: digests,
  status: '{"state":"paused","phase":"stepping","candidate":7,"weight":25,"release":6}',
  reason: '',
};
export const idle = {
  state: 'idle',
  phase: 'done',
  candidate: '',
  weight: '',
  release: '7',
  images: digests,
  status: '{"state":"idle"}',
};

/** Returns the outputs of an action that succeeds. */
export function usual(uses: string): Record<string, string> {
  const outputs: Record<string, Record<string, string>> = {
    '$/actions/build': {
      images: digests,
      tags: '["main","sha-1a2b3c4","latest"]',
      version: 'main',
      reason: '',
    },
    '$/actions/merge': { images: digests, reason: '' },
    '$/actions/test': { verdict: 'pass', reason: '' },
    '$/.github/actions/scan-cached': { artifact: 'scan-reports-shop', reports: 'scan-reports', reason: '' },
    // Without `latest`, which points to a newer image already.
    '$/actions/push': { images: digests, tags: '["main","sha-1a2b3c4"]', reason: '' },
    '$/actions/plan': { verdict: 'pass', images: digests, reason: '' },
    '$/actions/deploy': {
      ...{ app: 'shop', release: '7', baseline: '6', state: 'complete' },
      ...{ record: rolled, reason: '' },
    },
    '$/actions/release': {
      ...{ release: '7', baseline: '6', verdict: 'pass', weight: '100', record },
      ...{ outcome: 'success', reason: 'none' },
    },
    '$/actions/gate': {
      app: 'shop',
      state: 'passed',
      verdict: 'pass',
      release: '7',
      weight: '80',
      record,
      reason: '',
    },
    '$/actions/promote': { state: 'complete', release: '7', record, reason: '' },
    '$/actions/sweep': { state: 'idle', release: '', reason: '' },
    '$/actions/status': stands,
    '$/actions/verify': { verdict: 'pass', release: '7' },
    '$/actions/alerts': {
      app: 'shop',
      release: '6',
      state: 'complete',
      record,
      proof: 'none',
      reason: 'it is firing',
    },
    '$/.github/actions/drill-job': { result: 'success' },
    '$/actions/rollback': { app: 'shop', release: '6', changed: 'true', state: 'complete', reason: '' },
  };
  return outputs[uses] ?? {};
}

export const environment = { environment: 'production' };
export const run = (name: string, simulation: Simulation = {}): Run =>
  simulate(`.github/workflows/${name}.yml`, simulation, usual);
export const deploy = (jobs: Record<string, Script> = {}, more: Simulation = {}) =>
  run('deploy', { inputs: { ...environment, images: digests }, jobs, ...more });

export const results = (ran: Run) =>
  Object.fromEntries(Object.entries(ran.jobs).map(([path, job]) => [path, job.result]));
export const step = (ran: Run, job: string, id: string) => ran.jobs[job]?.steps.find(each => each.id === id);
