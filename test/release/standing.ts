import type { Cluster } from '../../src/cluster/port.ts';
import { pathOf, resources } from '../../src/cluster/resources.ts';
import type { Strategy } from '../../src/config/types.ts';
import type { Phase } from '../../src/release/state/phases.ts';
import type { Release } from '../../src/release/state/record.ts';
import type { Journal } from '../../src/release/state/stored.ts';
import { labels, nameOf, type ReleaseNumber } from '../../src/release/workloads/naming.ts';
import { FakeApiServer } from '../cluster/fake-api-server.ts';

/** What stands in a namespace when an action comes. */
export interface Standing {
  releases: Release[];
  /** Of release 2 over release 1; undefined when nothing is under way. */
  phase?: Phase;
  strategy?: Strategy['kind'];
  /** Minutes that the credential lives. */
  minutes?: number;
}

/** A cluster whose lease another run holds, so that whoever passes what it asks before is told of that run. Nothing can be written. */
export function clusterOf({ releases, phase, strategy = 'canary', minutes }: Standing): Cluster {
  const api = new FakeApiServer();
  api.now = 0;
  if (minutes !== undefined) api.lifetime = { kind: 'ends', what: 'the token', end: minutes * 60_000 };
  const put = (name: string, kind: string, data: unknown) =>
    api.put(pathOf(resources.configMap, 'shop', name), {
      metadata: { labels: { [labels.app]: 'shop', [labels.kind]: kind } },
      data: { [kind]: JSON.stringify(data) },
    });
  for (const { record, outcome } of releases) {
    put(nameOf.record('shop', record.release), 'record', record);
    if (outcome !== undefined) put(nameOf.outcome('shop', record.release), 'outcome', outcome);
  }
  if (phase !== undefined) put(nameOf.application('shop'), 'journal', journalOf(phase, strategy));
  api.put(pathOf(resources.lease, 'shop', nameOf.application('shop')), {
    metadata: { annotations: { [labels.token]: '2' } },
    spec: { holderIdentity: 'eve in run 9', leaseDurationSeconds: 30 },
  });
  api.fail({ verb: 'write' }, 403);
  return api.cluster;
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
