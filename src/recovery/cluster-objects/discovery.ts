import { ClusterError } from '../../cluster/errors.ts';
import type { Cluster } from '../../cluster/port.ts';
import type { Resource } from '../../cluster/resources.ts';
import { UserError } from '../../toolkit/errors.ts';

/** Asks the discovery API which kinds of objects the cluster has. */

interface Group {
  readonly name: string;
  readonly versions: readonly { readonly groupVersion: string; readonly version: string }[];
  readonly preferredVersion: { readonly version: string };
}

interface Listed {
  readonly name: string;
  readonly kind: string;
  readonly namespaced: boolean;
  readonly verbs: readonly string[];
}

interface Kinds {
  readonly resources: readonly Resource[];
  /** API groups that the cluster lists but does not answer for, such as those of an add-on that is down. */
  readonly unread: readonly string[];
}

/** Metrics are measured on request and not stored. */
const measured = /(^|\.)metrics\.k8s\.io$/;

/** Returns every namespaced kind that can be listed and created, in the version that the cluster prefers. */
export async function kindsOf(cluster: Cluster): Promise<Kinds> {
  const { groups } = (await cluster.get<{ groups: Group[] }>('/apis')) ?? { groups: [] };
  const core: Group = {
    name: '',
    versions: [{ groupVersion: 'v1', version: 'v1' }],
    preferredVersion: { version: 'v1' },
  };
  const unread: string[] = [];
  const resources: Resource[] = [];
  for (const group of [core, ...groups.filter(({ name }) => !measured.test(name))]) {
    const preferred = group.preferredVersion.version;
    const known = new Set<string>();
    // Some kinds exist only in an older version of their group.
    const versions = group.versions.toSorted(
      (a, b) => Number(b.version === preferred) - Number(a.version === preferred),
    );
    for (const { version } of versions) {
      const listed = await listOf(cluster, group.name, version);
      if (listed === undefined) unread.push(`${group.name}/${version}`);
      for (const each of listed ?? []) {
        if (known.has(each.kind) || !isKept(each)) continue;
        known.add(each.kind);
        resources.push({ group: group.name, version, plural: each.name, kind: each.kind, namespaced: true });
      }
    }
  }
  return { resources, unread };
}

async function listOf(cluster: Cluster, group: string, version: string): Promise<Listed[] | undefined> {
  const path = group === '' ? `/api/${version}` : `/apis/${group}/${version}`;
  try {
    return (await cluster.get<{ resources: Listed[] }>(path))?.resources;
  } catch (error) {
    // A ClusterError means that the server of this API group is down. Any other UserError, such as a missing permission, ends the run.
    if (error instanceof UserError && !(error instanceof ClusterError)) throw error;
    return undefined;
  }
}

const isKept = ({ name, namespaced, verbs }: Listed) =>
  namespaced && !name.includes('/') && ['list', 'create'].every(verb => verbs.includes(verb));
