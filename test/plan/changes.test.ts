import { describe, expect, it } from 'vitest';
import type { KubeObject } from '../../src/cluster/objects.ts';
import { changeOf } from '../../src/plan/difference.ts';
import type { LiveState } from '../../src/release/preflight/live-state.ts';
import { configMap, environment, workload } from '../release/objects.ts';
import { wording } from '../wording.ts';

const liveState = (autoscaled = false) => ({ autoscaler: autoscaled ? {} : undefined }) as LiveState;
const place = { environment: environment(), liveState: liveState() };
const scaled = (replicas: number) => ({ kind: 'Deployment', spec: { replicas } }) as KubeObject;

describe('a release', () => {
  it('creates a new object, and shows its manifest', () => {
    const dryRun = {
      manifest: configMap('a', { k: 'v' }),
      objection: undefined,
      would: { data: { k: 'v', more: 'x' } },
    };
    expect(changeOf('ConfigMap/a', dryRun as never, undefined, place)).toEqual({
      object: 'ConfigMap/a',
      what: 'create',
      differences: [{ path: 'data.k', after: '"v"' }],
    });
  });

  it('changes an object that would differ, and keeps others', () => {
    const dryRun = { manifest: workload(), objection: undefined, would: scaled(3) };
    expect(changeOf('Deployment/shop', dryRun, scaled(3), place).what).toBe('same');
    expect(changeOf('Deployment/shop', dryRun, scaled(2), place)).toMatchObject({
      what: 'change',
      differences: [{ path: 'spec.replicas', before: '2', after: '3' }],
    });
  });

  it('leaves the number of pods to an autoscaler', () => {
    const dryRun = { manifest: workload(), objection: undefined, would: scaled(1) };
    expect(
      changeOf('Deployment/shop', dryRun, scaled(9), { ...place, liveState: liveState(true) }).what,
    ).toBe('same');
  });

  it('leaves it to the autoscaler of a worker, too', () => {
    const workers = [{ kind: 'Deployment' as const, name: 'shop' }];
    const environmentWith = environment({ workload: { kind: 'Deployment', name: 'web' }, workers });
    const dryRun = { manifest: workload(), objection: undefined, would: scaled(1) };
    const what = (autoscaler: object | undefined) =>
      changeOf('Deployment/shop', dryRun, scaled(9), {
        environment: environmentWith,
        liveState: { workers: { shop: { autoscaler } } } as unknown as LiveState,
      }).what;
    expect([what({}), what(undefined)]).toEqual(['same', 'change']);
  });

  it('shows why the cluster refuses an object', () => {
    const dryRun = { manifest: workload(), objection: 'spec.x: Required' };
    expect(changeOf('Deployment/shop', dryRun, scaled(1), place)).toMatchObject({
      what: 'refused',
      note: 'spec.x: Required',
    });
  });

  it('says when removed fields may be missing', () => {
    const live = { ...scaled(2), metadata: { managedFields: [{ manager: 'kubectl-client-side-apply' }] } };
    const dryRun = { manifest: workload(), objection: undefined, would: scaled(3) };
    expect(changeOf('Deployment/shop', dryRun, live, place).note).toEqual(wording());
  });

  it('says so after a rollout that changed fields, but not after one that only set its own annotation', () => {
    const dryRun = { manifest: workload(), objection: undefined, would: scaled(3) };
    const updated = (fieldsV1: object) => ({
      ...scaled(2),
      metadata: {
        resourceVersion: '7',
        managedFields: [
          { manager: 'slipway', operation: 'Apply' },
          { manager: 'slipway', operation: 'Update', fieldsV1 },
        ],
      },
    });
    const mark = { 'f:metadata': { 'f:annotations': { 'f:slipway.dev/token.shop': {} } } };
    const noteOf = (fields: object) => changeOf('Deployment/shop', dryRun, updated(fields), place).note;
    expect(noteOf(mark)).toBeUndefined();
    expect(noteOf({ ...mark, 'f:spec': { 'f:selector': {} } })).toContain('may be missing');
  });
});
