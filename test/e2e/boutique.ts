import { appendFile, cp, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import type { Deployment, Pod } from '../../src/cluster/objects.ts';
import { pathOf, resources } from '../../src/cluster/resources.ts';
import { isReady } from '../../src/workloads/pods.ts';
import { buildx, createShop, repository, root, type Shop } from './harness.ts';

/** An application like Online Boutique: twelve services, of which the repository builds three. slipway.yml names only the frontend. */

const services = [
  'adservice',
  'cartservice',
  'checkoutservice',
  'currencyservice',
  'emailservice',
  'frontend',
  'loadgenerator',
  'paymentservice',
  'productcatalogservice',
  'recommendationservice',
  'redis-cart',
  'shippingservice',
] as const;

/** The workload of each of the repository's own images. */
export const own = { frontend: 'frontend', cart: 'cartservice', checkout: 'checkoutservice' } as const;
export type Image = keyof typeof own;
export const images = Object.keys(own) as Image[];

/** Versions of each own image; `crash` exits one second after its start. */
export const good = ['v1', 'v2', 'v3'] as const;
export type Tag = (typeof good)[number] | 'crash';
export type Tags = Record<Image, Tag>;

const registry = repository.slice(0, repository.lastIndexOf('/'));
const repositoryOf = (name: string) => `${registry}/boutique/${name}`;

/** Returns the input `images`. */
export const imagesOf = (tags: Tags): string =>
  JSON.stringify(Object.fromEntries(images.map(name => [name, `${repositoryOf(name)}:${tags[name]}`])));

/** Builds and pushes every version of the own images, and one image for all other services. */
export async function pushBoutique(): Promise<void> {
  const crashing = await mkdtemp(join(tmpdir(), 'e2e-boutique-'));
  await cp(join(root, 'examples/shop'), crashing, { recursive: true });
  await appendFile(join(crashing, 'Dockerfile'), 'ENV FAULT_CRASH_AFTER=1\n');
  const whole = join(root, 'examples/shop');
  const push = (folder: string, name: string, tag: string) =>
    buildx(folder, ['--build-arg', `VERSION=${name}-${tag}`, '--tag', `${repositoryOf(name)}:${tag}`]);
  await push(whole, 'stand-in', 'v1');
  await Promise.all(
    images.flatMap(name => [...good.map(tag => push(whole, name, tag)), push(crashing, name, 'crash')]),
  );
  await rm(crashing, { recursive: true });
}

/** Returns the reference of an own image with its digest in the registry. */
export async function pinned(name: Image, tag: Tag): Promise<string> {
  const [host, ...path] = repositoryOf(name).split('/');
  const accept = 'application/vnd.oci.image.manifest.v1+json, application/vnd.oci.image.index.v1+json';
  const answer = await fetch(`http://${host}/v2/${path.join('/')}/manifests/${tag}`, {
    method: 'HEAD',
    headers: { accept },
  });
  return `${repositoryOf(name)}@${answer.headers.get('docker-content-digest')}`;
}

export const createBoutique = (): Promise<Shop> =>
  createShop('boutique', async shop => {
    const deploy = join(shop.dir, 'deploy');
    for (const file of await readdir(deploy)) await rm(join(deploy, file));
    const objects = services.flatMap(name => [deploymentOf(name), serviceOf(name)]);
    await writeFile(join(deploy, 'boutique.yaml'), objects.map(object => stringify(object)).join('---\n'));
    await writeFile(
      join(shop.dir, 'slipway.yml'),
      stringify({
        app: 'boutique',
        images: Object.fromEntries(images.map(name => [name, { repository: repositoryOf(name) }])),
        environments: {
          production: {
            namespace: shop.namespace,
            manifests: ['deploy/'],
            workload: 'Deployment/frontend',
            service: 'frontend',
            strategy: { rolling: { deadline: '1m' } },
          },
        },
      }),
    );
  });

function deploymentOf(name: string): object {
  const image = images.find(each => own[each] === name);
  const labels = { app: name };
  const container = {
    name: 'server',
    image: image === undefined ? `${repositoryOf('stand-in')}:v1` : repositoryOf(image),
    ports: [{ name: 'http', containerPort: 8080 }],
    readinessProbe: { httpGet: { path: '/ready', port: 'http' }, periodSeconds: 1 },
    resources: { requests: { cpu: '10m', memory: '48Mi' } },
  };
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name, labels },
    spec: {
      replicas: 1,
      minReadySeconds: 3,
      progressDeadlineSeconds: 20,
      selector: { matchLabels: labels },
      strategy: { rollingUpdate: { maxUnavailable: 0, maxSurge: 1 } },
      template: { metadata: { labels }, spec: { terminationGracePeriodSeconds: 1, containers: [container] } },
    },
  };
}

const serviceOf = (name: string) => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name },
  spec: { selector: { app: name }, ports: [{ name: 'http', port: 80, targetPort: 'http' }] },
});

export interface Running {
  /** The image in the pod template. */
  image: string;
  /** The pods that are not being deleted. */
  pods: { image: string; ready: boolean }[];
}

/** Returns the template's image and the pods of each own workload. */
export async function running({ cluster, namespace }: Shop): Promise<Record<Image, Running>> {
  const [deployments, pods] = await Promise.all([
    cluster.list<Deployment>(pathOf(resources.deployment, namespace)),
    cluster.list<Pod>(pathOf(resources.pod, namespace)),
  ]);
  const of = (name: Image): Running => {
    const workload = deployments.items.find(({ metadata }) => metadata?.name === own[name]);
    const alive = pods.items.filter(
      ({ metadata }) => metadata?.labels?.app === own[name] && metadata.deletionTimestamp === undefined,
    );
    return {
      image: workload?.spec?.template.spec?.containers[0]?.image ?? '',
      pods: alive.map(pod => ({ image: pod.spec?.containers[0]?.image ?? '', ready: isReady(pod) })),
    };
  };
  return { frontend: of('frontend'), cart: of('cart'), checkout: of('checkout') };
}

/** Returns the spec of each workload with a foreign image. Not its generation, which counts changes of annotations, too. */
export async function foreign({ cluster, namespace }: Shop): Promise<Record<string, Deployment['spec']>> {
  const { items } = await cluster.list<Deployment>(pathOf(resources.deployment, namespace));
  const names: readonly string[] = Object.values(own);
  return Object.fromEntries(
    items
      .filter(({ metadata }) => !names.includes(metadata?.name ?? ''))
      .map(({ metadata, spec }) => [metadata?.name, spec]),
  );
}
