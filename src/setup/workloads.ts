import { selects } from '../cluster/labels.ts';
import type { Manifest } from '../cluster/manifests.ts';
import type { Service } from '../cluster/objects.ts';
import { UserError } from '../toolkit/errors.ts';
import { textsIn } from '../toolkit/map.ts';
import type { RouteRule } from '../traffic/route.ts';
import {
  containersOf,
  isReleased,
  refOf,
  repositoryOf,
  templateOf,
  titleOf,
  type Workload,
} from '../workloads/kinds.ts';

/** Which objects of the manifests slipway.yml names. Pure. */

/** An image of this repository, and how it was recognized. */
export interface NamedImage {
  /** Name in slipway.yml. */
  readonly name: string;
  readonly repository: string;
}

/** What slipway.yml says about the manifests. */
export interface ChosenObjects {
  readonly workload: string;
  readonly why: string;
  readonly workers: readonly string[];
  readonly service?: string;
  readonly route?: string;
  /** The request that proves a release; undefined where the probes name none. */
  readonly check?: { readonly path: string; readonly from?: 'service' };
  readonly notes: readonly string[];
}

const workloadsIn = (manifests: readonly Manifest[]) =>
  manifests.filter(({ object }) => isReleased(object.kind)).map(({ object }) => object as Workload);

/** Returns the repositories of the containers of all workloads, each once. */
export const repositoriesIn = (manifests: readonly Manifest[]): string[] => [
  ...new Set(workloadsIn(manifests).flatMap(repositoriesOf)),
];

const repositoriesOf = (workload: Workload): string[] =>
  containersOf(templateOf(workload)?.spec).flatMap(({ image = '' }) =>
    image === '' ? [] : [repositoryOf(image)],
  );

/**
 * Returns the repository in the manifests for each name that one has: by its last part, or else the only one that can be meant.
 * @param wanted the repository of the first name, if it is known; otherwise empty.
 */
export function matchImages(
  manifests: readonly Manifest[],
  names: readonly string[],
  wanted: string,
): NamedImage[] {
  const found = matchNames(manifests, names, wanted);
  if (found.length > 0) return found;
  const used = repositoriesIn(manifests);
  const running = workloadsIn(manifests).filter(({ kind }) => kind !== 'CronJob');
  // Names without a registry and owner are Docker's own images, such as postgres.
  const owned = used.filter(each => each.includes('/'));
  const [first] = running.length === 1 ? running.flatMap(repositoriesOf) : [];
  const only = owned.length === 1 ? owned[0] : first;
  if (only !== undefined) return [{ name: names[0] ?? 'app', repository: only }];
  throw new UserError(
    `no container of the manifests has an image of this repository: they use ${used.join(', ') || 'none'}`,
    'name the one that is built here with --image',
  );
}

/** Returns the repository in the manifests for each name that stands in one. */
export function matchNames(
  manifests: readonly Manifest[],
  names: readonly string[],
  wanted: string,
): NamedImage[] {
  const used = repositoriesIn(manifests);
  const taken = new Set<string>();
  return names.flatMap((name, index): NamedImage[] => {
    const last = (repository: string) => repository.slice(repository.lastIndexOf('/') + 1).toLowerCase();
    const fits: ((repository: string) => boolean)[] = [
      each => index === 0 && each === wanted,
      each => last(each) === name,
      each => last(each).endsWith(`-${name}`) || last(each).endsWith(`_${name}`),
      each => index === 0 && name.endsWith(`-${last(each)}`),
    ];
    const free = used.filter(each => !taken.has(each));
    const repository = fits.map(fit => free.find(fit)).find(each => each !== undefined);
    if (repository === undefined) return [];
    taken.add(repository);
    return [{ name, repository }];
  });
}

/** Chooses workload, workers, Service, HTTPRoute and check. */
export function choose(
  manifests: readonly Manifest[],
  images: readonly NamedImage[],
  app: string,
): ChosenObjects {
  const ours = new Set(images.map(({ repository }) => repository));
  const running = workloadsIn(manifests).filter(each => repositoriesOf(each).some(image => ours.has(image)));
  const servicesOf = (workload: Workload) =>
    manifests
      .filter(({ object }) => object.kind === 'Service')
      .filter(({ object }) =>
        selects((object as Service).spec?.selector, templateOf(workload)?.metadata?.labels),
      );
  const routeTo = (service: string) =>
    manifests.find(
      ({ object }) =>
        object.kind === 'HTTPRoute' &&
        rulesOf(object).some(rule => rule.backendRefs?.some(({ name }) => name === service)),
    );
  const entered = (service: Manifest) =>
    /^(LoadBalancer|NodePort)$/.test((service.object as Service).spec?.type ?? '') ||
    manifests.some(({ object }) => object.kind === 'Ingress' && namesService(object, service.name));
  const rank = (workload: Workload) => {
    const services = servicesOf(workload);
    if (services.some(({ name }) => routeTo(name) !== undefined)) return 4;
    if (services.some(entered)) return 3;
    return (services.length > 0 ? 2 : 0) + (workload.metadata?.name === app ? 0.5 : 0);
  };
  const candidates = running.filter(({ kind }) => kind !== 'CronJob').sort((a, b) => rank(b) - rank(a));
  const [workload] = candidates;
  if (workload === undefined)
    throw new UserError(
      `no workload of the manifests runs ${[...ours].join(' or ')}`,
      'name the image that is built here with --image',
    );
  const services = servicesOf(workload);
  const service = services.find(({ name }) => routeTo(name) !== undefined) ?? services[0];
  const route = service && routeTo(service.name);
  const workers = running.filter(each => each !== workload);
  const called = workers.filter(each => servicesOf(each).length > 0).map(each => titleOf(refOf(each)));
  const notes = textsIn([
    called.length > 0 &&
      `${called.join(', ')} ${called.length === 1 ? 'has a Service' : 'have Services'}, but ${called.length === 1 ? 'is released as a worker' : 'are released as workers'}, without checks: what needs checks of its own needs its own slipway.yml`,
  ]);
  const probed = service && checkOf(workload, service, route);
  return {
    workload: titleOf(refOf(workload)),
    why:
      candidates.length === 1
        ? 'The workload that runs the image.'
        : 'Of the workloads that run the images, the one with a Service in front of it.',
    workers: workers.map(each => titleOf(refOf(each))),
    ...(service && { service: service.name }),
    ...(route && { route: `HTTPRoute/${route.name}` }),
    ...(typeof probed === 'object' && { check: probed }),
    notes: [...notes, ...(typeof probed === 'string' ? [probed] : [])],
  };
}

const namesService = (ingress: Manifest['object'], service: string) =>
  JSON.stringify(ingress.spec ?? {}).includes(`"service":{"name":"${service}"`);

const rulesOf = (object: Manifest['object']): RouteRule[] =>
  (object.spec as { rules?: RouteRule[] } | undefined)?.rules ?? [];

/** Returns the request of the readinessProbe, if the Service forwards to its port; otherwise why there is none. */
function checkOf(
  workload: Workload,
  service: Manifest,
  route: Manifest | undefined,
): ChosenObjects['check'] | string {
  const containers = templateOf(workload)?.spec?.containers ?? [];
  const container = containers.find(({ readinessProbe }) => readinessProbe?.httpGet !== undefined);
  const probe = container?.readinessProbe?.httpGet;
  const add =
    'add `verify.checks` to slipway.yml, delete the file of the RBAC, and run `slipway init` again, which writes it';
  if (probe?.path === undefined)
    return `no readinessProbe of ${workload.metadata?.name} requests a path, so no check was written: ${add}`;
  const numberOf = (port: unknown) =>
    container?.ports?.find(({ name }) => name === port)?.containerPort ?? Number(port);
  const [first] = (service.object as Service).spec?.ports ?? [];
  if (probe.scheme === 'HTTPS')
    return `the readinessProbe of ${workload.metadata?.name} uses HTTPS, so no check was written: ${add}`;
  if (numberOf(first?.targetPort ?? first?.port) !== numberOf(probe.port))
    return `the readinessProbe of ${workload.metadata?.name} probes a port that Service/${service.name} does not forward to, so no check was written: ${add}`;
  const { path } = probe;
  if (route === undefined) return { path };
  const covers = ({ matches: list = [] }: RouteRule) =>
    list.length === 0 ||
    list.some(({ path: match }) => match === undefined || path.startsWith(match.value ?? '/'));
  return rulesOf(route.object).some(covers) ? { path } : { path, from: 'service' };
}
