import { hasAlerting, raiseAlerting } from './alerting.ts';
import type { Api } from './api.ts';
import { PART_NAMES, type PartName } from './asked.ts';
import { link, type Tools } from './build.ts';
import { createBuilder, startBuildkit } from './buildkit.ts';
import { areReady, CLUSTER_TOOLS, raiseCluster } from './cluster.ts';
import { raiseContour } from './contour.ts';
import type { Credentials } from './credentials.ts';
import { EXPORTER_PROCESSES, raiseExporters } from './exporters.ts';
import { isProgrammed } from './gateway.ts';
import { baseImage } from './images.ts';
import { type Lab, NODES, type Say } from './lab.ts';
import { hasOpenSearch, raiseLogs } from './logs.ts';
import { hasMetrics, startMetrics } from './metrics.ts';
import { isEnforced, startNetpol } from './netpol.ts';
import {
  CLUSTER_PACKAGES,
  EXPORTER_PACKAGES,
  LOG_PACKAGES,
  NETPOL_PACKAGES,
  type Package,
  RECOVERY_PACKAGES,
  WHEEL_PACKAGES,
} from './packages.ts';
import { hasPrometheus, startPrometheus, startTargets } from './prometheus.ts';
import { raiseRecovery } from './recovery.ts';
import { seed } from './registry.ts';
import { STORES } from './s3.ts';
import type { ToolName } from './tools.ts';
import { raiseTraefik } from './traefik.ts';
import { writeTrivyDatabase } from './trivy.ts';

/** The lab in which a part starts. */
export interface Site {
  readonly lab: Lab;
  readonly tools: Tools;
  readonly credentials: Credentials;
  /** Resolves when the API server is ready. */
  readonly api: Promise<Api>;
  readonly say: Say;
}

interface PartPlan {
  readonly programs: readonly ToolName[];
  /** Debian packages. */
  readonly packages?: readonly Package[];
  /** Parts that must be ready before this one starts. */
  readonly needs?: readonly PartName[];
  /** Names of its processes. */
  readonly processes?: readonly string[];
  /** Starts processes that do not run. Resolves when the part is ready. */
  readonly raise: (site: Site) => Promise<void>;
  /** Whether the part works; called only if all its processes run. May throw instead of returning false. */
  readonly healthy?: (api: Api, lab: Lab) => Promise<boolean>;
}

/** Returns a part that only adds programs to the lab's PATH. */
function commands(...programs: readonly ToolName[]): PartPlan {
  return {
    programs,
    raise: async ({ lab, tools }) => {
      for (const name of programs) link(lab, name, await tools.path[name]);
    },
  };
}

export const PARTS: Readonly<Record<PartName, PartPlan>> = {
  cluster: {
    programs: CLUSTER_TOOLS,
    packages: CLUSTER_PACKAGES,
    processes: [
      'registry',
      'etcd',
      'oidc',
      'kube-apiserver',
      ...NODES.flatMap(({ name }) => [name, `${name}.containerd`, `${name}.kubelet`]),
      ...['kube-controller-manager', 'kube-scheduler', 'kube-proxy', 'dns'],
    ],
    raise: raiseCluster,
    healthy: areReady,
  },
  buildkit: {
    programs: ['buildkitd', 'buildx'],
    processes: ['buildkitd'],
    raise: async ({ lab, tools, say }) => {
      link(lab, 'buildkitd', await tools.path.buildkitd);
      await startBuildkit(lab);
      link(lab, 'buildx', await tools.path.buildx);
      await createBuilder(lab);
      say('BuildKit started');
      seed(lab, await baseImage(lab, say), 'base/node', '24');
    },
  },
  trivy: {
    programs: ['trivydb', 'trivy'],
    raise: async ({ lab, tools, say }) => {
      await writeTrivyDatabase(lab, await tools.path.trivydb);
      link(lab, 'trivy', await tools.path.trivy);
      say('trivy ready');
    },
  },
  gateway: {
    programs: ['contour'],
    packages: WHEEL_PACKAGES,
    processes: ['contour', 'envoy'],
    raise: raiseContour,
    healthy: api => isProgrammed(api, 'lab'),
  },
  prometheus: {
    programs: ['prometheus', 'targets'],
    processes: ['targets', 'prometheus'],
    raise: async ({ lab, tools, api, credentials, say }) => {
      for (const name of ['prometheus', 'targets'] as const) link(lab, name, await tools.path[name]);
      await startTargets(lab, await api, credentials);
      await startPrometheus(lab, await api);
      say('Prometheus ready');
    },
    healthy: hasPrometheus,
  },
  metrics: {
    programs: ['metrics-server'],
    processes: ['metrics-server'],
    raise: async ({ lab, tools, api, credentials, say }) => {
      link(lab, 'metrics-server', await tools.path['metrics-server']);
      await startMetrics(lab, await api, credentials);
      say('metrics-server ready');
    },
    healthy: hasMetrics,
  },
  traefik: {
    programs: [],
    packages: WHEEL_PACKAGES,
    processes: ['traefik'],
    raise: raiseTraefik,
    healthy: api => isProgrammed(api, 'traefik'),
  },
  registries: commands('registries'),
  cosign: commands('cosign'),
  helm: commands('helm'),
  sigstore: commands('fulcio', 'timestamp-server', 'rekor-server', 'tesseract'),
  recovery: {
    programs: ['versitygw', 'records'],
    packages: RECOVERY_PACKAGES,
    needs: ['buildkit'],
    processes: STORES.map(store => `s3-${store}`),
    raise: raiseRecovery,
  },
  netpol: {
    programs: ['netpol'],
    packages: NETPOL_PACKAGES,
    processes: ['netpol'],
    raise: async ({ lab, tools, api, credentials, say }) => {
      link(lab, 'netpol', await tools.path.netpol);
      await startNetpol(lab, await api, credentials, say);
    },
    healthy: (_, lab) => isEnforced(lab),
  },
  alerting: {
    programs: ['promtool', 'mailpit'],
    needs: ['prometheus'],
    processes: ['sinks', 'alertmanager', 'mailpit'],
    raise: raiseAlerting,
    healthy: hasAlerting,
  },
  exporters: {
    programs: [],
    packages: EXPORTER_PACKAGES,
    needs: ['prometheus'],
    processes: EXPORTER_PROCESSES,
    raise: raiseExporters,
  },
  logs: {
    programs: [],
    packages: LOG_PACKAGES,
    // For its permission to read pods.
    needs: ['prometheus'],
    processes: ['opensearch', 'shipper'],
    raise: raiseLogs,
    healthy: hasOpenSearch,
  },
};

/** Returns these parts, their dependencies and the cluster, in the order of PART_NAMES. */
export function withNeeds(names: readonly PartName[]): PartName[] {
  const wanted = new Set<PartName>(['cluster']);
  const add = (name: PartName) => {
    wanted.add(name);
    for (const need of PARTS[name].needs ?? []) add(need);
  };
  for (const name of names) add(name);
  return PART_NAMES.filter(name => wanted.has(name));
}

export function programsOf(parts: readonly PartName[]): ToolName[] {
  return parts.flatMap(part => PARTS[part].programs);
}

export function packagesOf(parts: readonly PartName[]): Package[] {
  return parts.flatMap(part => PARTS[part].packages ?? []);
}

export function processesOf(parts: readonly PartName[]): string[] {
  return parts.flatMap(part => PARTS[part].processes ?? []);
}
