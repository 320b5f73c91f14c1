import { ClusterError } from '../../cluster/errors.ts';
import type { Cluster } from '../../cluster/port.ts';
import type { Resource } from '../../cluster/resources.ts';
import { UserError } from '../../toolkit/errors.ts';

/** Which kinds of objects the cluster has, by its own word. */

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

export interface Kinds {
  readonly resources: readonly Resource[];
  /** Groups that the cluster names and does not serve, as when an add-on is down: what they hold is not known. */
  readonly unread: readonly string[];
}

/** They are measured and not kept. */
const measured = /(^|\.)metrics\.k8s\.io$/;

/** Every kind in namespaces that can be listed and made, in the version that the cluster prefers. */
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
    // A kind may be in an older version alone.
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
    // Its server is away; a right that is lacking is another matter.
    if (error instanceof UserError && !(error instanceof ClusterError)) throw error;
    return undefined;
  }
}

const isKept = ({ name, namespaced, verbs }: Listed) =>
  namespaced && !name.includes('/') && ['list', 'create'].every(verb => verbs.includes(verb));
