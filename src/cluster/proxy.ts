import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, open, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dieWithParent, findOnPath } from '../toolkit/child.ts';
import { UserError } from '../toolkit/errors.ts';
import { printable } from '../toolkit/printable.ts';
import { runForOutput } from '../toolkit/program.ts';
import { withoutSecretShapes } from '../toolkit/redaction.ts';
import { kubectlEnvironment } from './environment.ts';
import { provideKubectl } from './program.ts';
import { type Reach, reachFlags } from './reach.ts';

/** A running `kubectl proxy` that listens on a unix socket in a private folder. */
export interface Proxy {
  socketPath: string;
  /** Returns the last line that a plugin of the kubeconfig has printed; empty if none. Not after `close`. */
  pluginSaid(): Promise<string>;
  close(): Promise<void>;
}

export interface ProxyOptions extends Reach {
  /** Milliseconds to wait until the socket answers. */
  startTimeout?: number;
  /** Where kubectl is looked for, and its mirror. Default: the environment of this process. */
  env?: NodeJS.ProcessEnv;
}

/** The running proxies. One exit listener ends all of them, because Node reports a leak from the eleventh listener on. */
const running = new Set<ChildProcess>();
const endAll = () => {
  for (const child of running) child.kill('SIGKILL');
};

/**
 * Starts `kubectl proxy`, which supports every kind of authentication that kubectl does.
 *
 * It runs in its own session, so that the SIGINT of a cancelled job does not end it before the rollback; `setpriv` ends it with this
 * process, even on SIGKILL. The path of a socket is limited to 108 bytes, so the folder is short.
 *
 * @throws UserError when kubectl is missing or refuses the kubeconfig.
 */
export async function startProxy(options: ProxyOptions = {}): Promise<Proxy> {
  await provideKubectl(options.env);
  const kubectl = findOnPath('kubectl');
  if (kubectl === undefined) throw new Error('kubectl was provided but is not on the PATH');
  const folder = await mkdtemp(join(shortTmp(), 'slipway-'));
  const socketPath = join(folder, 's');
  const stderrPath = join(folder, 'stderr');
  const stderr = await open(stderrPath, 'w');
  const proxyArgs = ['proxy', `--unix-socket=${socketPath}`, '--reject-methods=', ...reachFlags(options)];
  const [command, args] = dieWithParent(kubectl, proxyArgs);
  const child = spawn(command, args, {
    detached: true,
    env: kubectlEnvironment(),
    stdio: ['ignore', 'ignore', stderr.fd],
  });
  let exited = false;
  const exit = new Promise(resolve => child.once('exit', resolve).once('error', resolve)).then(() => {
    exited = true;
  });
  child.unref();
  if (running.size === 0) process.on('exit', endAll);
  running.add(child);
  const close = async () => {
    running.delete(child);
    if (running.size === 0) process.off('exit', endAll);
    // Referenced again, so that this process does not end while it waits for the exit.
    child.ref();
    child.kill('SIGKILL');
    await exit;
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await untilListening(socketPath, () => exited, options.startTimeout ?? 15_000);
  } catch (cause) {
    const said = (await readFile(stderrPath, 'utf8').catch(() => '')).trim();
    await close();
    throw new UserError(
      `kubectl cannot reach a cluster: ${said.split('\n').at(-1) || 'kubectl proxy did not start'}`,
      'check KUBECONFIG and the input `kube-context`',
      { cause },
    );
  } finally {
    await stderr.close();
  }
  const pluginSaid = async () => lastLineOfPlugin(await readFile(stderrPath, 'utf8').catch(() => ''));
  return { socketPath, pluginSaid, close };
}

/** Returns the last line in the output of kubectl that is not its own: it logs a failed request after what the plugin said. Pure. */
export function lastLineOfPlugin(stderr: string): string {
  const [before = ''] = stderr.split(/^E\d{4} .*Error while proxying request/m);
  const lines = before.split('\n').filter(line => line.trim() !== '' && !/^[IWE]\d{4} /.test(line));
  return withoutSecretShapes(printable(lines.at(-1) ?? '').trim())
    .slice(0, 200)
    .replace(/\.$/, '');
}

/** Returns the current context of the kubeconfig; undefined without a kubeconfig, as in a pod. */
export async function currentContext(env?: NodeJS.ProcessEnv): Promise<string | undefined> {
  await provideKubectl(env);
  const asked = runForOutput(['kubectl', 'config', 'current-context'], {
    env: kubectlEnvironment(),
    signal: AbortSignal.timeout(10_000),
  });
  const answer = await asked.catch(() => undefined);
  const name = answer?.code === 0 ? answer.stdout.trim() : '';
  return name === '' ? undefined : name;
}

async function untilListening(socketPath: string, gone: () => boolean, timeout: number): Promise<void> {
  const end = performance.now() + timeout;
  while (performance.now() < end) {
    if (gone()) throw new Error('kubectl proxy ended');
    if (existsSync(socketPath) && (await accepts(socketPath))) return;
    await new Promise(resolve => setTimeout(resolve, 3));
  }
  throw new Error('kubectl proxy did not listen in time');
}

/** The proxy itself answers `/static/`; the first real request shows whether the API server answers. */
async function accepts(socketPath: string): Promise<boolean> {
  const { request } = await import('node:http');
  return new Promise(resolve => {
    const probe = request({ socketPath, path: '/static/', headers: { host: 'localhost' } }, response => {
      response.resume();
      resolve(true);
    });
    probe.once('error', () => resolve(false));
    probe.end();
  });
}

function shortTmp(): string {
  const preferred = process.env.RUNNER_TEMP || tmpdir();
  return preferred.length <= 80 ? preferred : '/tmp';
}
