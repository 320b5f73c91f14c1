import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { UserError } from '../src/toolkit/errors.ts';

/** The module in which every program is pinned. */
export const MODULE = join(import.meta.dirname, 'tools');

export type ToolName =
  | 'etcd'
  | 'buildkitd'
  | 'buildx'
  | 'kubernetes'
  | 'traefik'
  | 'pause'
  | 'trivydb'
  | 'trivy';

interface Program {
  readonly name: ToolName;
  /** What `go build` is given. */
  readonly target: string;
  /** The module in go.mod that carries the version; a list: it is ours, its version its source and these modules. */
  readonly module: string | readonly string[];
}

/**
 * In the order in which a lab needs them; the longest builds come when what they hold up has something to do. Trivy is
 * last: it takes longest after Kubernetes, and no other part of a lab waits for it.
 */
const PROGRAMS: readonly Program[] = [
  { name: 'pause', target: './pause', module: [] },
  { name: 'etcd', target: 'go.etcd.io/etcd/server/v3', module: 'go.etcd.io/etcd/server/v3' },
  { name: 'buildkitd', target: 'github.com/moby/buildkit/cmd/buildkitd', module: 'github.com/moby/buildkit' },
  { name: 'buildx', target: 'github.com/docker/buildx/cmd/buildx', module: 'github.com/docker/buildx' },
  { name: 'kubernetes', target: './kubernetes', module: 'k8s.io/kubernetes' },
  {
    name: 'traefik',
    target: 'github.com/traefik/traefik/v3/cmd/traefik',
    module: 'github.com/traefik/traefik/v3',
  },
  { name: 'trivydb', target: './trivydb', module: ['github.com/aquasecurity/trivy-db'] },
  {
    name: 'trivy',
    target: 'github.com/aquasecurity/trivy/cmd/trivy',
    module: 'github.com/aquasecurity/trivy',
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

/** Every program of the lab, from go.mod's text and the source of each that is ours. */
export function buildPlan(goMod: string, source: (name: ToolName) => string, cache: string): Build[] {
  return PROGRAMS.map(({ name, target, module }) => {
    const version =
      typeof module === 'string'
        ? moduleVersion(goMod, module)
        : sourceVersion([source(name), ...module.map(each => moduleVersion(goMod, each))]);
    return {
      name,
      version,
      binary: join(cache, 'tools', `${name}-${version}`, name),
      args: output => ['build', '-trimpath', '-ldflags', linkFlags(name, version), '-o', output, target],
    };
  });
}

function linkFlags(name: ToolName, version: string): string {
  const values = versionVariables(name, version).map(([variable, value]) => `-X ${variable}=${value}`);
  return ['-s -w', ...values].join(' ');
}

/** A program that is not built by its own makefile does not know its version. */
function versionVariables(name: ToolName, version: string): [variable: string, value: string][] {
  const [major = '', minor = ''] = version.slice(1).split('.');
  const kubernetes = 'k8s.io/component-base/version';
  switch (name) {
    case 'kubernetes':
      // Without these the server calls itself v0.0.0, and clients refuse it.
      return [
        [`${kubernetes}.gitVersion`, version],
        [`${kubernetes}.gitMajor`, major],
        [`${kubernetes}.gitMinor`, minor],
      ];
    case 'trivy':
      return [['github.com/aquasecurity/trivy/pkg/version/app.ver', version.slice(1)]];
    default:
      return [];
  }
}

function sourceVersion(parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 12);
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
