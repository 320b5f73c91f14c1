import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect } from '../../src/cluster/port.ts';
import { serveImages } from '../matrix/images.ts';
import { attemptAll, story, traceOf } from '../matrix/matrix.ts';
import type { Stage } from '../matrix/place.ts';
import { casesOf, sampled, scenarios } from '../matrix/scenarios.ts';
import { Traffic } from '../matrix/traffic.ts';

/** Of all cases, so many a scenario; `scripts/bench matrix` runs every one. */
const size = Math.max(4, Math.floor(80 / scenarios.length));
/** Milliseconds after which a scenario begins no further case: all of them together must not take long on a busy machine either. */
const budget = 300_000 / scenarios.length;

describe('a release that is killed, or stopped and overtaken, at any of its writes', () => {
  let stage: Stage;
  beforeAll(async () => {
    const cluster = await connect();
    const [images, traffic] = await Promise.all([
      serveImages(),
      Traffic.start(cluster, process.env.SLIPWAY_TRAFFIC ?? ''),
    ]);
    stage = { cluster, images, traffic };
  });
  afterAll(async () => {
    await Promise.all([stage.traffic.close(), stage.images.close()]);
    await stage.cluster.close();
  });

  it.each(scenarios)(
    '$name: one healthy release serves, nothing is left, the record is true',
    async scenario => {
      const traces = await traceOf(stage, scenario);
      const cases = sampled(casesOf(scenario, traces), size);
      const limits = { workers: 6, until: performance.now() + budget };
      const results = await attemptAll(stage, cases, limits, () => {});
      console.log(`${scenario.name}: ${results.length} of ${casesOf(scenario, traces).length} cases`);
      expect(results.length).toBeGreaterThan(0);
      expect(results.filter(({ faults }) => faults.length > 0).map(story)).toEqual([]);
    },
  );
});
