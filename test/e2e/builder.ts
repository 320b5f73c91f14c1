import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A second BuildKit beside the lab's, with its own store, like that of another runner. */
export interface Builder {
  /** The environment for buildx. */
  env: { BUILDX_BUILDER: string; BUILDX_CONFIG: string };
  close(): Promise<void>;
}

/** Starts a BuildKit with an empty store. */
export async function startBuilder(): Promise<Builder> {
  const { BUILDX_CONFIG: config = '', BUILDX_BUILDER: lab = '' } = process.env;
  const folder = await mkdtemp(join(tmpdir(), 'builder-'));
  const socket = join(folder, 'buildkitd.sock');
  const settings = await readFile(join(dirname(config), 'buildkit/buildkitd.toml'), 'utf8');
  await writeFile(
    join(folder, 'buildkitd.toml'),
    settings
      .replace(/^root = .*$/m, `root = "${join(folder, 'root')}"`)
      .replace(/^ {2}address = .*$/m, `  address = ["unix://${socket}"]`)
      .replace(/"\/(.*)\/buildkit"/, '"/$1/buildkit-beside"'),
  );
  const daemon = spawn('buildkitd', ['--config', join(folder, 'buildkitd.toml')], { stdio: 'ignore' });
  const close = async () => {
    await ended(daemon);
    await rm(folder, { recursive: true, force: true });
  };
  try {
    for (let i = 0; !existsSync(socket); i += 1) {
      if (i === 200 || daemon.exitCode !== null) throw new Error('the second buildkitd does not listen');
      await sleep(100);
    }
    const env = { BUILDX_BUILDER: `${lab}-beside`, BUILDX_CONFIG: join(folder, 'buildx') };
    const args = ['create', '--name', env.BUILDX_BUILDER, '--driver', 'remote', `unix://${socket}`];
    await run('buildx', args, { env: { ...process.env, ...env } });
    return { env, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function ended(daemon: ChildProcess): Promise<void> {
  if (daemon.exitCode !== null || daemon.signalCode !== null) return;
  const exit = once(daemon, 'exit');
  daemon.kill('SIGTERM');
  const stuck = setTimeout(() => daemon.kill('SIGKILL'), 10_000);
  await exit.finally(() => clearTimeout(stuck));
}
