import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { startProxy } from '../../src/cluster/proxy.ts';
import { sentence } from '../release/objects.ts';
import { wording } from '../wording.ts';
import { answer, fakeCluster, kubectlFolder, withKubectl } from './api-server.ts';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});
const kubectl = (script?: string) => folders[folders.push(kubectlFolder(script)) - 1] as string;
const onPath = (name: string) =>
  (process.env.PATH ?? '').split(delimiter).some(folder => existsSync(join(folder, name)));

/** A zombie process counts as gone. */
function lives(pid: number): boolean {
  try {
    return !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

/** A port that accepts and answers everything with 200, so that the proxy counts as listening. */
async function port(): Promise<{ number: string; close: () => void }> {
  const server = createServer(socket => {
    socket.on('data', () => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n'));
    socket.on('error', () => undefined);
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  return { number: String((server.address() as { port: number }).port), close: () => server.close() };
}

describe('the proxy', () => {
  it('listens in a private folder, on a short path, and leaves nothing behind', async () => {
    const upstream = await port();
    const scratch = mkdtempSync(join(tmpdir(), 'proxy-'));
    folders.push(scratch);
    const env = {
      KUBECTL_FAKE_API_PORT: upstream.number,
      KUBECTL_FAKE_PID_FILE: join(scratch, 'pid'),
      KUBECTL_FAKE_ARGS_FILE: join(scratch, 'args'),
      RUNNER_TEMP: '',
    };
    const proxy = await withKubectl(kubectl(), env, () => startProxy({ context: 'lab' }));
    const pid = Number(readFileSync(env.KUBECTL_FAKE_PID_FILE, 'utf8'));
    const folder = dirname(proxy.socketPath);
    expect(dirname(folder)).toBe(tmpdir());
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(Buffer.byteLength(proxy.socketPath)).toBeLessThan(108);
    expect(JSON.parse(readFileSync(env.KUBECTL_FAKE_ARGS_FILE, 'utf8'))).toEqual([
      'proxy',
      `--unix-socket=${proxy.socketPath}`,
      '--reject-methods=',
      '--context=lab',
    ]);
    expect(lives(pid)).toBe(true);
    await proxy.close();
    upstream.close();
    expect(existsSync(folder)).toBe(false);
    await vi.waitFor(() => expect(lives(pid)).toBe(false), 30_000);
  });

  it.skipIf(!onPath('setpriv'))('ends when its parent is killed', async () => {
    const upstream = await port();
    const scratch = mkdtempSync(join(tmpdir(), 'proxy-'));
    folders.push(scratch);
    const pidFile = join(scratch, 'pid');
    const module = new URL('../../src/cluster/proxy.ts', import.meta.url).href;
    const script = `const { startProxy } = await import(${JSON.stringify(module)});
      await startProxy(); console.log('started'); setInterval(() => {}, 1000);`;
    const parent = spawn(process.execPath, ['--no-warnings', '--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: {
        ...process.env,
        PATH: `${kubectl()}${delimiter}${process.env.PATH}`,
        // A killed parent leaves its socket behind, so the test removes it.
        RUNNER_TEMP: scratch,
        KUBECTL_FAKE_API_PORT: upstream.number,
        KUBECTL_FAKE_PID_FILE: pidFile,
      },
    });
    await new Promise(resolve => parent.stdout.once('data', resolve));
    const pid = Number(readFileSync(pidFile, 'utf8'));
    expect(lives(pid)).toBe(true);
    parent.kill('SIGKILL');
    await vi.waitFor(() => expect(lives(pid)).toBe(false), 30_000);
    upstream.close();
  });

  it('causes no warning with many of its kind, and each ends with the process', async () => {
    const upstream = await port();
    const scratch = mkdtempSync(join(tmpdir(), 'proxy-'));
    folders.push(scratch);
    const module = new URL('../../src/cluster/proxy.ts', import.meta.url).href;
    const script = `const { startProxy } = await import(${JSON.stringify(module)});
      const all = await Promise.all(Array.from({ length: 12 }, () => startProxy()));
      await all.shift().close();
      process.exit();`;
    const fake = join(import.meta.dirname, 'fake-kubectl.ts');
    const many = kubectl(`touch "${scratch}/$$"; exec "${process.execPath}" --no-warnings "${fake}" "$@"`);
    const parent = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: {
        ...process.env,
        PATH: `${many}${delimiter}${process.env.PATH}`,
        RUNNER_TEMP: scratch,
        KUBECTL_FAKE_API_PORT: upstream.number,
      },
    });
    let said = '';
    parent.stderr.on('data', text => {
      said += text;
    });
    await new Promise(resolve => parent.once('close', resolve));
    expect(said).not.toContain('MaxListenersExceededWarning');
    const pids = readdirSync(scratch).flatMap(name => (/^\d+$/.test(name) ? [Number(name)] : []));
    expect(pids).toHaveLength(12);
    await vi.waitFor(() => expect(pids.filter(lives)).toEqual([]), 30_000);
    upstream.close();
  });

  it('is refused without kubectl and without a download', async () => {
    const before = process.env.PATH;
    process.env.PATH = mkdtempSync(join(tmpdir(), 'empty-'));
    process.env.SLIPWAY_TOOL_MIRRORS = 'http://127.0.0.1:65535';
    folders.push(process.env.PATH);
    try {
      expect(await sentence(() => startProxy())).toEqual(wording());
    } finally {
      process.env.PATH = before;
      delete process.env.SLIPWAY_TOOL_MIRRORS;
    }
  });

  it('downloads kubectl from the mirror of the step, which is not in the environment of this process', async () => {
    const before = process.env.PATH;
    process.env.PATH = mkdtempSync(join(tmpdir(), 'empty-'));
    folders.push(process.env.PATH);
    try {
      const env = { SLIPWAY_TOOL_MIRRORS: 'http://127.0.0.1:65535' };
      expect(await sentence(() => startProxy({ env }))).toContain('127.0.0.1:65535');
    } finally {
      process.env.PATH = before;
    }
  });

  it('is refused with the last line of kubectl when that ends', async () => {
    const broken = kubectl('echo "loading" >&2; echo \'error: context "x" does not exist\' >&2; exit 1');
    expect(await sentence(() => withKubectl(broken, {}, () => startProxy()))).toEqual(
      wording('error', 'context'),
    );
  });

  it('is refused when kubectl does not listen in time, and is not left running', async () => {
    const scratch = mkdtempSync(join(tmpdir(), 'proxy-'));
    folders.push(scratch);
    const pidFile = join(scratch, 'pid');
    const slow = kubectl(`echo $$ > ${pidFile}; exec sleep 60`);
    expect(await sentence(() => withKubectl(slow, {}, () => startProxy({ startTimeout: 300 })))).toEqual(
      wording(),
    );
    expect(lives(Number(readFileSync(pidFile, 'utf8')))).toBe(false);
  });
});

it('closing the port ends its proxy', async () => {
  const { cluster, close } = await fakeCluster((_, response) => answer(response, {}));
  await close();
  await expect(cluster.get('/x')).rejects.toThrow();
});
