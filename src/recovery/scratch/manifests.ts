import { isIP } from 'node:net';
import { UserError } from '../../toolkit/errors.ts';

/** The objects that make the namespace of a drill. Pure. */

/** Of a namespace in which a system lives: drills may break what runs in it. */
export const liveLabel = 'dr-drill/live';
/** Of a namespace, and of the bucket of a drill: all in it may be lost. Drills restore into it, and clear it. */
export const disposableLabel = 'dr-drill/disposable';
/** It meant both, so that whoever allowed drills of what lives allowed drills to clear it, too. Nothing counts it any more. */
export const formerLabel = 'dr-drill/allowed';
/** The run that wrote it: what is not of this run is not touched. */
export const runLabel = 'dr-drill/run';
/** When whoever comes by may clear it; ISO 8601. */
export const expiresAnnotation = 'dr-drill/expires';
/** Of a namespace that was there before, and stays when the drill is over. */
export const adoptedAnnotation = 'dr-drill/adopted';

/** The ConfigMaps that one job of a drill leaves to the next one: its journal, and the ledger of its markers. */
export const journalName = 'dr-drill.journal';
export const ledgerName = 'dr-drill.ledger';
export const handedOn = [journalName, ledgerName] as const;

/** A place outside of the namespace that what is restored there needs, as a network sees it: after a Service's address is translated. */
export interface Way {
  readonly cidr: string;
  readonly port: number;
}

export interface ScratchPlan {
  readonly name: string;
  /** Of the drill: letters, digits, `.`, `_` and `-`. */
  readonly run: string;
  /** From now on, until it may be cleared away; ms. */
  readonly ttl: number;
  /** Beside names and the namespace itself; the object stores as a rule. */
  readonly ways: readonly Way[];
  /** Of Pod Security: what gives a pod its node is refused by the API server. Default: `baseline`. */
  readonly podSecurity?: 'privileged' | 'baseline' | 'restricted';
}

/**
 * @param now ms since 1970, by the API server's clock.
 * @throws UserError for what cannot be a label or an address.
 */
export function scratchNamespace({ name, run, ttl, podSecurity = 'baseline' }: ScratchPlan, now: number) {
  if (!/^[A-Za-z0-9](?:[A-Za-z0-9._-]{0,61}[A-Za-z0-9])?$/.test(run))
    throw new UserError(
      `"${run}" cannot be a run of a drill`,
      'use up to 63 letters, digits, dots and dashes',
    );
  if (!(Number.isFinite(ttl) && ttl > 0))
    throw new UserError('the namespace of a drill must end', 'give it a time to live, such as 4h');
  return {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: {
      name,
      labels: {
        [disposableLabel]: 'true',
        [runLabel]: run,
        'pod-security.kubernetes.io/enforce': podSecurity,
      },
      annotations: { [expiresAnnotation]: new Date(now + ttl).toISOString() },
    },
  };
}

export const policyName = 'dr-drill';

/**
 * Nothing comes in and nothing goes out, but within the namespace, to name servers, and to the ways given. There is one policy, for
 * policies add up: what a second one opens is open.
 */
export function isolationPolicy({ name, ways }: ScratchPlan) {
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
        ...ways.map(way => ({
          to: [{ ipBlock: { cidr: checkedCidr(way.cidr) } }],
          ports: [{ protocol: 'TCP', port: checkedPort(way.port) }],
        })),
      ],
    },
  };
}

/** A way that leads everywhere is none that is needed. */
function checkedCidr(cidr: string): string {
  const [address = '', bits = ''] = cidr.split('/');
  const family = isIP(address);
  const narrowest = family === 4 ? 32 : 128;
  const widest = family === 4 ? 16 : 48;
  if (family !== 0 && /^\d{1,3}$/.test(bits) && Number(bits) <= narrowest && Number(bits) >= widest)
    return cidr;
  throw new UserError(
    `"${cidr}" is no way out of the namespace of a drill`,
    'write an address or a small network, such as 192.0.2.7/32',
  );
}

function checkedPort(port: number): number {
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new UserError(`${port} is no port`, 'write one from 1 to 65535');
}
