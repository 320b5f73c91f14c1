import { describe, expect, it } from 'vitest';
import type { KubeObject } from '../../src/cluster/objects.ts';
import { injectDigests, prepareManifests, workloadIn } from '../../src/workloads/candidate.ts';
import { podTemplatesOf, repositoryOf } from '../../src/workloads/kinds.ts';
import { labels } from '../../src/workloads/naming.ts';
import { configMap, environment, manifest, sentence, template, workload } from '../release/objects.ts';
import { wording } from '../wording.ts';

const digest = `sha256:${'a'.repeat(64)}`;
const prepare = (image: string, repository: string, spec: object = {}) =>
  prepareManifests([workload(template(image, spec))], environment(), { shop: { repository, digest } });
const imagesOf = (manifests: ReturnType<typeof prepare>) =>
  manifests.flatMap(m =>
    podTemplatesOf(m.object).flatMap(t =>
      [...(t.spec?.initContainers ?? []), ...(t.spec?.containers ?? [])].map(c => c.image),
    ),
  );

describe('a container gets the digest of the release', () => {
  it.each([
    ['without a tag', 'ghcr.io/acme/shop', 'ghcr.io/acme/shop'],
    ['with a tag', 'ghcr.io/acme/shop:1.2.3', 'ghcr.io/acme/shop'],
    ['with a digest', `ghcr.io/acme/shop@sha256:${'b'.repeat(64)}`, 'ghcr.io/acme/shop'],
    ['with both', `ghcr.io/acme/shop:1@sha256:${'b'.repeat(64)}`, 'ghcr.io/acme/shop'],
    ['from a registry with a port', '127.0.0.1:5000/shop', '127.0.0.1:5000/shop'],
    ['from a registry with a port, with a tag', 'localhost:5000/shop:1', 'localhost:5000/shop'],
    ['by its short name', 'nginx:1.29', 'docker.io/library/nginx'],
    ['by its long name', 'docker.io/library/nginx', 'nginx'],
    ['of a user by its short name', 'acme/shop', 'docker.io/acme/shop'],
  ])('%s', (_, image, repository) => {
    expect(imagesOf(prepare(image, repository))).toEqual([`${repository}@${digest}`]);
  });

  it('as an init container too, and every one that uses it', () => {
    const spec = { initContainers: [{ name: 'migrate', image: 'acme/shop:1' }] };
    expect(imagesOf(prepare('acme/shop', 'acme/shop', spec))).toEqual(Array(2).fill(`acme/shop@${digest}`));
  });

  it('in a CronJob, a Job and a bare Pod too', () => {
    const pods = template('acme/shop');
    const others: KubeObject[] = [
      {
        apiVersion: 'batch/v1',
        kind: 'CronJob',
        metadata: { name: 'a' },
        spec: { jobTemplate: { spec: { template: pods } } },
      },
      { apiVersion: 'batch/v1', kind: 'Job', metadata: { name: 'b' }, spec: { template: pods } },
      { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'c' }, spec: pods.spec },
    ];
    const given = [
      workload(template('acme/shop')),
      ...others.map(object => manifest(structuredClone(object))),
    ];
    injectDigests(given, { shop: { repository: 'acme/shop', digest } });
    expect(imagesOf(given)).toEqual(Array(4).fill(`acme/shop@${digest}`));
  });

  it('and a container of another repository keeps its image', () => {
    const spec = { initContainers: [{ name: 'proxy', image: 'ghcr.io/acme/shop-proxy:2' }] };
    expect(imagesOf(prepare('ghcr.io/acme/shop', 'ghcr.io/acme/shop', spec))).toEqual([
      'ghcr.io/acme/shop-proxy:2',
      `ghcr.io/acme/shop@${digest}`,
    ]);
  });

  it('or the release is refused, with both sides listed', async () => {
    const said = await sentence(() => prepare('ghcr.io/acme/store:1', 'ghcr.io/acme/shop'));
    expect(said).toEqual(wording('ghcr.io/acme/shop', 'ghcr.io/acme/store', 'slipway.yml'));
  });
});

describe('the prepared manifests', () => {
  it('carry the stable track on the template of the workload alone', () => {
    const beside = manifest({
      apiVersion: 'apps/v1',
      kind: 'DaemonSet',
      metadata: { name: 'agent' },
      spec: { template: template('x') },
    });
    const [prepared, other] = prepareManifests([workload(), beside], environment(), {});
    expect(podTemplatesOf(prepared!.object)[0]?.metadata?.labels).toEqual({
      app: 'shop',
      [labels.track]: 'stable',
    });
    expect(podTemplatesOf(other!.object)[0]?.metadata?.labels).toEqual({ app: 'shop' });
  });

  const named = (apiVersion: string, kind: string, spec: object = {}) =>
    manifest({ apiVersion, kind, metadata: { name: 'a' }, spec });
  const refused = (one: ReturnType<typeof named>) =>
    sentence(() =>
      prepareManifests([workload(template('acme/shop')), one], environment(), {
        shop: { repository: 'acme/shop', digest },
      }),
    );

  it('IN 3: are refused with a Job, which must be a hook', async () => {
    expect(await refused(named('batch/v1', 'Job', { template: template('x') }))).toEqual(
      wording('Job/a', 'hooks'),
    );
  });

  it.each(['Pod', 'Job'])('IN 4: are refused with a hook of Argo CD, by its name: %s', async kind => {
    const metadata = { name: 'a', annotations: { 'argocd.argoproj.io/hook': 'PreSync' } };
    const one = manifest({ apiVersion: 'v1', kind, metadata, spec: template('busybox').spec });
    expect(await refused(one)).toEqual(wording(`${kind}/a`, 'PreSync', 'Argo CD', 'hooks'));
  });

  it.each([
    ['v1', 'Namespace'],
    ['apiextensions.k8s.io/v1', 'CustomResourceDefinition'],
    ['rbac.authorization.k8s.io/v1', 'ClusterRole'],
    ['storage.k8s.io/v1', 'StorageClass'],
  ])('IN 7: are refused without a cluster with a cluster-scoped object: %s %s', async (apiVersion, kind) => {
    expect(await refused(named(apiVersion, kind))).toEqual(wording(`${kind}/a`));
  });

  it.each([
    ['v1', 'Pod', { spec: template('acme/shop:1').spec }],
    ['argoproj.io/v1alpha1', 'Rollout', { spec: { template: template('acme/shop:1') } }],
  ])(
    'IN 1: are refused when a release could not watch an object that runs its image: %s %s',
    async (apiVersion, kind, more) => {
      const one = manifest({ apiVersion, kind, metadata: { name: 'a' }, ...(more as object) });
      expect(await refused(one)).toEqual(wording(`${kind}/a`, 'acme/shop:1'));
    },
  );

  it('are in the namespace of the environment', () => {
    const all = prepareManifests([workload(), configMap('conf', {})], environment({ namespace: 'live' }), {});
    expect(all.map(m => m.object.metadata?.namespace)).toEqual(['live', 'live']);
  });

  it('are refused when one is written for another namespace', async () => {
    const lost = configMap('conf', {}, { metadata: { name: 'conf', namespace: 'other' } });
    expect(await sentence(() => prepareManifests([workload(), lost], environment(), {}))).toEqual(
      wording('deploy/shop.yaml', 'ConfigMap/conf', 'other'),
    );
  });

  it('are refused without the workload, naming the existing ones', async () => {
    expect(await sentence(() => workloadIn([configMap('shop', {})], environment()))).toEqual(
      wording('Deployment/shop'),
    );
    const other = environment({ workload: { kind: 'Deployment', name: 'store' } });
    expect(await sentence(() => workloadIn([workload()], other))).toEqual(
      wording('Deployment/store', 'shop'),
    );
  });

  it('are refused when the workload has no template', async () => {
    const empty = manifest({
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: 'shop' },
      spec: {},
    });
    expect(await sentence(() => prepareManifests([empty], environment(), {}))).toEqual(
      wording('spec.template'),
    );
  });

  it('do not change what was read', () => {
    const given = [workload(template('acme/shop'))];
    const before = structuredClone(given);
    prepareManifests(given, environment(), { shop: { repository: 'acme/shop', digest } });
    expect(given).toEqual(before);
  });
});

it('a repository is a reference without tag and digest', () => {
  expect(repositoryOf('localhost:5000/a/b:1@sha256:2')).toBe('localhost:5000/a/b');
  expect(repositoryOf('localhost:5000/a')).toBe('localhost:5000/a');
  expect(repositoryOf('nginx')).toBe('nginx');
  expect(repositoryOf('')).toBe('');
});
