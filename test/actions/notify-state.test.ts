import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as session from '../../src/actions/session.ts';
import { main } from '../../src/cli.ts';
import type { Cluster } from '../../src/cluster/port.ts';
import { pathOf, resources } from '../../src/cluster/resources.ts';
import { FakeApiServer } from '../cluster/fake-api-server.ts';
import { type WebSink, webSink } from '../notify/sinks.ts';

/** The action `notify` with its state in a Lease of the environment. */

let connect: () => Cluster | Promise<Cluster>;

let folder: string;
let web: WebSink;
let api: FakeApiServer;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'notify-state-'));
  web = await webSink();
  api = new FakeApiServer();
  api.now = Date.parse('2026-11-30T08:00:00Z');
  connect = () => api.connect();
  vi.spyOn(session, 'withCluster').mockImplementation(async (_, __, ___, load, use) =>
    use(await connect(), await load()),
  );
  vi.useFakeTimers({ toFake: ['Date'], now: api.now });
  await configured(
    `{${['critical', 'warning', 'info'].map(each => `${each}: [{webhook: PAGER}]`).join(', ')}}`,
  );
});
afterEach(async () => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  await Promise.all([web.close(), rm(folder, { recursive: true })]);
});

const configured = (receivers: string) =>
  writeFile(
    join(folder, 'slipway.yml'),
    `app: shop
images: {shop: {repository: ghcr.io/acme/shop}}
environments:
  production: {namespace: shop, manifests: [deploy/], workload: Deployment/shop, monitoring: {receivers: ${receivers}}}
`,
  );

/** @param hours later than the one before. */
async function notify(outcome: string, inputs: Record<string, string> = {}, hours = 1) {
  api.now += hours * 3_600_000;
  vi.setSystemTime(api.now);
  let said = '';
  for (const name of ['stdout', 'stderr'] as const)
    vi.spyOn(process[name], 'write').mockImplementation(text => {
      said += text;
      return true;
    });
  const all = {
    ...{ environment: 'production', config: join(folder, 'slipway.yml'), event: 'sweep', outcome },
    ...{ credentials: JSON.stringify({ PAGER: `${web.address}/pager` }) },
    ...{ 'state-in-cluster': 'true', ...inputs },
  };
  const code = await main([
    'notify',
    ...Object.entries(all).flatMap(([name, value]) => [`--${name}`, value]),
  ]);
  return { code, said, sent: /^sent=(.*)$/m.exec(said)?.[1] };
}
const lease = (kind: string) => pathOf(resources.lease, 'shop', `slipway-shop.notify-${kind}.last`);

describe('the state in the cluster', () => {
  it('tells a failure once a day, and its end', async () => {
    const sent = [];
    for (const outcome of ['success', 'failure', 'failure', 'failure', 'success', 'success'])
      sent.push((await notify(outcome)).sent);
    expect(sent).toEqual(['0', '1', '0', '0', '1', '0']);
    await notify('failure');
    expect((await notify('failure', {}, 19)).sent).toBe('0');
    expect((await notify('failure', {}, 2)).sent).toBe('1');
  });

  it.each([
    ['no receiver gets', 'info: []'],
    ['did not arrive', 'info: [{webhook: CHAT}]'],
  ])('tells a second failure after a success that %s', async (_, info) => {
    await configured(`{critical: [{webhook: PAGER}], warning: [{webhook: PAGER}], ${info}}`);
    const sent = [];
    for (const outcome of ['failure', 'success', 'success', 'failure', 'failure'])
      sent.push((await notify(outcome)).sent);
    expect(sent).toEqual(['1', '0', '0', '1', '0']);
  });

  it('tells a release that waits for a person once a day, until another one does', async () => {
    const told = (release: string) => notify('needs-action', { event: 'release', release });
    expect([(await told('7')).sent, (await told('7')).sent, (await told('8')).sent]).toEqual(['1', '0', '1']);
    expect(api.objects.get(lease('release'))).toBeDefined();
  });

  it('is one Lease for each kind, which no process holds and which has no text of a message', async () => {
    await notify('failure', { reason: 'the password is hunter2' });
    await notify('failure', { event: 'monitor' });
    const written = JSON.stringify(api.objects.get(lease('sweep')));
    expect(written).toContain('shop/production/sweep');
    expect(written).not.toMatch(/hunter2|holderIdentity|monitor/);
    expect(api.objects.get(lease('monitor'))).toBeDefined();
  });

  it.each([
    ['cannot be reached', () => {}, 'cannot be read or written: no route'],
    [
      'gives no permission to write',
      () => api.forbid('update leases.coordination.k8s.io'),
      'cannot be read or written',
    ],
  ])('sends every failure if the cluster %s, and says why', async (_, breaks, why) => {
    await notify('failure', {}, 48);
    if (why.includes('route')) connect = () => Promise.reject(new Error('no route to host'));
    else breaks();
    const ran = await notify('failure', {}, 48);
    expect([ran.code, ran.sent]).toEqual([0, '1']);
    expect(ran.said).toContain(why);
  });

  it.each(['{', '[]', '{"sent": {"shop/production/sweep": "yes"}}', '{"sent": 7}'])(
    'that was damaged to %o is like none',
    async sent => {
      await notify('failure');
      api.edit(lease('sweep'), ({ metadata = {} }) => {
        metadata.annotations = { 'slipway.dev/facts': JSON.stringify({ sent }) };
      });
      expect((await notify('failure')).sent).toBe('1');
      expect((await notify('failure')).sent).toBe('0');
    },
  );
});
