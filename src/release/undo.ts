import type { Deployment, KubeObject, PodTemplate } from '../cluster/objects.ts';
import type { Cluster, JsonPatch } from '../cluster/port.ts';
import { pathOf, resources } from '../cluster/resources.ts';
import { UserError } from '../toolkit/errors.ts';
import { annotationPointer } from '../traffic/fence.ts';
import { followRollout, type RolloutEnd } from './follow.ts';
import { labels } from './naming.ts';
import type { Target } from './preflight.ts';

export interface Restoration {
  namespace: string;
  workload: string;
  /** The template as the server held it: its ReplicaSet, and pods that still run, are reused. */
  template: PodTemplate;
  release: number;
  /** Replicas to have at least: a failed release may have asked for fewer. */
  replicas?: number;
  deadline: number;
  /** Follow until the deadline whatever happens, because nothing better can be tried. */
  patient: boolean;
  report: (line: string) => void;
}

/** Writes a release's pod template back and waits until it is all there. Service and route rules stay as they are. */
export async function restoreTemplate(cluster: Cluster, restoration: Restoration): Promise<RolloutEnd> {
  const { namespace, workload, template, release, replicas, deadline, patient, report } = restoration;
  const path = pathOf(resources.deployment, namespace, workload);
  const live = await cluster.get<Deployment>(path);
  if (live === undefined) {
    throw new UserError(
      `Deployment/${workload} is gone, so release ${release} cannot be put back into it`,
      'deploy that version again',
    );
  }
  if (live.spec?.paused === true) {
    throw new UserError(
      `Deployment/${workload} is paused, so release ${release} cannot come up in it`,
      `resume it: kubectl rollout resume deployment/${workload}`,
    );
  }
  await cluster.patch(path, 'json', restorePatch(live, template, release, replicas));
  return followRollout(cluster, { namespace, workload, deadline, patient, report });
}

/** Holds only for the object that was read (uid), so that one made anew by others is not overwritten. Pure. */
export function restorePatch(
  live: Deployment,
  template: PodTemplate,
  release: number,
  replicas = 0,
): JsonPatch[] {
  return [
    { op: 'test', path: '/metadata/uid', value: live.metadata?.uid },
    ...(live.metadata?.annotations === undefined
      ? [{ op: 'add' as const, path: '/metadata/annotations', value: {} }]
      : []),
    { op: 'add', path: annotationPointer(labels.release), value: String(release) },
    { op: 'replace', path: '/spec/template', value: template },
    ...(replicas > (live.spec?.replicas ?? 1)
      ? [{ op: 'add' as const, path: '/spec/replicas', value: replicas }]
      : []),
  ];
}

/** After a failed first release: removes exactly what it made, the workload first so that its pods end. */
export async function removeMade(cluster: Cluster, targets: Target[], workload: string): Promise<string[]> {
  const made = targets.filter(target => target.live === undefined);
  made.sort((a, b) => Number(b.manifest.name === workload) - Number(a.manifest.name === workload));
  const removed: string[] = [];
  for (const { manifest, path } of made) {
    const object = await cluster.get<KubeObject>(path);
    if (object === undefined) continue;
    await cluster.remove(path, object.metadata?.uid);
    removed.push(`${manifest.object.kind}/${manifest.name}`);
  }
  return removed;
}
