import { selectorMatches, selects } from '../../cluster/labels.ts';
import type { Manifest } from '../../cluster/manifests.ts';
import { isMap, mapsIn } from '../../toolkit/map.ts';
import { podTemplatesOf } from '../../workloads/kinds.ts';
import { finding, type Judged, type ManifestPath, met, overEach, ruleOf, unknown } from '../rule.ts';
import { type AssessSubject, mayCreate, nameOfManifest, ofKind, serviceSelector } from '../subject.ts';
import { everyContainer, everyWorkload, type PodFinding, podFindingIf } from '../templates.ts';

/** What the API server would refuse or never connect. */

const controllers = ['Deployment', 'StatefulSet', 'DaemonSet'];

const workload = ruleOf('workload-invalid', 'H8', subject =>
  overEach(ofKind(subject.manifests, ...controllers), everyWorkload.none, each =>
    judgeWorkload(each, subject),
  ),
);

function judgeWorkload(manifest: Manifest, { workloads }: AssessSubject): Judged[] {
  const title = nameOfManifest(manifest);
  const flaws = flawsOf(manifest).map(({ what, remedy, path }) =>
    finding(`${title} ${what}, so the API server refuses it`, remedy, manifest, path),
  );
  if (flaws.length > 0) return flaws;
  const pods = workloads.find(each => each.manifest === manifest)?.pods;
  if (pods?.known !== true) return [unknown(pods?.why ?? 'its pods were not listed', title)];
  return [
    pods.value.length > 0
      ? met(`${title} runs in the cluster`, title, [pods], title)
      : unknown(`no pod of ${title} runs`, title),
  ];
}

function flawsOf({ object }: Manifest): PodFinding[] {
  const spec = isMap(object.spec) ? object.spec : {};
  const template = isMap(spec.template) ? spec.template : {};
  const pod = isMap(template.spec) ? template.spec : {};
  const { labels } = (isMap(template.metadata) ? template.metadata : {}) as {
    labels?: Record<string, string>;
  };
  const containers = mapsIn(pod.containers);
  const path = ['spec', 'template'];
  const when = (wrong: boolean, what: string, at: ManifestPath) =>
    podFindingIf(wrong, what, 'add what is missing', at);
  return [
    ...when(!isMap(spec.selector) || Object.keys(spec.selector).length === 0, 'has no spec.selector', [
      'spec',
    ]),
    ...when(labels === undefined, 'has no spec.template.metadata.labels', path),
    ...podFindingIf(
      isMap(spec.selector) && labels !== undefined && !selectorMatches(spec.selector, labels),
      'has a spec.selector that does not match the labels of its pod template',
      'make the selector match these labels',
      ['spec', 'selector'],
    ),
    ...when(containers.length === 0, 'has no container', path),
    ...containers.flatMap(({ name, image }, index) =>
      when(
        typeof name !== 'string' || typeof image !== 'string' || image === '',
        `has a container without ${typeof name === 'string' ? 'an image' : 'a name'}`,
        [...path, 'spec', 'containers', index],
      ),
    ),
  ];
}

const service = ruleOf('service-selector', 'A5', subject =>
  overEach(
    ofKind(subject.manifests, 'Service').filter(each => Object.keys(serviceSelector(each) ?? {}).length > 0),
    'no Service with a selector is in the manifests',
    each => judgeService(each, subject),
  ),
);

function judgeService(manifest: Manifest, { manifests, live: { pods } }: AssessSubject): Judged {
  const { object } = manifest;
  const selector = serviceSelector(manifest);
  const name = nameOfManifest(manifest);
  const behind = manifests
    .flatMap(each => podTemplatesOf(each.object))
    .filter(({ metadata }) => selects(selector, metadata?.labels));
  const running = pods.known ? pods.value.filter(({ metadata }) => selects(selector, metadata?.labels)) : [];
  if (behind.length === 0 && !pods.known && mayCreate(manifests, selector)) return unknown(pods.why, name);
  if (behind.length === 0 && running.length === 0)
    return finding(
      `${name} selects no pods of the manifests, so requests to it fail`,
      'make its selector match the labels of the pods',
      manifest,
      ['spec', 'selector'],
    );
  const open = behind.flatMap(({ spec = { containers: [] } }) =>
    everyContainer(spec).flatMap(({ container: { ports = [] } }) => ports.map(port => port.name)),
  );
  const written = (object.spec as { ports?: { targetPort?: unknown }[] }).ports ?? [];
  const index = written.findIndex(
    ({ targetPort }) => typeof targetPort === 'string' && !open.includes(targetPort),
  );
  if (behind.length > 0 && index >= 0)
    return finding(
      `${name} sends requests to the port ${written[index]?.targetPort}, which no container behind it has`,
      'use a port that the container has, or add the port to the container',
      manifest,
      ['spec', 'ports', index],
    );
  if (!pods.known) return unknown(pods.why, name);
  return running.length > 0
    ? met(`${name} selects running pods`, name, [pods], name)
    : unknown(`${name} selects no running pod yet`, name);
}

const served = ruleOf('api-served', 'C14', ({ manifests, live }) => {
  if (!live.served.known) return [unknown(live.served.why)];
  const { value } = live.served;
  const added = new Set(ofKind(manifests, 'CustomResourceDefinition').flatMap(versionsOf));
  const lacking = manifests.filter(
    ({ object: { apiVersion } }) => !value.has(apiVersion) && !added.has(apiVersion),
  );
  if (lacking.length === 0)
    return [met('the API server serves the versions of all manifests', 'the API server', [live.served])];
  return lacking.map(manifest => ({
    ...finding(
      `${nameOfManifest(manifest)} needs ${manifest.object.apiVersion}, which the API server does not serve`,
      'use a version that it serves (`kubectl api-versions`), or install the add-on',
      manifest,
      ['apiVersion'],
    ),
    ...(manifest.object.kind === 'HorizontalPodAutoscaler' ? { id: 'P6' as const } : {}),
  }));
});

/** Returns the versions that a definition in the manifests adds, such as `example.com/v1`. */
function versionsOf({ object: { spec } }: Manifest): string[] {
  const { group, versions } = (spec ?? {}) as { group?: string; versions?: unknown };
  return mapsIn(versions).map(({ name }) => `${group}/${name}`);
}

export const validityRules = [workload, service, served];
