import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { HorizontalPodAutoscaler } from '../../src/cluster/objects.ts';
import {
  autoscalerProblems,
  autoscalersOf,
  raiseMinReplicasPatch,
  restoreMinReplicasPatch,
} from '../../src/traffic/hpa.ts';
import { wording } from '../wording.ts';
import { applied } from './json-patch.ts';
import { fence, stamped } from './objects.ts';

const autoscaler = (
  spec: { minReplicas?: number; maxReplicas?: number } = {},
  metadata: object = {},
  target = 'shop',
): HorizontalPodAutoscaler =>
  ({
    metadata: { name: 'shop', uid: 'hpa', annotations: { ...stamped }, ...metadata },
    spec: { scaleTargetRef: { kind: 'Deployment', name: target }, minReplicas: 2, maxReplicas: 10, ...spec },
  }) as HorizontalPodAutoscaler;

const shop = { kind: 'Deployment', name: 'shop' };

describe('an autoscaler during a rollout', () => {
  it('keeps the current number of pods, and gets exactly its own minimum back', () => {
    fc.assert(
      fc.property(
        fc.option(fc.integer({ min: 0, max: 12 }), { nil: undefined }),
        fc.integer({ min: 0, max: 15 }),
        fc.integer({ min: 0, max: 15 }),
        (minReplicas, present, later) => {
          const before = autoscaler();
          delete before.spec?.minReplicas;
          if (minReplicas !== undefined && before.spec !== undefined) before.spec.minReplicas = minReplicas;
          const raised = applied(before, raiseMinReplicasPatch(before, fence, present));
          const floor = raised.spec?.minReplicas ?? 1;
          // Never lower than it was, never above its own maximum unless its minimum was.
          expect(floor).toBe(Math.max(minReplicas ?? 1, Math.min(present, 10)));
          const again = applied(raised, raiseMinReplicasPatch(raised, fence, later));
          expect(again.spec?.minReplicas ?? 1).toBeGreaterThanOrEqual(floor);
          const after = applied(again, restoreMinReplicasPatch(again, fence));
          expect(after).toEqual(before);
        },
      ),
    );
  });

  it('keeps a minimum that was changed in the meantime', () => {
    const raised = applied(autoscaler(), raiseMinReplicasPatch(autoscaler(), fence, 6));
    const changed = { ...raised, spec: { ...raised.spec, minReplicas: 4 } } as HorizontalPodAutoscaler;
    const after = applied(changed, restoreMinReplicasPatch(changed, fence));
    expect(after.spec?.minReplicas).toBe(4);
    expect(after.metadata?.annotations).toEqual(stamped);
  });

  it('is not changed by a run that lost its Lease, nor when the minimum has changed', () => {
    const patch = raiseMinReplicasPatch(autoscaler(), fence, 6);
    const taken = autoscaler({}, { annotations: { 'slipway.dev/token.shop': '8' } });
    expect(() => applied(taken, patch)).toThrow('token.shop');
    expect(() => applied(autoscaler({ minReplicas: 3 }), patch)).toThrow('/spec/minReplicas');
  });

  it('is ignored when it scales another Deployment', () => {
    const other = autoscaler({}, { name: 'cart' }, 'cart');
    expect(autoscalersOf([other, autoscaler()], shop)).toEqual([autoscaler()]);
  });

  it('is refused when there are two, or when KEDA owns it', () => {
    expect(autoscalerProblems([autoscaler()], shop)).toEqual([]);
    expect(autoscalerProblems([autoscaler(), autoscaler({}, { name: 'more' })], shop)[0]?.message).toEqual(
      wording('more', 'Deployment/shop'),
    );
    const owner = { kind: 'ScaledObject', name: 'queue', apiVersion: 'keda.sh/v1alpha1', uid: 'x' };
    for (const keda of [{ ownerReferences: [owner] }, { labels: { 'scaledobject.keda.sh/name': 'queue' } }]) {
      expect(autoscalerProblems([autoscaler({}, keda)], shop)[0]?.message).toEqual(
        wording('ScaledObject/queue'),
      );
    }
  });
});
