import { isConflict } from '../../cluster/errors.ts';
import type { LeaseObject } from '../../cluster/objects.ts';
import type { Cluster } from '../../cluster/port.ts';
import { pathOf, resources } from '../../cluster/resources.ts';
import type { AlertSeverity } from '../../config/receivers.ts';
import { labels } from '../../release/workloads/naming.ts';
import { retry } from '../../toolkit/retry.ts';
import { checkLease } from '../rules/alert-check.ts';
import type { MonitoringSubject } from '../subject.ts';

/**
 * Renews the Lease that makes the alert of a check fire, or takes its time away, which ends the alert. The Lease itself stays, because a
 * release needs no right to delete one.
 * @param at seconds since 1970; undefined: no time.
 */
export async function setCheckLease(
  cluster: Cluster,
  { app, namespace }: Pick<MonitoringSubject, 'app' | 'namespace'>,
  severity: AlertSeverity,
  at: number | undefined,
): Promise<void> {
  const name = checkLease(app, severity);
  const path = pathOf(resources.lease, namespace);
  await retry({ attempts: 3, passes: isConflict }, async () => {
    const there = await cluster.get<LeaseObject>(`${path}/${name}`);
    const { resourceVersion } = there?.metadata ?? {};
    const lease = {
      ...{ apiVersion: 'coordination.k8s.io/v1', kind: 'Lease' },
      metadata: {
        ...{ name, namespace, labels: { [labels.app]: app, [labels.kind]: 'alert-check' } },
        ...(resourceVersion === undefined ? {} : { resourceVersion }),
      },
      // The API requires microseconds.
      spec: at === undefined ? {} : { renewTime: new Date(at * 1000).toISOString().replace('Z', '000Z') },
    };
    if (there === undefined) await cluster.create(path, lease);
    else await cluster.replace(`${path}/${name}`, lease);
  });
}
