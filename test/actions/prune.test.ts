import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { loadAction } from '../../src/actions/all.ts';
import { manifest } from '../recovery/backups.ts';
import { types } from '../registry/store.ts';
import { wording } from '../wording.ts';
import { openWorkplace, type Workplace } from './workplace.ts';

let at: Workplace;
beforeEach(async () => {
  at = await openWorkplace();
  await at.replace(
    'environments:',
    "retention: {rules: [{tags: 'pr-*', for: 14d}], untagged: 7d}\nenvironments:",
  );
});
afterEach(() => at.close());

const image = (name: string, content: string, tag: string, days = 20) => {
  const created = new Date(Date.now() - days * 86_400_000).toISOString();
  const config = { os: 'linux', architecture: 'amd64', created, content };
  return at.store.manifest(
    name,
    {
      schemaVersion: 2,
      mediaType: types.image,
      config: { ...at.store.blob(name, JSON.stringify(config)), mediaType: types.config },
      layers: [],
    },
    tag,
  ).digest;
};
const tags = () => [...at.store.manifests.keys()].filter(key => !key.includes('@')).sort();
const none = ['prune', '--environments', 'none'];

describe('prune', () => {
  it('lists images past their retention in both repositories, and deletes nothing as a dry run', async () => {
    image('shop', 'one', 'pr-1');
    image('shop-candidate', 'two', 'pr-2');
    image('shop', 'three', 'main');
    const { code, outputs, err } = await at.slipway(none);
    expect([code, outputs]).toEqual([
      0,
      { state: 'planned', planned: '2', removed: '0', protected: '[]', reason: '' },
    ]);
    expect(err.split('\n')).toContainEqual(wording('HOST/shop: ', '1'));
    expect(at.store.seen.filter(line => !/^(GET|HEAD) /.test(line))).toEqual([]);
  });

  it('deletes without a dry run, except digests in a file of any format, and writes a report', async () => {
    const kept = image('shop', 'one', 'pr-1');
    image('shop', 'two', 'pr-2');
    await at.write('backup.json', JSON.stringify({ images: { shop: `ghcr.io/acme/shop@${kept}` } }));
    const more = ['--dry-run', 'false', '--keep', 'backup.json', '--report', 'out/report.json'];
    const { code, outputs } = await at.slipway([...none, ...more]);
    expect([code, outputs.state, outputs.removed]).toEqual([0, 'removed', '1']);
    expect(JSON.parse(outputs.protected!)).toEqual([kept]);
    expect(tags()).toEqual(['shop:pr-1']);
    const report = JSON.parse(await readFile('out/report.json', 'utf8'));
    const [, { delete: deleted, keep: stored }] = Object.entries(report.repositories)[1] as [
      string,
      { delete: object[]; keep: object[] },
    ];
    expect(deleted).toMatchObject([{ tags: ['pr-2'] }]);
    expect(stored).toMatchObject([{ tags: ['pr-1'], why: wording('backup.json') }]);
  });

  it('without a token for ghcr.io refuses before it deletes anything elsewhere', async () => {
    image('shop', 'one', 'pr-1');
    await at.replace('images:', 'images:\n  web: {repository: ghcr.io/acme/web}');
    const more = ['--dry-run', 'false', '--images', 'shop,web'];
    const { code, outputs } = await at.slipway([...none, ...more]);
    expect([code, outputs.state, outputs.removed]).toEqual([1, 'refused', '0']);
    expect(outputs.reason).toEqual(wording('`github-token`', 'ghcr.io', 'packages: write'));
    expect(tags()).toEqual(['shop:pr-1']);
  });

  it('reports what it deleted even if the report cannot be written', async () => {
    image('shop', 'one', 'pr-1');
    await at.write('keep', `sha256:${'0'.repeat(64)}`);
    const more = ['--dry-run', 'false', '--keep', 'keep', '--report', 'Dockerfile/report.json'];
    const { code, outputs } = await at.slipway([...none, ...more, '--summary', 'summary.md']);
    expect([code, outputs.state, outputs.removed]).toEqual([1, 'removed', '1']);
    expect(outputs.reason).toEqual(wording('Dockerfile/report.json'));
    const summary = await readFile('summary.md', 'utf8');
    expect(summary).toContain('1 manifests deleted');
    expect(summary).toContain('### ❌ prune failed');
  });
});

describe('prune with a cluster', () => {
  let server: Server;
  let objects: Record<string, object[]>;
  let deployedLater: object[];
  beforeEach(async () => {
    [objects, deployedLater] = [{}, []];
    server = createServer((request, answer) => {
      const path = new URL(request.url ?? '', 'http://api').pathname;
      if (path === '/static/' || path === '/version') return void answer.end('{}');
      const items = objects[path.split('/').at(-1) ?? ''];
      if (path.endsWith('/pods')) objects.pods = [...(items ?? []), ...deployedLater.splice(0)];
      if (items === undefined && !/\/(pods|replicasets|configmaps)$/.test(path))
        return void answer.writeHead(404).end('{"kind":"Status","reason":"NotFound"}');
      answer.setHeader('content-type', 'application/json');
      answer.end(JSON.stringify(path.endsWith('/shop') ? items?.[0] : { items: items ?? [], metadata: {} }));
    });
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    const fake = join(import.meta.dirname, '../cluster/fake-kubectl.ts');
    await at.program('kubectl', `exec "${process.execPath}" --no-warnings "${fake}" "$@"`);
    vi.stubEnv('KUBECTL_FAKE_API_PORT', String((server.address() as AddressInfo).port));
  });
  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });

  it('keeps the images that pods run, and reads them again before it deletes', async () => {
    const deployed = image('shop', 'one', 'pr-1');
    image('shop', 'two', 'pr-2');
    const meanwhile = image('shop', 'three', 'pr-3');
    objects.shop = [{ kind: 'Deployment', metadata: { name: 'shop' }, spec: {} }];
    const pod = (digest: string) => ({
      metadata: { name: 'shop-1' },
      status: { containerStatuses: [{ imageID: `HOST/shop@${digest}` }] },
    });
    objects.pods = [pod(deployed)];
    deployedLater = [pod(meanwhile)];
    const { code, outputs } = await at.slipway(['prune', '--dry-run', 'false']);
    expect([code, outputs.state, outputs.removed]).toEqual([0, 'removed', '1']);
    expect(tags()).toEqual(['shop:pr-1', 'shop:pr-3']);
  });

  describe('recovery 12: with declared backups', () => {
    const set = (id: string, digest: string, environment = 'production') =>
      at.write(
        `backups/shop/${environment}/${id}/manifest.json`,
        JSON.stringify(manifest({ images: [`ghcr.io/acme/shop@${digest}`] })),
      );
    const declare = (store = '{folder: backups}', more = '') =>
      at.replace(
        'workload: Deployment/shop',
        `workload: Deployment/shop\n    recovery: {repositories: {near: {survives: zone, store: ${store}}${more}}}`,
      );
    beforeEach(() => {
      objects.shop = [{ kind: 'Deployment', metadata: { name: 'shop' }, spec: {} }];
      objects.pods = [];
    });

    it('keeps the images of every backup set, without `keep`', async () => {
      const [old, newer] = [image('shop', 'one', 'pr-1'), image('shop', 'two', 'pr-2')];
      image('shop', 'three', 'pr-3');
      const other = image('shop', 'four', 'pr-4');
      await declare();
      await set('20251126T031700Z', old);
      await set('20261126T031700Z', newer);
      await set('20261126T031700Z', other, 'staging');
      const { code, outputs } = await at.slipway(['prune', '--dry-run', 'false', '--report', 'report.json']);
      expect([code, outputs.state, outputs.removed]).toEqual([0, 'removed', '2']);
      expect(tags()).toEqual(['shop:pr-1', 'shop:pr-2']);
      expect(JSON.parse(outputs.protected!)).toEqual([old, newer].sort());
      expect(await readFile('report.json', 'utf8')).toContain('the backup set 20251126T031700Z in near');
    });

    it.each([
      [
        'its login is not set',
        '{url: https://s3.example.com/backups, credentials-prefix: NEAR}',
        wording('production', 'near', 'NEAR_ACCESS_KEY_ID'),
      ],
      ['a set cannot be read', '{folder: backups}', wording('production', '20261126T031700Z in near')],
      ['it holds no set', '{folder: empty}', wording('near', 'production')],
    ])('deletes nothing when %s', async (_, store, sentence) => {
      image('shop', 'one', 'pr-1');
      await declare(store);
      await at.write('backups/shop/production/20261126T031700Z/manifest.json', '{');
      const { code, outputs } = await at.slipway(['prune', '--dry-run', 'false']);
      expect([code, outputs.state, outputs.reason]).toEqual([1, 'refused', sentence]);
      expect(tags()).toEqual(['shop:pr-1']);
    });

    it('reads credentials from the input', async () => {
      image('shop', 'one', 'pr-1');
      const { port } = server.address() as AddressInfo;
      await declare(`{url: 'http://127.0.0.1:${port}/backups', credentials-prefix: NEAR}`);
      const credentials = JSON.stringify({ NEAR_ACCESS_KEY_ID: 'a', NEAR_SECRET_ACCESS_KEY: 'b' });
      const { outputs } = await at.slipway(['prune', '--dry-run', 'false', '--credentials', credentials]);
      // It is no store, and was asked.
      expect(outputs.reason).toContain(`127.0.0.1:${port}`);
      const invalid = await at.slipway(['prune', '--credentials', '["hunter2"]']);
      expect(invalid.outputs.reason).toEqual(wording('credentials'));
      expect(invalid.err).not.toContain('hunter2');
    });

    it('warns about an offline store, which it cannot read', async () => {
      const kept = image('shop', 'one', 'pr-1');
      image('shop', 'two', 'pr-2');
      await declare('{folder: backups}', ', safe: {survives: region, offline: true, store: {folder: disk}}');
      await set('20261126T031700Z', kept);
      const { code, outputs, err } = await at.slipway(['prune', '--dry-run', 'false']);
      expect([code, outputs.removed]).toEqual([0, '1']);
      expect(err.split('\n').filter(line => line.startsWith('warning: '))).toEqual([
        wording('safe', '`keep`'),
      ]);
    });

    it('reads no store of an environment that is not selected', async () => {
      image('shop', 'one', 'pr-1');
      await declare('{url: https://s3.example.com/backups, credentials-prefix: NEAR}');
      expect(await at.slipway(none)).toMatchObject({ code: 0, outputs: { state: 'planned' } });
    });
  });

  it('refuses to delete, and only warns as a dry run, if the cluster contains nothing of the application', async () => {
    image('shop', 'one', 'pr-1');
    const sentence = wording('production', 'shop', 'namespace shop', 'environments');
    const refused = await at.slipway(['prune', '--dry-run', 'false']);
    expect([refused.code, refused.outputs.state, refused.outputs.reason]).toEqual([1, 'refused', sentence]);
    expect(tags()).toEqual(['shop:pr-1']);
    const planned = await at.slipway(['prune']);
    expect([planned.code, planned.outputs.state]).toEqual([0, 'planned']);
    expect(planned.err).toContain(`warning: ${refused.outputs.reason}`);
  });
});

describe('prune reports a mistake with its remedy, and sets every output', () => {
  const mistakes: { name: string; make?: () => unknown; args: string[]; sentence: string }[] = [
    {
      name: 'slipway.yml has no retention',
      make: () => at.replace("retention: {rules: [{tags: 'pr-*', for: 14d}], untagged: 7d}\n", ''),
      args: none,
      sentence: wording('retention', 'slipway.yml'),
    },
    {
      name: 'the deployed images are unknown',
      args: [...none, '--dry-run', 'false'],
      sentence: wording('environment', 'keep'),
    },
    {
      name: 'the file of digests contains none',
      make: () => at.write('keep.txt', 'sha256:abc\n'),
      args: [...none, '--keep', 'keep.txt'],
      sentence: wording('keep.txt'),
    },
    {
      name: 'the file of digests does not exist',
      args: [...none, '--keep', 'keep.txt'],
      sentence: wording('keep.txt'),
    },
    {
      name: 'the environment is misspelt',
      args: ['prune', '--environments', 'prod'],
      sentence: wording('prod', 'slipway.yml', 'shop', 'production'),
    },
    {
      name: 'the contexts are not a map',
      args: ['prune', '--kube-contexts', 'production=lab'],
      sentence: wording('kube-contexts', 'JSON'),
    },
    {
      name: 'the image is misspelt',
      args: [...none, '--images', 'shpo'],
      sentence: wording('images', 'shpo', 'slipway.yml', 'shop'),
    },
    {
      name: 'dry-run is neither true nor false',
      args: [...none, '--dry-run', 'yes'],
      sentence: wording('dry-run', 'yes'),
    },
    {
      name: 'the token for GitHub’s registry is missing',
      make: async () => {
        await at.replace(`"${at.store.host}/shop"`, 'ghcr.io/acme/shop');
        await at.write('keep.txt', `sha256:${'a'.repeat(64)}\n`);
      },
      args: [...none, '--keep', 'keep.txt', '--dry-run', 'false'],
      sentence: wording('ghcr.io', 'GitHub', 'API', 'token', 'packages: write'),
    },
  ];

  it.each(mistakes)('when $name', async ({ make, args, sentence }) => {
    await make?.();
    const { code, outputs } = await at.slipway(args);
    expect([code, outputs.reason]).toEqual([1, sentence]);
    const { outputs: declared } = await loadAction('prune');
    expect(Object.keys(outputs).sort()).toEqual(Object.keys(declared).sort());
  });
});
