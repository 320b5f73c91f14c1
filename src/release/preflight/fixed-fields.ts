import { refOf, titleOf, type Workload } from '../workloads/kinds.ts';
import { canonical } from '../workloads/naming.ts';
import { quantity } from './capacity.ts';

/** The immutable fields of a workload. All pure. */

type Claim = NonNullable<NonNullable<Workload['spec']>['volumeClaimTemplates']>[number];

/** The immutable fields of a StatefulSet, with the defaults of the server. */
const fixed: Record<string, (spec: NonNullable<Workload['spec']>) => unknown> = {
  serviceName: ({ serviceName = '' }) => serviceName,
  podManagementPolicy: ({ podManagementPolicy = 'OrderedReady' }) => podManagementPolicy,
  volumeClaimTemplates: ({ volumeClaimTemplates = [] }) => volumeClaimTemplates.map(claimOf),
};

/** Returns the immutable fields of a StatefulSet that differ between the manifest and the live object. */
export function fixedFieldsChanged(next: Workload, live: Workload): string[] {
  if (next.kind !== 'StatefulSet') return [];
  return Object.entries(fixed)
    .filter(([, of]) => canonical(of(next.spec ?? {})) !== canonical(of(live.spec ?? {})))
    .map(([name]) => `spec.${name}`);
}

/** Returns why the server refuses to change these fields; undefined when none of them differs. */
export function fixedFieldsProblem(
  next: Workload,
  live: Workload,
): { problem: string; remedy: string } | undefined {
  const changed = fixedFieldsChanged(next, live);
  if (changed.length === 0) return undefined;
  return {
    problem: `${titleOf(refOf(next))} has another ${changed.join(' and another ')} in the cluster, which cannot be changed`,
    remedy: `restore ${changed.length === 1 ? 'it' : 'them'} in the manifest, or release under another name`,
  };
}

/** Whether the error of the server is about an immutable field. */
export const speaksOfFixed = (objection: string): boolean =>
  /updates to statefulset spec for fields other than|field is immutable/i.test(objection);

function claimOf({ metadata, spec }: Claim) {
  const { volumeMode = 'Filesystem', resources, ...rest } = spec ?? {};
  const amounts = (list: Record<string, string> = {}) =>
    Object.fromEntries(Object.entries(list).map(([name, amount]) => [name, quantity(String(amount))]));
  return {
    name: metadata?.name,
    labels: metadata?.labels ?? {},
    annotations: metadata?.annotations ?? {},
    spec: { ...rest, volumeMode, requests: amounts(resources?.requests), limits: amounts(resources?.limits) },
  };
}
