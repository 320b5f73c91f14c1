import { type LoadRecord, summarize } from '../../scripts/load-report.ts';
import type { Rehearsal, Step } from '../../scripts/rehearsal-record.ts';

export const startedAt = Date.UTC(2026, 10, 28, 14, 0, 0);

export const step = (version: string, name: string, at: number, stopped = false): Step => ({
  version,
  name,
  at,
  ms: 1_000,
  stopped,
  note: '',
});

/** Answers at ten a second over some seconds, `from` being milliseconds since the beginning. */
export const answers = (
  from: number,
  seconds: number,
  version: string,
  outcome: LoadRecord['outcome'] = 'ok',
): LoadRecord[] =>
  Array.from({ length: seconds * 10 }, (_, index) => ({
    at: startedAt + from + index * 100,
    ms: 5,
    outcome,
    ...(outcome === 'failed' ? {} : { version }),
    retried: false,
  }));

/** Two good versions and one that is caught, in 40 seconds of load. */
export function small(changes: Partial<Rehearsal> = {}): Rehearsal {
  const at = (second: number) => startedAt + second * 1_000;
  return {
    versions: [
      { version: '1.0.0', about: 'the first release' },
      { version: '2.0.0', about: 'a good change' },
      { version: '2.1.0', about: 'one of its tests fails' },
      { version: '3.0.0', about: 'fails 5 % of its requests' },
    ],
    steps: [
      step('1.0.0', 'deploy', 0),
      step('2.0.0', 'deploy', 11_000),
      step('2.0.0', 'gate', 12_000),
      step('2.1.0', 'test', 23_000, true),
      step('3.0.0', 'deploy', 25_000),
      step('3.0.0', 'gate', 27_000, true),
    ],
    stages: [{ title: 'test version 1.0.0', at: 0, ms: 40_000, note: '57 passed' }],
    findings: [{ what: 'no request was lost', ok: true, detail: '400 requests' }],
    load: summarize([...answers(2_000, 20, '1.0.0'), ...answers(22_000, 20, '2.0.0')]),
    digests: { '1.0.0': `sha256:${'ab12'.repeat(16)}` },
    rollouts: {
      '2.0.0': {
        timeline: [
          { at: at(12), phase: 'prepared', weight: 0 },
          { at: at(13), phase: 'stepping', weight: 50 },
          { at: at(18), phase: 'promoting', weight: 100 },
          { at: at(20), phase: 'watching', weight: 100 },
        ],
        end: { at: at(22), state: 'promoted', reason: 'no harm was shown', serves: 2, weight: 100 },
      },
      '3.0.0': {
        timeline: [
          { at: at(27), phase: 'stepping', weight: 50 },
          { at: at(32), phase: 'rolling-back', weight: 0 },
        ],
        end: { at: at(34), state: 'rolled-back', reason: 'errors are worse', serves: 2, weight: 0 },
      },
    },
    rollback: { version: '3.0.0', reason: 'errors are worse', ms: 92 },
    startedAt,
    setUpMs: 30_000,
    ...changes,
  };
}
