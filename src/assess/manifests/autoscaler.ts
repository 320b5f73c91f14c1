import type { Manifest } from '../../cluster/manifests.ts';
import type { HorizontalPodAutoscaler } from '../../cluster/objects.ts';
import {
  type AssessRule,
  type Judged,
  liveShortfall,
  met,
  notApplicable,
  ruleOf,
  shortfall,
  unknown,
} from '../rule.ts';
import { type AssessedWorkload, type AssessSubject, nameOfManifest, ofKind, targetOf } from '../subject.ts';

/** Autoscalers: their target, their range, and what they measure. */

type Spec = Partial<NonNullable<HorizontalPodAutoscaler['spec']>>;
const specOf = ({ object }: Manifest): Spec => (object.spec ?? {}) as Spec;
const scalers = ({ manifests }: AssessSubject) => ofKind(manifests, 'HorizontalPodAutoscaler');
const none = 'no HorizontalPodAutoscaler is in the manifests';

const missing = ruleOf('autoscaler-missing', 'P6', subject => {
  const chosen = subject.workloads.filter(each => each.scales && each.object.kind === 'Deployment');
  return chosen.length === 0
    ? [notApplicable('no Deployment gets requests')]
    : chosen.map(workload => judgeScaling(workload, subject));
});

function judgeScaling({ title, manifest, autoscaler }: AssessedWorkload, subject: AssessSubject): Judged {
  // KEDA creates its autoscaler itself.
  const other = ofKind(subject.manifests, 'ScaledObject').find(
    each => targetOf(each.object).name === manifest.name,
  );
  if (other !== undefined) return notApplicable(`${nameOfManifest(other)} scales ${title}`);
  if (autoscaler === undefined)
    return shortfall(
      `${title} has the same number of pods at any load`,
      'add a HorizontalPodAutoscaler (autoscaling/v2)',
      manifest,
      ['spec', 'replicas'],
    );
  const name = nameOfManifest(autoscaler);
  const { autoscalers } = subject.live;
  if (!autoscalers.known) return unknown(autoscalers.why, name);
  const found = autoscalers.value.find(({ metadata }) => metadata?.name === autoscaler.name);
  const active = found?.status?.conditions?.find(({ type }) => type === 'ScalingActive');
  if (active === undefined) return unknown(`${name} has no status in the cluster yet`, name);
  return active.status === 'True'
    ? met(`${name} scales ${title} by the load`, name, [autoscalers], name)
    : liveShortfall(
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
  if (pairs.length === 0) return [notApplicable(none)];
  const { autoscalers } = subject.live;
  return pairs.map(({ scaler, target }) => {
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
    scaler => !subject.workloads.some(({ autoscaler }) => autoscaler === scaler) && !isLive(scaler, subject),
  );
  if (lost.length === 0) return eachTarget(subject, () => undefined, 'has its target');
  return lost.map(scaler => {
    const { kind = 'a workload', name = '' } = targetOf(scaler.object);
    return shortfall(
      `${nameOfManifest(scaler)} scales ${kind}/${name}, which is not in the manifests`,
      'correct scaleTargetRef',
      scaler,
      ['spec', 'scaleTargetRef'],
    );
  });
});

/** Whether the target is in the cluster: another slipway.yml may release it. */
const isLive = ({ object }: Manifest, { live: { deployments } }: AssessSubject) =>
  deployments.known && deployments.value.some(({ metadata }) => metadata?.name === targetOf(object).name);

const replicas = ruleOf('autoscaler-replicas', 'P6', subject =>
  eachTarget(
    subject,
    (scaler, { title, object, manifest }) => {
      const { minReplicas = 1, maxReplicas = 1 } = specOf(scaler);
      const name = nameOfManifest(scaler);
      if (minReplicas > maxReplicas)
        return shortfall(
          `${name} has a minReplicas of ${minReplicas} above its maxReplicas of ${maxReplicas}`,
          'correct one of them',
          scaler,
          ['spec', 'maxReplicas'],
        );
      const written = object.spec?.replicas;
      if (written === undefined || (written >= minReplicas && written <= maxReplicas)) return undefined;
      return shortfall(
        `${title} sets ${written} replicas, which ${name} changes to between ${minReplicas} and ${maxReplicas}`,
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
      const shares = (specOf(scaler).metrics ?? []).flatMap(({ resource }) =>
        resource?.target?.type === 'Utilization' ? [resource.name] : [],
      );
      for (const resource of shares)
        for (const [index, { name, resources }] of spec.containers.entries())
          if (resources?.requests?.[resource] === undefined && resources?.limits?.[resource] === undefined)
            return shortfall(
              `${nameOfManifest(scaler)} compares the use of ${resource} with the request of ${title}, which container ${name} does not have`,
              `set resources.requests.${resource}, or use an averageValue`,
              manifest,
              [...path, 'containers', index],
            );
      return undefined;
    },
    'measures what its target requests',
  ),
);

export const autoscalerRules: readonly AssessRule[] = [missing, target, replicas, requests];
