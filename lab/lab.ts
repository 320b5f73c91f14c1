import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { UserError } from '../src/toolkit/errors.ts';

/** A lab. All its paths and names are derived from its name, so two labs share none. */
export interface Lab {
  readonly name: string;
  /** State, sockets and logs; removed by `down`. */
  readonly dir: string;
  /** Outside of `dir`, because it is needed until `dir` is removed. */
  readonly lock: string;
  /** Name of the network namespace, the cgroup, the buildx builder and the CNI network. */
  readonly id: string;
  readonly netns: string;
  readonly bin: string;
  readonly logs: string;
  readonly pids: string;
}

export type Say = (line: string) => void;

export const ADDRESS = '10.99.0.1';
export const API_SERVER = `https://${ADDRESS}:6443`;
/** Address ranges of Services and of all pods. */
export const SERVICES = '10.96.0.0/16';
export const PODS = '10.244.0.0/16';
export const REGISTRY = '127.0.0.1:5000';
export const GATEWAY_PORT = 8000;
export const GATEWAY = `http://${ADDRESS}:${GATEWAY_PORT}`;
/** The second gateway, Traefik; see traefik.ts. */
export const TRAEFIK_PORT = 8001;
export const TRAEFIK = `http://${ADDRESS}:${TRAEFIK_PORT}`;
/** The metrics endpoint of each gateway. */
export const ENVOY_METRICS_PORT = 8002;
export const TRAEFIK_METRICS = `${ADDRESS}:8082`;
export const ALERTMANAGER = `${ADDRESS}:9093`;
/** Port where the Prometheus of a simulated lab scrapes the counters of its pods; tests serve simulated traffic there. */
export const TRAFFIC_PORT = 9102;
/** Simulates GitHub: an OIDC issuer, and the service that issues tokens to jobs. */
export const ISSUER = `https://${ADDRESS}:6444`;
export const AUDIENCE = 'slipway-lab';
export const PAUSE_IMAGE = `${REGISTRY}/pause:lab`;
/** A shell and kubectl. */
export const KUBECTL_IMAGE = `${REGISTRY}/tools/kubectl:lab`;
export const BASE_IMAGE = `${REGISTRY}/base/node:24`;

/** The node of a zone. */
export interface NodePlan {
  readonly name: string;
  readonly zone: string;
  readonly address: string;
  readonly pods: string;
}

export const NODES: readonly NodePlan[] = ['a', 'b', 'c'].map((zone, i) => ({
  name: `node-${zone}`,
  zone,
  address: `10.99.0.${11 + i}`,
  pods: `10.244.${1 + i}.0/24`,
}));

/** Returns the file that marks a lab as simulated: with kwok nodes, without containers, images or traffic. */
export function simulationMark(lab: Lab): string {
  return join(lab.dir, 'simulated');
}

export function isSimulated(lab: Lab): boolean {
  return existsSync(simulationMark(lab));
}

export function cacheRoot(env: NodeJS.ProcessEnv = process.env): string {
  return env.SLIPWAY_CACHE || join(homedir(), '.cache', 'slipway');
}

/** The longest socket path below a lab's directory, and the kernel's limit (sun_path, with its terminating zero). */
const LONGEST_SOCKET = '/buildkit/buildkitd.sock.lock';
const SOCKET_LIMIT = 107;
/** Each node mounts its own file systems here (see namespace.ts), so the state of a lab must not be below one of these. */
export const PRIVATE_TO_NODES = ['/run', '/var/lib', '/var/log'] as const;

/** Returns the lab of a name. @throws UserError if the name is invalid, or the cache cannot contain a lab. */
export function labOf(name: string, cache: string = cacheRoot()): Lab {
  if (!/^[a-z0-9]([a-z0-9-]{0,18}[a-z0-9])?$/.test(name)) {
    throw new UserError(
      `"${name}" cannot name a lab`,
      'use 1 to 20 lower-case letters, digits and dashes, without a dash at either end',
    );
  }
  const dir = join(cache, 'labs', name);
  if (dir.length + LONGEST_SOCKET.length > SOCKET_LIMIT) {
    throw new UserError(
      `the path ${dir} is too long for the sockets of a lab`,
      'set SLIPWAY_CACHE to a shorter path',
    );
  }
  const hidden = PRIVATE_TO_NODES.find(root => `${dir}/`.startsWith(`${root}/`));
  if (hidden)
    throw new UserError(`a lab cannot be below ${hidden}`, 'set SLIPWAY_CACHE to another directory');
  const id = `slipway-${name}`;
  return {
    name,
    dir,
    lock: `${dir}.lock`,
    id,
    netns: `/run/netns/${id}`,
    bin: join(dir, 'bin'),
    logs: join(dir, 'logs'),
    pids: join(dir, 'pids'),
  };
}
