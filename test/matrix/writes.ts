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
 * is written again for the same holder. To die at one is to die between the writes around it.
 */
export class Heartbeats {
  readonly #holders = new Map<string, string>();

  isBeat({ path, body }: Outgoing): boolean {
    const [where = ''] = path.split('?', 1);
    if (!where.includes('/leases')) return false;
    const lease = parsed(body);
    const holder = lease?.spec?.holderIdentity ?? '';
    // A Lease is created in its collection and written at its own path.
    const key = lease?.metadata?.name ?? where.split('/').at(-1) ?? '';
    const beat = holder !== '' && this.#holders.get(key) === holder;
    this.#holders.set(key, holder);
    return beat;
  }
}

interface LeaseText {
  metadata?: { name?: string };
  spec?: { holderIdentity?: string };
}

function parsed(body: string): LeaseText | undefined {
  try {
    return JSON.parse(body) as LeaseText;
  } catch {
    return undefined;
  }
}

/** The Lease runs out after that many seconds instead; the same number of bytes, for a header tells how many there are. */
export function shortened(body: string, seconds: number): string {
  return body.replace(/"leaseDurationSeconds":(\d+)/, (text, long: string) =>
    text.replace(long, String(seconds).padStart(long.length)),
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
  write: number;
  side: 'before' | 'after';
}

/** Reads `7:before`. */
export function parseMoment(text: string): Moment {
  const [, write, side] = /^([1-9]\d*):(before|after)$/.exec(text) ?? [];
  if (write === undefined) throw new Error(`"${text}" is no moment, such as 7:before`);
  return { write: Number(write), side: side as Moment['side'] };
}

/** A line of the trace. */
export interface TracedWrite {
  write: number;
  title: string;
  /** Of the answer; 0 for what kubectl wrote. */
  status: number;
  at: number;
}
