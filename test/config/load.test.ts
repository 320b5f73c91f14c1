import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, expectTypeOf, it } from 'vitest';
import { parseConfig } from '../../src/config/contents.ts';
import type { Duration } from '../../src/config/duration.ts';
import { configFor, environmentOf, loadConfig } from '../../src/config/load.ts';
import type { Check, Config, Environment } from '../../src/config/types.ts';
import { wording } from '../wording.ts';
import { changed, minimal, refusal } from './configs.ts';
import { mistakes } from './mistakes.ts';

describe('a valid slipway.yml', () => {
  it('has every default filled in, durations in milliseconds and parsed objects', () => {
    expect(parseConfig(minimal, 'slipway.yml')).toEqual({
      app: 'shop',
      images: {
        shop: {
          repository: 'ghcr.io/acme/shop',
          context: '.',
          dockerfile: 'Dockerfile',
          args: {},
          secrets: {},
          bases: [],
        },
      },
      scan: {
        'fail-on': ['critical'],
        'only-fixable': false,
        misconfiguration: false,
        'max-database-age': '7d',
        mirrors: [],
        exceptions: [],
        vex: [],
      },
      policy: { rules: {}, 'ignore-comments': true, exceptions: [] },
      environments: {
        production: {
          namespace: 'shop',
          manifests: ['deploy/'],
          workload: { kind: 'Deployment', name: 'shop' },
          workers: [],
          service: 'shop',
          strategy: { kind: 'rolling', deadline: 300_000 },
          gateway: { 'accept-timeout': 120_000, arrival: 120_000, drain: 3000 },
          unversioned: [],
          verify: { from: 'service', checks: [{ get: '/ready', status: 200, 'retry-for': 30_000 }] },
        },
      },
    });
  });

  it('IN 5: needs no environments where images are only built', () => {
    const config = parseConfig('app: shop\nimages: {shop: {repository: ghcr.io/acme/shop}}\n', 'slipway.yml');
    expect(config.environments).toEqual({});
    const asking = () => environmentOf(config, 'production');
    expect(asking).toThrow('slipway.yml of shop has no environments to release to');
  });

  it('has the types that the rest of the code is written against', () => {
    expectTypeOf<Config['environments'][string]>().toEqualTypeOf<Environment>();
    expectTypeOf<Environment['workload']>().toEqualTypeOf<{
      kind: 'Deployment' | 'StatefulSet' | 'DaemonSet';
      name: string;
    }>();
    expectTypeOf<Environment['strategy']['deadline']>().toEqualTypeOf<Duration>();
    expectTypeOf<NonNullable<Environment['verify']>['from']>().toEqualTypeOf<'gateway' | 'service'>();
    expectTypeOf<Check['json']>().toEqualTypeOf<
      Record<string, string | number | boolean | null> | undefined
    >();
  });

  it('keeps the written keys and adds no optional ones', () => {
    const { verify, ...environment } = environmentOf(parseConfig(minimal, 'slipway.yml'), 'production');
    expect(Object.keys(environment)).not.toContain('route');
    expect(Object.keys(verify!)).not.toContain('url');
  });

  it('verifies through the gateway when there is a route', () => {
    const config = parseConfig(
      changed('service: shop', 'service: shop\n    route: HTTPRoute/web'),
      'slipway.yml',
    );
    expect(config.environments.production).toMatchObject({
      route: { kind: 'HTTPRoute', name: 'web' },
      verify: { from: 'gateway' },
    });
  });

  it('verifies through the gateway when an address is all there is', () => {
    const text = changed('    service: shop\n', '').replace(
      '      checks:',
      '      url: http://10.0.0.1:8080/x\n      checks:',
    );
    expect(parseConfig(text, 'slipway.yml').environments.production?.verify).toMatchObject({
      from: 'gateway',
      url: 'http://10.0.0.1:8080/x',
    });
  });

  it('verifies nothing when verify is left out', () => {
    const text = changed('    verify:\n      checks: [{get: /ready}]\n', '');
    expect(parseConfig(text, 'slipway.yml').environments.production).not.toHaveProperty('verify');
  });

  it('shares settings with anchors and merge keys', () => {
    const text = `${changed('production:', 'production: &all')}  staging:\n    <<: *all\n    namespace: staging\n`;
    const { environments } = parseConfig(text, 'slipway.yml');
    expect(environments.staging).toEqual({ ...environments.production, namespace: 'staging' });
  });

  it('reports a mistake in merged settings at its original place', () => {
    const text = `${changed('production:', 'production: &all')}  staging:\n    <<: *all\n    namespace: 3\n`;
    expect(refusal(text)).toEqual(wording('slipway.yml:14:16', 'environments.staging.namespace'));
  });

  it('may have a byte order mark and Windows line ends', () => {
    expect(parseConfig(`\uFEFF${minimal.replaceAll('\n', '\r\n')}`, 'slipway.yml').app).toBe('shop');
  });
});

describe('a budget', () => {
  it.each([
    ['150MB', 150_000_000],
    ['1.5MiB', 1_572_864],
    ['0.3kB', 300],
    ['17B', 17],
    ['2GiB', 2_147_483_648],
  ])('of %s has %i bytes', (written, bytes) => {
    const text = minimal.replace(
      '{repository: ghcr.io/acme/shop}',
      `{repository: ghcr.io/acme/shop, budget: {compressed: ${written}, growth: 7.5%}}`,
    );
    expect(parseConfig(text, 'slipway.yml').images.shop?.budget).toEqual({ compressed: bytes, growth: 7.5 });
  });

  it.each(['150', '150 MB', '-1MB', '1e3kB', '150mb'])('is not %s', written => {
    const text = minimal.replace(
      '{repository: ghcr.io/acme/shop}',
      `{repository: ghcr.io/acme/shop, budget: {compressed: ${written}}}`,
    );
    expect(refusal(text)).toMatch(/budget\.compressed/);
  });
});

describe('an invalid slipway.yml', () => {
  it.each(mistakes)('is refused with one sentence: $name', ({ text, at }) => {
    expect(refusal(text)).toEqual(wording(at));
  });

  it('is refused within seconds, even with the most keys that fit', () => {
    // CPU time, because other processes may use the machine.
    const began = process.cpuUsage();
    const text = Array.from({ length: 80_000 }, (_, n) => `k${n}: 1`).join('\n');
    expect(refusal(text)).toEqual(wording('slipway.yml:1:1', 'app'));
    const rules = Array.from({ length: 40_000 }, (_, n) => `buildkit/K${n}: off`).join(', ');
    expect(refusal(`${minimal}policy: {rules: {${rules}}}\n`)).toEqual(wording());
    expect(process.cpuUsage(began).user / 1_000_000).toBeLessThan(10);
  });

  it('has a mistake within recovery reported alone, before those between top-level keys', () => {
    const recovery =
      'repositories: {far: {survives: region, pgbackrest: 1}}, databases: {shop: {workload: StatefulSet/db, stanza: shop, database: shop, to: [nope]}}';
    const text = changed('    verify:', `    recovery: {${recovery}}\n    verify:`);
    const based = changed('acme/shop}', 'acme/shop, bases: [nope]}', text);
    expect(refusal(based)).toContain('environments.production.recovery.databases.shop.to[0]');
    expect(refusal(based)).not.toContain('more mistake');
  });

  it('is quoted in an error up to 60 characters only', () => {
    expect(refusal(changed('get: /ready', `get: ${'x'.repeat(500)}`)).length).toBeLessThan(300);
  });
});

describe('a file', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'slipway-config-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('is read, and errors name it by the given path', async () => {
    const path = join(folder, 'good.yml');
    await writeFile(path, minimal);
    expect((await loadConfig(path)).app).toBe('shop');
    await writeFile(path, changed('app: shop', 'app: Shop'));
    await expect(loadConfig(path)).rejects.toThrow(wording(`${path}`, 'app', 'Shop'));
  });

  it('that does not exist is an error that names the input for another path', async () => {
    await expect(loadConfig(join(folder, 'none.yml'))).rejects.toMatchObject({
      sentence: wording(`${join(folder, 'none.yml')}`, 'slipway.yml'),
    });
  });

  it('that is a folder is refused', async () => {
    await expect(loadConfig(folder)).rejects.toMatchObject({
      sentence: wording(`${folder}`, 'slipway.yml'),
    });
  });

  it('that is not UTF-8 is refused', async () => {
    const path = join(folder, 'latin1.yml');
    await writeFile(path, Buffer.from('app: sh\xf6p\n', 'latin1'));
    await expect(loadConfig(path)).rejects.toMatchObject({
      sentence: wording(`${path}`, 'UTF-8'),
    });
  });

  it('above 1 MiB is refused', async () => {
    const path = join(folder, 'huge.yml');
    await writeFile(path, `#${' '.repeat(1024 * 1024)}\n`);
    await expect(loadConfig(path)).rejects.toMatchObject({
      sentence: wording(`${path}`, '1', 'slipway.yml'),
    });
  });
});

describe('an environment', () => {
  const config = parseConfig(minimal, 'slipway.yml');

  it('is found by its name', () => {
    expect(environmentOf(config, 'production').namespace).toBe('shop');
  });

  it('that does not exist is an error that suggests the nearest', () => {
    expect(() => environmentOf(config, 'prodution')).toThrow(
      expect.objectContaining({
        sentence: wording('prodution', 'slipway.yml', 'shop', 'production'),
      }),
    );
  });

  it('has its own repositories, and lists the others with the same digests', () => {
    const text = changed('/shop}', '/shop}\n  base: {repository: ghcr.io/acme/base}')
      .replace('    service: shop\n', '    repositories: {shop: eu.example.com/shop}\n    service: shop\n')
      .concat('  test: {namespace: test, manifests: [deploy/], workload: Deployment/shop, service: shop}\n');
    const both = parseConfig(text, 'slipway.yml');
    const places = (environment: string) =>
      Object.values(configFor(both, environmentOf(both, environment)).images).map(
        ({ repository, elsewhere }) => [repository, ...elsewhere],
      );
    expect(places('production')).toEqual([
      ['eu.example.com/shop', 'ghcr.io/acme/shop'],
      ['ghcr.io/acme/base'],
    ]);
    expect(places('test')).toEqual([['ghcr.io/acme/shop', 'eu.example.com/shop'], ['ghcr.io/acme/base']]);
  });

  it('cannot be a property that objects inherit', () => {
    expect(() => environmentOf(config, 'constructor')).toThrow(
      expect.objectContaining({ remedy: wording('production') }),
    );
  });
});
