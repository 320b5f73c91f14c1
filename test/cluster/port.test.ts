import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { ClusterError } from '../../src/cluster/errors.ts';
import { withQuery } from '../../src/cluster/resources.ts';
import { UserError } from '../../src/toolkit/errors.ts';
import { timing } from '../../src/toolkit/timing.ts';
import { wording } from '../wording.ts';
import { answer, fakeCluster, type Handler } from './api-server.ts';

const open: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0)) await close();
});

/** A cluster whose API server sends this response, except for `/version`. */
async function clusterOf(handle: Handler) {
  const fake = await fakeCluster((request, response) =>
    request.path === '/version' ? answer(response, {}) : handle(request, response),
  );
  open.push(fake.close);
  return fake;
}
const collected = async <T>(source: AsyncIterable<T>): Promise<T[]> => {
  const all: T[] = [];
  for await (const each of source) all.push(each);
  return all;
};
const sentenceOf = async (act: Promise<unknown>) => ((await failing(act)) as UserError).sentence;
const failing = async (act: Promise<unknown>): Promise<unknown> =>
  act.then(
    () => expect.fail('it succeeded'),
    error => error,
  );

describe('the port to Kubernetes', () => {
  it('sends localhost as host, because the proxy would answer 403 otherwise', async () => {
    const { cluster, received } = await clusterOf((_, response) => answer(response, {}));
    await cluster.get('/api/v1/x');
    expect(received[0]?.headers).toMatchObject({ host: 'localhost', accept: 'application/json' });
  });

  it('sends the headers of a request to a target behind the proxy, except for the host', async () => {
    const { cluster, received } = await clusterOf((_, response) => answer(response, {}));
    const headers = { Accept: 'text/html', host: 'shop.test' };
    await cluster.fetch('/x', AbortSignal.timeout(5_000), { method: 'GET', headers });
    expect(received[0]?.headers).toMatchObject({ host: 'localhost', accept: 'text/html' });
  });

  it('returns the time of the server, not of this machine', async () => {
    const { cluster } = await clusterOf((_, response) => {
      response.setHeader('date', 'Thu, 01 Jan 2026 00:00:00 GMT');
      answer(response, {});
    });
    expect((await cluster.call('GET', '/x')).serverTime).toBe(Date.parse('2026-01-01T00:00:00Z'));
  });

  it('returns undefined for a 404, and throws for every other error', async () => {
    const { cluster } = await clusterOf(({ path }, response) =>
      path === '/none' ? answer(response, 'NotFound', 404) : answer(response, 'Forbidden', 403),
    );
    expect(await cluster.get('/none')).toBeUndefined();
    const error = (await failing(cluster.get('/secret'))) as ClusterError;
    expect(error).toBeInstanceOf(ClusterError);
    expect(error).toMatchObject({ status: 403, reason: 'Forbidden', isConflict: false });
    expect(error.message).toEqual(wording('/secret', '403 Forbidden'));
  });

  it('detects a conflict: a stale version, an existing name, a failed test of a patch', async () => {
    const { cluster } = await clusterOf(({ method }, response) =>
      method === 'PATCH'
        ? answer(response, { message: 'the server rejected our request due to an error in our request' }, 422)
        : answer(response, 'Conflict', 409),
    );
    for (const act of [
      () => cluster.replace('/x', {}),
      () => cluster.create('/x', {}),
      () => cluster.patch('/x', 'json', []),
    ]) {
      expect(await failing(act())).toMatchObject({ isConflict: true });
    }
  });

  it('lists every page', async () => {
    const { cluster, received } = await clusterOf(({ query }, response) =>
      query.continue === undefined
        ? answer(response, { items: [1, 2], metadata: { continue: 'a/b=', resourceVersion: '7' } })
        : answer(response, { items: [3], metadata: { resourceVersion: '7' } }),
    );
    expect(await cluster.list('/pods', { labelSelector: 'a=b' })).toEqual({
      items: [1, 2, 3],
      resourceVersion: '7',
    });
    expect(received.map(each => each.query)).toEqual([
      { labelSelector: 'a=b', limit: '500' },
      { labelSelector: 'a=b', limit: '500', continue: 'a/b=' },
    ]);
  });

  it.each([
    ['/api/v1/namespaces/shop/secrets', '40'],
    ['/api/v1/configmaps', '40'],
    ['/api/v1/namespaces/secrets/pods', '500'],
  ])('asks for pages of %s that fit into a response', async (path, limit) => {
    const { cluster, received } = await clusterOf((_, response) =>
      answer(response, { items: [], metadata: { resourceVersion: '7' } }),
    );
    await cluster.list(path);
    expect(received[0]?.query).toEqual({ limit });
  });

  it('lists objects with their kind, which the API only gives for the list', async () => {
    const { cluster } = await clusterOf((_, response) =>
      answer(response, {
        apiVersion: 'apps/v1',
        kind: 'StatefulSetList',
        items: [{ metadata: { name: 'shop' } }],
        metadata: { resourceVersion: '7' },
      }),
    );
    expect((await cluster.list('/statefulsets')).items).toEqual([
      { apiVersion: 'apps/v1', kind: 'StatefulSet', metadata: { name: 'shop' } },
    ]);
  });

  it.each([
    ['json', 'application/json-patch+json'],
    ['merge', 'application/merge-patch+json'],
    ['apply', 'application/apply-patch+yaml'],
  ] as const)('sends a patch of kind %s as %s, in our name', async (kind, type) => {
    const { cluster, received } = await clusterOf((_, response) => answer(response, {}));
    await cluster.patch('/x', kind, { a: 'ü' }, { force: 'true' });
    expect(received[0]).toMatchObject({
      method: 'PATCH',
      query: { fieldManager: 'slipway', force: 'true' },
      headers: { 'content-type': type },
      body: { a: 'ü' },
    });
  });

  it('removes the object with that uid, and accepts that it is gone or another one', async () => {
    let status = 200;
    const { cluster, received } = await clusterOf((_, response) =>
      answer(response, status === 200 ? {} : 'X', status),
    );
    for (status of [200, 404, 409]) await cluster.remove('/x', 'u');
    expect(received[0]).toMatchObject({ method: 'DELETE', body: { preconditions: { uid: 'u' } } });
    status = 403;
    expect(await failing(cluster.remove('/x', 'u'))).toMatchObject({ status: 403 });
  });

  it('returns any status from targets behind the API server', async () => {
    const { cluster } = await clusterOf((_, response) => response.writeHead(503).end('<html>'));
    const fetched = await cluster.fetch('/proxy/', AbortSignal.timeout(1000));
    expect(fetched).toMatchObject({ status: 503, body: '<html>' });
  });

  it('engine 1: takes neither the time nor an outage from targets behind the API server', async () => {
    const ahead = new Date(Date.now() + 600_000).toUTCString();
    let refusals = 0;
    const { cluster } = await clusterOf(({ path }, response) => {
      if (path.startsWith('/proxy/'))
        return void response.writeHead(Number(path.slice(7)), { date: ahead }).end();
      refusals += 1;
      answer(response, 'Forbidden', 403);
    });
    const before = cluster.now() - Date.now();
    for (const status of [200, 503]) await cluster.fetch(`/proxy/${status}`, AbortSignal.timeout(1000));
    expect(Math.abs(cluster.now() - Date.now() - before)).toBeLessThan(5_000);
    // After an outage a denial may be temporary, and the call is retried.
    expect(await failing(cluster.get('/secret'))).toMatchObject({ status: 403 });
    expect(refusals).toBe(1);
  });

  it('watches line by line, however the lines are split', async () => {
    const events = [1, 2, 3].map(n => ({ type: 'ADDED', object: { metadata: { uid: `ü${n}` } } }));
    const { cluster, received } = await clusterOf(async (_, response) => {
      const bytes = Buffer.from(`${events.map(each => JSON.stringify(each)).join('\n')}\n`);
      for (let at = 0; at < bytes.length; at += 31) {
        response.write(bytes.subarray(at, at + 31));
        await new Promise(resolve => setTimeout(resolve, 1));
      }
      response.end();
    });
    expect(
      await collected(cluster.watch('/pods', { resourceVersion: '7' }, AbortSignal.timeout(5000))),
    ).toEqual(events);
    expect(received[0]?.query).toEqual({ resourceVersion: '7', watch: '1' });
  });

  it('answers calls while more watches are open than calls may be under way', async () => {
    const { cluster, received } = await clusterOf(({ query }, response) => {
      if (query.watch === undefined) answer(response, { kind: 'Pod' });
      else response.writeHead(200).flushHeaders();
    });
    const stop = new AbortController();
    const watches = Array.from({ length: 40 }, (_, index) =>
      collected(cluster.watch(`/pods/${index}`, {}, stop.signal)).catch(() => 'ended'),
    );
    await vi.waitFor(() => expect(received).toHaveLength(40), 10_000);
    expect(await cluster.get('/api/v1/x')).toEqual({ kind: 'Pod' });
    stop.abort();
    expect(new Set(await Promise.all(watches))).toEqual(new Set(['ended']));
  });

  it('fails a watch that the server refuses', async () => {
    const { cluster } = await clusterOf((_, response) => answer(response, 'Expired', 410));
    const watching = collected(cluster.watch('/pods', {}, AbortSignal.timeout(1000)));
    expect(await failing(watching)).toMatchObject({ status: 410, reason: 'Expired' });
  });
});

describe('connecting is refused in one sentence', () => {
  const refusal = async (status: number) => {
    const error = await failing(fakeCluster((_, response) => answer(response, 'X', status)));
    return error instanceof UserError ? error.sentence : error;
  };

  it('when the API server does not answer', async () => {
    expect(await refusal(502)).toEqual(wording());
  });

  const saidByProxy = async (body: string, stderr = '') => {
    vi.stubEnv('KUBECTL_FAKE_STDERR', stderr);
    const connecting = fakeCluster((_, response) =>
      response.writeHead(500, { 'content-type': 'text/plain; charset=utf-8' }).end(body),
    );
    const error = await failing(connecting).finally(() => vi.unstubAllEnvs());
    return error instanceof UserError ? error.sentence : error;
  };

  it('when a plugin of the kubeconfig fails, with the last line that it printed, without secrets', async () => {
    const failed = 'getting credentials: exec: executable tsh failed with exit code 1';
    const log = `E1201 23:29:34.861992   22932 proxy_server.go:147] Error while proxying request: ${failed}\nmore\n`;
    expect(await saidByProxy(failed, `hello\nERROR: not logged in, token=hunter22.\n\n${log}`)).toEqual(
      wording('tsh', 'exit code 1', 'ERROR: not logged in, token=(hidden)', 'docs/cluster.md'),
    );
    expect(await saidByProxy(failed, log)).toEqual(wording('exit code 1'));
    const advice = 'It looks like you are trying to use a plugin that is not installed.\n';
    const missing = 'getting credentials: exec: executable tsh not found';
    expect(await saidByProxy(`${missing}\n\n${advice}`)).toEqual(wording('tsh not found'));
  });

  it('when the certificate of the API server is not accepted', async () => {
    const said = 'tls: failed to verify certificate: x509: certificate signed by unknown authority';
    expect(await saidByProxy(said)).toEqual(wording('unknown authority', 'certificate-authority-data'));
  });

  it('when the credential is not accepted', async () => {
    expect(await refusal(401)).toEqual(wording());
  });

  it('with the message of the server, for any other reason', async () => {
    expect(await refusal(403)).toEqual(wording('403'));
  });
});

describe('CH 2: a write that an API server does not carry out', () => {
  /** A cluster that sends this response to writes, and answers reads while `isThere`. */
  async function refusing(write: Handler, isThere = () => true) {
    const fake = await fakeCluster((request, response) => {
      if (request.method !== 'GET') return write(request, response);
      answer(response, isThere() ? {} : 'ServiceUnavailable', isThere() ? 200 : 503);
    });
    open.push(fake.close);
    const writes = () => fake.received.filter(({ method }) => method !== 'GET').length;
    return { cluster: fake.cluster, writes, patch: () => fake.cluster.patch('/x', 'json', []) };
  }
  const unavailable: Handler = (_, response) => answer(response, 'ServiceUnavailable', 503);

  it("fails with the server's answer if reads succeed, and not only after the time of an outage", async () => {
    const { patch } = await refusing(unavailable);
    expect(await failing(patch())).toMatchObject({ status: 503 });
  });

  it('is retried as long as reads fail, too', async () => {
    let attempts = 0;
    const isBack = () => attempts > 30;
    const { patch } = await refusing(
      (_, response) => {
        attempts += 1;
        answer(response, isBack() ? {} : 'ServiceUnavailable', isBack() ? 200 : 503);
      },
      () => attempts === 0 || isBack(),
    );
    expect(await patch()).toEqual({});
  });

  it('leaves less time to the next ones, until one succeeds', async () => {
    let status = 503;
    const { patch, writes } = await refusing((_, response) => answer(response, {}, status));
    const attempts = async () => {
      const before = writes();
      await patch().catch(() => undefined);
      return writes() - before;
    };
    const first = await attempts();
    expect(await attempts()).toBeLessThan(first);
    status = 200;
    expect(await attempts()).toBe(1);
    status = 503;
    expect(await attempts()).toBeGreaterThan(1);
  });

  it('leaves the next ones the full time for their response, because a webhook may be slow', async () => {
    const { writeAnswer } = timing;
    onTestFinished(() => void Object.assign(timing, { writeAnswer }));
    Object.assign(timing, { writeAnswer: 2_000 });
    let slow = false;
    const { patch } = await refusing((request, response) =>
      slow ? setTimeout(() => answer(response, {}), 1_000) : unavailable(request, response),
    );
    expect(await failing(patch())).toMatchObject({ status: 503 });
    slow = true;
    expect(await patch()).toEqual({});
  });

  it('that failed because of a webhook is retried, even a create, but not a dry run', async () => {
    let refusals = 0;
    const { cluster, patch } = await refusing((_, response) => {
      refusals -= 1;
      const said = 'Internal error occurred: failed calling webhook "a.example.com": connection refused';
      answer(
        response,
        refusals >= 0 ? { reason: 'InternalError', message: said } : {},
        refusals >= 0 ? 500 : 200,
      );
    });
    for (const act of [patch, () => cluster.create('/x', {})]) {
      refusals = 1;
      expect(await act()).toEqual({});
    }
    refusals = 1;
    expect(await failing(cluster.patch('/x', 'apply', {}, { dryRun: 'All' }))).toMatchObject({ status: 500 });
  });

  describe('without an answer', () => {
    const { writeRetry, writeAnswer } = timing;
    afterEach(() => void Object.assign(timing, { writeRetry, writeAnswer }));

    it('is retried, because its connection may be dead', async () => {
      Object.assign(timing, { writeRetry: 20_000, writeAnswer: 500 });
      let attempts = 0;
      const { patch } = await refusing((_, response) => {
        attempts += 1;
        if (attempts > 1) answer(response, {});
      });
      expect(await patch()).toEqual({});
    });

    it('fails when that continues, a create at once', async () => {
      Object.assign(timing, { writeAnswer: 200 });
      const { patch, cluster, writes } = await refusing(() => undefined);
      expect(await sentenceOf(patch())).toEqual(wording('does not answer'));
      const before = writes();
      expect(await sentenceOf(cluster.create('/x', {}))).toEqual(wording('does not answer'));
      expect(writes()).toBe(before + 1);
    });
  });
});

describe('connecting to an unavailable API server', () => {
  const away = 'dial tcp 10.99.0.1:6443: connect: connection refused';

  /** Returns the number of requests until it was connected or failed; the first two times the proxy sends this. */
  async function asked(said: string, patient: boolean, status = 500) {
    let times = 0;
    const connecting = fakeCluster(
      (_, response) => {
        times += 1;
        if (times > 2) return answer(response, {});
        response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(said);
      },
      { patient },
    );
    const connected = await connecting.then(
      fake => {
        open.push(fake.close);
        return true;
      },
      () => false,
    );
    return { times, connected };
  }

  it.each([502, 500])('waits if requested, when the proxy answers %i', async status => {
    expect(await asked(away, true, status)).toEqual({ times: 3, connected: true });
  });

  it('fails at once otherwise', async () => {
    expect(await asked(away, false)).toEqual({ times: 1, connected: false });
  });

  it.each([
    'dial tcp: lookup k8s.example.com on 10.0.0.2:53: no such host',
    'tls: failed to verify certificate: x509: certificate signed by unknown authority',
    'getting credentials: exec: executable slipway failed with exit code 1',
    'dial tcp 127.0.0.1:8080: connect: connection refused',
  ])('is refused at once for a permanent reason: %s', async said => {
    expect(await asked(said, true)).toEqual({ times: 1, connected: false });
  });
});

it('a query is encoded part by part', () => {
  expect(withQuery('/x', {})).toBe('/x');
  expect(withQuery('/x', { a: 'b=c', d: 'e f&g' })).toBe('/x?a=b%3Dc&d=e+f%26g');
});

it('the port counts its requests', async () => {
  const { cluster } = await clusterOf((_, response) => answer(response, {}));
  const before = cluster.calls();
  await cluster.get('/x');
  expect(cluster.calls()).toBe(before + 1);
});
