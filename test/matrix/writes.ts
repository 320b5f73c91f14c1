import type { JsonPatch } from '../../src/cluster/port.ts';

/** What counts as a write of a run: each is a moment at which it may die. All pure. */

export interface Outgoing {
  method: string;
  /** With its query. */
  path: string;
  body: string;
}

/** Whether a request changes the cluster: no question, dry run, review, token, or request to what lies behind the API server. */
export function isWrite({ method, path }: Pick<Outgoing, 'method' | 'path'>): boolean {
  if (!['POST', 'PUT', 'PATCH', 'DELETE'].includes(method)) return false;
  const [where = '', query = ''] = path.split('?', 2);
  if (new URLSearchParams(query).get('dryRun') === 'All') return false;
  // Events tell others, beside what a run does: to die at one is to die between the writes around it.
  return !/^\/apis\/(authorization|authentication|events)\.k8s\.io\/|\/proxy(\/|$)|\/token$/.test(where);
}

/**
 * Tells apart the beats of a heart, which come by the clock and not by what a run does, from its other writes: a Lease that
 * is written again for the same holder, and what the watchdog hears. To die at one is to die between the writes around it.
 */
export class Heartbeats {
  readonly #holders = new Map<string, string>();

  isBeat({ method, path, body }: Outgoing): boolean {
    const [where = ''] = path.split('?', 1);
    if (method === 'PATCH' && isFence(where)) return isHeard(patchIn(body));
    if (!where.includes('/leases')) return false;
    const lease = parsed<LeaseText>(body);
    const patched = patchIn(body).find(each => each.path === '/spec/holderIdentity');
    // The state of a rollout stands in the Lease.
    if (method === 'PATCH' && patched === undefined) return false;
    const holder = String(patched?.value ?? lease?.spec?.holderIdentity ?? '');
    // A Lease is created in its collection and written at its own path.
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

/** The last beat of a run that leaves on purpose is another matter: it does that once. */
const isHeard = (patch: readonly JsonPatch[]) =>
  patch.some(({ path, value }) => path === '/data/beat' && value !== '-1');

/** Empty for another kind of patch. */
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

/** Follows by its own writes where a rollout stands: the phase in its state, and the candidate's weight in the route. */
export class Position {
  phase: string;
  /** Writes in this phase. */
  count = 0;
  weight = 0;

  /** @param phase before the run; empty when there is none. */
  constructor(phase: string) {
    this.phase = phase;
  }

  /** After a write was answered. */
  follow(outgoing: Outgoing): void {
    this.weight = candidateWeight(outgoing) ?? this.weight;
    const phase = writtenPhase(outgoing);
    if (phase === undefined || phase === this.phase) return;
    this.phase = phase;
    this.count = 0;
  }
}

const phasePath = '/metadata/annotations/slipway.dev~1phase';

/** The phase that a write of the Lease sets. */
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

/** What a patch of a route gives to the canary; undefined for every other write. */
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

/** What is written, without what differs from run to run: `PATCH deployments/shop`. */
export function titleOf({ method, path }: Pick<Outgoing, 'method' | 'path'>): string {
  const [where = ''] = path.split('?', 1);
  const inNamespace = /\/namespaces\/[^/]+\/(.+)$/.exec(where)?.[1] ?? where;
  return `${method} ${inNamespace}`;
}

/** When a run dies or stops: at its n-th write, counted from 1. */
export interface Moment {
  /** Of those in the phase, where one is named. */
  write: number;
  side: 'before' | 'after';
  /** Where time decides how many writes come before: a run that has left the phase is there, too. */
  phase?: string;
}

/** Reads `7:before` or `stepping:7:before`. */
export function parseMoment(text: string): Moment {
  const [, phase, write, side] = /^(?:([a-z]*):)?([1-9]\d*):(before|after)$/.exec(text) ?? [];
  if (write === undefined) throw new Error(`"${text}" is no moment, such as 7:before`);
  return {
    write: Number(write),
    side: side as Moment['side'],
    ...(phase === undefined ? {} : { phase }),
  };
}

/** What `parseMoment` reads. */
export const momentText = ({ write, side, phase }: Moment): string =>
  `${phase === undefined ? '' : `${phase}:`}${write}:${side}`;

/** A line of the trace. */
export interface TracedWrite {
  write: number;
  title: string;
  /** Of the answer; 0 for what kubectl wrote. */
  status: number;
  at: number;
  /** Where the rollout stood when it was sent, and its number among the writes there. */
  phase: string;
  nth: number;
  /** The candidate's part in the route after it, as far as this run has set it. */
  weight: number;
}

/** The last line of the trace of a run that was killed. */
export interface Death {
  side: Moment['side'];
  phase: string;
  /** `kubectl` before one of its writes: it does not say beforehand which. */
  title: string;
}

/** Whether a moment has come. Pure. @param seen phases that the run has been in before the present one. */
export function isThere(
  moment: Moment,
  { write, nth, phase, side }: { write: number; nth: number; phase: string; side: Moment['side'] },
  seen: ReadonlySet<string>,
): boolean {
  if (moment.phase === undefined) return moment.write === write && moment.side === side;
  if (moment.phase === phase) return moment.write === nth && moment.side === side;
  return seen.has(moment.phase);
}
