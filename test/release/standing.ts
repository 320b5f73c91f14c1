import { ClusterError } from '../../src/cluster/errors.ts';
import type { ConfigMap, KubeObject } from '../../src/cluster/objects.ts';
import type { Cluster } from '../../src/cluster/port.ts';
import type { Strategy } from '../../src/config/types.ts';
import type { Phase } from '../../src/release/state/phases.ts';
import type { Release } from '../../src/release/state/record.ts';
import type { Journal } from '../../src/release/state/stored.ts';
import { labels, nameOf, type ReleaseNumber } from '../../src/release/workloads/naming.ts';

/** What stands in a namespace when an action comes. */
export interface Standing {
  releases: Release[];
  /** Of release 2 over release 1; undefined when nothing is under way. */
  phase?: Phase;
  strategy?: Strategy['kind'];
  /** Minutes that the credential lives. */
  minutes?: number;
}

/** A cluster whose lease another run holds, so that whoever passes what it asks before is told of that run. Nothing is written. */
export function clusterOf({ releases, phase, strategy = 'canary', minutes }: Standing): Cluster {
  const part = (name: string, kind: string, data: Record<string, string>): ConfigMap => ({
    metadata: { name, resourceVersion: '1', labels: { [labels.kind]: kind } },
    data,
  });
  const configMaps = releases.flatMap(({ record, outcome }) => [
    part(nameOf.record('shop', record.release), 'record', { record: JSON.stringify(record) }),
    ...(outcome === undefined
      ? []
      : [part(nameOf.outcome('shop', record.release), 'outcome', { outcome: JSON.stringify(outcome) })]),
  ]);
  if (phase !== undefined)
    configMaps.push(
      part(nameOf.application('shop'), 'journal', { journal: JSON.stringify(journalOf(phase, strategy)) }),
    );
  const lease = {
    metadata: {
      annotations: { [labels.token]: '2' },
      managedFields: [{ manager: 'slipway', time: new Date(0).toISOString() }],
    },
    spec: { holderIdentity: 'eve in run 9', leaseDurationSeconds: 30 },
  };
  const refuse = (path: string) => {
    throw new ClusterError('write', 403, JSON.stringify({ message: `${path} was written` }));
  };
  return {
    now: () => 0,
    lifetime: async () =>
      minutes === undefined
        ? { kind: 'endless', what: 'the token' }
        : { kind: 'ends', what: 'the token', end: minutes * 60_000 },
    call: async (_: string, path: string) => ({
      body: JSON.stringify(path === '/version' ? {} : lease),
      serverTime: 0,
    }),
    get: async (path: string) => configMaps.find(({ metadata }) => path.endsWith(`/${metadata?.name}`)),
    list: async () => ({ items: configMaps }),
    create: async (path: string, _: KubeObject) =>
      path.endsWith('/selfsubjectaccessreviews') ? { status: { allowed: true } } : refuse(path),
    replace: async (path: string) => refuse(path),
    patch: async (path: string) => refuse(path),
    remove: async (path: string) => refuse(path),
  } as unknown as Cluster;
}

function journalOf(phase: Phase, strategy: Strategy['kind']): Journal {
  return {
    schema: 1,
    app: 'shop',
    environment: 'production',
    token: 2,
    run: { actor: 'ann', run: 'run 7' },
    strategy,
    phase,
    step: 0,
    weight: 0,
    baseline: 1 as ReleaseNumber,
    candidate: 2 as ReleaseNumber,
    capacity: 3,
    startedAt: 0,
    since: 0,
    deadline: 3_000_000,
  };
}
