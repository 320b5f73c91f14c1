import type { KubeObject } from '../../cluster/objects.ts';
import { quotaShortfalls } from '../../release/preflight/capacity.ts';
import { counted } from '../../toolkit/count.ts';
import { isMap, mapsIn } from '../../toolkit/map.ts';
import { isOf, refOf, replicasOf } from '../../workloads/kinds.ts';
import { limitsOf } from '../../workloads/update-limits.ts';
import type { Live } from '../live.ts';
import { type Judged, liveFinding, met, notApplicable, ruleOf, unknown } from '../rule.ts';
import { type AssessSubject, nameOfManifest, ofKind } from '../subject.ts';

/** Quotas and limits of the namespace. */

/** The parts of quotas and LimitRanges that are read. */
type Loose = KubeObject & { spec?: { hard?: object; limits?: unknown }; status?: { hard?: object } };

/** Others count objects that use nothing. */
const ofPods = /^((requests|limits)\.)?(cpu|memory)$|^(count\/)?pods$/;

function ofNamespace(
  { namespace, live, manifests }: AssessSubject,
  part: 'quotas' | 'limitRanges',
  [kind, does]: readonly [kind: string, does: string],
  effect: string,
  fits: (object: Loose) => boolean,
): Judged[] {
  const found: Live[typeof part] = live[part];
  const title = `Namespace/${namespace}`;
  if (!found.known) return [unknown(found.why, title)];
  const fitting = found.value.filter(each => fits(each as Loose)).length;
  if (fitting > 0) return [met(`${title} has ${counted(fitting, kind)}`, title, [found], title)];
  if (found.value.length > 0)
    return [liveFinding(`no ${kind} of ${title} ${does}, so ${effect}`, `correct the ${kind}`, title, found)];
  const [written] = ofKind(manifests, kind);
  return [
    written === undefined
      ? liveFinding(`${title} has no ${kind}, so ${effect}`, `add a ${kind}`, title, found)
      : unknown(`${nameOfManifest(written)} is not in the cluster yet`, title),
  ];
}

const quota = ruleOf('namespace-quota', 'P5', subject =>
  ofNamespace(
    subject,
    'quotas',
    ['ResourceQuota', 'limits pods'],
    'it may use the whole cluster',
    ({ spec, status }) => Object.keys({ ...spec?.hard, ...status?.hard }).some(key => ofPods.test(key)),
  ),
);

const limits = ruleOf('namespace-limits', 'P5', subject =>
  ofNamespace(
    subject,
    'limitRanges',
    ['LimitRange', 'sets defaults'],
    'pods without limits get no defaults',
    ({ spec }) =>
      mapsIn(spec?.limits).some(({ default: usual, defaultRequest }) =>
        [usual, defaultRequest].some(each => isMap(each) && Object.keys(each).length > 0),
      ),
  ),
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

export const quotaRules = [quota, limits, peak];
