import { refOf, titleOf, type Workload } from '../workloads/kinds.ts';
import { canonical } from '../workloads/naming.ts';
import { quantity } from './capacity.ts';

/** What of a workload cannot be changed as long as it lives. All pure. */

type Claim = NonNullable<NonNullable<Workload['spec']>['volumeClaimTemplates']>[number];

/** Each with what the server makes of it when it is left out. */
const fixed: Record<string, (spec: NonNullable<Workload['spec']>) => unknown> = {
  serviceName: ({ serviceName = '' }) => serviceName,
  podManagementPolicy: ({ podManagementPolicy = 'OrderedReady' }) => podManagementPolicy,
  volumeClaimTemplates: ({ volumeClaimTemplates = [] }) => volumeClaimTemplates.map(claimOf),
};

/** The fields of a StatefulSet that a manifest has otherwise than what lives, as they are written in it. */
export function fixedFieldsChanged(next: Workload, live: Workload): string[] {
  if (next.kind !== 'StatefulSet') return [];
  return Object.entries(fixed)
    .filter(([, of]) => canonical(of(next.spec ?? {})) !== canonical(of(live.spec ?? {})))
    .map(([name]) => `spec.${name}`);
}

/** Why the server refuses it, if it does for one of these; undefined where nothing of them differs. */
export function fixedFieldsProblem(
  next: Workload,
  live: Workload,
): { problem: string; remedy: string } | undefined {
  const changed = fixedFieldsChanged(next, live);
  if (changed.length === 0) return undefined;
  return {
    problem: `${titleOf(refOf(next))} lives with another ${changed.join(' and another ')}, which cannot be changed`,
    remedy: `restore ${changed.length === 1 ? 'it' : 'them'} in the manifest as ${changed.length === 1 ? 'it lives' : 'they live'}, or release under another name`,
  };
}

/** Whether the server speaks of a field that cannot be changed. */
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
