import { describe, expect, it } from 'vitest';
import { bystander } from '../../../src/release/engine/watching.ts';
import type { Observation } from '../../../src/release/engine/world.ts';
import type { DecisionRecord } from '../../../src/release/evidence/decision-schema.ts';
import type { Journal } from '../../../src/release/state/stored.ts';
import { judgedRecord } from '../judged.ts';
import { pod } from '../objects.ts';

describe('who judges by facts alone', () => {
  const killed = { restartCount: 1, lastState: { terminated: { exitCode: 137, reason: 'OOMKilled' } } };
  const seen = (phase: Journal['phase'], now: number): Observation => {
    const one = pod({ name: 'shop-canary-a', container: killed });
    const labelled = { ...one, metadata: { ...one.metadata, labels: { 'slipway.dev/track': 'canary' } } };
    return { now, journal: { phase, since: 0 }, pods: [labelled], revisions: [] } as unknown as Observation;
  };
  const looking = (gated = false) => {
    let record: DecisionRecord = judgedRecord({ ticks: 0 });
    const watch = bystander(
      1000,
      {
        note: change => {
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

  it('security 1: passes no canary whose gate is gone from slipway.yml or from the state of its rollout', () => {
    const verdict = (gated: boolean, phase: Journal['phase']) =>
      looking(gated).watch.insight(seen(phase, 5000)).verdict?.verdict;
    expect(['stepping', 'baking', 'watching'].map(phase => verdict(true, phase as never))).toEqual([
      'no-data',
      'no-data',
      'pass',
    ]);
    expect(verdict(false, 'baking')).toBe('pass');
  });

  it('enters none that comes up while it is undone', () => {
    const { watch, facts } = looking();
    watch.look(seen('undoing', 7));
    expect(facts()).toEqual([]);
  });
});
