import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { UserError } from '../src/toolkit/errors.ts';

/** One lab: every path and name in it is derived from its name, so two labs share none. */
export interface Lab {
  readonly name: string;
  /** State, sockets and logs; removed by `down`. */
  readonly dir: string;
  /** Beside `dir`, so that it outlives the removal of it. */
  readonly lock: string;
  /** Of the network namespace, the cgroup, the buildx builder and the CNI network. */
  readonly id: string;
  readonly netns: string;
  readonly bin: string;
  readonly logs: string;
  readonly pids: string;
}

export type Say = (line: string) => void;

export const ADDRESS = '10.99.0.1';
export const API_SERVER = `https://${ADDRESS}:6443`;
/** The ranges of the addresses of Services and of all nodes' pods. */
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
/** Where the Prometheus of a simulated lab asks for the counters of its pods: whoever tests plays the traffic there. */
export const TRAFFIC_PORT = 9102;
/** Plays GitHub: an OIDC issuer, and the service that hands jobs their tokens. */
export const ISSUER = `https://${ADDRESS}:6444`;
export const AUDIENCE = 'slipway-lab';
export const PAUSE_IMAGE = `${REGISTRY}/pause:lab`;
/** A shell and kubectl. */
export const KUBECTL_IMAGE = `${REGISTRY}/tools/kubectl:lab`;
export const BASE_IMAGE = `${REGISTRY}/base/node:24`;

/** A node of its own in each zone; the number is the last part of its addresses. */
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

/** The file that makes a lab a simulated one: its nodes are kwok's, and it has no containers, images or traffic. */
export function simulationMark(lab: Lab): string {
  return join(lab.dir, 'simulated');
}

export function isSimulated(lab: Lab): boolean {
  return existsSync(simulationMark(lab));
}

export function cacheRoot(env: NodeJS.ProcessEnv = process.env): string {
  return env.SLIPWAY_CACHE || join(homedir(), '.cache', 'slipway');
}

/** The longest name of a socket below a lab's directory, and what the kernel allows (sun_path, with its final zero). */
const LONGEST_SOCKET = '/buildkit/buildkitd.sock.lock';
const SOCKET_LIMIT = 107;
/** Each node has these to itself (see namespace.ts), so the state of a lab must not be below one. */
export const PRIVATE_TO_NODES = ['/run', '/var/lib', '/var/log'] as const;

/** @throws UserError when no lab can have this name, or not in this cache. */
export function labOf(name: string, cache: string = cacheRoot()): Lab {
  if (!/^[a-z0-9]([a-z0-9-]{0,18}[a-z0-9])?$/.test(name)) {
    throw new UserError(
      `"${name}" cannot name a lab`,
      'use 1 to 20 lower-case letters, digits and dashes, with no dash at either end',
    );
  }
  const dir = join(cache, 'labs', name);
  if (dir.length + LONGEST_SOCKET.length > SOCKET_LIMIT) {
    throw new UserError(
      `${dir} is too long a path for the sockets below it`,
      'set SLIPWAY_CACHE to a shorter one',
    );
  }
  const hidden = PRIVATE_TO_NODES.find(root => `${dir}/`.startsWith(`${root}/`));
  if (hidden)
    throw new UserError(`a lab cannot live below ${hidden}`, 'set SLIPWAY_CACHE to a directory elsewhere');
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
