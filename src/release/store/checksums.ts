import { createHash } from 'node:crypto';
import { isRaced } from '../../cluster/errors.ts';
import type { ConfigMap, LeaseObject } from '../../cluster/objects.ts';
import type { Cluster } from '../../cluster/port.ts';
import { pathOf, resources } from '../../cluster/resources.ts';
import { UserError } from '../../toolkit/errors.ts';
import { retry } from '../../toolkit/retry.ts';
import { annotationPointer, parseToken, testUnchanged } from '../../traffic/fencing-token.ts';
import { leasePath } from '../../workloads/kinds.ts';
import { labels, nameOf } from '../../workloads/naming.ts';
import { leaseLost } from './fencing.ts';

/**
 * Checksums of the records and outcomes of releases, as annotations of the application's Lease. A user who may write ConfigMaps can
 * forge a record, but only a text with a checksum in the Lease was written by a release.
 */

/** `r7` for the record of release 7, `r7-outcome` for its outcome. */
export type RecordPart = `r${number}` | `r${number}-outcome`;

/** The application whose Lease holds the checksums. */
interface ChecksumPlace {
  cluster: Cluster;
  namespace: string;
  app: string;
  /** Fencing token of a run that must still hold the Lease. */
  token?: number | undefined;
}

const prefix = 'slipway.dev/sha256.';

/** Checksums kept per text: more than the runs that write it at the same time, or die in turn while they write it. */
const kept = 4;

const sum = (text: string) => createHash('sha256').update(text).digest('hex');

/** Whether a release wrote this text. Pure. */
export function isGenuine({ metadata }: LeaseObject, part: RecordPart, text: string): boolean {
  return sumsIn(metadata?.annotations, part).includes(sum(text));
}

/**
 * Adds the checksum of a text before the text is written. Those of earlier texts stay until `dropEarlierChecksums`, because the run may
 * die in between.
 * @returns whether there are earlier ones.
 * @throws LeaseLost when another run has the Lease.
 */
export async function addChecksum(place: ChecksumPlace, part: RecordPart, text: string): Promise<boolean> {
  const own = sum(text);
  const sums = await edit(place, part, known => [...known.filter(each => each !== own), own].slice(-kept));
  return sums.length > 1;
}

/** Drops earlier checksums once a text is written, so that an earlier text cannot be restored. Keeps one that another run has added. */
export async function dropEarlierChecksums(
  place: ChecksumPlace,
  part: RecordPart,
  text: string,
): Promise<void> {
  await edit(place, part, known => known.slice(Math.max(0, known.indexOf(sum(text)))));
}

/** @returns the checksums that are there afterwards. */
async function edit(
  { cluster, namespace, app, token }: ChecksumPlace,
  part: RecordPart,
  change: (known: string[]) => string[],
): Promise<string[]> {
  const path = leasePath(namespace, app);
  return retry({ attempts: 8, temporary: isRaced }, async () => {
    const lease = await cluster.get<LeaseObject>(path);
    if (lease === undefined)
      throw new UserError(
        `cannot write the record of a release: Lease/${nameOf.application(app)} was deleted`,
        'run this again',
      );
    const held = lease.metadata?.annotations?.[labels.token];
    if (token !== undefined && parseToken(held) > token) throw leaseLost(app);
    const known = sumsIn(lease.metadata?.annotations, part);
    const next = change(known);
    if (next.join() === known.join()) return known;
    const name = `${prefix}${part}`;
    await cluster.patch(path, 'json', [
      // A run that has lost the Lease must not add a checksum.
      ...(token === undefined || held === undefined ? [] : [testUnchanged(lease, labels.token)]),
      // Two runs that add a checksum at the same time must lose neither.
      testUnchanged(lease, name),
      { op: 'add', path: annotationPointer(name), value: next.join() },
    ]);
    return next;
  });
}

/** Returns the annotations for a Lease that replaces a deleted one. Pure. @param parts with their texts. */
export function checksumsOf(parts: readonly (readonly [RecordPart, string])[]): Record<string, string> {
  return Object.fromEntries(parts.map(([part, text]) => [`${prefix}${part}`, sum(text)]));
}

/** Lists the ConfigMaps with the labels of records and outcomes, by any writer. */
export async function storedOf(cluster: Cluster, namespace: string, app: string): Promise<ConfigMap[]> {
  const { items } = await cluster.list<ConfigMap>(pathOf(resources.configMap, namespace), {
    labelSelector: `${labels.app}=${app},${labels.kind} in (record,outcome)`,
  });
  return items;
}

/** Returns the checksums of all stored records, for a Lease that replaces a deleted one. */
export async function checksumsThere(
  cluster: Cluster,
  namespace: string,
  app: string,
): Promise<Record<string, string>> {
  const parts = (await storedOf(cluster, namespace, app)).flatMap(object => {
    const part = partOf(object, app);
    return part === undefined ? [] : Object.values(object.data ?? {}).map(text => [part, text] as const);
  });
  return checksumsOf(parts);
}

/** Tells a record from an outcome by the name of its object: nothing else about it is unique. */
export function partOf({ metadata }: ConfigMap, app: string): RecordPart | undefined {
  const name = new RegExp(`^${nameOf.application(app)}-(r\\d{1,9}(?:-outcome)?)$`);
  return name.exec(metadata?.name ?? '')?.[1] as RecordPart | undefined;
}

/** Removes the checksums of a release that is removed. */
export async function removeChecksums(
  cluster: Cluster,
  namespace: string,
  app: string,
  release: number,
): Promise<void> {
  const annotations = { [`${prefix}r${release}`]: null, [`${prefix}r${release}-outcome`]: null };
  await cluster.patch(leasePath(namespace, app), 'merge', { metadata: { annotations } });
}

function sumsIn(annotations: Record<string, string> | undefined, part: RecordPart): string[] {
  const text = annotations?.[`${prefix}${part}`] ?? '';
  return text === '' ? [] : text.split(',');
}
