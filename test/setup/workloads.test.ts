import { describe, expect, it } from 'vitest';
import { parseManifests } from '../../src/cluster/manifests.ts';
import { placesOfManifests } from '../../src/setup/places.ts';
import { choose, matchImages } from '../../src/setup/workloads.ts';
import { wording } from '../wording.ts';
import { webManifests } from './checkout.ts';

const manifests = (...texts: string[]) => texts.flatMap(text => parseManifests(text, 'web.yaml'));
const image = (repository: string) => [{ name: 'shop', repository }];

describe('the image of the repository', () => {
  const of = (names: string[], wanted: string, ...used: string[]) =>
    matchImages(manifests(...used.map((each, index) => webManifests(`w${index}`, each))), names, wanted);

  it('has the name, or is the one of the git remote', () => {
    expect(of(['shop'], '', 'x/shop:1', 'x/other')).toEqual(image('x/shop'));
    expect(of(['shop'], 'ghcr.io/acme/store', 'x/other', 'ghcr.io/acme/store')).toEqual(
      image('ghcr.io/acme/store'),
    );
    expect(of(['shop', 'web'], '', 'x/acme_web', 'x/acme-shop').map(({ repository }) => repository)).toEqual([
      'x/acme-shop',
      'x/acme_web',
    ]);
  });

  it('is the only one that is not one of Docker’s own', () => {
    expect(of(['shop'], '', 'postgres:18', 'team/backend')).toEqual(image('team/backend'));
    expect(of(['shop'], '', 'backend')).toEqual(image('backend'));
  });

  it('is not guessed among several', () => {
    expect(() => of(['shop'], '', 'x/a', 'x/b')).toThrow(wording('x/a, x/b'));
  });
});

describe('the check', () => {
  const chosen = (text: string) => choose(manifests(text), image('x/shop'), 'shop');

  it('requests what the readinessProbe does', () => {
    expect(chosen(webManifests('shop', 'x/shop'))).toMatchObject({
      service: 'shop',
      check: { path: '/healthz' },
    });
  });

  it('is left out where the Service does not forward to it', () => {
    const other = webManifests('shop', 'x/shop').replace('targetPort: http', 'targetPort: 9000');
    expect(chosen(other)).not.toHaveProperty('check');
    expect(chosen(other).notes).toContainEqual(wording('Service/shop'));
    const secure = webManifests('shop', 'x/shop').replace('path: /healthz', 'scheme: HTTPS, path: /healthz');
    expect(chosen(secure)).not.toHaveProperty('check');
    expect(chosen(secure).notes).toContainEqual(wording('HTTPS'));
    const none = webManifests('shop', 'x/shop').replace(/readinessProbe: .*/, '');
    expect(chosen(none).notes).toContainEqual(wording('readinessProbe'));
  });
});

describe('the places of manifests', () => {
  const places = (environment: string, ...paths: string[]) =>
    placesOfManifests(
      { paths, texts: new Map(paths.map(path => [path, 'kind: Deployment\n'])) },
      { app: 'shop', environment },
    ).map(({ folder }) => folder);

  it('are kustomizations first, that of the environment before others, production last', () => {
    const paths = ['deploy/base', 'deploy/overlays/prod', 'deploy/overlays/eu'].map(
      each => `${each}/kustomization.yaml`,
    );
    expect(places('eu', 'k8s/a.yaml', ...paths)).toEqual([
      ...['deploy/overlays/eu', 'deploy/base', 'k8s', 'deploy/overlays/prod'],
    ]);
    expect(places('production', ...paths)[0]).toBe('deploy/overlays/prod');
  });

  it('are not templates of charts, tests and workflows', () => {
    expect(places('production', 'charts/a/templates/d.yaml', 'tests/d.yaml', '.github/x.yaml')).toEqual([]);
  });

  it('are charts last, that of the application first, without the charts that these contain', () => {
    const charts = ['charts/api', 'charts/shop', 'charts/shop/charts/redis', 'tests/chart'];
    expect(places('production', 'k8s/a.yaml', ...charts.map(each => `${each}/Chart.yaml`))).toEqual([
      ...['k8s', 'charts/shop', 'charts/api'],
    ]);
  });
});
