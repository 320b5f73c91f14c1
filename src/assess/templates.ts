import type { PodSpec } from '../cluster/objects.ts';
import type { AssessRuleName } from '../config/assess.ts';
import { counted } from '../toolkit/count.ts';
import { defined } from '../toolkit/map.ts';
import type { RequirementId } from './requirement.ts';
import {
  type AssessRule,
  finding,
  type Judged,
  liveFinding,
  type ManifestPath,
  met,
  overEach,
  ruleOf,
  unknown,
} from './rule.ts';
import { type AssessedWorkload, type AssessSubject, isMetricsPort } from './subject.ts';

export interface PodFinding {
  /** Continues `Deployment/shop …`. */
  readonly what: string;
  readonly remedy: string;
  /** Below the spec of the pod. */
  readonly path: ManifestPath;
  readonly level?: 'error' | 'warning' | 'info';
}

export type PodContainer = PodSpec['containers'][number];

/** A container, and its path below the spec of the pod. */
export interface PlacedContainer {
  readonly container: PodContainer;
  readonly path: ManifestPath;
}

/** Which workloads a rule is about. */
export interface WorkloadChoice {
  has(workload: AssessedWorkload, subject: AssessSubject): boolean;
  /** Why the rule does not apply without any. */
  readonly none: string;
}

export const everyWorkload: WorkloadChoice = { has: () => true, none: 'no workload is in the manifests' };
/** Those that keep running: neither a CronJob nor a Job. */
export const longRunning: WorkloadChoice = {
  has: ({ object: { kind } }) => kind !== 'CronJob' && kind !== 'Job',
  none: everyWorkload.none,
};
export const serving: WorkloadChoice = { has: ({ serves }) => serves, none: 'no workload gets traffic' };
export const scaling: WorkloadChoice = { has: ({ scales }) => scales, none: serving.none };

/** Returns the judge of a rule about workloads, each by itself. Pure. */
export const overWorkloads =
  (
    { has, none }: WorkloadChoice,
    judge: (workload: AssessedWorkload, subject: AssessSubject) => Judged | readonly Judged[],
  ): ((subject: AssessSubject) => Judged[]) =>
  subject =>
    overEach(
      subject.workloads.filter(each => has(each, subject)),
      none,
      each => judge(each, subject),
    );

/**
 * Returns the judge of a rule about pods: it looks at the template of each workload, and if that lacks nothing, at the running pods, which
 * may come from an older manifest. Pure.
 */
export const overPods = (about: WorkloadChoice, { good, findings }: PodCheck) =>
  overWorkloads(about, (workload, subject) =>
    judgeOne(workload, good, (spec, labels) => findings(spec, { ...workload, labels }, subject)),
  );

/** Returns a rule about pods. */
export const podRule = (
  rule: AssessRuleName,
  id: RequirementId,
  about: WorkloadChoice,
  check: PodCheck,
): AssessRule => ruleOf(rule, id, overPods(about, check));

/** @param path below the spec of the pod, or where the caller says. */
export const podFinding = (
  what: string,
  remedy: string,
  path: ManifestPath = [],
  level?: PodFinding['level'],
): PodFinding => ({ what, remedy, path, ...defined({ level }) });

export const podFindingIf = (wrong: boolean, ...found: Parameters<typeof podFinding>): PodFinding[] =>
  wrong ? [podFinding(...found)] : [];

interface PodCheck {
  /** Continues `the pods of Deployment/shop …`. */
  readonly good: string;
  findings(spec: PodSpec, workload: AssessedWorkload, subject: AssessSubject): PodFinding[];
}

function judgeOne(
  { title, manifest, path, spec, pods, labels }: AssessedWorkload,
  good: string,
  findings: (spec: PodSpec, labels: AssessedWorkload['labels']) => PodFinding[],
): Judged[] {
  const found = findings(spec, labels);
  if (found.length > 0)
    return found.map(each => ({
      ...finding(`${title} ${each.what}`, each.remedy, manifest, [...path, ...each.path]),
      ...defined({ level: each.level }),
    }));
  if (!pods.known) return [unknown(pods.why, title)];
  if (pods.value.length === 0) return [unknown(`no pod of ${title} runs, so none could be checked`, title)];
  for (const pod of pods.value) {
    // The API server adds the hash of the template to the selectors of a pod with `matchLabelKeys`.
    const own = { ...labels, ...pod.metadata?.labels };
    const [first] = findings(withoutInjected(pod.spec ?? { containers: [] }, spec), own);
    if (first !== undefined)
      return [
        liveFinding(
          `a running pod of ${title} differs from its manifest: it ${first.what}`,
          'release the manifests',
          title,
          pods,
        ),
      ];
  }
  return [met(`the pods of ${title} ${good}`, counted(pods.value.length, 'pod'), [pods], title)];
}

/** Others inject containers that the manifest cannot change. Returns the spec of a running pod without these. Pure. */
export function withoutInjected(running: PodSpec, written: PodSpec): PodSpec {
  const names = new Set(allContainers(written).map(({ container }) => container.name));
  const own = (list: PodSpec['containers'] = []) => list.filter(({ name }) => names.has(name));
  return { ...running, containers: own(running.containers), initContainers: own(running.initContainers) };
}

/** Returns the containers that get traffic: those with ports that are not only for metrics, else the first. Pure. */
export function servingContainers(spec: PodSpec): PlacedContainer[] {
  const all = containersIn(spec, 'containers');
  const open = all.filter(({ container }) => (container.ports ?? []).some(port => !isMetricsPort(port)));
  return open.length > 0 ? open : all.slice(0, 1);
}

/** Returns the containers that run as long as the pod, first those that start before the others (sidecars). Pure. */
export const everyContainer = (spec: PodSpec): PlacedContainer[] =>
  allContainers(spec).filter(
    ({ container, path }) => path[0] === 'containers' || container.restartPolicy === 'Always',
  );

/** Returns the containers of a pod, first those that start before the others. Pure. */
export const allContainers = (spec: PodSpec): PlacedContainer[] => [
  ...containersIn(spec, 'initContainers'),
  ...containersIn(spec, 'containers'),
];

const containersIn = (spec: PodSpec, list: 'containers' | 'initContainers'): PlacedContainer[] =>
  (spec[list] ?? []).map((container, index) => ({ container, path: [list, index] }));
