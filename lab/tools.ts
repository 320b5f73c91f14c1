import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { UserError } from '../src/toolkit/errors.ts';

/** The module in which every program is pinned. */
export const MODULE = join(import.meta.dirname, 'tools');

export type ToolName = 'etcd' | 'buildkitd' | 'buildx' | 'kubernetes' | 'traefik' | 'pause';

interface Program {
  readonly name: ToolName;
  /** What `go build` is given. */
  readonly target: string;
  /** The module in go.mod that carries the version; null: it is ours, and its source is its version. */
  readonly module: string | null;
}

/** In the order in which a lab needs them; the longest builds come when what they hold up has something to do. */
const PROGRAMS: readonly Program[] = [
  { name: 'pause', target: './pause', module: null },
  { name: 'etcd', target: 'go.etcd.io/etcd/server/v3', module: 'go.etcd.io/etcd/server/v3' },
  { name: 'buildkitd', target: 'github.com/moby/buildkit/cmd/buildkitd', module: 'github.com/moby/buildkit' },
  { name: 'buildx', target: 'github.com/docker/buildx/cmd/buildx', module: 'github.com/docker/buildx' },
  { name: 'kubernetes', target: './kubernetes', module: 'k8s.io/kubernetes' },
  {
    name: 'traefik',
    target: 'github.com/traefik/traefik/v3/cmd/traefik',
    module: 'github.com/traefik/traefik/v3',
  },
];

/** A name under which the Kubernetes program is one of its components. */
export const COMPONENTS = [
  'kube-apiserver',
  'kube-controller-manager',
  'kube-scheduler',
  'kube-proxy',
  'kubelet',
  'kubectl',
] as const;

export const GATEWAY_API = 'sigs.k8s.io/gateway-api';

/** One `go build`: where its binary belongs and how it is made. */
export interface Build {
  readonly name: ToolName;
  readonly version: string;
  readonly binary: string;
  readonly args: (output: string) => string[];
}

/** The version of a required module. @throws UserError when go.mod does not require it. */
export function moduleVersion(goMod: string, module: string): string {
  for (const line of goMod.split('\n')) {
    const [path, version] = line
      .replace(/^require\s+/, '')
      .trim()
      .split(/\s+/);
    if (path === module && version && /^v\d/.test(version)) return version;
  }
  throw new UserError(
    `lab/tools/go.mod requires no ${module}`,
    'restore the line, or run go get in lab/tools',
  );
}

/** Every program of the lab, from go.mod's text and the source of pause. */
export function buildPlan(goMod: string, pauseSource: string, cache: string): Build[] {
  return PROGRAMS.map(({ name, target, module }) => {
    const version = module ? moduleVersion(goMod, module) : sourceVersion(pauseSource);
    return {
      name,
      version,
      binary: join(cache, 'tools', `${name}-${version}`, name),
      args: output => ['build', '-trimpath', '-ldflags', linkFlags(name, version), '-o', output, target],
    };
  });
}

function linkFlags(name: ToolName, version: string): string {
  if (name !== 'kubernetes') return '-s -w';
  const [major = '', minor = ''] = version.slice(1).split('.');
  const at = 'k8s.io/component-base/version';
  // Without these the server calls itself v0.0.0, and clients refuse it.
  return `-s -w -X ${at}.gitVersion=${version} -X ${at}.gitMajor=${major} -X ${at}.gitMinor=${minor}`;
}

function sourceVersion(source: string): string {
  return createHash('sha256').update(source).digest('hex').slice(0, 12);
}

export function gatewayApiDirectory(goMod: string, cache: string): string {
  return join(cache, 'tools', `gateway-api-${moduleVersion(goMod, GATEWAY_API)}`);
}

/** What the lab takes from the distribution: a file that is there when the package is. */
export const PACKAGES: readonly { readonly file: string; readonly package: string }[] = [
  { file: '/usr/bin/containerd', package: 'containerd' },
  { file: '/usr/sbin/runc', package: 'runc' },
  { file: '/usr/lib/cni/ptp', package: 'containernetworking-plugins' },
  { file: '/usr/bin/docker-registry', package: 'docker-registry' },
  { file: '/usr/sbin/nft', package: 'nftables' },
  { file: '/usr/sbin/conntrack', package: 'conntrack' },
  { file: '/usr/sbin/ip', package: 'iproute2' },
  { file: '/usr/bin/ps', package: 'procps' },
  { file: '/usr/bin/openssl', package: 'openssl' },
];
