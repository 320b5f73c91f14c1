import type { LeaseObject } from '../../src/cluster/objects.ts';
import type { Cluster } from '../../src/cluster/port.ts';
import { pathOf, resources } from '../../src/cluster/resources.ts';
import type { Strategy } from '../../src/config/types.ts';
import type { RecordPart } from '../../src/release/store/checksums.ts';
import type { Phase } from '../../src/release/store/phases.ts';
import type { Release } from '../../src/release/store/releases.ts';
import type { RolloutState } from '../../src/release/store/schema.ts';
import { labels, nameOf, type ReleaseNumber } from '../../src/workloads/naming.ts';
import { FakeApiServer } from '../cluster/fake-api-server.ts';
import { putLease } from './leases.ts';

/** What stands in a namespace when an action comes. */
export interface Standing {
  releases: Release[];
  /** Of release 2 over release 1; undefined when nothing is under way. */
  phase?: Phase;
  strategy?: Strategy['kind'];
  /** Minutes that the credential lives. */
  minutes?: number;
}

/** A cluster whose lease another run holds, so that a caller that passes the checks before is told of that run. Nothing can be written. */
export function clusterOf({ releases, phase, strategy = 'canary', minutes }: Standing): Cluster {
  const api = new FakeApiServer();
  api.now = 0;
  if (minutes !== undefined) api.lifetime = { kind: 'ends', what: 'the token', end: minutes * 60_000 };
  const parts: [RecordPart, string][] = [];
  const put = (release: number, kind: 'record' | 'outcome', data: unknown) => {
    const text = JSON.stringify(data);
    api.put(pathOf(resources.configMap, 'shop', nameOf[kind]('shop', release)), {
      metadata: { labels: { [labels.app]: 'shop', [labels.kind]: kind } },
      data: { [kind]: text },
    });
    parts.push([kind === 'record' ? `r${release}` : `r${release}-outcome`, text]);
  };
  for (const { record, outcome } of releases) {
    put(record.release, 'record', record);
    if (outcome !== undefined) put(record.release, 'outcome', outcome);
  }
  const annotations: Record<string, string> =
    phase === undefined ? {} : { [labels.state]: JSON.stringify(rolloutOf(phase, strategy)) };
  putLease(api, { token: 2, parts, annotations });
  api.edit<LeaseObject>(pathOf(resources.lease, 'shop', nameOf.application('shop')), lease => {
    lease.spec = { holderIdentity: 'eve in run 9', leaseDurationSeconds: 30 };
  });
  api.fail({ verb: 'write' }, 403);
  return api.cluster;
}

function rolloutOf(phase: Phase, strategy: Strategy['kind']): RolloutState {
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
