import { describe, expect, it } from 'vitest';
import type { KubeObject } from '../../../src/cluster/objects.ts';
import { pathOf, resources } from '../../../src/cluster/resources.ts';
import { EventRecorder, eventsOfTransition } from '../../../src/release/decision-record/event-recorder.ts';
import type { StoredGate } from '../../../src/release/gate/setup.ts';
import type { RolloutState } from '../../../src/release/store/schema.ts';
import { FakeApiServer } from '../../cluster/fake-api-server.ts';
import { wording } from '../../wording.ts';

const rollout = (changes: Partial<RolloutState>): RolloutState =>
  ({
    candidate: 7,
    baseline: 6,
    step: 0,
    weight: 0,
    phase: 'prepared',
    strategy: 'canary',
    ...changes,
  }) as RolloutState;
const pass = { verdict: 'pass', reason: 'every metric is good' };

describe('a change of the state', () => {
  const step = (from: Partial<RolloutState>, to: Partial<RolloutState>, judged?: typeof pass) =>
    eventsOfTransition(rollout(from), rollout(to), judged);
  const shift = (weight: number) =>
    expect.objectContaining({ reason: 'WeightChanged', note: wording('7', `${weight} %`) });
  const verdict = (reason: string) => expect.objectContaining({ reason });

  it('is an Event about the weight, with the verdict that led to it', () => {
    expect(step({}, { phase: 'stepping', weight: 5 })).toEqual([shift(5)]);
    expect(step({ phase: 'stepping', weight: 5 }, { phase: 'stepping', step: 1, weight: 25 }, pass)).toEqual([
      verdict('GatePassed'),
      shift(25),
    ]);
    const baked = { phase: 'baking', step: 2, weight: 80 } as const;
    expect(step(baked, { ...baked, phase: 'promoting', weight: 100 }, pass).at(-1)).toEqual(shift(100));
    const passed = { phase: 'promoting', step: 2, weight: 80 } as const;
    expect(step(passed, { ...passed, weight: 100 }, pass)).toEqual([shift(100)]);
  });

  it('is no Event about the weight if the canary keeps it, in place', () => {
    const baked = { phase: 'baking', step: 2, weight: 80 } as const;
    expect(step(baked, { ...baked, phase: 'promoting' }, pass)).toEqual([verdict('GatePassed')]);
  });

  it('is Events about the verdict and the rollback', () => {
    const fail = { verdict: 'fail', reason: 'errors are worse' };
    expect(step({ phase: 'stepping' }, { phase: 'rolling-back' }, fail)).toEqual([verdict('GateFailed')]);
    expect(step({ phase: 'rolling-back' }, { phase: 'rolled-back', reason: 'errors are worse' })).toEqual([
      expect.objectContaining({
        reason: 'ReleaseRolledBack',
        note: wording('7', 'errors are worse', 'release 6'),
      }),
    ]);
  });

  it('is no Event when the gate only writes its own state', () => {
    const gate = { policy: {}, said: ['before'], state: null } as unknown as StoredGate;
    const after = { ...gate, said: ['after'] };
    expect(step({ phase: 'stepping', gate }, { phase: 'stepping', gate: after }, pass)).toEqual([]);
  });
});

/** An EventRecorder for a workload, and the notes of the Events in the cluster, oldest first. */
function recorder() {
  const api = new FakeApiServer();
  api.put(pathOf(resources.deployment, 'shop', 'shop'), {});
  const said: string[] = [];
  const place = {
    app: 'shop',
    namespace: 'shop',
    workload: { kind: 'Deployment' as const, name: 'shop' },
    token: 3,
    origin: { run: 'run 1', actor: 'ann' },
  };
  const notes = () => api.names('events').map(name => api.find('events', name)?.note);
  return { api, recorder: new EventRecorder(api.cluster, place, line => said.push(line)), said, notes };
}

const text = (note: string) => ({ reason: 'WeightChanged', action: 'Shift', note });

describe('Events on the workload', () => {
  it('are written in order', async () => {
    const { api, recorder: one, notes } = recorder();
    let first = true;
    api.before = async () => {
      // The first answer takes longer than those after it.
      if (first) await new Promise(resolve => setTimeout(resolve, 5));
      first = false;
    };
    one.record(text('first'), text('second'));
    one.record(text('third'));
    await one.flush();
    expect(notes()).toEqual(['first', 'second', 'third']);
  });

  it('cost one warning without the permission, and no failure', async () => {
    const { api, recorder: one, said } = recorder();
    api.forbid('create events.events.k8s.io');
    one.record(text('one'), text('two'));
    await one.flush();
    expect(said).toEqual([wording('create events.events.k8s.io in namespace shop')]);
    expect(api.writes).toHaveLength(1);
  });

  it('that exist already are no failure', async () => {
    const { api, recorder: one, said, notes } = recorder();
    api.once({ verb: 'create' }, ({ object, body }) => api.put(object, body as KubeObject));
    one.record(text('one'));
    await one.flush();
    expect(said).toEqual([]);
    expect(notes()).toHaveLength(1);
  });
});
