import type { Manifest } from '../../../cluster/manifests.ts';
import type { KubeObject } from '../../../cluster/objects.ts';
import { isMap, mapsIn } from '../../../toolkit/map.ts';
import { isReady } from '../../../workloads/pods.ts';
import { type Judgements, metUnless, unknown } from '../../judgement.ts';
import type { Live } from '../../live.ts';

/** What manifests and nodes show that no rule of `assess` is about. */

/** Groups, annotations and drivers of clouds. */
const ofCloud =
  /(^|[./-])(amazonaws\.com|alb\.ingress\.kubernetes\.io|aws|azure(\.com)?|gce-pd|gke\.io|cloud\.google\.com|googleapis\.com|alibabacloud\.com|oraclecloud\.com|digitalocean\.com|linode\.com)([./-]|$)/;

/** Whether a name is one of a cloud: by its prefix, or what follows one of Kubernetes, as in `kubernetes.io/aws-ebs`. */
const isOfCloud = (name: string) =>
  ofCloud.test(
    /^(service\.(beta\.|alpha\.)?)?kubernetes\.io\//.test(name) ? name : (name.split('/')[0] ?? ''),
  );

type Loose = KubeObject & { readonly spec?: unknown; readonly provisioner?: unknown };

/** Returns what selects nodes, load balancers and drivers of volumes. */
function placesIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(placesIn);
  return Object.entries(isMap(value) ? value : {}).flatMap(([key, part]) => {
    if (typeof part === 'string') return /^(loadBalancerClass|provisioner|driver)$/.test(key) ? [part] : [];
    if (key === 'nodeSelector' && isMap(part)) return Object.keys(part);
    return key === 'matchExpressions' ? mapsIn(part).map(each => String(each.key)) : placesIn(part);
  });
}

/** Kinds that a complete set of manifests has, with others that replace them. */
const complete: Readonly<Record<string, readonly string[]>> = {
  'a workload': ['Deployment', 'StatefulSet', 'DaemonSet'],
  'a Service': ['Service'],
  'a route': ['HTTPRoute', 'Ingress', 'IngressRoute', 'VirtualService', 'Gateway'],
  'a PodDisruptionBudget': ['PodDisruptionBudget'],
  'an autoscaler': ['HorizontalPodAutoscaler', 'ScaledObject'],
};

/** Judges manifests and nodes. Pure. */
export function judgeApplication(
  manifests: readonly Manifest[],
  { nodes, served }: Pick<Live, 'nodes' | 'served'>,
  { version, newest }: { readonly version: number | undefined; readonly newest: number },
): Judgements {
  const bound = manifests.filter(
    ({ object: { apiVersion = '', metadata, spec, provisioner } }: { object: Loose }) =>
      ofCloud.test(apiVersion) ||
      [...Object.keys(metadata?.annotations ?? {}), ...placesIn(spec), ...placesIn({ provisioner })].some(
        isOfCloud,
      ),
  );
  const kinds = new Set(manifests.map(({ object }) => object.kind));
  const lacking = Object.entries(complete).flatMap(([name, oneOf]) =>
    oneOf.some(kind => kinds.has(kind)) ? [] : [name],
  );
  /** Manifests alone can break the requirement, but not meet it. */
  const withCluster = (problems: readonly string[], good: string, remedy: string) =>
    problems.length > 0 || served.known ? metUnless(problems, good, remedy) : unknown(served.why);
  const outdated =
    version === undefined
      ? 'slipway.yml names no version of the policy'
      : `slipway.yml follows version ${version} of the policy, and ${newest} is current`;
  return {
    'assess-neutral': withCluster(
      bound.map(({ object, name }) => `${object.kind}/${name} depends on one cloud`),
      `none of ${manifests.length} manifests uses an API of one cloud`,
      'move what belongs to one cloud to an overlay or a platform chart',
    ),
    'assess-complete': withCluster(
      lacking.map(name => `${name} is not in the manifests`),
      'the manifests have workload, Service, route, PodDisruptionBudget and autoscaler',
      'add it to the manifests',
    ),
    'assess-nodes': nodes.known
      ? metUnless(
          nodes.value
            .filter(node => !isReady(node))
            .map(({ metadata }) => `the node ${metadata?.name} is not ready`),
          `${nodes.value.length} nodes are ready`,
          'find out why: `kubectl describe node`',
        )
      : unknown(nodes.why),
    'assess-version': metUnless(
      version === newest ? [] : outdated,
      `slipway.yml follows version ${newest} of the policy`,
      `set \`policy-version: ${newest}\``,
    ),
  };
}
