import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { Reply, Send } from '../../src/cluster/client.ts';
import { connect } from '../../src/cluster/port.ts';
import { renewing } from '../../src/cluster/renewal.ts';
import { kubectlFolder, withKubectl } from './api-server.ts';

/** An API server whose tokens live for so many seconds of a clock that the test sets. */
function expiring(seconds: number) {
  const state = { clock: 0, issued: 0, asked: 0, renewals: 0, refusesAll: false, failsToRenew: false };
  const send: Send = async () => {
    state.asked += 1;
    const accepted = !state.refusesAll && state.clock - state.issued < seconds * 1000;
    return Object.assign(Readable.from(['']), { statusCode: accepted ? 200 : 401, headers: {} }) as Reply;
  };
  const renew = async () => {
    state.renewals += 1;
    if (state.failsToRenew) throw new Error('kubectl proxy ended');
    state.issued = state.clock;
  };
  const renewed = renewing(send, renew, () => state.clock);
  const ask = async (path = '/api/v1/pods') => (await renewed('GET', path, undefined, '')).statusCode;
  return { state, ask };
}

describe('a credential that expires in the middle of a run', () => {
  it('is renewed, and the refused request is sent again', async () => {
    const { state, ask } = expiring(900);
    expect(await ask()).toBe(200);
    state.clock = 901_000;
    expect(await ask()).toBe(200);
    expect(state).toMatchObject({ renewals: 1, asked: 3 });
    // Four hours of a canary, a request a minute, tokens of a quarter of an hour.
    for (let minute = 16; minute < 240; minute++) {
      state.clock = minute * 60_000;
      expect(await ask()).toBe(200);
    }
    expect(state.renewals).toBeLessThan(17);
  });

  it('is renewed once for all requests that are refused at the same time', async () => {
    const { state, ask } = expiring(900);
    await ask();
    state.clock = 901_000;
    expect(await Promise.all(Array.from({ length: 20 }, () => ask()))).toEqual(Array(20).fill(200));
    expect(state.renewals).toBe(1);
  });

  it('that never worked is not renewed: the first answer says so at once', async () => {
    const { state, ask } = expiring(0);
    expect(await ask()).toBe(401);
    expect(state).toMatchObject({ renewals: 0, asked: 1 });
  });

  it('that is refused after its renewal, too, is renewed again only after a while', async () => {
    const { state, ask } = expiring(900);
    await ask();
    state.refusesAll = true;
    expect([await ask(), await ask(), await ask()]).toEqual([401, 401, 401]);
    expect(state.renewals).toBe(1);
    state.clock += 2_000;
    state.refusesAll = false;
    state.issued = Number.NEGATIVE_INFINITY;
    expect(await ask()).toBe(200);
    expect(state.renewals).toBe(2);
  });

  it('that cannot be renewed now is tried again later', async () => {
    const { state, ask } = expiring(900);
    await ask();
    state.clock = 901_000;
    state.failsToRenew = true;
    expect(await ask()).toBe(401);
    state.failsToRenew = false;
    state.clock += 2_000;
    expect(await ask()).toBe(200);
  });

  it('is not the one that a Service behind the proxy of the API server refuses', async () => {
    const { state, ask } = expiring(900);
    await ask();
    state.refusesAll = true;
    expect(await ask('/api/v1/namespaces/m/services/prometheus:9090/proxy/api/v1/query?query=up')).toBe(401);
    expect(state.renewals).toBe(0);
  });
});

/** A `kubectl proxy` that sends the token that was in the kubeconfig when it started. */
const kubectl = `exec "${process.execPath}" --no-warnings --input-type=module --eval '
import { appendFileSync, readFileSync } from "node:fs"; import { createServer, request } from "node:http";
const config = process.env.KUBECTL_FAKE_KUBECONFIG;
if (process.argv.includes("current-context")) { console.log(readFileSync(config + ".context", "utf8")); process.exit(0); }
const token = readFileSync(config, "utf8");
appendFileSync(config + ".contexts", (process.argv.find(each => each.startsWith("--context=")) ?? "") + "\\n");
const socket = process.argv.find(each => each.startsWith("--unix-socket=")).slice(14);
createServer((asked, answer) => {
  const port = process.env.KUBECTL_FAKE_API_PORT;
  const on = request({ port, method: asked.method, path: asked.url, headers: { ...asked.headers, authorization: token } }, got => {
    answer.writeHead(got.statusCode, got.headers); got.pipe(answer);
  });
  on.on("error", () => answer.destroy()); asked.pipe(on);
}).listen(socket);' -- "$@"`;

describe('a kubeconfig that is rewritten in the middle of a run', () => {
  it('is read again, no write is lost, and no open watch is cut off', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'renewal-'));
    const temp = mkdtempSync(join(tmpdir(), 'r-'));
    const program = kubectlFolder(kubectl);
    let valid = 'token-1';
    const created: string[] = [];
    const seen = new Set<string>();
    let endWatch = () => {};
    const server = createServer((request, response) => {
      seen.add(request.headers.authorization ?? '');
      const accepted = request.headers.authorization === valid;
      response.setHeader('content-type', 'application/json');
      if (request.url?.includes('watch=1')) {
        response.write(`${JSON.stringify({ type: 'ADDED', object: { metadata: { name: 'a' } } })}\n`);
        endWatch = () =>
          response.end(`${JSON.stringify({ type: 'ADDED', object: { metadata: { name: 'b' } } })}\n`);
        return;
      }
      if (!accepted) response.statusCode = 401;
      else if (request.method === 'POST') created.push(request.url ?? '');
      response.end(JSON.stringify(accepted ? {} : { kind: 'Status', reason: 'Unauthorized', code: 401 }));
    });
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    const kubeconfig = join(folder, 'kubeconfig');
    writeFileSync(kubeconfig, valid);
    writeFileSync(`${kubeconfig}.context`, 'production');
    onTestFinished(() => {
      server.close().closeAllConnections();
      for (const each of [folder, temp, program]) rmSync(each, { recursive: true, force: true });
    });
    const env = {
      KUBECTL_FAKE_API_PORT: String((server.address() as AddressInfo).port),
      KUBECTL_FAKE_KUBECONFIG: kubeconfig,
      RUNNER_TEMP: temp,
    };
    await withKubectl(program, env, async () => {
      const cluster = await connect();
      const names: string[] = [];
      const watching = (async () => {
        for await (const { object } of cluster.watch<{ metadata: { name: string } }>(
          '/w',
          {},
          new AbortController().signal,
        ))
          names.push(object.metadata.name);
      })();
      await vi.waitFor(() => expect(names).toEqual(['a']), 20_000);
      valid = 'token-2';
      writeFileSync(kubeconfig, valid);
      // Another job on the runner selects another cluster.
      writeFileSync(`${kubeconfig}.context`, 'staging');
      await Promise.all([
        cluster.create('/api/v1/x', {}),
        cluster.create('/api/v1/y', {}),
        cluster.get('/api/v1/z'),
      ]);
      expect(created.map(url => url.replace(/\?.*/, '')).sort()).toEqual(['/api/v1/x', '/api/v1/y']);
      expect([...seen]).toEqual(['token-1', 'token-2']);
      expect(readdirSync(temp)).toHaveLength(2);
      expect(readFileSync(`${kubeconfig}.contexts`, 'utf8')).toBe('\n--context=production\n');
      // Processes of kubectl for exec, port-forward and apply stay there, too.
      expect(cluster.reach).toMatchObject({ context: 'production' });
      endWatch();
      await watching;
      expect(names).toEqual(['a', 'b']);
      // The proxy with the old credential ends with its last request.
      await vi.waitFor(() => expect(readdirSync(temp)).toHaveLength(1), 20_000);
      await cluster.close();
      expect(readdirSync(temp)).toEqual([]);
    });
  });
});
