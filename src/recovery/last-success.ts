import { isConflict } from '../cluster/errors.ts';
import type { LeaseObject } from '../cluster/objects.ts';
import type { Cluster } from '../cluster/port.ts';
import { pathOf, resources } from '../cluster/resources.ts';
import { maxClockSkew } from '../toolkit/duration.ts';
import { jsonMap } from '../toolkit/map.ts';
import { retry } from '../toolkit/retry.ts';

/**
 * The last backup that counts and the last passed drill of each scenario, each recorded in a Lease that no process holds. A deployment reads
 * it, and monitoring can see its time without Slipway (`kube_lease_renew_time` of kube-state-metrics), so a stopped schedule is noticed,
 * too.
 */

/** `backup`, `drill-` and a scenario, or `notify-` and a kind of event whose messages were sent. */
export type Milestone = 'backup' | `drill-${string}` | `notify-${string}`;

export interface ApplicationPlace {
  readonly app: string;
  readonly namespace: string;
}

/** The alert that a drill is due. It refuses no drill, because only a drill ends it. */
export const drillTooOld = 'SlipwayDrillTooOld';

interface Last {
  /** ms since 1970. */
  readonly at: number;
  /** The run that made it, for people. */
  readonly run: string;
  /** A few facts, for people and reports. */
  readonly facts: Readonly<Record<string, string | number>>;
}

/** Returns the name of the Lease. Application names have no dot, so it is never that of an application. */
export const leaseName = (app: string, what: Milestone): string => `slipway-${app}.${what}.last`;

const factsAnnotation = 'slipway.dev/facts';

/**
 * Records the event, unless a later one is recorded already. The clock of a run may be wrong, and a time in the future would keep every
 * alert silent until then: such a time becomes that of the API server, and such a record is replaced.
 */
export async function recordLast(
  cluster: Cluster,
  place: ApplicationPlace,
  what: Milestone,
  last: Last,
): Promise<void> {
  const path = pathOf(resources.lease, place.namespace);
  await retry({ attempts: 3, temporary: isConflict }, async () => {
    const there = await cluster.get<LeaseObject>(`${path}/${leaseName(place.app, what)}`);
    const known = there && lastIn(there);
    const now = cluster.now();
    const at = Math.min(last.at, now);
    if (known !== undefined && known.at >= at && known.at <= now + maxClockSkew) return;
    const { resourceVersion } = there?.metadata ?? {};
    const lease = leaseOf(place, what, { ...last, at }, resourceVersion);
    if (there === undefined) await cluster.create(path, lease);
    else await cluster.replace(`${path}/${leaseName(place.app, what)}`, lease);
  });
}

/** Reads the record; undefined when there is none. */
export async function readLast(
  cluster: Cluster,
  { app, namespace }: ApplicationPlace,
  what: Milestone,
): Promise<Last | undefined> {
  const lease = await cluster.get<LeaseObject>(pathOf(resources.lease, namespace, leaseName(app, what)));
  return lease && lastIn(lease);
}

function lastIn({ metadata, spec }: LeaseObject): Last | undefined {
  const at = Date.parse(spec?.renewTime ?? '');
  if (Number.isNaN(at)) return undefined;
  const facts = Object.entries(jsonMap(metadata?.annotations?.[factsAnnotation] ?? '') ?? {}).filter(
    (each): each is [string, string | number] => typeof each[1] === 'string' || typeof each[1] === 'number',
  );
  return { at, run: metadata?.annotations?.['slipway.dev/run'] ?? '', facts: Object.fromEntries(facts) };
}

function leaseOf(
  { app, namespace }: ApplicationPlace,
  what: Milestone,
  { at, run, facts }: Last,
  resourceVersion?: string,
): LeaseObject {
  return {
    apiVersion: 'coordination.k8s.io/v1',
    kind: 'Lease',
    metadata: {
      name: leaseName(app, what),
      namespace,
      labels: { 'slipway.dev/app': app, 'slipway.dev/kind': 'last' },
      annotations: { 'slipway.dev/run': run, [factsAnnotation]: JSON.stringify(facts) },
      ...(resourceVersion === undefined ? {} : { resourceVersion }),
    },
    // The API requires microseconds.
    spec: { renewTime: new Date(at).toISOString().replace('Z', '000Z') },
  } as unknown as LeaseObject;
}
