import { expect, it } from 'vitest';
import { readDecision } from '../../src/release/decision-record/store.ts';
import { deploy } from '../../src/release/deploy.ts';
import { wording } from '../wording.ts';
import { config, environment, workload } from './objects.ts';
import { Rollout } from './promoting.ts';

it('a release that its pre hook refuses leaves a decision record with the reason', async () => {
  const server = await Rollout.promoting();
  server.enter({ phase: 'done', weight: 0 });
  server.put('/api/v1/namespaces/shop', { kind: 'Namespace', metadata: { name: 'shop' } });
  const report = () => {};
  const refused = await deploy(server.cluster, {
    config,
    environmentName: 'production',
    environment: environment({ namespace: 'shop' }),
    manifests: [workload()],
    images: {},
    hookSetup: {
      hooks: { pre: { run: 'exit 4', within: 60_000 } },
      folder: import.meta.dirname,
      log: 2,
      quote: (_, work) => work(report),
    },
    origin: { actor: 'bob', run: 'run 8' },
    env: { PATH: process.env.PATH },
    wait: 0,
    report,
  });
  expect(refused).toMatchObject({ state: 'refused', baseline: 3, release: 4 });
  expect(refused.decision).toMatchObject({
    release: 4,
    baseline: 3,
    runs: [{ by: { actor: 'bob' }, doing: 'deploy' }],
    end: {
      state: 'unchanged',
      reason: wording('pre', '4'),
      weight: 0,
      serves: 3,
    },
  });
  expect(await readDecision(server.cluster, 'shop', 'shop', 4)).toEqual(refused.decision);
  // The journal tells of the rollout before, as it did.
  expect(server.rollout).toMatchObject({ phase: 'done', candidate: 2 });
});
