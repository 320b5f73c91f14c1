import type { JsonPatch } from '../../src/cluster/port.ts';

/** The writes of a run, each a moment at which it may die. All pure. */

export interface Outgoing {
  method: string;
  /** Path with query. */
  path: string;
  body: string;
}

/** Whether a request changes the cluster. Reads, dry runs, reviews, token requests and proxied requests do not. */
export function isWrite({ method, path }: Pick<Outgoing, 'method' | 'path'>): boolean {
  if (!['POST', 'PUT', 'PATCH', 'DELETE'].includes(method)) return false;
  const [where = '', query = ''] = path.split('?', 2);
  if (new URLSearchParams(query).get('dryRun') === 'All') return false;
  // Events do not matter for a rollout: a death at one is the same as between the writes around it.
  return !/^\/apis\/(authorization|authentication|events)\.k8s\.io\/|\/proxy(\/|$)|\/token$/.test(where);
}

/**
 * Distinguishes heartbeats from other writes, because their number depends on time: renewals of the Lease by the same holder, and
 * beats for the watchdog. A death at one is the same as between the writes around it.
 */
export class Heartbeats {
  readonly #holders = new Map<string, string>();

  isBeat({ method, path, body }: Outgoing): boolean {
    const [where = ''] = path.split('?', 1);
    if (method === 'PATCH' && isFence(where)) return isHeard(patchIn(body));
    if (!where.includes('/leases')) return false;
    const lease = parsed<LeaseText>(body);
    const patched = patchIn(body).find(each => each.path === '/spec/holderIdentity');
    // Other patches of the Lease write the state of the rollout.
    if (method === 'PATCH' && patched === undefined) return false;
    const holder = String(patched?.value ?? lease?.spec?.holderIdentity ?? '');
    // A Lease is created at the path of its collection, and updated at its own path.
    const key = lease?.metadata?.name ?? where.split('/').at(-1) ?? '';
    const beat = holder !== '' && this.#holders.get(key) === holder;
    this.#holders.set(key, holder);
    return beat;
  }
}

interface LeaseText {
  metadata?: { name?: string; annotations?: Record<string, string> };
  spec?: { holderIdentity?: string };
}

const isFence = (where: string) => /\/configmaps\/[^/]+-fence-\d+$/.test(where);

/** Whether a patch is a beat for the watchdog. The last beat of a run that pauses is not one, because it occurs only once. */
const isHeard = (patch: readonly JsonPatch[]) =>
  patch.some(({ path, value }) => path === '/data/beat' && value !== '-1');

/** Returns the operations of a JSON Patch; empty for other patches. */
function patchIn(body: string): JsonPatch[] {
  const patch = parsed<unknown>(body);
  return Array.isArray(patch) ? patch : [];
}

function parsed<T>(body: string): T | undefined {
  try {
    return JSON.parse(body) as T;
  } catch {
    return undefined;
  }
}

/** Tracks the position of a rollout by the writes of the run: the phase in the state, and the candidate's weight in the route. */
export class Position {
  phase: string;
  /** Number of writes in this phase. */
  count = 0;
  weight = 0;

  /** @param phase phase before the run; empty if there is none. */
  constructor(phase: string) {
    this.phase = phase;
  }

  /** Updates the position after a successful write. */
  follow(outgoing: Outgoing): void {
    this.weight = candidateWeight(outgoing) ?? this.weight;
    const phase = writtenPhase(outgoing);
    if (phase === undefined || phase === this.phase) return;
    this.phase = phase;
    this.count = 0;
  }
}

const phasePath = '/metadata/annotations/slipway.dev~1phase';

/** Returns the phase that a write of the Lease sets. */
function writtenPhase({ method, path, body }: Outgoing): string | undefined {
  const [where = ''] = path.split('?', 1);
  if (!where.includes('/leases')) return undefined;
  if (method === 'PATCH') {
    const set = patchIn(body).find(each => each.op !== 'test' && each.path === phasePath);
    return set === undefined ? undefined : String(set.value);
  }
  return parsed<LeaseText>(body)?.metadata?.annotations?.['slipway.dev/phase'];
}

interface Backend {
  name?: string;
  weight?: number;
}

/** Returns the canary's weight in a patch of a route; undefined for other writes. */
export function candidateWeight({ method, path, body }: Outgoing): number | undefined {
  const [where = ''] = path.split('?', 1);
  if (method !== 'PATCH' || !/\/httproutes\/[^/]+$/.test(where)) return undefined;
  const backends = patchIn(body)
    .filter(({ op }) => op !== 'test')
    .flatMap(({ value }) => (Array.isArray(value) ? (value as Backend[]) : []));
  return Math.max(
    0,
    ...backends.flatMap(({ name, weight = 1 }) => (name?.endsWith('-canary') ? weight : [])),
  );
}

/** Returns the method and object of a write without the namespace, and what it changes in a Lease: `PATCH leases/slipway-shop release`. */
export function titleOf({ method, path, body }: Outgoing): string {
  const [where = ''] = path.split('?', 1);
  const inNamespace = /\/namespaces\/[^/]+\/(.+)$/.exec(where)?.[1] ?? where;
  const change = method === 'PATCH' && inNamespace.startsWith('leases/') ? leaseChange(body) : undefined;
  return [method, inNamespace, change].filter(part => part !== undefined).join(' ');
}

export const released = 'release';

function leaseChange(body: string): string | undefined {
  const changes = patchIn(body).filter(({ op }) => op !== 'test');
  const holder = changes.find(({ path }) => path === '/spec/holderIdentity');
  if (holder !== undefined) return holder.value === '' ? released : undefined;
  const [, checksum] = /sha256\.([\w-]+)$/.exec(changes[0]?.path ?? '') ?? [];
  return checksum === undefined ? undefined : `checksum of ${checksum}`;
}

/** The moment when a run dies or stops: at its n-th write, counted from 1. */
export interface Moment {
  /** Number of the write; within the phase if there is one. */
  write: number;
  side: 'before' | 'after';
  /** For cases in which the number of earlier writes depends on time. The moment has also come if the run has left this phase. */
  phase?: string;
}

/** Reads `7:before` or `stepping:7:before`. */
export function parseMoment(text: string): Moment {
  const [, phase, write, side] = /^(?:([a-z]*):)?([1-9]\d*):(before|after)$/.exec(text) ?? [];
  if (write === undefined) throw new Error(`"${text}" is not a moment, such as 7:before`);
  return {
    write: Number(write),
    side: side as Moment['side'],
    ...(phase === undefined ? {} : { phase }),
  };
}

/** Formats a moment for `parseMoment`. */
export const momentText = ({ write, side, phase }: Moment): string =>
  `${phase === undefined ? '' : `${phase}:`}${write}:${side}`;

/** A line of the trace. */
export interface TracedWrite {
  write: number;
  title: string;
  /** Status of the response; 0 for writes of kubectl. */
  status: number;
  at: number;
  /** Phase of the rollout when it was sent, and its number within the phase. */
  phase: string;
  nth: number;
  /** The candidate's weight in the route after it, if this run has set it. */
  weight: number;
}

/** The last line of the trace of a run that was killed. */
export interface Death {
  side: Moment['side'];
  phase: string;
  /** `kubectl` before one of its writes, because the object is not known before. */
  title: string;
}

/** Whether a moment has come. Pure. @param seen earlier phases of the run. */
export function isThere(
  moment: Moment,
  { write, nth, phase, side }: { write: number; nth: number; phase: string; side: Moment['side'] },
  seen: ReadonlySet<string>,
): boolean {
  if (moment.phase === undefined) return moment.write === write && moment.side === side;
  if (moment.phase === phase) return moment.write === nth && moment.side === side;
  return seen.has(moment.phase);
}
