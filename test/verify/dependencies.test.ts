import { execFile } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import type { AddressInfo, Server } from 'node:net';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Pod } from '../../src/cluster/objects.ts';
import { pathOf, resources } from '../../src/cluster/resources.ts';
import { topologyChart } from '../../src/report/acceptance.ts';
import { acceptance } from '../../src/verify/acceptance.ts';
import { sentenceOf } from '../../src/verify/checks.ts';
import { causeOf, type Dependencies, findingsIn, probeJob, script } from '../../src/verify/dependency-pod.ts';
import { FakeApiServer } from '../cluster/fake-api-server.ts';
import { wording } from '../wording.ts';
import { environmentAt } from './app.ts';

const edges = {
  auth: { http: 'http://auth:8080/health' },
  cache: { redis: 'cache:6379', secret: 'cache', key: 'password' },
  db: { postgres: 'db:5432', user: 'shop', database: 'shop', secret: 'db', key: 'password', needs: ['auth'] },
  mail: { tcp: 'mail:25', needs: ['db'] },
  'api-name': { dns: 'api.example.com' },
};
const environment = environmentAt('http://127.0.0.1', {
  dependencies: { image: 'busybox:1', labels: { network: 'shop' }, edges, within: '10s' },
});
const dependencies = environment.verify?.dependencies as Dependencies;
const owner = { app: 'shop', namespace: 'shop', labels: { 'slipway.dev/kind': 'probe' } };

type Ended = { exitCode: number; message?: string } | { waiting: string };

/** A cluster whose pods end like this. */
function ending(states: Record<string, Ended>, phase = 'Failed') {
  const api = new FakeApiServer();
  api.controllers.push((path, object) => {
    if (!path.includes('/jobs/') || object === undefined) return;
    const containerStatuses = Object.entries(states).map(([name, state]) => ({
      name,
      state:
        'waiting' in state
          ? { waiting: { reason: state.waiting } }
          : { terminated: { reason: 'Error', ...state } },
    }));
    api.put(pathOf(resources.pod, 'shop', 'probe-1'), {
      metadata: { labels: { 'batch.kubernetes.io/controller-uid': object.metadata?.uid ?? '' } },
      status: { phase, containerStatuses },
    } as never);
  });
  return api;
}

const clock = () => {
  let now = 0;
  const sleep = async (ms: number) => {
    now += ms;
  };
  return { now: () => now, sleep };
};
const ask = async (api: FakeApiServer) =>
  (await acceptance(api.cluster, { environment, owner, env: {}, clock: clock(), parts: ['dependencies'] }))
    .results;
const fine = Object.fromEntries(Object.keys(edges).map(name => [name, { exitCode: 0 }]));

describe('the dependencies', () => {
  it('pass when every container of the pod succeeds; the Job is deleted', async () => {
    const api = ending(fine, 'Succeeded');
    const results = await ask(api);
    expect(results.map(({ ok, edge }) => [edge?.from, edge?.to, ok])).toEqual(
      Object.keys(edges).map(name => ['shop', name, true]),
    );
    expect(api.calls.filter(({ method }) => method !== 'GET').map(({ method }) => method)).toEqual([
      'POST',
      'DELETE',
    ]);
  });

  it('name the one that is broken, and those that fail with it after it', async () => {
    const broken = { exitCode: 1, message: 'curl: (22) The requested URL returned error: 503' };
    const lost = { exitCode: 1, message: 'connection refused\u001b[31m' };
    const results = await ask(ending({ ...fine, auth: broken, mail: lost, db: lost }));
    const failed = results.filter(({ ok }) => !ok);
    expect(failed.map(({ edge }) => [edge?.to, edge?.cause])).toEqual([
      ['auth', undefined],
      ['db', 'auth'],
      ['mail', 'auth'],
    ]);
    expect(failed.map(sentenceOf)).toEqual([
      wording('auth', 'http://auth:8080/health', '503'),
      wording('db', 'connection refused', 'auth'),
      wording('mail', 'connection refused', 'auth'),
    ]);
    expect(topologyChart('shop', results).split('\n')).toEqual(
      expect.arrayContaining([
        '```mermaid',
        '  d0["auth"]',
        '  app -- "broken" --> d0',
        '  app -- "fails with it" --> d1',
        '  d1 -. needs .-> d0',
      ]),
    );
  });

  it('that could not be asked do not pass', async () => {
    const { mail: _, ...some } = fine;
    const results = await ask(
      ending(
        {
          ...some,
          db: { exitCode: 3, message: 'the image has no psql' },
          auth: { waiting: 'ImagePullBackOff' },
        },
        'Pending',
      ),
    );
    expect(results.filter(({ ok }) => !ok).map(sentenceOf)).toEqual([
      wording('auth', 'could not be asked', 'ImagePullBackOff'),
      wording('db', 'could not be asked', 'psql'),
      wording('mail', 'could not be asked', '10 s'),
    ]);
  });

  it('are not asked by a pod that a Service would select', async () => {
    const api = ending(fine);
    api.put(pathOf(resources.service, 'shop', 'shop'), { spec: { selector: { network: 'shop' } } });
    const [result] = await ask(api);
    expect(result).toMatchObject({ ok: false, reason: wording('Service/shop') });
    expect(api.calls.every(({ method }) => method === 'GET')).toBe(true);
  });

  it('that need each other would have no cause, without an endless search', () => {
    expect(causeOf('c', { c: { needs: ['b'] }, b: { needs: ['a'] }, a: {} }, new Set(['c', 'a']))).toBe('a');
    expect(causeOf('c', { c: { needs: ['b'] }, b: {} }, new Set(['c']))).toBeUndefined();
  });
});

describe('the pod that asks', () => {
  const job = probeJob(dependencies, { ...owner, name: 'slipway-shop-probe-1' });
  const spec = job.spec?.template?.spec;

  it('has no rights, ends by itself, and reads passwords only from Secrets', () => {
    expect(job.spec).toMatchObject({
      backoffLimit: 0,
      activeDeadlineSeconds: 10,
      ttlSecondsAfterFinished: 60,
    });
    expect(spec).toMatchObject({ automountServiceAccountToken: false, restartPolicy: 'Never' });
    for (const { securityContext } of spec?.containers ?? [])
      expect(securityContext).toMatchObject({
        allowPrivilegeEscalation: false,
        capabilities: { drop: ['ALL'] },
      });
    const secrets = spec?.containers?.flatMap(({ env = [] }) => env.filter(({ valueFrom }) => valueFrom));
    expect(secrets).toEqual([
      { name: 'PASSWORD', valueFrom: { secretKeyRef: { name: 'cache', key: 'password' } } },
      { name: 'PGPASSWORD', valueFrom: { secretKeyRef: { name: 'db', key: 'password' } } },
    ]);
  });

  it('has what slipway.yml says only in variables, never in the script', () => {
    const evil = {
      image: 'busybox',
      within: 10_000,
      edges: { db: { postgres: 'db:1', user: '$(id)', database: '`id`' } },
    };
    const [container] =
      probeJob(evil as never, { ...owner, name: 'x' }).spec?.template?.spec?.containers ?? [];
    expect(container?.command?.[2]?.replaceAll('$$', '$')).toBe(script);
    expect(container?.env).toContainEqual({ name: 'PGUSER', value: '$$(id)' });
  });

  it('is still running while a container has no end', () => {
    expect(
      findingsIn({
        status: { containerStatuses: [{ name: 'db', state: { running: {} } }] },
      } as unknown as Pod).size,
    ).toBe(0);
    expect(findingsIn(undefined).size).toBe(0);
  });
});

describe('the script of the pod', () => {
  let bin: string;
  beforeAll(() => {
    bin = mkdtempSync(join(tmpdir(), 'bin-'));
    // Not every machine has nc.
    const nc = `#!/bin/bash
[ "$1" = -z ] && { shift; exec 3<>"/dev/tcp/$3/$4"; exit $?; }
exec 3<>"/dev/tcp/$3/$4" || exit 1
cat >&3
exec cat <&3
`;
    writeFileSync(join(bin, 'nc'), nc);
    writeFileSync(
      join(bin, 'psql'),
      '#!/bin/sh\n[ "$PGPASSWORD" = right ] || { echo "password authentication failed" >&2; exit 2; }\necho 1\n',
    );
    for (const name of ['nc', 'psql']) chmodSync(join(bin, name), 0o755);
    for (const name of ['cat', 'head', 'timeout', 'getent', 'curl', 'bash'])
      symlinkSync(`/usr/bin/${name}`, join(bin, name));
  });
  afterAll(() => rmSync(bin, { recursive: true }));
  const running: Server[] = [];
  afterEach(() => {
    for (const server of running.splice(0)) server.close();
  });

  const listening = async (answer: (text: string) => string) => {
    const server = createServer(socket => {
      let text = '';
      socket.on('error', () => {});
      socket.on('data', chunk => {
        text += chunk;
        const reply = answer(text);
        if (reply !== '') socket.end(reply);
      });
    });
    running.push(server);
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    return String((server.address() as AddressInfo).port);
  };
  const exec = promisify(execFile);
  const ran = async (env: Record<string, string>, path = bin) => {
    try {
      await exec('/bin/sh', ['-c', script], { env: { PATH: path, ...env } });
      return { exitCode: 0, said: '' };
    } catch (error) {
      const { code, stdout } = error as { code: number; stdout: string };
      return { exitCode: code, said: stdout.trim() };
    }
  };
  const HOST = '127.0.0.1';

  it('connects by TCP', async () => {
    const PORT = await listening(() => '');
    expect(await ran({ KIND: 'tcp', HOST, PORT })).toMatchObject({ exitCode: 0 });
    expect(await ran({ KIND: 'tcp', HOST, PORT: '1' })).toMatchObject({
      exitCode: 1,
      said: expect.stringMatching(/refused/),
    });
  });

  it('connects by TCP with the nc of a BusyBox that has no -z', async () => {
    const other = mkdtempSync(join(tmpdir(), 'bin-'));
    const nc = `#!/bin/bash
[ "$1" = -z ] && { echo "nc: invalid option -- 'z'" >&2; exit 1; }
[ "$5 $6" = "-e true" ] || exit 2
exec 3<>"/dev/tcp/$3/$4"
`;
    writeFileSync(join(other, 'nc'), nc);
    chmodSync(join(other, 'nc'), 0o755);
    const PORT = await listening(() => '');
    expect(await ran({ KIND: 'tcp', HOST, PORT }, `${other}:${bin}`)).toMatchObject({ exitCode: 0 });
    expect(await ran({ KIND: 'tcp', HOST, PORT: '1' }, `${other}:${bin}`)).toMatchObject({ exitCode: 1 });
    rmSync(other, { recursive: true });
  });

  it('resolves names', async () => {
    expect(await ran({ KIND: 'dns', HOST: 'localhost' })).toMatchObject({ exitCode: 0 });
    expect(await ran({ KIND: 'dns', HOST: 'nowhere.invalid' })).toEqual({ exitCode: 1, said: wording() });
  });

  it('asks by HTTP, and fails with a wrong status', async () => {
    const at = async (status: string) =>
      `http://127.0.0.1:${await listening(() => `HTTP/1.1 ${status}\r\nContent-Length: 0\r\n\r\n`)}/`;
    expect(await ran({ KIND: 'http', URL: await at('200 OK') })).toMatchObject({ exitCode: 0 });
    expect(await ran({ KIND: 'http', URL: await at('503 Busy') })).toMatchObject({
      exitCode: 1,
      said: expect.stringMatching(/503/),
    });
  });

  it('speaks to Redis, with any password', async () => {
    const password = 'p "w\\ $x';
    const length = Buffer.byteLength(password);
    const PORT = await listening(text => {
      if (!text.includes('QUIT')) return '';
      const expected = `*2\r\n$4\r\nAUTH\r\n$${length}\r\n${password}\r\n`;
      return text.startsWith(expected)
        ? '+OK\r\n+PONG\r\n+OK\r\n'
        : `-NOAUTH Authentication required. ${text}\r\n`;
    });
    expect(await ran({ KIND: 'redis', HOST, PORT, PASSWORD: password })).toMatchObject({ exitCode: 0 });
    expect(await ran({ KIND: 'redis', HOST, PORT })).toEqual({ exitCode: 1, said: wording() });
    // A server that sends everything back.
    const echo = await listening(text => (text.includes('QUIT') ? `HTTP/1.1 400 ${text}` : ''));
    const said = await ran({ KIND: 'redis', HOST, PORT: echo, PASSWORD: 'planted-secret' });
    expect(said.exitCode).toBe(1);
    expect(said.said).not.toContain('planted-secret');
  });

  it('asks PostgreSQL by psql', async () => {
    expect(await ran({ KIND: 'postgres', PGPASSWORD: 'right' })).toMatchObject({ exitCode: 0 });
    expect(await ran({ KIND: 'postgres', PGPASSWORD: 'wrong' })).toMatchObject({
      exitCode: 1,
      said: expect.stringMatching(/authentication failed/),
    });
  });

  it('cannot ask without its programs', async () => {
    for (const KIND of ['tcp', 'redis', 'postgres', 'http', 'dns'])
      expect(await ran({ KIND, HOST, PORT: '1', URL: 'http://127.0.0.1:1' }, '/nowhere')).toEqual({
        exitCode: 3,
        said: wording(),
      });
  });
});
