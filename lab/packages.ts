import { spawn } from 'node:child_process';
import { existsSync, globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../src/toolkit/errors.ts';
import { cacheRoot, type Say } from './lab.ts';
import { locked, once } from './lock.ts';
import { spoken } from './progress.ts';

export interface Package {
  /** Exists when the package is installed. A pattern if its path contains a version. */
  readonly file: string;
  readonly package: string;
}

/** Every lab needs these. */
export const SIMULATED_PACKAGES: readonly Package[] = [
  { file: '/usr/sbin/ip', package: 'iproute2' },
  { file: '/usr/bin/ps', package: 'procps' },
  { file: '/usr/bin/openssl', package: 'openssl' },
];

/** Every lab with containers needs these. */
export const CLUSTER_PACKAGES: readonly Package[] = [
  { file: '/usr/bin/containerd', package: 'containerd' },
  { file: '/usr/sbin/runc', package: 'runc' },
  { file: '/usr/lib/cni/ptp', package: 'containernetworking-plugins' },
  { file: '/usr/bin/docker-registry', package: 'docker-registry' },
  { file: '/usr/sbin/nft', package: 'nftables' },
  { file: '/usr/sbin/conntrack', package: 'conntrack' },
  ...SIMULATED_PACKAGES,
];

export const WHEEL_PACKAGES: readonly Package[] = [{ file: '/usr/bin/pip3', package: 'python3-pip' }];

/** The enforcer of NetworkPolicies calls these. */
export const NETPOL_PACKAGES: readonly Package[] = [
  { file: '/usr/sbin/iptables', package: 'iptables' },
  { file: '/usr/sbin/ipset', package: 'ipset' },
];

/** The build of the database image calls these. */
export const RECOVERY_PACKAGES: readonly Package[] = [
  { file: '/usr/sbin/debootstrap', package: 'debootstrap' },
  { file: '/usr/share/keyrings/debian-archive-keyring.gpg', package: 'debian-archive-keyring' },
];

/** Servers that exporters ask. */
export const EXPORTER_PACKAGES: readonly Package[] = [
  { file: '/usr/bin/redis-server', package: 'redis-server' },
  { file: '/usr/lib/postgresql/*/bin/postgres', package: 'postgresql' },
];

/** OpenSearch runs on Java 11 to 21; Maven downloads it. */
export const LOG_PACKAGES: readonly Package[] = [
  { file: '/usr/bin/java', package: 'default-jre-headless' },
  { file: '/usr/bin/mvn', package: 'maven' },
];

/** Installs those of the packages that are missing. */
export async function ensurePackages(packages: readonly Package[], say: Say): Promise<void> {
  const root = process.getuid?.() === 0;
  const missingPackages = () =>
    packages.filter(({ file }) => globSync(file).length === 0).map(entry => entry.package);
  if (root && missingPackages().length === 0) return;
  if (!root || !existsSync('/usr/bin/apt-get')) {
    throw new UserError(
      'the lab cannot run here: it needs root on Debian or Ubuntu',
      'run it as root there, or use --context with your own cluster',
    );
  }
  const busy = once(() => say('waiting for another run to install packages'));
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
 * Keeps packages from starting services on this machine (containerd, docker-registry): the lab starts its own. Debian's
 * maintainer scripts call this file. It forbids services only while this process lives, so a file that a killed run left has no effect.
 */
async function withoutServices(work: () => Promise<void>): Promise<void> {
  const head = '#!/bin/sh\n# Written by the Slipway lab while it installs packages.\n';
  if (existsSync(POLICY)) {
    const left = readFileSync(POLICY, 'utf8').startsWith(head);
    // Keep a policy that another program has written.
    if (!left) return work();
    rmSync(POLICY);
  }
  writeFileSync(POLICY, `${head}[ -d /proc/${process.pid} ] && exit 101\nexit 0\n`, {
    mode: 0o755,
    flag: 'wx',
  });
  // Delay signals: a half-installed package is worse than a late exit.
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

/** Runs apt-get in its own session, so that a signal to this session does not interrupt it. */
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
      code === 0 ? resolve() : reject(new Error(`apt-get ${args[0]} failed with exit code ${code}`)),
    );
  });
}
