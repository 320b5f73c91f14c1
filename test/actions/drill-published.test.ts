import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import type { Ordered } from '../../src/actions/drill.ts';
import { endedFacts } from '../../src/actions/drill-kinds.ts';
import { digestOf } from '../../src/actions/drill-relay.ts';
import { publishDrill } from '../../src/actions/drill-report.ts';
import { paceOf } from '../../src/recovery/drill/pace.ts';
import type { DrillFacts } from '../../src/recovery/drill-report.ts';
import { scenarioOf } from '../../src/recovery/scenario.ts';
import { UserError } from '../../src/toolkit/errors.ts';
import type { Host } from '../../src/toolkit/host.ts';
import { FakeApiServer } from '../cluster/fake-api-server.ts';
import { wording } from '../wording.ts';

/** Where the report of a drill goes, and which drill a job may continue. */

const order = {
  owner: { app: 'shop', environment: 'production' },
  run: { id: 'restore-01234567', actor: 'ann' },
  ...{ pace: paceOf('lab', 1), signal: new AbortController().signal },
  ...{ scenario: scenarioOf('restore'), drills: {}, target: { rto: 1, rpo: 1 }, resumed: false },
} as unknown as Ordered;

it('a report is in each store that works', async () => {
  const root = await mkdtemp(join(tmpdir(), 'drill-report-'));
  onTestFinished(() => rm(root, { recursive: true }));
  const warnings: string[] = [];
  const host = {
    ...{ env: {}, output: () => undefined, report: () => undefined, summary: async () => undefined },
    annotate: (_: string, { message }: { message: string }) => void warnings.push(message),
  } as unknown as Host;
  const about = {
    ...{ owner: order.owner, environment: { namespace: 'shop' }, env: {}, issuesToken: '' },
    ...{ folder: await mkdtemp(join(root, 'evidence-')), config: join(root, 'slipway.yml') },
    recovery: {
      repositories: {
        near: { store: { url: 'https://s3.example/shop', region: 'eu', 'credentials-prefix': 'NEAR' } },
        far: { store: { folder: 'far' } },
      },
    },
  } as unknown as Parameters<typeof publishDrill>[2];
  const facts = await endedFacts(order, new UserError('there is no key', 'give it'));
  await publishDrill(undefined, facts!, about, host);
  expect(warnings).toEqual([wording('near')]);
  expect(
    (await readdir(join(root, 'far'), { recursive: true })).filter(name => name.endsWith('.json')),
  ).toHaveLength(1);
});

it('a passed drill that the cluster cannot record has passed, and its outputs say so', async () => {
  const root = await mkdtemp(join(tmpdir(), 'drill-report-'));
  onTestFinished(() => rm(root, { recursive: true }));
  const outputs: Record<string, string> = {};
  const warnings: string[] = [];
  const host = {
    ...{ env: {}, report: () => undefined, summary: async () => undefined },
    output: (name: string, value: string) => {
      outputs[name] = value;
    },
    annotate: (_: string, { message }: { message: string }) => void warnings.push(message),
  } as unknown as Host;
  const about = {
    ...{ owner: order.owner, environment: { namespace: 'shop' }, env: {}, issuesToken: '' },
    ...{ folder: root, config: join(root, 'slipway.yml'), recovery: { repositories: {} } },
  } as unknown as Parameters<typeof publishDrill>[2];
  const refused = await endedFacts(order, new UserError('there is no key', 'give it'));
  const passed: DrillFacts = {
    ...refused!,
    refused: undefined,
    required: 'L0',
    target: { rto: 300_000, rpo: 300_000 },
    outage: { kind: 'over', from: 0, to: 60_000, rto: 60_000, atLeast: 60_000, notes: [] },
    bound: { atMost: 60_000, because: 'the archive is complete' },
    levelChecks: [{ level: 'L0', what: 'backup', state: 'passed', sentence: 'it is 2h old' }],
  };
  const api = new FakeApiServer();
  api.forbid('get leases.coordination.k8s.io');
  expect(await publishDrill(api.cluster, passed, about, host)).toBe(true);
  expect(outputs).toMatchObject({
    ...{ verdict: 'pass', 'rto-seconds': '60.00', proved: 'L0', 'report-folder': root, reason: '' },
  });
  expect(warnings).toEqual([wording('SlipwayDrillTooOld', 'get leases.coordination.k8s.io')]);
});

it('a drill that was started with the key is not continued without it', () => {
  const given = (keyGiven: boolean) => digestOf({ ...order, environment: {} as never, keyGiven });
  expect(given(true)).not.toBe(given(false));
});
