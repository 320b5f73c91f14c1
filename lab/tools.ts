import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { UserError } from '../src/toolkit/errors.ts';
import { type DebianProgram, ETCD, PROMETHEUS, PROMTOOL } from './debian.ts';

/**
 * The Go modules that pin programs. Contour, kwok, Helm, the registries for tests, the object store, the enforcer of NetworkPolicies and
 * the mail server each have their own module; otherwise they would change the versions of all others. So does the example application for recovery.
 */
export const MODULES = {
  tools: join(import.meta.dirname, 'tools'),
  contour: join(import.meta.dirname, 'contour'),
  kwok: join(import.meta.dirname, 'kwok'),
  helm: join(import.meta.dirname, 'helm'),
  registries: join(import.meta.dirname, 'registries'),
  s3: join(import.meta.dirname, 's3'),
  records: join(import.meta.dirname, '..', 'examples', 'records'),
  netpol: join(import.meta.dirname, 'netpol'),
  mailpit: join(import.meta.dirname, 'mailpit'),
  /** The oldest minor version of Kubernetes that Slipway supports. */
  oldest: join(import.meta.dirname, 'oldest'),
} as const;

export type ModuleName = keyof typeof MODULES;

export type ToolName =
  | 'etcd'
  | 'buildkitd'
  | 'buildx'
  | 'kubernetes'
  | 'kubectl'
  | 'contour'
  | 'pause'
  | 'dns'
  | 'metrics-server'
  | 'prometheus'
  | 'promtool'
  | 'targets'
  | 'trivydb'
  | 'trivy'
  | 'registries'
  | 'cosign'
  | 'fulcio'
  | 'timestamp-server'
  | 'rekor-server'
  | 'tesseract'
  | 'versitygw'
  | 'records'
  | 'netpol'
  | 'mailpit'
  | 'kwok'
  | 'helm';

interface Program {
  readonly name: ToolName;
  /** Package argument of `go build`. */
  readonly target: string;
  /** The module in go.mod that determines the version. A list: own source, whose version is its hash and the versions of these modules. */
  readonly module: string | readonly string[];
  readonly tags?: string;
  /** Seconds to compile it on two cores, with the cache of the programs above it. */
  readonly weight: number;
  /** A prebuilt program, if Debian has one. */
  readonly debian?: DebianProgram;
  /** The Go module that pins it; default: `tools`. */
  readonly home?: ModuleName;
}

/**
 * In the order in which a release needs them: build, scan, gateway. Programs that Debian may have come first. Small programs that share
 * most packages with Kubernetes come right after it.
 */
const PROGRAMS: readonly Program[] = [
  { name: 'pause', weight: 6, target: './pause', module: [] },
  {
    name: 'etcd',
    weight: 44,
    debian: ETCD,
    target: 'go.etcd.io/etcd/server/v3',
    module: 'go.etcd.io/etcd/server/v3',
  },
  {
    name: 'prometheus',
    weight: 62,
    debian: PROMETHEUS,
    target: 'github.com/prometheus/prometheus/cmd/prometheus',
    module: 'github.com/prometheus/prometheus',
    tags: 'remove_all_sd',
  },
  {
    name: 'promtool',
    weight: 70,
    debian: PROMTOOL,
    target: 'github.com/prometheus/prometheus/cmd/promtool',
    module: 'github.com/prometheus/prometheus',
    // It checks configuration for Kubernetes.
    tags: 'remove_all_sd,enable_kubernetes_sd',
  },
  {
    name: 'buildkitd',
    weight: 86,
    target: 'github.com/moby/buildkit/cmd/buildkitd',
    module: 'github.com/moby/buildkit',
  },
  {
    name: 'buildx',
    weight: 46,
    target: 'github.com/docker/buildx/cmd/buildx',
    module: 'github.com/docker/buildx',
  },
  { name: 'kubernetes', weight: 300, target: './kubernetes', module: 'k8s.io/kubernetes' },
  // A separate program, because it then starts in 75 ms of CPU time instead of 110, and tests start it thousands of times.
  {
    name: 'kubectl',
    weight: 6,
    target: 'k8s.io/kubernetes/cmd/kubectl',
    module: 'k8s.io/kubernetes',
  },
  { name: 'dns', weight: 5, target: './dns', module: ['github.com/miekg/dns', 'k8s.io/client-go'] },
  { name: 'targets', weight: 5, target: './targets', module: ['k8s.io/client-go'] },
  { name: 'trivydb', weight: 5, target: './trivydb', module: ['github.com/aquasecurity/trivy-db'] },
  {
    name: 'trivy',
    weight: 120,
    target: 'github.com/aquasecurity/trivy/cmd/trivy',
    module: 'github.com/aquasecurity/trivy',
  },
  {
    name: 'contour',
    weight: 130,
    target: 'github.com/projectcontour/contour/cmd/contour',
    module: 'github.com/projectcontour/contour',
    home: 'contour',
  },
  {
    name: 'metrics-server',
    weight: 20,
    target: 'sigs.k8s.io/metrics-server/cmd/metrics-server',
    module: 'sigs.k8s.io/metrics-server',
  },
  // For tests of features that the lab's own registry lacks.
  {
    name: 'registries',
    weight: 20,
    target: '.',
    module: ['github.com/distribution/distribution/v3', 'github.com/google/go-containerregistry'],
    home: 'registries',
  },
  {
    name: 'cosign',
    weight: 60,
    target: 'github.com/sigstore/cosign/v3/cmd/cosign',
    module: 'github.com/sigstore/cosign/v3',
  },
  // Services for keyless signatures: certificates, timestamps, a log of signatures, and a log of certificates.
  { name: 'fulcio', weight: 20, target: 'github.com/sigstore/fulcio', module: 'github.com/sigstore/fulcio' },
  {
    name: 'timestamp-server',
    weight: 10,
    target: 'github.com/sigstore/timestamp-authority/v2/cmd/timestamp-server',
    module: 'github.com/sigstore/timestamp-authority/v2',
  },
  {
    name: 'rekor-server',
    weight: 30,
    target: 'github.com/sigstore/rekor-tiles/v2/cmd/rekor-server/posix',
    module: 'github.com/sigstore/rekor-tiles/v2',
  },
  {
    name: 'tesseract',
    weight: 20,
    target: 'github.com/transparency-dev/tesseract/cmd/tesseract/posix',
    module: 'github.com/transparency-dev/tesseract',
  },
  {
    name: 'versitygw',
    weight: 60,
    target: 'github.com/versity/versitygw/cmd/versitygw',
    module: 'github.com/versity/versitygw',
    home: 's3',
  },
  { name: 'records', weight: 10, target: '.', module: ['github.com/jackc/pgx/v5'], home: 'records' },
  {
    name: 'netpol',
    weight: 120,
    target: '.',
    module: ['github.com/cloudnativelabs/kube-router/v2'],
    home: 'netpol',
  },
  {
    name: 'mailpit',
    weight: 40,
    target: 'github.com/axllent/mailpit',
    module: 'github.com/axllent/mailpit',
    home: 'mailpit',
  },
  { name: 'kwok', weight: 60, target: 'sigs.k8s.io/kwok/cmd/kwok', module: 'sigs.k8s.io/kwok', home: 'kwok' },
  {
    name: 'helm',
    weight: 100,
    target: 'helm.sh/helm/v4/cmd/helm',
    module: 'helm.sh/helm/v4',
    home: 'helm',
  },
];

/** Names under which the program `kubernetes` runs one of its components. */
export const CONTROL_PLANE = ['kube-apiserver', 'kube-controller-manager', 'kube-scheduler'] as const;
export const ON_NODES = ['kubelet', 'kube-proxy'] as const;

export const GATEWAY_API = 'sigs.k8s.io/gateway-api';

/** One `go build`. */
export interface Build {
  readonly name: ToolName;
  readonly version: string;
  /** Directory of the Go module. */
  readonly directory: string;
  readonly binary: string;
  readonly args: (output: string) => string[];
  readonly weight: number;
  /** A prebuilt program, used instead of the build if it is available, and its path in the cache. */
  readonly debian?: { readonly program: DebianProgram; readonly binary: string } | undefined;
}

/** Returns the version of a required module. @throws UserError if go.mod does not require it. */
export function moduleVersion(goMod: string, module: string): string {
  for (const line of goMod.split('\n')) {
    const [path, version] = line
      .replace(/^require\s+/, '')
      .trim()
      .split(/\s+/);
    if (path === module && version && /^v\d/.test(version)) return version;
  }
  throw new UserError(
    `the lab's go.mod does not require ${module}`,
    'restore the line, or run go get in the directory of that go.mod',
  );
}

/**
 * Returns the builds of all programs, from the text of each go.mod and the source of each program in this repository.
 * @param oldest builds the oldest supported version of Kubernetes.
 */
export function buildPlan(
  goMods: Readonly<Record<ModuleName, string>>,
  source: (name: ToolName) => string,
  cache: string,
  oldest = false,
): Build[] {
  return PROGRAMS.map(({ name, target, module, weight, debian: program, tags = '', home: own = 'tools' }) => {
    const home = name === 'kubernetes' && oldest ? 'oldest' : own;
    const goMod = goMods[home];
    const version =
      typeof module === 'string'
        ? moduleVersion(goMod, module)
        : sourceVersion([source(name), ...module.map(each => moduleVersion(goMod, each))]);
    // A program with its own source and the version of a module is also rebuilt when its source changes.
    const ownSource =
      typeof module === 'string' && target.startsWith('./') ? `-${sourceVersion([source(name)])}` : '';
    const debian = program && {
      program,
      binary: join(cache, 'tools', `${name}-debian-${program.version}`, name),
    };
    return {
      name,
      version,
      weight,
      ...(debian && { debian }),
      directory: MODULES[home],
      binary: join(cache, 'tools', `${name}-${version}${ownSource}`, name),
      args: output => [
        ...['build', '-trimpath', '-tags', tags, '-ldflags', linkFlags(name, version)],
        ...['-o', output, target],
      ],
    };
  });
}

function linkFlags(name: ToolName, version: string): string {
  const values = versionVariables(name, version).map(([variable, value]) => `-X ${variable}=${value}`);
  return ['-s -w', ...values].join(' ');
}

/** Returns linker variables with the version, which programs otherwise get from their makefile. */
function versionVariables(name: ToolName, version: string): [variable: string, value: string][] {
  const [major = '', minor = ''] = version.slice(1).split('.');
  const kubernetes = 'k8s.io/component-base/version';
  switch (name) {
    case 'kubernetes':
    case 'kubectl':
      // Without these the version is v0.0.0, and clients refuse such a server.
      return [
        [`${kubernetes}.gitVersion`, version],
        [`${kubernetes}.gitMajor`, major],
        [`${kubernetes}.gitMinor`, minor],
      ];
    case 'trivy':
      return [['github.com/aquasecurity/trivy/pkg/version/app.ver', version.slice(1)]];
    // Clients of these programs check their version.
    case 'buildx':
      return [['github.com/docker/buildx/version.Version', version]];
    case 'cosign':
      return [['sigs.k8s.io/release-utils/version.gitVersion', version]];
    case 'helm':
      return [['helm.sh/helm/v4/internal/version.version', version]];
    case 'prometheus':
    case 'promtool':
      return [['github.com/prometheus/common/version.Version', prometheusVersion(version)]];
    default:
      return [];
  }
}

/** Returns Prometheus's own version: its module is v0.313.0 for 3.13.0, because the module has no stable API. */
function prometheusVersion(version: string): string {
  const [, release = '', patch = ''] = /^v0\.(\d+)\.(\d+)$/.exec(version) ?? [];
  return `${Math.floor(Number(release) / 100)}.${Number(release) % 100}.${patch}`;
}

function sourceVersion(parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 12);
}

export function gatewayApiDirectory(goMod: string, cache: string): string {
  return join(cache, 'tools', `gateway-api-${moduleVersion(goMod, GATEWAY_API)}`);
}
