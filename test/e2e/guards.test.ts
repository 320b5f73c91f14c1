import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import type { ConfigMap, Job } from '../../src/cluster/objects.ts';
import { pathOf, resources } from '../../src/cluster/resources.ts';
import { readDecision } from '../../src/release/decision-record/store.ts';
import type { Outcome, ReleaseRecord } from '../../src/release/store/schema.ts';
import { createShop, pushShops, repository, type Shop } from './harness.ts';
import { eventNotes } from './progressive.ts';

/** Hooks around releases, releases that are not reversible, and the Events about both. */

let shop: Shop;

/** The Job of the hook; it runs the release's own image, which has node. */
const migration = (script: string) => ({
  apiVersion: 'batch/v1',
  kind: 'Job',
  metadata: { name: 'migrate' },
  spec: {
    template: {
      metadata: { labels: { job: 'migrate' } },
      spec: {
        restartPolicy: 'Never',
        containers: [
          {
            name: 'migrate',
            image: repository,
            command: ['node', '-e', script],
            env: [{ name: 'DB_PASSWORD', value: 'hunter2-and-more' }],
          },
        ],
      },
    },
  },
});

const write = (script: string) =>
  writeFile(join(shop.dir, 'hooks/migrate.yaml'), stringify(migration(script)));

const good = 'console.log("migrated with " + process.env.DB_PASSWORD)';

const configMap = async (name: string): Promise<Record<string, string> | undefined> =>
  (await shop.cluster.get<ConfigMap>(pathOf(resources.configMap, shop.namespace, name)))?.data;
const recordOf = async (release: number) =>
  JSON.parse((await configMap(`slipway-shop-r${release}`))?.record ?? 'null') as ReleaseRecord;
const outcomeOf = async (release: number) =>
  JSON.parse((await configMap(`slipway-shop-r${release}-outcome`))?.outcome ?? 'null') as Outcome;

beforeAll(async () => {
  await pushShops();
  shop = await createShop('guards', async made => {
    await mkdir(join(made.dir, 'hooks'));
    await made.configure(text =>
      text.replace(
        /^(\s+)strategy: .*$/m,
        (line, indent: string) =>
          `${line}\n${indent}hooks: { pre: { job: hooks/migrate.yaml, timeout: 40s }, post: { run: 'echo "$SLIPWAY_HOOK of $SLIPWAY_RELEASE over $SLIPWAY_BASELINE" >> post.log; cat post.log', timeout: 10s } }`,
      ),
    );
  });
});
afterAll(() => shop?.remove());

describe('a hook before a release', () => {
  it('that fails refuses it: nothing is applied, and its last message is shown without secrets', async () => {
    await write(
      'console.log("uses " + process.env.DB_PASSWORD); console.log("table is locked"); process.exit(3)',
    );
    const run = await shop.deploy('v1');
    expect(run, run.stderr).toMatchObject({ code: 1, outputs: { state: 'refused', release: '1' } });
    expect(run.outputs.reason).toMatch(
      /^the pre hook failed: container migrate failed with exit code 3 \(pod .*\); its last message: table is locked$/,
    );
    expect(run.stderr + run.stdout).toContain('uses (hidden)');
    expect(run.stderr + run.stdout).not.toContain('hunter2');
    const workload = pathOf(resources.deployment, shop.namespace, 'shop');
    expect(await shop.cluster.get(workload)).toBeUndefined();
    expect(await outcomeOf(1)).toMatchObject({ state: 'rolled-back' });
    const { cluster, namespace } = shop;
    expect(await readDecision(cluster, namespace, 'shop', 1)).toMatchObject({
      runs: [{ doing: 'deploy' }],
      end: { state: 'unchanged', reason: run.outputs.reason, weight: 0 },
    });
  }, 120_000);

  it('runs with the digest of the release before anything else; the post hook runs at the end', async () => {
    await write(good);
    const first = await shop.deploy('v1');
    expect(first, first.stderr).toMatchObject({ code: 0, outputs: { state: 'complete', release: '2' } });
    expect(first.stderr + first.stdout).toContain('migrated with (hidden)');
    const job = await shop.cluster.get<Job>(pathOf(resources.job, shop.namespace, 'slipway-shop-pre'));
    expect(job?.spec?.template.spec?.containers[0]?.image).toMatch(new RegExp(`^${repository}@sha256:`));
    expect(job?.spec?.activeDeadlineSeconds).toBe(55);
    expect((await recordOf(2)).hooks?.pre?.within).toBe(40_000);
    expect(first.stderr + first.stdout).toContain('post of 2 over');
  }, 120_000);
});

describe('a release that is not reversible', () => {
  it('reports that before it starts, and is not rolled back without a reason', async () => {
    const plan = await shop.slipway(['plan', '--environment', 'production', '--reversible', 'false']);
    expect(plan, plan.stderr).toMatchObject({ code: 0, outputs: { verdict: 'pass' } });
    expect(plan.stderr + plan.stdout).toContain('This release is marked as not reversible. If this release ');
    const run = await shop.deploy('v2', '--reversible', 'false');
    expect(run, run.stderr).toMatchObject({ code: 0, outputs: { state: 'complete', release: '3' } });
    expect(run.stderr).toContain('This release is marked as not reversible. If this release ');
    expect((await recordOf(3)).reversible).toBe(false);

    for (const args of [
      ['--to-release', '2'],
      ['--from-release', '3'],
    ]) {
      const refused = await shop.slipway(['rollback', '--environment', 'production', ...args]);
      expect(refused, refused.stderr).toMatchObject({
        code: 1,
        outputs: { state: 'refused', changed: 'false' },
      });
      expect(refused.outputs.reason).toMatch(
        /^release 3 \(.*\) is marked as not reversible, so release 2 must not/,
      );
    }
    await shop.serves('v2');
  }, 120_000);

  it('is rolled back with a reason, which is in its outcome and in the Events of the workload', async () => {
    const args = ['--to-release', '2', '--force', 'the old column is still there'];
    const back = await shop.slipway(['rollback', '--environment', 'production', ...args]);
    expect(back, back.stderr).toMatchObject({ code: 0, outputs: { state: 'complete', release: '2' } });
    await shop.serves('v1');
    expect((await outcomeOf(3)).reason).toMatch(
      /^rolled back to release 2 by .*, although this goes past a release that is not reversible: the old column is still there$/,
    );
    expect(await eventNotes(shop)).toEqual([
      'Release 2 receives all traffic',
      'Rollout of release 3 started (rolling); the baseline is release 2',
      'Release 3 receives all traffic',
      expect.stringMatching(
        /^Release 3 was rolled back: rolled back to release 2 by .*the old column is still there; release 2 is live$/,
      ),
    ]);
  }, 120_000);

  it('needs action when it does not become ready: the baseline stays live', async () => {
    await shop.edit('Deployment', ({ spec }) => {
      spec.template.spec.containers[0].readinessProbe.httpGet.path = '/nowhere';
      spec.progressDeadlineSeconds = 8;
    });
    await shop.configure(text => text.replace('deadline: 2m', 'deadline: 10s'));
    const run = await shop.deploy('v2', '--reversible', 'false');
    expect(run, run.stderr).toMatchObject({ code: 1, outputs: { state: 'needs-action', release: '4' } });
    expect(run.outputs.reason).toMatch(/; release 4 is not reversible, so it is not rolled back: /);
    expect((await shop.deployment()).metadata?.annotations?.['slipway.dev/release']).toBe('4');
    await shop.serves('v1');
    const rollback = await shop.slipway(['rollback', '--environment', 'production']);
    expect(rollback, rollback.stderr).toMatchObject({ code: 1, outputs: { state: 'refused' } });
  }, 120_000);
});
