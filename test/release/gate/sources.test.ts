import { describe, expect, it } from 'vitest';
import { pathOf, resources } from '../../../src/cluster/resources.ts';
import { gateSchema } from '../../../src/config/gate.ts';
import { logsSchema } from '../../../src/config/logging.ts';
import { monitoringSchema } from '../../../src/config/monitoring.ts';
import { strategySchema } from '../../../src/config/progressive.ts';
import { setUpGate } from '../../../src/release/gate/setup.ts';
import { openSources } from '../../../src/release/gate/sources.ts';
import { FakeApiServer } from '../../cluster/fake-api-server.ts';
import { service } from '../../traffic/objects.ts';
import { wording } from '../../wording.ts';
import { deployment, environment, pod } from '../objects.ts';

const prometheus = { service: { namespace: 'monitoring', name: 'prometheus', port: '9090' } };
const query = { namespace: 'shop', pods: ['shop-1'], from: 60_000, to: 90_000, step: 15_000 };

it('the log store of a gate is asked through the API server by GET, as `slipway logs` does', async () => {
  const api = new FakeApiServer();
  const value = { metric: { pod: 'shop-1', detected_level: 'ERROR' }, values: [[75, '3']] };
  const data = { resultType: 'matrix', result: [value] };
  api.answerBehind(/\/services\/loki:3100\/proxy\//, () => JSON.stringify({ status: 'success', data }));
  const logs = logsSchema.parse({ loki: true, service: 'logging/loki:3100', 'max-delay': '30s' });
  const { lines } = openSources({ prometheus, logs }, api.cluster, {});
  expect(lines?.maxDelay).toBe(30_000);
  expect(await lines?.count(query)).toEqual({
    ok: true,
    value: [{ pod: 'shop-1', level: 'error', since: 60_000, at: 75_000, lines: 3 }],
  });
  expect(api.calls).toMatchObject([
    { verb: 'get', path: '/api/v1/namespaces/logging/services/loki:3100/proxy/loki/api/v1/query_range' },
  ]);
});

it('a log store without its credential is not asked', async () => {
  const logs = logsSchema.parse({ elasticsearch: 'logs-*', url: 'https://127.0.0.1:1', token: 'LOGS_TOKEN' });
  const { lines } = openSources({ prometheus, logs }, new FakeApiServer().cluster, {});
  expect(await lines?.count(query)).toEqual({ ok: false, status: 401, detail: wording('LOGS_TOKEN') });
});

it('a gate without log metrics needs none', () => {
  const { lines } = openSources({ prometheus, logs: undefined }, new FakeApiServer().cluster, {});
  expect(lines).toBeUndefined();
});

describe('the preflight of a gate with log lines', () => {
  const where = environment({
    service: 'shop',
    strategy: strategySchema.parse({ canary: {} }),
    gate: gateSchema.parse({
      prometheus: { service: 'monitoring/prometheus:9090' },
      metrics: [{ name: 'error-logs', total: 'requests_total', logs: ['error'] }],
    }),
    monitoring: monitoringSchema.parse({ logs: { loki: true, service: 'logging/loki:3100' } }),
  });
  const now = 1_767_225_600;
  const labels = { namespace: 'shop', pod: 'shop-1' };
  /** A Prometheus that has requests of the pod, and a Loki. */
  const apiWith = (loki: string | { status: number; body: string }, more: Record<string, string> = {}) => {
    const api = new FakeApiServer();
    const running = pod({ name: 'shop-1', ready: true });
    api.put(pathOf(resources.pod, 'shop', 'shop-1'), {
      ...running,
      metadata: { ...running.metadata, labels: { app: 'shop' } },
    });
    api.answerBehind(/\/services\/prometheus:9090\/proxy\//, ({ query: { query = '' } }) => {
      const counter = { metric: { __name__: 'requests_total', ...labels, ...more }, value: [now, '7'] };
      const data =
        query === 'time()'
          ? { resultType: 'scalar', result: [now, String(now)] }
          : { resultType: 'vector', result: /^(requests_total|up)\{[^[]*$/.test(query) ? [counter] : [] };
      return JSON.stringify({ status: 'success', data });
    });
    api.answerBehind(/\/services\/loki:3100\/proxy\//, () => loki);
    return api;
  };

  it.each<[string, string | { status: number; body: string }, string]>([
    ['cannot be read', { status: 403, body: 'no' }, 'logging/loki:3100'],
    [
      'has no line of the live pods',
      '{"status":"success","data":{"resultType":"matrix","result":[]}}',
      'no line',
    ],
  ])('refuses a store that %s, before the first write', async (_, loki, fact) => {
    const api = apiWith(loki);
    await expect(setUpGate(api.cluster, where, deployment(), [], {})).rejects.toThrow(
      wording('error-logs', fact),
    );
    expect(api.writes).toEqual([]);
  });

  it('refuses pods that are scraped only through a Service that selects them beside the main one', async () => {
    const api = apiWith('', { service: 'shop-metrics' });
    const beside = { ...service(), metadata: { name: 'shop-metrics' } };
    const refused = setUpGate(api.cluster, where, deployment(), [service(), beside], {});
    await expect(refused).rejects.toThrow(wording('error-logs', 'Service/shop-metrics', 'Service/shop'));
    expect(api.writes).toEqual([]);
  });
});
