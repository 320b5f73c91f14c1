import type { PodSpec } from '../../cluster/objects.ts';
import type { Workload } from '../../workloads/kinds.ts';
import { limitsOf } from '../../workloads/update-limits.ts';
import { finding, type Judged, liveFinding, met, ruleOf, unknown } from '../rule.ts';
import { type AssessedWorkload, type AssessSubject, pvcOfOneNode } from '../subject.ts';
import {
  everyContainer,
  overWorkloads,
  type PodContainer,
  type PodFinding,
  podFinding,
  podRule,
  scaling,
  serving,
  servingContainers,
} from '../templates.ts';

/** How pods end without failing requests. */

const preStopHook = podRule('pre-stop-hook', 'H6', scaling, {
  good: 'wait before they stop',
  findings: spec =>
    servingContainers(spec)
      .filter(({ container }) => container.lifecycle?.preStop === undefined || pauseOf(container) === 0)
      .map(({ container, path }) =>
        podFinding(
          `stops container ${container.name} while load balancers still send requests to it, because it has no preStop hook that waits`,
          'add `lifecycle: {preStop: {sleep: {seconds: 5}}}`',
          path,
        ),
      ),
});

const terminationGracePeriod = podRule('termination-grace-period', 'H6', serving, {
  good: 'have time to shut down',
  findings: (spec: PodSpec): PodFinding[] => {
    const { terminationGracePeriodSeconds: grace = 30 } = spec;
    return everyContainer(spec).flatMap(({ container, path }) => {
      const pause = pauseOf(container);
      if (pause === undefined ? grace > 0 : pause < grace) return [];
      return [
        podFinding(
          pause === undefined
            ? `kills container ${container.name} at once, because terminationGracePeriodSeconds is 0`
            : `kills container ${container.name} 2 s after SIGTERM: its preStop hook takes ${pause} s, and terminationGracePeriodSeconds is ${grace}`,
          `set terminationGracePeriodSeconds to at least ${(pause ?? 0) + 15}`,
          pause === undefined ? ['terminationGracePeriodSeconds'] : [...path, 'lifecycle'],
        ),
      ];
    });
  },
});

/** Returns the seconds that a preStop hook sleeps, if it says so. Pure. */
function pauseOf({ lifecycle }: PodContainer): number | undefined {
  const { sleep, exec } = lifecycle?.preStop ?? {};
  if (sleep !== undefined) return sleep.seconds;
  const pauses = (exec?.command ?? [])
    .join(' ')
    .matchAll(/(?:^|[\s;&/])sleep\s+(\d+(?:\.\d+)?)(?=s?(?:[\s;&|)"']|$))/g);
  const seconds = [...pauses].map(([, written]) => Number(written));
  return seconds.length === 0 ? undefined : seconds.reduce((sum, each) => sum + each);
}

const updateDowntime = ruleOf(
  'update-downtime',
  'C10',
  overWorkloads(
    { has: each => each.scales && each.object.kind === 'Deployment', none: 'no Deployment gets traffic' },
    judgeUpdate,
  ),
);

function judgeUpdate(
  { title, manifest, object, least, spec }: AssessedWorkload,
  { live, manifests }: AssessSubject,
): Judged {
  const pvc = pvcOfOneNode(spec, { manifests });
  const remedy =
    pvc === undefined
      ? 'set `strategy` to RollingUpdate with `maxUnavailable: 0` or 1'
      : `move the files of PersistentVolumeClaim/${pvc}, which only one node at a time can mount, to a bucket or a ReadWriteMany volume, or accept this finding with an exception`;
  const problem = downtimeOf(object, least);
  if (problem !== undefined) return finding(`${title} ${problem}`, remedy, manifest, ['spec', 'strategy']);
  const { deployments } = live;
  if (!deployments.known) return unknown(deployments.why, title);
  const found = deployments.value.find(({ metadata }) => metadata?.name === manifest.name) as
    | Workload
    | undefined;
  if (found === undefined) return unknown(`${title} is not in the cluster yet`, title);
  const now = downtimeOf(found, found.spec?.replicas ?? 1);
  return now === undefined
    ? met(`${title} keeps pods for requests during an update`, title, [deployments], title)
    : liveFinding(`${title} in the cluster ${now}`, 'release the manifests', title, deployments);
}

function downtimeOf(object: Workload, replicas: number): string | undefined {
  // An autoscaler or a person has stopped it.
  if (replicas === 0) return undefined;
  const { type, maxUnavailable } = limitsOf(object, replicas);
  if (type === 'Recreate') return 'stops all old pods before an update starts the first new one (Recreate)';
  return maxUnavailable >= replicas
    ? `may lose ${replicas === 1 ? 'its only pod' : `all of its ${replicas} pods`} in an update (maxUnavailable)`
    : undefined;
}

export const terminationRules = [preStopHook, terminationGracePeriod, updateDowntime];
