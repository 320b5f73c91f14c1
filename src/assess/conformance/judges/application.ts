import type { Manifest } from '../../../cluster/manifests.ts';
import type { RequirementAssessment } from '../../assessment.ts';
import type { Live } from '../../live.ts';
import { problemIn, type Showing } from '../showing.ts';

/** What manifests and nodes show that no rule of `assess` is about. */

/** Groups and annotations of clouds. */
const ofCloud =
  /(^|[./-])(amazonaws\.com|aws|azure(\.com)?|gke\.io|cloud\.google\.com|googleapis\.com|alibabacloud\.com|oraclecloud\.com|digitalocean\.com|linode\.com)([./-]|$)/;

/** Kinds that a complete set of manifests has, with others that replace them. */
const complete: Readonly<Record<string, readonly string[]>> = {
  'a workload': ['Deployment', 'StatefulSet', 'DaemonSet'],
  'a Service': ['Service'],
  'an entrance': ['HTTPRoute', 'Ingress', 'IngressRoute', 'VirtualService', 'Gateway'],
  'a PodDisruptionBudget': ['PodDisruptionBudget'],
  'an autoscaler': ['HorizontalPodAutoscaler', 'ScaledObject'],
};

/** Judges manifests and nodes. Pure. */
export function judgeApplication(
  manifests: readonly Manifest[],
  { nodes, served }: Pick<Live, 'nodes' | 'served'>,
  { version, newest }: { readonly version: number | undefined; readonly newest: number },
  { either, unknown }: Showing,
): RequirementAssessment[] {
  const bound = manifests.filter(
    ({ object: { apiVersion = '', metadata } }) =>
      ofCloud.test(apiVersion) ||
      Object.keys(metadata?.annotations ?? {}).some(key => ofCloud.test(key.split('/')[0] ?? '')),
  );
  const kinds = new Set(manifests.map(({ object }) => object.kind));
  const lacking = Object.entries(complete).flatMap(([name, oneOf]) =>
    oneOf.some(kind => kinds.has(kind)) ? [] : [name],
  );
  const cloud = problemIn(bound.map(({ object, name }) => `${object.kind}/${name} depends on one cloud`));
  return [
    ...(cloud === undefined && !served.known
      ? unknown('Z1', 'assess-neutral', served.why)
      : either(
          'Z1',
          'assess-neutral',
          `no API of one cloud is used by ${manifests.length} manifests`,
          cloud,
          'keep what belongs to a cloud in an overlay or a chart of the platform',
        )),
    ...(lacking.length === 0 && !served.known
      ? unknown('H9', 'assess-complete', served.why)
      : either(
          'H9',
          'assess-complete',
          'workload, Service, entrance, budget and autoscaler are there',
          problemIn(lacking.map(name => `${name} is not in the manifests`)),
          'add it; `slipway init` writes a first version',
        )),
    ...nodeResults(),
    ...either(
      'Z9',
      'assess-version',
      `slipway.yml follows version ${newest} of the policy`,
      version === newest
        ? undefined
        : version === undefined
          ? 'slipway.yml names no version of the policy'
          : `slipway.yml follows version ${version} of the policy, and ${newest} is current`,
      `set \`policy-version: ${newest}\``,
    ),
  ];

  function nodeResults(): RequirementAssessment[] {
    if (!nodes.known) return unknown('A4', 'assess-nodes', nodes.why);
    const down = nodes.value.filter(({ status }) =>
      ((status as { conditions?: { type: string; status: string }[] } | undefined)?.conditions ?? []).some(
        ({ type, status: is }) => type === 'Ready' && is !== 'True',
      ),
    );
    return either(
      'A4',
      'assess-nodes',
      `${nodes.value.length} nodes are ready`,
      problemIn(down.map(({ metadata }) => `the node ${metadata?.name} is not ready`)),
      'find out with kubectl describe',
    );
  }
}
