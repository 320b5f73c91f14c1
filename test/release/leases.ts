import { pathOf, resources } from '../../src/cluster/resources.ts';
import { checksumsOf, type RecordPart } from '../../src/release/store/checksums.ts';
import { labels, nameOf } from '../../src/workloads/naming.ts';
import type { FakeApiServer } from '../cluster/fake-api-server.ts';

/**
 * Puts the Lease of the application `shop` there, or adds to it.
 * @param parts of releases, with their texts, that count as written by a release.
 */
export function putLease(
  api: FakeApiServer,
  {
    namespace = 'shop',
    token = 0,
    parts = [],
    annotations = {},
  }: {
    namespace?: string;
    token?: number;
    parts?: readonly (readonly [RecordPart, string])[];
    annotations?: Record<string, string>;
  } = {},
): void {
  const path = pathOf(resources.lease, namespace, nameOf.application('shop'));
  const { metadata, ...lease } = api.objects.get(path) ?? { kind: 'Lease' };
  const { managedFields: _, ...known } = metadata ?? {};
  const { [labels.token]: before = '0' } = metadata?.annotations ?? {};
  api.put(path, {
    ...lease,
    metadata: {
      ...known,
      annotations: {
        ...metadata?.annotations,
        [labels.token]: String(Math.max(token, Number(before))),
        ...checksumsOf(parts),
        ...annotations,
      },
    },
  });
}
