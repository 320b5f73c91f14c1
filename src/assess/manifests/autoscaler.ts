import type { Manifest } from '../../cluster/manifests.ts';
import type { HorizontalPodAutoscaler } from '../../cluster/objects.ts';
import { counted } from '../../toolkit/count.ts';
import { finding, type Judged, liveFinding, met, notApplicable, overEach, ruleOf, unknown } from '../rule.ts';
import {
  type AssessedWorkload,
  type AssessSubject,
  isTarget,
  nameOfManifest,
  ofKind,
  pvcOfOneNode,
  targetOf,
} from '../subject.ts';
import { everyContainer, overWorkloads } from '../templates.ts';
import { defaultsIn, podResources } from './resources.ts';

/** Autoscalers: their target, their range, and what they measure. */

type Spec = Partial<NonNullable<HorizontalPodAutoscaler['spec']>>;
const specOf = ({ object }: Manifest): Spec => (object.spec ?? {}) as Spec;
const scalers = ({ manifests }: AssessSubject) => ofKind(manifests, 'HorizontalPodAutoscaler');

const missing = ruleOf(
  'autoscaler-missing',
  'P6',
  overWorkloads(
    {
      // Further pods could not mount the volume; zone-replicas says so.
      has: ({ scales, object, spec }, subject) =>
        scales && object.kind === 'Deployment' && pvcOfOneNode(spec, subject) === undefined,
      none: 'no Deployment that may have more pods gets traffic',
    },
    judgeScaling,
  ),
);

function judgeScaling({ title, manifest, autoscaler }: AssessedWorkload, subject: AssessSubject): Judged {
  const { autoscalers } = subject.live;
  // KEDA creates its autoscaler itself.
  if (autoscaler?.object.kind === 'ScaledObject')
    return notApplicable(`${nameOfManifest(autoscaler)} scales ${title}`);
  const found = (autoscalers.known ? autoscalers.value : []).find(each =>
    autoscaler === undefined
      ? isTarget(each, manifest.object.kind, manifest.name)
      : each.metadata?.name === autoscaler.name,
  );
  if (autoscaler === undefined)
    return finding(
      found === undefined
        ? `${title} has the same number of pods at any load`
        : `HorizontalPodAutoscaler/${found.metadata?.name}, which scales ${title}, is only in the cluster, not in the manifests`,
      'add a HorizontalPodAutoscaler (autoscaling/v2)',
      manifest,
      ['spec', 'replicas'],
    );
  const name = nameOfManifest(autoscaler);
  if (!autoscalers.known) return unknown(autoscalers.why, name);
  const active = found?.status?.conditions?.find(({ type }) => type === 'ScalingActive');
  if (active === undefined) return unknown(`${name} has no status in the cluster yet`, name);
  return active.status === 'True'
    ? met(`${name} scales ${title} by the load`, name, [autoscalers], name)
    : liveFinding(
        `${name} cannot measure the load of ${title} (${active.reason})`,
        'install the metrics API that it reads, or correct its metrics',
        name,
        autoscalers,
      );
}

/** Judges each autoscaler whose target is in the manifests. */
function eachTarget(
  subject: AssessSubject,
  judge: (scaler: Manifest, target: AssessedWorkload) => Judged | undefined,
  good: string,
): Judged[] {
  const pairs = scalers(subject).flatMap(scaler => {
    const target = subject.workloads.find(({ autoscaler }) => autoscaler === scaler);
    return target === undefined ? [] : [{ scaler, target }];
  });
  const { autoscalers } = subject.live;
  return overEach(pairs, 'no HorizontalPodAutoscaler is in the manifests', ({ scaler, target }) => {
    const wrong = judge(scaler, target);
    if (wrong !== undefined) return wrong;
    const name = nameOfManifest(scaler);
    if (!autoscalers.known) return unknown(autoscalers.why, name);
    return autoscalers.value.some(({ metadata }) => metadata?.name === scaler.name)
      ? met(`${name} ${good}`, name, [autoscalers], name)
      : unknown(`${name} is not in the cluster yet`, name);
  });
}

const target = ruleOf('autoscaler-target', 'P6', subject => {
  const lost = scalers(subject).filter(
    scaler => !subject.workloads.some(({ autoscaler }) => autoscaler === scaler) && !isThere(scaler, subject),
  );
  if (lost.length === 0) return eachTarget(subject, () => undefined, 'has a target in the manifests');
  return lost.map(scaler => {
    const { kind = 'a workload', name = '' } = targetOf(scaler.object);
    return finding(
      `${nameOfManifest(scaler)} scales ${kind}/${name}, which is not in the manifests`,
      'correct scaleTargetRef',
      scaler,
      ['spec', 'scaleTargetRef'],
    );
  });
});

/** Whether the target is of another kind in the manifests, or in the cluster: another slipway.yml may release it. */
function isThere(
  { object, name }: Manifest,
  { manifests, live: { deployments, autoscalers } }: AssessSubject,
) {
  const { kind, name: target } = targetOf(object);
  const scaler = autoscalers.known
    ? autoscalers.value.find(({ metadata }) => metadata?.name === name)
    : undefined;
  return (
    manifests.some(each => each.object.kind === kind && each.name === target) ||
    (kind === 'Deployment' &&
      deployments.known &&
      deployments.value.some(({ metadata }) => metadata?.name === target)) ||
    scaler?.status?.conditions?.some(({ type, status }) => type === 'AbleToScale' && status === 'True')
  );
}

const replicas = ruleOf('autoscaler-replicas', 'P6', subject =>
  eachTarget(
    subject,
    (scaler, { title, object, manifest }) => {
      const { minReplicas = 1, maxReplicas = 1 } = specOf(scaler);
      const name = nameOfManifest(scaler);
      if (minReplicas > maxReplicas)
        return finding(
          `${name} has a minReplicas of ${minReplicas} above its maxReplicas of ${maxReplicas}`,
          'correct one of them',
          scaler,
          ['spec', 'maxReplicas'],
        );
      if (minReplicas === maxReplicas)
        return finding(
          `${name} always keeps ${counted(maxReplicas, 'pod')}, because minReplicas equals maxReplicas`,
          'raise maxReplicas to what the highest load needs',
          scaler,
          ['spec', 'maxReplicas'],
        );
      const written = object.spec?.replicas;
      if (written === undefined || (written >= minReplicas && written <= maxReplicas)) return undefined;
      return finding(
        `${title} sets ${written} replicas, outside the range of ${name}, ${minReplicas} to ${maxReplicas}`,
        'remove `replicas`, or set it to minReplicas',
        manifest,
        ['spec', 'replicas'],
      );
    },
    'agrees with the replicas of its target',
  ),
);

const requests = ruleOf('autoscaler-requests', 'P6', subject =>
  eachTarget(
    subject,
    (scaler, { title, spec, manifest, path }) => {
      const given = defaultsIn(subject, 'defaultRequest');
      for (const { resource, only } of sharesOf(scaler)) {
        const lacking = everyContainer(spec).find(
          ({ container: { name, resources: { requests, limits } = {} } }) =>
            (only === undefined || only === name) &&
            ![given.has(resource), requests?.[resource], limits?.[resource]].some(Boolean),
        );
        if (lacking !== undefined && podResources(spec).requests?.[resource] === undefined)
          return finding(
            `${nameOfManifest(scaler)} compares the use of ${resource} with the request of ${title}, which container ${lacking.container.name} does not have`,
            `set resources.requests.${resource}, or use an averageValue`,
            manifest,
            [...path, ...lacking.path],
          );
      }
      return undefined;
    },
    'measures what its target requests',
  ),
);

/** Returns the resources whose use an autoscaler compares with requests, each of all containers or of one. */
function sharesOf(scaler: Manifest): { resource: string; only?: string }[] {
  const { metrics = [] } = specOf(scaler);
  // Kubernetes measures the processor where nothing is named.
  if (metrics.length === 0) return [{ resource: 'cpu' }];
  return metrics.flatMap(({ resource, containerResource }) => [
    ...(resource?.target?.type === 'Utilization' ? [{ resource: resource.name }] : []),
    ...(containerResource?.target?.type === 'Utilization'
      ? [{ resource: containerResource.name, only: containerResource.container }]
      : []),
  ]);
}

export const autoscalerRules = [missing, target, replicas, requests];
