import { describe, expect, it } from 'vitest';
import type { HorizontalPodAutoscaler } from '../../../src/cluster/objects.ts';
import { drillAutoscaling } from '../../../src/recovery/drill/autoscaling.ts';
import { startLoad } from '../../../src/recovery/drill/load.ts';
import type { PodsState } from '../../../src/recovery/drill/pods-state.ts';
import { reportOf } from '../../../src/recovery/drill-report.ts';
import { scenarioOf } from '../../../src/recovery/scenario.ts';
import { wording } from '../../wording.ts';
import { load } from './application-world.ts';
import { drillOf } from './fake-system.ts';

/** An autoscaler that follows the load: `up` looks after it began, and `down` looks after it ended. */
async function drill({
  up = 3,
  down = 3,
  metrics = true,
  max = 6,
  requests = 5000,
  rejoinTimeout = 30_000,
  starts = true,
} = {}) {
  let isLoaded = false;
  let looks = 0;
  const calls: string[] = [];
  const desiredNow = () => ((isLoaded ? looks > up : looks <= down) ? 4 : 2);
  const look = async () => {
    looks += 1;
    const pods = Array.from({ length: desiredNow() }, (_, index) => ({
      metadata: { name: `web-${index}` },
      status: { conditions: [{ type: 'Ready', status: index < 2 || starts ? 'True' : 'False' }] },
    }));
    return { workload: {}, pods } as unknown as PodsState;
  };
  const autoscaler = async () => {
    const desired = desiredNow();
    const idle = !isLoaded && calls.length === 0;
    return {
      metadata: { name: 'web' },
      spec: { maxReplicas: max, scaleTargetRef: { kind: 'Deployment', name: 'web' } },
      status: {
        ...{ currentReplicas: idle ? 2 : desired, desiredReplicas: idle ? 2 : desired },
        conditions: [
          { type: 'ScalingActive', status: metrics ? 'True' : 'False', message: 'no metrics API' },
        ],
        currentMetrics: metrics ? [{ type: 'Resource' }] : [],
      },
    } as unknown as HorizontalPodAutoscaler;
  };
  const from = performance.now();
  const now = () => Math.round(performance.now() - from);
  const plan = { ...load, requests };
  const report = reportOf(
    await drillAutoscaling(
      { ...drillOf({ scenario: scenarioOf('autoscaling'), rejoinTimeout }), target: undefined, load: plan },
      {
        ...{ now, report: () => undefined, autoscaler },
        prepare: async () => undefined,
        look,
        startLoad: () => {
          [isLoaded, looks] = [true, 0];
          calls.push('load');
          const running = startLoad(plan, now, async () => undefined);
          return {
            ...running,
            stop: async () => {
              if (isLoaded) [isLoaded, looks] = [false, 0];
              return running.stop();
            },
          };
        },
        clear: async () => [],
      },
    ),
  );
  return { report, calls };
}

describe('a drill of the autoscaler', () => {
  it('passes when pods are added under load, and removed after it', async () => {
    const { report } = await drill();
    expect(report).toMatchObject({ verdict: 'pass', reached: 'L2' });
    expect(report.did).toEqual(scenarioOf('autoscaling').steps.map(({ action }) => action));
  });

  it('fails when the load adds no pods before it ends, or they stay', async () => {
    const none = await drill({ up: 1_000_000, requests: 20 });
    expect(none).toMatchObject({ report: { verdict: 'fail' } });
    expect(none.report.reasons[0]).toEqual(wording('load'));
    const pending = await drill({ starts: false, requests: 20 });
    expect(pending).toMatchObject({ report: { verdict: 'fail' } });
    const stay = await drill({ down: 1_000_000, rejoinTimeout: 60 });
    expect(stay).toMatchObject({ report: { verdict: 'fail' } });
    expect(stay.report.reasons[0]).toEqual(wording('2'));
  });

  it.each([
    ['without metrics', { metrics: false }, 'no metrics API'],
    ['at its maximum', { max: 2 }, '2'],
  ])('%s sends nothing, and is unknown', async (_, options, fact) => {
    const { report, calls } = await drill(options);
    expect(report).toMatchObject({ verdict: 'skipped', reasons: [wording(fact)] });
    expect(calls).toEqual([]);
  });
});
