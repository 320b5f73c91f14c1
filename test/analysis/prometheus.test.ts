import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { answerIn } from '../../src/analysis/ask.ts';
import type { EndpointReply } from '../../src/analysis/http-endpoint.ts';
import { type MetricSource, prometheusOf, seriesIn } from '../../src/analysis/prometheus.ts';
import { FakeApiServer } from '../cluster/fake-api-server.ts';
import { wording } from '../wording.ts';

const servers: ReturnType<typeof createServer>[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close().closeAllConnections();
});

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const noCluster = new FakeApiServer().cluster;
const vector = (...result: object[]) =>
  JSON.stringify({ status: 'success', data: { resultType: 'vector', result } });

/** The response of Prometheus 3.13 to `http_requests_total{…}[10s]`, with fewer labels. */
const matrix = {
  status: 'success',
  data: {
    resultType: 'matrix',
    result: [
      {
        metric: { __name__: 'http_requests_total', code: '200', pod: 'shop-5c65568465-4z4n6' },
        values: [
          [1795562680.3, '387'],
          [1795562685.301, '+Inf'],
          [1795562690.3, '1.5e+03'],
        ],
      },
    ],
  },
};

describe('a response', () => {
  const judged = (reply: EndpointReply) => answerIn(reply, '/api/v1/query?query=up', seriesIn);

  it('contains raw samples with their times in ms, and only numbers', () => {
    expect(judged({ status: 200, body: JSON.stringify(matrix) })).toEqual({
      ok: true,
      value: [
        {
          labels: { __name__: 'http_requests_total', code: '200', pod: 'shop-5c65568465-4z4n6' },
          samples: [
            [1795562680300, 387],
            [1795562690300, 1500],
          ],
        },
      ],
    });
  });

  const said = (body: unknown) => (typeof body === 'string' ? body : JSON.stringify(body));
  const status = (code: number, message: string) => ({ kind: 'Status', status: 'Failure', message, code });
  const cases: [what: string, status: number, body: unknown, detail: string, temporary: boolean][] = [
    [
      'to a wrong query',
      400,
      {
        status: 'error',
        errorType: 'bad_data',
        error: 'invalid parameter "query": 1:1: parse error: unexpected <EOF>',
      },
      wording('400', 'invalid parameter "query": 1:1: parse error: unexpected <EOF>'),
      false,
    ],
    [
      'of too much',
      422,
      {
        status: 'error',
        errorType: 'execution',
        error: 'query processing would load too many samples into memory in query execution',
      },
      wording('422', 'query processing would load too many samples into memory in query execution'),
      false,
    ],
    [
      'that timed out',
      503,
      { status: 'error', errorType: 'timeout', error: 'query timed out' },
      wording('503', 'query timed out'),
      true,
    ],
    [
      'in part',
      200,
      {
        status: 'success',
        warnings: ['No StoreAPIs matched for this query'],
        data: { resultType: 'vector', result: [] },
      },
      wording('No StoreAPIs matched for this query'),
      true,
    ],
    [
      'in part, of VictoriaMetrics',
      200,
      { status: 'success', isPartial: true, data: { resultType: 'vector', result: [] } },
      wording('isPartial'),
      true,
    ],
    [
      'of the API server, without a pod',
      503,
      status(503, 'no endpoints available for service "prometheus:9090"'),
      wording('Service'),
      true,
    ],
    [
      'of the API server, without the permission',
      403,
      status(
        403,
        'services "prometheus:9090" is forbidden: User "runner" cannot get resource "services/proxy"',
      ),
      wording(
        '403',
        'services "prometheus:9090" is forbidden: User "runner" cannot get resource "services/proxy"',
      ),
      false,
    ],
    [
      'of the API server, without the Service',
      404,
      status(404, 'services "prometheus" not found'),
      wording('/api/v1/query', '404', 'services "prometheus" not found'),
      false,
    ],
    ['without a credential', 401, 'Unauthorized', wording('401'), false],
    ['of another program', 200, '<html>Welcome</html>', wording('<html>Welcome</html>'), false],
  ];
  it.each(cases)('%s is a sentence', (_, code, body, detail, temporary) => {
    const status = code === 200 ? undefined : code;
    expect(judged({ status: code, body: said(body) })).toEqual({ ok: false, detail, temporary, status });
  });

  it('that redirects to a login is a sentence', () => {
    const location = 'https://login.example/start?state=secret';
    expect(judged({ status: 302, body: '', location })).toMatchObject({
      detail: wording('https://login.example/start'),
    });
  });
});

describe('a Prometheus by its address', () => {
  const by = (url: string, env: NodeJS.ProcessEnv = {}, token?: string) =>
    prometheusOf({ url, ...(token === undefined ? {} : { token }) }, noCluster, env);

  it('is queried at a time, with the token, below its own path', async () => {
    let seen: { url: string | undefined; authorization: string | undefined } | undefined;
    const url = await serve((request, response) => {
      seen = { url: request.url, authorization: request.headers.authorization };
      response.end(vector({ metric: {}, value: [1, '1'] }));
    });
    const source = by(`${url}/prometheus/`, { TOKEN: 's3cr3t-token\n' }, 'TOKEN');
    expect(await source.query('up{pod="a"}[5000ms]', 1_795_562_680_301)).toMatchObject({ ok: true });
    expect(seen?.authorization).toBe('Bearer s3cr3t-token');
    const { pathname, searchParams } = new URL(seen?.url ?? '', url);
    expect(pathname).toBe('/prometheus/api/v1/query');
    expect(Object.fromEntries(searchParams)).toEqual({
      query: 'up{pod="a"}[5000ms]',
      time: '1795562680.301',
      partial_response: 'false',
      deny_partial_response: '1',
    });
  });

  it('returns its own time', async () => {
    const data = { resultType: 'scalar', result: [1795562680.301, '1795562680.301'] };
    const url = await serve((_, response) => response.end(JSON.stringify({ status: 'success', data })));
    expect(await by(url).now()).toEqual({ ok: true, value: 1795562680301 });
  });

  it('is queried again after a temporary failure', async () => {
    let asked = 0;
    const url = await serve((_, response) => {
      asked += 1;
      response.statusCode = asked < 3 ? 503 : 200;
      response.end(vector());
    });
    expect(await by(url).query('up')).toEqual({ ok: true, value: [] });
    expect(asked).toBe(3);
  });

  it('is queried once after a permanent failure', async () => {
    let asked = 0;
    const url = await serve((_, response) => {
      asked += 1;
      response.statusCode = 400;
      response.end('{"status":"error","error":"parse error"}');
    });
    expect(await by(url).query('up')).toMatchObject({ ok: false });
    expect(asked).toBe(1);
  });

  const failure = async (source: MetricSource, patience: number) => {
    const start = performance.now();
    const answer = await source.query('up', undefined, patience);
    return { ...answer, ms: performance.now() - start };
  };

  it('that hangs is an error when the time is over', async () => {
    const url = await serve(() => {});
    const { ms, ...answer } = await failure(by(url), 300);
    expect(answer).toEqual({
      ok: false,
      detail: wording(`${new URL(url).host}`),
    });
    expect(ms).toBeLessThan(1_000);
  });

  it('that responded before it hung is quoted', async () => {
    let asked = 0;
    const url = await serve((_, response) => {
      asked += 1;
      if (asked > 1) return;
      response.statusCode = 503;
      response.end('starting');
    });
    const { ms: _, ...answer } = await failure(by(url), 600);
    expect(asked).toBe(2);
    expect(answer).toEqual({ ok: false, detail: wording(new URL(url).host, '503', 'starting') });
  });

  it('that does not exist is a sentence, after the time for attempts', async () => {
    const url = await serve(() => {});
    servers.pop()?.close();
    const { ms, ...answer } = await failure(by(url), 600);
    const { host } = new URL(url);
    expect(answer).toEqual({
      ok: false,
      detail: wording(`${host}`),
    });
    expect(ms).toBeLessThan(1_500);
  });

  it('that breaks off within its response is a sentence', async () => {
    const url = await serve((_, response) => {
      response.writeHead(200, { 'content-length': '1000' });
      response.write('{');
      setTimeout(() => response.destroy(), 10);
    });
    expect(await by(url).query('up', undefined, 300)).toMatchObject({
      ok: false,
      detail: wording(),
    });
  });

  it('never shows its token, even when the response repeats it', async () => {
    const url = await serve((request, response) => {
      response.statusCode = 403;
      response.end(`no access for ${request.headers.authorization}`);
    });
    const answer = await by(url, { TOKEN: 's3cr3t-token' }, 'TOKEN').query('up');
    expect(answer).toEqual({
      ...{ ok: false, status: 403 },
      detail: wording(`${new URL(url).host}`, '403', 'no access for', 'hidden'),
    });
  });

  it('is not queried without its token', async () => {
    const answer = await by('http://127.0.0.1:9', {}, 'PROMETHEUS_TOKEN').query('up');
    expect(answer).toEqual({
      ...{ ok: false, status: 401 },
      detail: wording('127.0.0.1:9', 'PROMETHEUS_TOKEN'),
    });
  });
});

describe('a Prometheus behind the API server', () => {
  const service = { namespace: 'monitoring', name: 'prometheus', port: '9090' };

  it('is queried through the proxy of its Service', async () => {
    const api = new FakeApiServer();
    api.answerBehind(/\/services\/prometheus:9090\/proxy\/api\/v1\/query$/, () => vector());
    expect(await prometheusOf({ service }, api.cluster, {}).query('up')).toEqual({ ok: true, value: [] });
    expect(api.calls).toMatchObject([
      {
        path: '/api/v1/namespaces/monitoring/services/prometheus:9090/proxy/api/v1/query',
        query: { query: 'up', partial_response: 'false', deny_partial_response: '1' },
      },
    ]);
  });

  it('is a sentence when not even the API server answers', async () => {
    const api = new FakeApiServer();
    api.fail({}, 'reset');
    expect(await prometheusOf({ service }, api.cluster, {}).query('up', undefined, 10)).toEqual({
      ok: false,
      detail: wording('monitoring/prometheus:9090'),
    });
  });
});
