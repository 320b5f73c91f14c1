import { describe, expect, it } from 'vitest';
import type { DecisionRecord } from '../../../src/decision/schema.ts';
import { factsGate, hardFactsIn } from '../../../src/release/gate/facts.ts';
import type { RolloutSnapshot } from '../../../src/release/rollout/spec.ts';
import type { RolloutState } from '../../../src/release/store/schema.ts';
import { wording } from '../../wording.ts';
import { judgedRecord } from '../judged.ts';
import { pod } from '../objects.ts';

describe('a gate without metrics', () => {
  const killed = { restartCount: 1, lastState: { terminated: { exitCode: 137, reason: 'OOMKilled' } } };
  const seen = (phase: RolloutState['phase'], now: number): RolloutSnapshot => {
    const one = pod({ name: 'shop-canary-a', container: killed });
    const labelled = { ...one, metadata: { ...one.metadata, labels: { 'slipway.dev/track': 'canary' } } };
    const rest = { revisions: [], services: [], slices: [] };
    return { now, rollout: { phase, since: 0 }, pods: [labelled], ...rest } as unknown as RolloutSnapshot;
  };
  const looking = (gated = false) => {
    let record: DecisionRecord = judgedRecord({ ticks: 0 });
    const watch = factsGate(
      1000,
      {
        update: change => {
          record = change(record);
        },
      },
      gated,
    );
    return { watch, facts: () => record.facts };
  };

  it('enters each fact in the decision record, once', () => {
    const { watch, facts } = looking();
    watch.look(seen('baking', 7.4));
    watch.look(seen('baking', 8));
    expect(facts()).toMatchObject([{ at: 7, fact: { kind: 'out-of-memory', pod: 'shop-canary-a' } }]);
  });

  it('security 1: passes no canary whose gate is missing in slipway.yml or in the state of its rollout', () => {
    const verdict = (gated: boolean, phase: RolloutState['phase']) =>
      looking(gated).watch.inputs(seen(phase, 5000)).verdict?.verdict;
    expect(['stepping', 'baking', 'watching'].map(phase => verdict(true, phase as never))).toEqual([
      'no-data',
      'no-data',
      'pass',
    ]);
    expect(verdict(false, 'baking')).toBe('pass');
  });

  it('enters no fact that appears during a rollback', () => {
    const { watch, facts } = looking();
    watch.look(seen('rolling-back', 7));
    expect(facts()).toEqual([]);
  });
});

describe('engine 12: a candidate without endpoints', () => {
  const began = Date.parse('2026-01-01T00:00:00Z');
  const at = (seconds: number) => new Date(began + seconds * 1000).toISOString();
  const labels = { app: 'shop', 'slipway.dev/track': 'canary' };
  const candidate = (ready = true) => {
    const one = pod({ name: 'shop-canary-a', ready });
    const condition = { type: 'Ready', status: ready ? 'True' : 'False', lastTransitionTime: at(0) };
    return {
      ...one,
      metadata: { ...one.metadata, labels },
      status: { ...one.status, conditions: [condition] },
    };
  };
  const service = (selector: object, changed = 0) => ({
    metadata: { name: 'shop-canary', creationTimestamp: at(-60), managedFields: [{ time: at(changed) }] },
    spec: { selector },
  });
  const slice = (uid: string, ready = true) => ({
    endpoints: [{ addresses: ['10.0.0.1'], conditions: { ready }, targetRef: { kind: 'Pod', uid } }],
  });
  const facts = (changes: object, seconds = 31) =>
    hardFactsIn({
      ...{ now: began + seconds * 1000, rollout: { phase: 'stepping', weight: 5 }, revisions: [] },
      ...{ pods: [candidate()], services: [service(labels)], slices: [slice('uid-stable')] },
      ...changes,
    } as unknown as RolloutSnapshot);

  it('is a fact when its pods have been ready for half a minute and no request can reach them', () => {
    const missing = [{ kind: 'endpoints-missing', detail: wording('1') }];
    expect(facts({})).toEqual(missing);
    expect(facts({ slices: [slice('uid-shop-canary-a', false)] })).toEqual(missing);
    expect(facts({ rollout: { phase: 'baking', weight: 80 }, slices: [] })).toEqual(missing);
  });

  it.each([
    ['one of its pods is there', { slices: [slice('uid-stable'), slice('uid-shop-canary-a')] }],
    ['its weight is 0', { rollout: { phase: 'stepping', weight: 0 } }],
    ['it has no traffic yet, or is the workload', { rollout: { phase: 'watching', weight: 100 } }],
    ['its pods are not ready: then it gets no traffic', { pods: [candidate(false)] }],
    ['no Service selects it yet', { services: [service({ ...labels, 'slipway.dev/track': 'stable' })] }],
    ['a Service without a selector is there', { services: [service({})] }],
    ['its Service has just been changed', { services: [service(labels, 10)] }],
    ['its pod does not say since when it is ready', { pods: [{ ...candidate(), ...pod({ ready: true }) }] }],
  ])('is no fact if %s', (_, changes) => {
    expect(facts(changes)).toEqual([]);
  });

  it('is no fact while its EndpointSlices may not be up to date', () => {
    expect(facts({}, 30)).toEqual([]);
  });
});
