import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { alertmanagerConfig } from '../../lab/alerting.ts';
import { kubeState } from '../../lab/kube-state.ts';
import { documentOf, linesOf, sourceOf } from '../../lab/shipper.ts';
import { type Received, sinks } from '../../lab/sinks.ts';

describe('the sinks', () => {
  let server: ReturnType<typeof sinks>;
  let url = '';
  beforeEach(async () => {
    server = sinks().listen(0, '127.0.0.1');
    await once(server, 'listening');
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });

  const post = (path: string) => fetch(`${url}/hooks/${path}`, { method: 'POST', body: `{"to":"${path}"}` });
  const received = async (path: string) =>
    (await (await fetch(`${url}/received/${path}`)).json()) as Received[];
  const behave = (path: string, behavior: object) =>
    fetch(`${url}/behavior/${path}`, { method: 'PUT', body: JSON.stringify(behavior) });

  it.each([
    ['slack/T0/B0', 200, /^ok$/],
    ['teams', 202, /^$/],
    ['pagerduty/v2/enqueue', 202, /"status":"success"/],
    ['sns', 200, /<MessageId>[0-9a-f-]{36}<\/MessageId>/],
    ['sms', 201, /"status":"queued"/],
    ['other', 200, /^\{\}$/],
  ])('answer a request to %s as the service does', async (path, status, body) => {
    const response = await post(path);
    expect([response.status, await response.text()]).toEqual([status, expect.stringMatching(body)]);
  });

  it('return what they got by path, and forget it by path', async () => {
    for (const path of ['slack/one', 'slack/two', 'slackers']) await post(path);
    expect((await received('slack')).map(({ path }) => path)).toEqual(['slack/one', 'slack/two']);
    expect((await received('slack/two'))[0]).toMatchObject({ method: 'POST', body: '{"to":"slack/two"}' });
    await fetch(`${url}/received/slack/one`, { method: 'DELETE' });
    expect((await received('')).map(({ path }) => path)).toEqual(['slack/two', 'slackers']);
  });

  it('refuse as often as told, by the nearest path', async () => {
    await behave('slack', { status: 500 });
    await behave('slack/one', { status: 429, times: 1 });
    const status = async (path: string) => (await post(path)).status;
    expect([await status('slack/one'), await status('slack/one'), await status('teams')]).toEqual([
      429, 500, 202,
    ]);
    await fetch(`${url}/behavior`, { method: 'DELETE' });
    expect(await status('slack/one')).toBe(200);
  });

  it('record a request that they never answer', async () => {
    await behave('sms', { hang: true });
    const waiting = fetch(`${url}/hooks/sms`, { method: 'POST', signal: AbortSignal.timeout(100) });
    await expect(waiting).rejects.toThrow('timeout');
    expect((await received('sms')).map(({ status }) => status)).toEqual([null]);
  });
});

describe('the initial configuration of Alertmanager', () => {
  it('has a mailbox and a sink for each severity', () => {
    const { route, receivers } = parse(alertmanagerConfig());
    expect(route.routes).toEqual(
      ['critical', 'warning', 'info'].map(name => ({ receiver: name, matchers: [`severity="${name}"`] })),
    );
    expect(receivers[0]).toMatchObject({
      email_configs: [{ to: 'critical@lab.test' }],
      webhook_configs: [{ url: 'http://10.99.0.1:9094/hooks/alertmanager/critical' }],
    });
  });
});

describe('the state of the cluster', () => {
  const metadata = { name: 'web-1', namespace: 'shop', uid: 'u1' };

  it('has the names, labels and units of kube-state-metrics', () => {
    const pod = {
      metadata,
      spec: { containers: [{ name: 'web', resources: { limits: { cpu: '250m', memory: '64Mi' } } }] },
      status: {
        phase: 'Running',
        containerStatuses: [
          { name: 'web', restartCount: 3, ready: true, state: {} },
          { name: 'job', restartCount: 0, ready: false, state: { waiting: { reason: 'CrashLoopBackOff' } } },
        ],
      },
    };
    const deployment = {
      metadata: { ...metadata, name: 'web', creationTimestamp: '2026-01-01T00:00:00Z' },
      spec: { replicas: 0 },
    };
    const lease = { metadata, spec: { renewTime: '2026-01-01T00:00:01.500000Z' } };
    const labels = 'namespace="shop",pod="web-1",uid="u1"';
    const series = kubeState([pod], [deployment], [lease]).split('\n');
    expect(series.filter(line => line.startsWith('kube_pod_container_status_waiting_reason'))).toEqual([
      `kube_pod_container_status_waiting_reason{${labels},container="job",reason="CrashLoopBackOff"} 1`,
    ]);
    expect(series).toEqual(
      expect.arrayContaining([
        `kube_pod_status_phase{${labels},phase="Running"} 1`,
        `kube_pod_status_phase{${labels},phase="Failed"} 0`,
        '# TYPE kube_pod_container_status_restarts_total counter',
        `kube_pod_container_status_restarts_total{${labels},container="web"} 3`,
        `kube_pod_container_resource_limits{${labels},container="web",resource="cpu",unit="core"} 0.25`,
        `kube_pod_container_resource_limits{${labels},container="web",resource="memory",unit="byte"} 67108864`,
        'kube_deployment_created{namespace="shop",deployment="web"} 1767225600',
        'kube_deployment_spec_replicas{namespace="shop",deployment="web"} 0',
        'kube_lease_renew_time{namespace="shop",lease="web-1"} 1767225601.5',
      ]),
    );
  });

  it('leaves out a lease that nobody has renewed', () => {
    expect(kubeState([], [], [{ metadata }])).not.toMatch(/^kube_lease/m);
  });
});

describe('the shipper', () => {
  const path = '/lab/node-a/pods/shop_web-1_u1/web/0.log';

  it('reads the pod from the path of a log', () => {
    expect(sourceOf(path)).toEqual({
      ...{ namespace: 'shop', pod: 'web-1', uid: 'u1' },
      ...{ container: 'web', node: 'node-a' },
    });
  });

  it('joins the parts of a long line, of each stream, and leaves an incomplete one for later', () => {
    const complete = 'T1 stdout P ab\nT1 stderr F x\nT2 stdout F cd\n';
    const { lines, used } = linesOf(`${complete}T3 stdout P ef\nT4 stdout F g`);
    expect(lines).toEqual([
      { time: 'T1', stream: 'stderr', text: 'x', end: 29 },
      { time: 'T2', stream: 'stdout', text: 'abcd', end: complete.length },
    ]);
    expect(used).toBe(complete.length);
  });

  it('never reads a line twice when a later one is incomplete', () => {
    const { lines, used } = linesOf('T1 stdout P ab\nT1 stderr F x\n');
    expect([lines, used]).toEqual([[], 0]);
  });

  it('merges the fields of a structured line, which cannot replace its origin', () => {
    const text = '{"level":"error","kubernetes":"forged","stream":"forged"}';
    const line = { time: '2026-01-01T00:00:00.000000001Z', stream: 'stdout', text, end: 0 };
    expect(documentOf(sourceOf(path), line, { 'app.kubernetes.io/name': 'shop' })).toMatchObject({
      ...{ level: 'error', log: text, stream: 'stdout', '@timestamp': line.time },
      kubernetes: { namespace_name: 'shop', labels: { 'app_kubernetes_io/name': 'shop' } },
    });
  });

  it.each(['plain text', '{"broken', '[1]', '"text"', ''])('keeps %j as it is', text => {
    const found = documentOf(sourceOf(path), { time: 'T', stream: 'stderr', text, end: 0 }, {});
    expect(Object.keys(found)).toEqual(['@timestamp', 'stream', 'log', 'kubernetes']);
    expect(found.log).toBe(text);
  });
});
