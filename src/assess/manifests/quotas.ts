import { limitsOf, quotaShortfalls } from '../../release/preflight/capacity.ts';
import { counted } from '../../toolkit/count.ts';
import { isOf, refOf, replicasOf } from '../../workloads/kinds.ts';
import type { Live } from '../live.ts';
import { type AssessRule, type Judged, liveFinding, met, notApplicable, ruleOf, unknown } from '../rule.ts';
import { type AssessSubject, nameOfManifest, ofKind } from '../subject.ts';

/** Quotas and limits of the namespace. */

function ofNamespace(
  { namespace, live, manifests }: AssessSubject,
  part: 'quotas' | 'limitRanges',
  kind: string,
  effect: string,
): Judged[] {
  const found: Live[typeof part] = live[part];
  const title = `Namespace/${namespace}`;
  if (!found.known) return [unknown(found.why, title)];
  if (found.value.length > 0)
    return [met(`${title} has ${counted(found.value.length, kind)}`, title, [found], title)];
  const [written] = ofKind(manifests, kind);
  return [
    written === undefined
      ? liveFinding(`${title} has no ${kind}, so ${effect}`, `add a ${kind}`, title, found)
      : unknown(`${nameOfManifest(written)} is not in the cluster yet`, title),
  ];
}

const quota = ruleOf('namespace-quota', 'P5', subject =>
  ofNamespace(subject, 'quotas', 'ResourceQuota', 'it may use the whole cluster'),
);

const limits = ruleOf('namespace-limits', 'P5', subject =>
  ofNamespace(subject, 'limitRanges', 'LimitRange', 'pods without limits get no default ones'),
);

const peak = ruleOf('quota-peak', 'P5', ({ workloads, live, namespace }) => {
  const { quotas, deployments } = live;
  const title = `Namespace/${namespace}`;
  if (!quotas.known) return [unknown(quotas.why, title)];
  if (!deployments.known) return [unknown(deployments.why, title)];
  if (quotas.value.length === 0) return [notApplicable(`${title} has no ResourceQuota`)];
  const parts = workloads
    .filter(({ object }) => object.kind === 'Deployment')
    .map(({ object, spec, least }) => {
      const found = deployments.value.find(each => isOf(refOf(object), { ...each, kind: 'Deployment' }));
      const running = found === undefined ? 0 : replicasOf({ ...found, kind: 'Deployment' });
      return { spec, pods: limitsOf(object, Math.max(least, running)).peak - running };
    });
  const short = quotaShortfalls([...quotas.value], parts);
  return short.length === 0
    ? [met(`the quota of ${title} has room for an update`, title, [quotas, deployments], title)]
    : short.map(what => liveFinding(what, 'raise the quota, or lower maxSurge', title, quotas));
});

export const quotaRules: readonly AssessRule[] = [quota, limits, peak];
