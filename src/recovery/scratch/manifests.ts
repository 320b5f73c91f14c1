import { isIP } from 'node:net';
import { UserError } from '../../toolkit/errors.ts';

/** Builds the objects of a drill's namespace. Pure. */

/** On the namespace of a live system: drills may break its workloads. */
export const liveLabel = 'slipway.dev/drill-live';
/** On a namespace, and in a bucket, for drills: everything in it may be lost. Drills restore into it, and empty it. */
export const disposableLabel = 'slipway.dev/drill-disposable';
/** The run that owns an object; other runs do not touch it. */
export const runLabel = 'slipway.dev/drill-run';
/** When any run may clean it up; ISO 8601. */
export const expiresAnnotation = 'slipway.dev/drill-expires';
/** On a namespace that existed before the drill, and stays after it. */
export const adoptedAnnotation = 'slipway.dev/drill-adopted';

/** The ConfigMaps that one job of a drill leaves for the next one: the drill's state, and the ledger of its markers. */
export const stateName = 'slipway-drill-state';
/** The key of the state in its ConfigMap. */
export const stateKey = 'state';
export const ledgerName = 'slipway-drill-ledger';
export const handedOver = [stateName, ledgerName] as const;

/** An address outside of the namespace that the restored workloads need, as the network sees it: after Service address translation. */
export interface NetworkDestination {
  readonly cidr: string;
  readonly port: number;
}

export interface ScratchPlan {
  readonly name: string;
  /** Id of the drill: letters, digits, `.`, `_` and `-`. */
  readonly run: string;
  /** Time from now until it expires; ms. */
  readonly ttl: number;
  /** Allowed egress besides DNS and the namespace; usually the object stores. */
  readonly egress: readonly NetworkDestination[];
}

/**
 * Builds the namespace.
 * @param now ms since 1970, by the API server's clock.
 * @throws UserError if the run is not a valid label, or the time to live is not positive.
 */
export function scratchNamespace({ name, run, ttl }: ScratchPlan, now: number) {
  if (!/^[A-Za-z0-9](?:[A-Za-z0-9._-]{0,61}[A-Za-z0-9])?$/.test(run))
    throw new UserError(
      `"${run}" is not a valid id of a drill`,
      'use up to 63 letters, digits, dots and dashes',
    );
  if (!(Number.isFinite(ttl) && ttl > 0))
    throw new UserError('the namespace of a drill must expire', 'give it a time to live, such as 4h');
  return {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: {
      name,
      labels: {
        [disposableLabel]: 'true',
        [runLabel]: run,
        // By this the API server refuses pods with access to their node.
        'pod-security.kubernetes.io/enforce': 'baseline',
      },
      annotations: { [expiresAnnotation]: new Date(now + ttl).toISOString() },
    },
  };
}

export const policyName = 'slipway-drill';

/**
 * Builds the NetworkPolicy that blocks all traffic except within the namespace, to DNS servers and to the given addresses. It must be the
 * only one, because policies add up: a second one could allow more.
 */
export function isolationPolicy({ name, egress }: ScratchPlan) {
  const within = { podSelector: {} };
  const dns = ['UDP', 'TCP'].map(protocol => ({ protocol, port: 53 }));
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { name: policyName, namespace: name },
    spec: {
      podSelector: {},
      policyTypes: ['Ingress', 'Egress'],
      ingress: [{ from: [within] }],
      egress: [
        { to: [within] },
        { ports: dns },
        ...egress.map(destination => ({
          to: [{ ipBlock: { cidr: checkedCidr(destination.cidr) } }],
          ports: [{ protocol: 'TCP', port: checkedPort(destination.port) }],
        })),
      ],
    },
  };
}

/** Rejects large networks: an allowed address must be specific. */
function checkedCidr(cidr: string): string {
  const [address = '', bits = ''] = cidr.split('/');
  const family = isIP(address);
  const narrowest = family === 4 ? 32 : 128;
  const widest = family === 4 ? 16 : 48;
  if (family !== 0 && /^\d{1,3}$/.test(bits) && Number(bits) <= narrowest && Number(bits) >= widest)
    return cidr;
  throw new UserError(
    `"${cidr}" cannot be allowed as egress of a drill's namespace`,
    'write an address or a small network, such as 192.0.2.7/32',
  );
}

function checkedPort(port: number): number {
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new UserError(`${port} is not a valid port`, 'write one from 1 to 65535');
}
