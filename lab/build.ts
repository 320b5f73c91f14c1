import { spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { UserError } from '../src/toolkit/errors.ts';
import { cacheRoot, type Lab, type Say } from './lab.ts';
import { locked, once, processNow } from './lock.ts';
import { capture } from './process.ts';
import { spoken } from './progress.ts';
import {
  type Build,
  buildPlan,
  GATEWAY_API,
  gatewayApiDirectory,
  MODULES,
  moduleVersion,
  type Package,
  type ToolName,
} from './tools.ts';

/** Each program's path, as soon as it is built. */
export interface Tools<Name extends ToolName = ToolName> {
  readonly path: Readonly<Record<Name, Promise<string>>>;
  /** The directory with the custom resource definitions of the Gateway API. */
  readonly gatewayApi: Promise<string>;
}

/** Builds what the cache lacks of these programs, one after the other, and hands out each as it is ready. */
export function startBuilds<Name extends ToolName>(
  names: readonly Name[],
  say: Say,
  cache: string = cacheRoot(),
): Tools<Name> {
  const goMods = {
    tools: goModOf(MODULES.tools),
    contour: goModOf(MODULES.contour),
    kwok: goModOf(MODULES.kwok),
    registries: goModOf(MODULES.registries),
    s3: goModOf(MODULES.s3),
    records: goModOf(MODULES.records),
    netpol: goModOf(MODULES.netpol),
  };
  const wanted = (build: Build) => (names as readonly ToolName[]).includes(build.name);
  const plan = buildPlan(goMods, sourceOf, cache).filter(wanted);
  let previous: Promise<unknown> = Promise.resolve();
  const after = <T>(work: () => Promise<T>): Promise<T> => {
    const result = previous.then(work);
    previous = result;
    // Who needs it sees the failure; until then it must not end the process.
    result.catch(() => {});
    return result;
  };
  const gatewayApi = after(() => copyGatewayApi(goMods.tools, cache));
  const path = Object.fromEntries(plan.map(build => [build.name, after(() => ensureBuilt(build, say))]));
  return { path: path as Record<Name, Promise<string>>, gatewayApi };
}

function goModOf(directory: string): string {
  return readFileSync(join(directory, 'go.mod'), 'utf8');
}

/** Makes a program one of the lab's commands. */
export function link(lab: Lab, name: string, target: string): void {
  const path = join(lab.bin, name);
  rmSync(path, { force: true });
  symlinkSync(target, path);
}

/** All that a program of ours is built from, but for modules. */
function sourceOf(name: ToolName): string {
  const own = name === 'registries' || name === 'records' || name === 'netpol';
  const directory = own ? MODULES[name] : join(MODULES.tools, name);
  const files = readdirSync(directory).sort();
  return files.map(file => readFileSync(join(directory, file), 'utf8')).join('\n');
}

/** Builds a program unless it is there; a run that died in the middle of that left a partial one, which is cleared away. */
export async function ensureBuilt(build: Build, say: Say): Promise<string> {
  if (existsSync(build.binary)) return build.binary;
  const busy = once(() => say(`${build.name}: another run builds it, waiting`));
  return locked(`${dirname(build.binary)}.lock`, busy, async () => {
    if (!existsSync(build.binary))
      await spoken(say, `building ${build.name} ${build.version}`, () => make(build));
    return build.binary;
  });
}

/** To a name of its own first: what has the real name is whole. */
async function make(build: Build): Promise<void> {
  const directory = dirname(build.binary);
  mkdirSync(directory, { recursive: true });
  for (const left of readdirSync(directory).filter(name => name.includes('.partial'))) {
    if (!processNow(Number(left.split('-').at(-1)))) rmSync(join(directory, left));
  }
  const partial = `${build.binary}.partial-${process.pid}`;
  await go(build.args(partial), build.directory);
  renameSync(partial, build.binary);
}

async function copyGatewayApi(goMod: string, cache: string): Promise<string> {
  const directory = gatewayApiDirectory(goMod, cache);
  if (existsSync(directory)) return directory;
  return locked(
    `${directory}.lock`,
    () => {},
    async () => {
      if (existsSync(directory)) return directory;
      const version = moduleVersion(goMod, GATEWAY_API);
      const found: unknown = JSON.parse(
        await go(['mod', 'download', '-json', `${GATEWAY_API}@${version}`], MODULES.tools),
      );
      const source = (found as { Dir: string }).Dir;
      const partial = `${directory}.partial`;
      rmSync(partial, { recursive: true, force: true });
      cpSync(join(source, 'config', 'crd', 'standard'), partial, { recursive: true });
      renameSync(partial, directory);
      return directory;
    },
  );
}

async function go(args: readonly string[], cwd: string): Promise<string> {
  const env = { ...process.env, GOEXPERIMENT: 'jsonv2', CGO_ENABLED: '0', GOFLAGS: '-mod=readonly' };
  try {
    // Its own compilers end with it; a build that nobody waits for any more is of no use.
    return await capture('setpriv', ['--pdeathsig', 'TERM', '--', 'go', ...args], { cwd, env });
  } catch (error) {
    if (error instanceof Error && /go: No such file|execute go/.test(error.message)) {
      throw new UserError(
        'the lab builds its programs from Go modules, and there is no go on PATH',
        'install Go',
        {
          cause: error,
        },
      );
    }
    throw error;
  }
}

/** Installs what is missing of these packages of the distribution. */
export async function ensurePackages(packages: readonly Package[], say: Say): Promise<void> {
  const root = process.getuid?.() === 0;
  const missingPackages = () => packages.filter(({ file }) => !existsSync(file)).map(entry => entry.package);
  if (root && missingPackages().length === 0) return;
  if (!root || !existsSync('/usr/bin/apt-get')) {
    throw new UserError(
      'the lab needs root on Debian or Ubuntu',
      'run it as root there, or use --context with a cluster of your own',
    );
  }
  const busy = once(() => say('another run installs packages, waiting'));
  await locked(join(cacheRoot(), 'packages.lock'), busy, async () => {
    const missing = missingPackages();
    if (missing.length === 0) return;
    await spoken(say, `installing the packages ${missing.join(', ')}`, () =>
      withoutServices(async () => {
        await aptGet(['update']);
        await aptGet(['install', '-y', '--no-install-recommends', ...missing]);
      }),
    );
  });
}

const POLICY = '/usr/sbin/policy-rc.d';

/**
 * Keeps packages from starting services on this machine (containerd, docker-registry): the lab starts its own. Debian asks
 * this file; it forbids only while we live, so that one that a killed run left behind forbids nothing.
 */
async function withoutServices(work: () => Promise<void>): Promise<void> {
  const head = '#!/bin/sh\n# Of the Slipway lab, while it installs packages.\n';
  if (existsSync(POLICY)) {
    const left = readFileSync(POLICY, 'utf8').startsWith(head);
    // Somebody else's policy decides.
    if (!left) return work();
    rmSync(POLICY);
  }
  writeFileSync(POLICY, `${head}[ -d /proc/${process.pid} ] && exit 101\nexit 0\n`, {
    mode: 0o755,
    flag: 'wx',
  });
  // A package that is half installed is worse than an end that comes later.
  let stopped: NodeJS.Signals | undefined;
  const later = (signal: NodeJS.Signals) => {
    stopped = signal;
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const signal of signals) process.on(signal, later);
  try {
    await work();
  } finally {
    rmSync(POLICY, { force: true });
    for (const signal of signals) process.off(signal, later);
    if (stopped !== undefined) process.kill(process.pid, stopped);
  }
}

/** In a session of its own, out of the reach of signals to ours. */
function aptGet(args: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    const child = spawn('apt-get', ['-qq', '-o', 'DPkg::Lock::Timeout=300', ...args], {
      stdio: ['ignore', 'ignore', 'inherit'],
      detached: true,
      env,
    });
    child.once('error', reject);
    child.once('close', code =>
      code === 0 ? resolve() : reject(new Error(`apt-get ${args[0]} ended with ${code}`)),
    );
  });
}
