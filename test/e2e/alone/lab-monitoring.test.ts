import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import {
  alertmanagerConfig,
  alertmanagerFile,
  alertmanagerSecrets,
  reloadAlertmanager,
  SEVERITIES,
} from '../../../lab/alerting.ts';
import { forgetDatabase, POSTGRES_URL, startExporter, watchDatabase } from '../../../lab/exporters.ts';
import { labOf } from '../../../lab/lab.ts';
import { startOpenSearch, startShipper } from '../../../lab/logs.ts';
import { kill } from '../../../lab/process.ts';
import { prometheusFolder, reloadPrometheus } from '../../../lab/prometheus.ts';
import { needs } from '../needs.ts';

needs('alerting', 'exporters', 'logs');

const lab = labOf(process.env.SLIPWAY_LAB ?? '');
const variable = (name: string) => process.env[`SLIPWAY_${name}`] ?? '';
const call = promisify(execFile);
const kubectl = async (...args: string[]) => (await call('kubectl', args)).stdout;
/** Asks a Service through the API server's proxy. */
const proxied = async (service: string, path: string) =>
  JSON.parse(
    await kubectl('get', '--raw', `/api/v1/namespaces/${service.replace('/', '/services/')}/proxy${path}`),
  );

async function series(query: string): Promise<{ metric: Record<string, string>; value: [number, string] }[]> {
  const path = `/api/v1/query?query=${encodeURIComponent(query)}`;
  return (await proxied('monitoring/prometheus:9090', path)).data.result;
}

describe('the part alerting', () => {
  const file = join(prometheusFolder(lab, 'rules'), 'lab-test.yaml');
  const name = `LabTest${randomUUID().slice(0, 8)}`;
  const rule = (severity: string) => ({
    alert: name,
    expr: 'vector(1)',
    labels: { severity, app: 'shop', environment: 'test', slipway: 'true' },
    annotations: { summary: `a ${severity} problem` },
  });
  afterAll(() => {
    rmSync(file, { force: true });
    reloadPrometheus(lab);
    writeFileSync(alertmanagerFile(lab), alertmanagerConfig());
    reloadAlertmanager(lab);
  });

  it('mails an alert of each severity to its receiver', async () => {
    writeFileSync(file, stringify({ groups: [{ name, rules: SEVERITIES.map(rule) }] }));
    await call('promtool', ['check', 'rules', file]);
    await fetch(`http://${variable('LAB_ADDRESS')}:9090/-/reload`, { method: 'POST' });
    await expect
      .poll(async () => (await series(`ALERTS{alertname="${name}",alertstate="firing"}`)).length, {
        timeout: 30_000,
      })
      .toBe(3);
    for (const severity of SEVERITIES) {
      const to = encodeURIComponent(`to:${severity}@lab.test subject:${name}`);
      const mails = async () =>
        (await proxied('monitoring/mailpit:8025', `/api/v1/search?query=${to}`)).messages.length;
      await expect.poll(mails, { timeout: 30_000 }).toBe(1);
      const hooks = async () =>
        (
          (await proxied('monitoring/sinks:9094', `/received/alertmanager/${severity}`)) as { body: string }[]
        ).filter(({ body }) => body.includes(name)).length;
      await expect.poll(hooks, { timeout: 30_000 }).toBe(1);
    }
  });

  it('has amtool, which agrees on the route of each severity', async () => {
    await call('amtool', ['check-config', alertmanagerFile(lab)]);
    for (const severity of SEVERITIES) {
      const route = [
        'config',
        'routes',
        'test',
        '--config.file',
        alertmanagerFile(lab),
        `severity=${severity}`,
      ];
      expect((await call('amtool', route)).stdout.trim()).toBe(severity);
    }
  });

  it('loads a configuration that names a secret below /etc/alertmanager/secrets', async () => {
    const path = `slack/${randomUUID()}`;
    writeFileSync(join(alertmanagerSecrets(lab), 'SLACK'), `${variable('SINKS')}/hooks/${path}`);
    const slack = { api_url_file: '/etc/alertmanager/secrets/SLACK', channel: '#test' };
    writeFileSync(
      alertmanagerFile(lab),
      stringify({
        route: { receiver: 'slack', group_by: ['alertname'], group_wait: '0s' },
        receivers: [{ name: 'slack', slack_configs: [slack] }],
      }),
    );
    reloadAlertmanager(lab);
    const bodies = async () => {
      // Alertmanager may still use its former configuration.
      await call('amtool', [`--alertmanager.url=${variable('ALERTMANAGER')}`, 'alert', 'add', path]);
      const received = (await proxied('monitoring/sinks:9094', `/received/${path}`)) as { body: string }[];
      return received.map(({ body }) => body).join('\n');
    };
    await expect.poll(bodies, { timeout: 30_000 }).toContain(path);
  });

  it('has sinks in the cluster that refuse or never answer when told', async () => {
    const sinks = variable('SINKS');
    const path = `slack/${randomUUID()}`;
    const behave = (behavior: object) =>
      fetch(`${sinks}/behavior/${path}`, { method: 'PUT', body: JSON.stringify(behavior) });
    const post = (signal?: AbortSignal) =>
      fetch(`${sinks}/hooks/${path}`, { method: 'POST', body: '{"text":"hi"}', ...(signal && { signal }) });
    await behave({ status: 429, headers: { 'retry-after': '1' }, times: 1 });
    const refused = await post();
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '1']);
    expect(await (await post()).text()).toBe('ok');
    await behave({ hang: true });
    await expect(post(AbortSignal.timeout(200))).rejects.toThrow();
    const received = (await proxied('monitoring/sinks:9094', `/received/${path}`)) as {
      status: number | null;
    }[];
    expect(received.map(({ status }) => status)).toEqual([429, 200, null]);
  });
});

describe('the part exporters', () => {
  const namespace = `lab-exporters-${randomUUID().slice(0, 8)}`;
  beforeAll(async () => {
    await kubectl('create', 'namespace', namespace);
  });
  afterAll(async () => {
    await kubectl('delete', 'namespace', namespace);
  });
  const up = async (job: string) => (await series(`up{job="${job}"}`)).map(({ value }) => value[1]);

  it.each(['node', 'postgres', 'redis', 'kube-state-metrics'])('scrapes the job %s', async job => {
    await expect.poll(() => up(job), { timeout: 20_000 }).toEqual(['1']);
  });

  it('scrapes cadvisor of each node', async () => {
    await expect.poll(() => up('cadvisor'), { timeout: 20_000 }).toEqual(['1', '1', '1']);
  });

  it('has the memory of a container, its limit and its restarts', async () => {
    const pod = {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: 'restarting', namespace },
      spec: {
        containers: [
          {
            ...{ name: 'steady', image: variable('KUBECTL_IMAGE'), command: ['sh', '-c', 'sleep 600'] },
            resources: { limits: { memory: '32Mi' } },
          },
          { name: 'failing', image: variable('KUBECTL_IMAGE'), command: ['sh', '-c', 'exit 1'] },
        ],
        terminationGracePeriodSeconds: 0,
      },
    };
    const created = promisify(execFile)('kubectl', ['apply', '-f', '-']);
    created.child.stdin?.end(JSON.stringify(pod));
    await created;
    const value = async (name: string, container: string) =>
      Number((await series(`${name}{namespace="${namespace}",container="${container}"}`))[0]?.value[1]);
    const restarts = () => value('kube_pod_container_status_restarts_total', 'failing');
    await expect.poll(restarts, { timeout: 60_000 }).toBeGreaterThan(0);
    expect(await value('kube_pod_container_resource_limits', 'steady')).toBe(32 * 2 ** 20);
    const memory = () => value('container_memory_working_set_bytes', 'steady');
    await expect.poll(memory, { timeout: 60_000 }).toBeGreaterThan(0);
  });

  it('shows that Redis is away, and back', async () => {
    const value = async () => (await series('redis_up'))[0]?.value[1];
    await expect.poll(value, { timeout: 20_000 }).toBe('1');
    await kill(lab, 'redis');
    await expect.poll(value, { timeout: 20_000 }).toBe('0');
    await startExporter(lab, 'redis');
    await expect.poll(value, { timeout: 20_000 }).toBe('1');
  });

  it('scrapes another PostgreSQL under its own name, while it is watched', async () => {
    watchDatabase(lab, 'orders', POSTGRES_URL);
    const found = async () =>
      (await series('pg_settings_max_connections{job="postgres"}')).map(each => each.metric.instance).sort();
    await expect.poll(found, { timeout: 20_000 }).toEqual(['10.99.0.1:9187', 'orders']);
    forgetDatabase(lab, 'orders');
    await expect.poll(found, { timeout: 20_000 }).toEqual(['10.99.0.1:9187']);
  });

  it('has the leases of the cluster', async () => {
    const ages = async () =>
      (await series('time() - kube_lease_renew_time{namespace="kube-node-lease"}')).map(
        ({ value }) => Number(value[1]) < 60,
      );
    await expect.poll(ages, { timeout: 20_000 }).toEqual([true, true, true]);
  });
});

describe('the part logs', () => {
  const namespace = `lab-logs-${randomUUID().slice(0, 8)}`;
  const shipper = (method: string, path: string) => fetch(`${variable('SHIPPER')}${path}`, { method });
  beforeAll(async () => {
    await kubectl('create', 'namespace', namespace);
  });
  afterAll(async () => {
    await kubectl('delete', 'namespace', namespace);
  });

  /** Runs a pod that writes these lines, with pauses, and waits until it has ended. */
  async function write(name: string, ...lines: string[]): Promise<void> {
    const command = ['sh', '-c', 'for line; do echo "$line"; sleep 2; done', 'sh', ...lines];
    await kubectl(
      ...['run', name, `--namespace=${namespace}`, `--image=${variable('KUBECTL_IMAGE')}`, '--restart=Never'],
      ...['--labels=app.kubernetes.io/name=shop,app=shop', '--command', '--', ...command],
    );
    await kubectl(
      'wait',
      `pod/${name}`,
      `--namespace=${namespace}`,
      '--for=jsonpath={.status.phase}=Succeeded',
      '--timeout=60s',
    );
  }

  async function found(pod: string): Promise<Record<string, unknown>[]> {
    const query = encodeURIComponent(
      `kubernetes.namespace_name:"${namespace}" AND kubernetes.pod_name:"${pod}"`,
    );
    const { hits } = await proxied(
      'logging/opensearch:9200',
      `/logs-*/_search?ignore_unavailable=true&q=${query}`,
    );
    return (hits.hits as { _source: Record<string, unknown> }[]).map(({ _source }) => _source);
  }

  it('holds a structured line with its fields and its pod', async () => {
    const line = JSON.stringify({
      level: 'error',
      message: 'Zahlung für 3 € fehlgeschlagen',
      time: new Date().toISOString(),
    });
    await write('structured', line);
    await expect
      .poll(() => found('structured'), { timeout: 30_000 })
      .toEqual([
        expect.objectContaining({
          level: 'error',
          log: line,
          stream: 'stdout',
          kubernetes: expect.objectContaining({
            namespace_name: namespace,
            container_name: 'structured',
            labels: expect.objectContaining({ app: 'shop', 'app_kubernetes_io/name': 'shop' }),
          }),
        }),
      ]);
  });

  it('loses the lines of a namespace while it is told to', async () => {
    await shipper('PUT', `/drop/${namespace}`);
    await write('lost', 'lost');
    await shipper('DELETE', `/drop/${namespace}`);
    await write('kept', 'kept');
    await expect.poll(() => found('kept'), { timeout: 30_000 }).toHaveLength(1);
    expect(await found('lost')).toEqual([]);
  });

  it('holds each line once after the store and the shipper were killed', async () => {
    await kill(lab, 'opensearch');
    await write('outage', 'one', 'two');
    await startOpenSearch(lab);
    await expect.poll(() => found('outage').catch(() => []), { timeout: 60_000 }).toHaveLength(2);
    await kill(lab, 'shipper');
    await startShipper(lab);
    const status = async () =>
      (await (await shipper('GET', '/status')).json()) as { shipped: number; queued: number };
    await expect.poll(status, { timeout: 30_000 }).toMatchObject({ queued: 0, rejected: 0 });
    await expect.poll(async () => (await status()).shipped, { timeout: 30_000 }).toBeGreaterThan(0);
    expect(await found('outage')).toHaveLength(2);
  });
});
