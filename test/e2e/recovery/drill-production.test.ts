import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Consumer, createConsumer } from '../../database/consumer.ts';
import { createDatabase, type Database } from '../../database/database.ts';
import { served } from '../../database/drills.ts';
import { labUid } from '../../database/production.ts';
import { deployRecords } from '../../database/records.ts';
import { auditMark, eventually, kubectl, writesSince } from '../harness.ts';
import { needs } from '../needs.ts';

needs('recovery');

/** A drill in production: who has to agree, and what ends it. The lab is production here; a server of ours plays GitHub, and a Prometheus that says when production suffers. */

/** The user of the lab's kubeconfig. */
const ADMIN = 'lab-admin';

let database: Database;
let consumer: Consumer;
let github: Server;
let approvals: object[] = [];
let asked: string[] = [];
let suffering = false;
/** How often `abort` was asked. */
let looks = 0;
beforeAll(async () => {
  database = await createDatabase('drill-production', 'sync');
  const records = await deployRecords(database, [await database.nodeOf(await database.primary())]);
  consumer = await createConsumer(database);
  github = createServer((request, response) => {
    const { url = '' } = request;
    if (url.startsWith('/api/v1/query')) return response.end(JSON.stringify(answerTo(url)));
    asked.push(`${request.method} ${url}`);
    response.setHeader('content-type', 'application/json');
    return response.end(JSON.stringify(approvals));
  });
  await new Promise<void>(resolve => github.listen(0, '127.0.0.1', resolve));
  const uid = await labUid();
  await consumer.configure(config => {
    config.environments.production.recovery.drills = {
      pace: 'lab',
      'production-clusters': [uid],
      alerts: { prometheus: { service: 'monitoring/prometheus:9090' } },
      'in-production': { approval: 'production-drills', abort: 'vector(0)', 'max-duration': '5m' },
      ...served(records),
      ...{ deadline: '2m', 'rejoin-timeout': '2m' },
    };
  });
  await kubectl(['label', 'namespace', database.namespace, 'slipway.dev/drill-live=true']);
});
afterAll(async () => {
  github?.close();
  await consumer?.remove();
  await database?.remove();
});
beforeEach(() => {
  [approvals, asked] = [[approval('approved', 'production-drills-pod')], []];
});

/** As a Prometheus would answer the query `abort`, and that nothing else fires. */
function answerTo(url: string): object {
  const query = new URL(url, 'http://x').searchParams.get('query') ?? '';
  if (query === 'burns') looks += 1;
  const value = [Date.now() / 1000, query === 'burns' && suffering ? '1' : '0'];
  return { status: 'success', data: { resultType: 'vector', result: [{ metric: {}, value }] } };
}

const approval = (state: string, name: string) => ({
  ...{ state, comment: '', user: { login: 'mona' } },
  environments: [{ id: 1, name }],
});
const change = (more: object) =>
  consumer.configure(config => Object.assign(config.environments.production.recovery.drills, more));
const drill = (...more: string[]) => start(...more).done;
const start = (...more: string[]) =>
  consumer.start(['drill', '--environment', 'production', '--scenario', 'pod', ...more], {
    GITHUB_REPOSITORY: 'acme/shop',
    GITHUB_RUN_ID: '42',
    GITHUB_API_URL: `http://127.0.0.1:${(github.address() as AddressInfo).port}`,
  });
const agreed = ['--confirm', 'pod in production', '--actions-token', 'token'];

describe('a drill in production', () => {
  it.each([
    ['nobody has typed that it is meant', () => undefined, [], 'is production'],
    [
      'something else was typed',
      () => undefined,
      ['--confirm', 'yes', '--actions-token', 'token'],
      'the drill in production is not confirmed',
    ],
    [
      'nobody can be asked who approved it',
      () => undefined,
      agreed.slice(0, 2),
      'whether the drill in production is approved',
    ],
    ['nobody has approved it', () => (approvals = []), agreed, 'is not approved'],
    [
      'security 17: another scenario was approved',
      () => (approvals = [approval('approved', 'production-drills-zone')]),
      agreed,
      'is not approved',
    ],
    [
      'it was rejected',
      () => (approvals = [approval('rejected', 'production-drills-pod')]),
      agreed,
      'is not approved',
    ],
  ])('is refused before anything is written when %s', async (_, prepare, more, reason) => {
    prepare();
    const mark = await auditMark();
    const run = await drill(...more);
    expect(run.outputs).toMatchObject({ verdict: 'refused' });
    expect(run.outputs.reason).toContain(reason);
    expect(await writesSince(mark, ADMIN, database.namespace)).toEqual([]);
  });

  it.each([
    [
      'it is not the time',
      () => {
        const hour = new Date().getUTCHours();
        const clock = (ahead: number) => `${String((hour + ahead) % 24).padStart(2, '0')}:00`;
        return { hours: `${clock(2)}-${clock(3)}` };
      },
      'drills are allowed only from',
    ],
    [
      'an alert fires',
      () => ({ alerts: { prometheus: { service: 'monitoring/prometheus:9090' }, firing: 'vector(1)' } }),
      'is firing',
    ],
    [
      'nobody can tell whether one does',
      () => ({ alerts: { prometheus: { service: 'monitoring/none:9090' } } }),
      'cannot be read',
    ],
    [
      'it suffers already',
      () => ({
        'in-production': { approval: 'production-drills', abort: 'vector(1)', 'max-duration': '5m' },
      }),
      'production is already degraded',
    ],
  ])('is refused, although everybody agrees, when %s', async (_, more, reason) => {
    const before = {
      hours: undefined,
      alerts: { prometheus: { service: 'monitoring/prometheus:9090' } },
      'in-production': { approval: 'production-drills', abort: 'vector(0)', 'max-duration': '5m' },
    };
    await change(more());
    const run = await drill(...agreed);
    await change(before);
    expect(run.outputs.verdict).toBe('refused');
    expect(run.outputs.reason).toContain(reason);
  });

  it('goes on with consent, and is passed', async () => {
    const run = await drill(...agreed);
    expect(asked).toEqual(['GET /repos/acme/shop/actions/runs/42/approvals']);
    expect(run.stderr).toContain('mona approved the drill for production-drills-pod');
    expect(run.outputs).toMatchObject({ verdict: 'pass', 'rpo-seconds': '0.00' });
    // L5 only when the pod that was deleted is elected again: no switchover is declared.
    expect(run.outputs.proved).toMatch(/^L[45]$/);
    await eventually(async () => (await database.whole()).length === 3);
  });

  it('is ended when production suffers, with everything fixed', async () => {
    const url = `http://127.0.0.1:${(github.address() as AddressInfo).port}`;
    await change({
      alerts: { prometheus: { url } },
      'in-production': { approval: 'production-drills', abort: 'burns', 'max-duration': '5m' },
    });
    const running = start(...agreed);
    await running.said(/breaking db-/);
    // It is looked at once more before that.
    const before = looks;
    await eventually(async () => looks > before);
    suffering = true;
    const run = await running.done;
    expect(run.outputs.verdict).toBe('error');
    expect(run.outputs.reason).toContain('production is degraded, according to the query `abort`');
    await eventually(async () => (await database.whole()).length === 3, 60_000);
    const lease = JSON.parse(await database.kubectl(['get', 'lease', 'slipway.drill', '-o', 'json']));
    expect(lease.spec.holderIdentity ?? '').toBe('');
    expect(lease.metadata.annotations['slipway.dev/drill-broken']).toBeUndefined();
    const pods = await database.kubectl(['get', 'pods', '-l', 'slipway.dev/kind=drill-client', '-o', 'name']);
    expect(pods).toBe('');
  });
});
