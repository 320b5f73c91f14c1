import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Digest } from '../../src/image/reference.ts';
import { RegistryClient, type RegistryOptions } from '../../src/registry/client.ts';
import type { Credential } from '../../src/registry/credentials.ts';
import {
  type DatabaseSource,
  freshDatabase,
  mirrors,
  openDatabase,
  parseMetadata,
} from '../../src/scan/database.ts';
import { layoutsIn, viewOf } from '../../src/scan/layout.ts';
import { type Layouts, targetsOf } from '../../src/scan/targets.ts';
import { faultIn, runTrivy, scanArguments, scannersOf } from '../../src/scan/trivy.ts';
import { type Store, startStore, types } from '../registry/store.ts';
import { wording } from '../wording.ts';

const layerType = 'application/vnd.aquasec.trivy.db.layer.v1.tar+gzip';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'scan-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const signal = new AbortController().signal;
const program = (name: string, text: string) => {
  writeFileSync(join(folder, name), `#!/bin/bash\n${text}\n`, { mode: 0o755 });
  return join(folder, name);
};

describe('a run of trivy', () => {
  it('gets only the PATH of our environment', async () => {
    process.env.FAKE_TOKEN_OF_TEST = 'hunter2';
    try {
      const spy = program('trivy', 'env > "$HOME/seen"; pwd >> "$HOME/seen"');
      expect(await runTrivy({ program: spy, home: folder, signal }, [])).toEqual({ good: true });
      const seen = readFileSync(join(folder, 'seen'), 'utf8');
      expect(seen).not.toContain('hunter2');
      const names = [...seen.matchAll(/^(\w+)=/gm)].map(each => each[1]);
      // bash itself adds PWD, SHLVL and _.
      expect(names.filter(each => !['PWD', 'SHLVL', '_', 'OLDPWD'].includes(each!)).sort()).toEqual([
        'HOME',
        'PATH',
        'TMPDIR',
      ]);
      expect(seen.trimEnd().endsWith(folder)).toBe(true);
    } finally {
      delete process.env.FAKE_TOKEN_OF_TEST;
    }
  });

  it('ends when the run is cancelled', async () => {
    const abort = new AbortController();
    const done = runTrivy(
      { program: program('trivy', 'exec sleep 60'), home: folder, signal: abort.signal },
      [],
    );
    setTimeout(() => abort.abort(), 50);
    expect(await done).toMatchObject({ good: false });
  });

  it('reports the end of its chain of errors', () => {
    const line = (text: string) =>
      `2026-11-24T20:48:52Z\tINFO\tx\n2026-11-24T20:48:52Z\tFATAL\tFatal error\t${text}\n`;
    expect(faultIn(line('run error: init error: DB error: failed to open db: invalid database'))).toBe(
      'failed to open db: invalid database',
    );
    expect(faultIn(line('run error: 2 errors occurred:\n\t* unable to open x\n\t* y\n'))).toBe(
      'unable to open x',
    );
    expect(faultIn('killed\n')).toBe('killed');
    expect(faultIn('')).toEqual(wording());
  });

  it('asks for all findings without network access', () => {
    expect(scannersOf({ misconfiguration: true })).toBe('vuln,secret,misconfig');
    const args = scanArguments('../views/shop', '/c', '/o.json', scannersOf({ misconfiguration: false }));
    expect(args).not.toContain('--severity');
    expect(args).not.toContain('--ignore-unfixed');
    expect(args).toEqual(
      expect.arrayContaining(['--skip-db-update', '--skip-java-db-update', '--offline-scan', 'vuln,secret']),
    );
  });
});

const metadata = (over: object = {}) =>
  JSON.stringify({
    Version: 2,
    UpdatedAt: '2026-11-24T00:00:00Z',
    NextUpdate: '2026-11-25T00:00:00Z',
    ...over,
  });
const database = (text: string | undefined, db = true) => {
  mkdirSync(join(folder, 'db'));
  if (db) writeFileSync(join(folder, 'db/trivy.db'), '');
  if (text !== undefined) writeFileSync(join(folder, 'db/metadata.json'), text);
};

describe('a database', () => {
  it('has its age', async () => {
    database(metadata());
    expect(await openDatabase(folder)).toEqual({
      folder,
      updated: new Date('2026-11-24T00:00:00Z'),
      java: false,
    });
    expect(parseMetadata(metadata({ NextUpdate: undefined }))?.next).toEqual(
      new Date('2026-11-24T00:00:00Z'),
    );
  });

  it.each<[string, string | undefined, boolean, string[]]>([
    ['missing', metadata(), false, []],
    ['without metadata', undefined, true, ['db/metadata.json']],
    ['with broken metadata', '{', true, ['db/metadata.json']],
    ['without a time', metadata({ UpdatedAt: 'x' }), true, ['db/metadata.json']],
    ['of another schema', metadata({ Version: 3 }), true, ['3', '2']],
  ])('%s is refused', async (_name, text, db, facts) => {
    database(text, db);
    const error = await openDatabase(folder).catch(each => each);
    expect(error.sentence).toEqual(wording(folder, ...facts, 'database'));
  });

  describe('of today', () => {
    let store: Store;
    beforeEach(async () => {
      store = await startStore();
    });
    afterEach(() => store.close());

    /** Publishes a database as trivy does, or a malformed one. */
    const publish = (name: string, next: string, wrong: { layer?: string; members?: string[] } = {}) => {
      const { layer = layerType, members = ['trivy.db', 'metadata.json'] } = wrong;
      const made = join(folder, `made-${name}`);
      mkdirSync(made);
      writeFileSync(join(made, 'trivy.db'), 'what is known');
      const text = metadata({ UpdatedAt: new Date().toISOString(), NextUpdate: next });
      writeFileSync(join(made, 'metadata.json'), text);
      writeFileSync(join(made, 'more'), '');
      const archive = execFileSync('tar', ['-cz', '-C', made, ...members]);
      const config = { ...store.blob(name, '{}'), mediaType: 'application/vnd.aquasec.trivy.config.v1+json' };
      const layers = [{ ...store.blob(name, archive), mediaType: layer }];
      store.manifest(name, { schemaVersion: 2, mediaType: types.image, config, layers }, '2');
      return `${store.host}/${name}:2`;
    };
    const asked = () => store.seen.filter(line => line.includes('/manifests/'));
    const downloads = () => store.seen.filter(line => /^GET .*\/blobs\//.test(line)).length;
    const cache = () => join(folder, 'cache');
    const later = () => new Date(Date.now() + 3_600_000).toISOString();
    let runs = 0;
    const lines: string[] = [];
    const source = (more: Partial<DatabaseSource>): DatabaseSource => ({
      mirrors: [],
      pauses: [],
      cache: cache(),
      trustsCache: true,
      longest: 86_400_000,
      folder: join(folder, `run-${++runs}`),
      signal,
      report: line => void lines.push(line),
      ...more,
    });
    const fresh = (mirrors: string[], more: Partial<DatabaseSource> = {}, options: RegistryOptions = {}) =>
      freshDatabase(
        new RegistryClient({ sleep: async () => undefined, ...options }),
        source({ mirrors, ...more }),
      );
    const content = ({ folder: place }: { folder: string }) =>
      readFileSync(join(place, 'db/trivy.db'), 'utf8');
    const databases = () => join(cache(), 'slipway-trivy-db');
    const kept = () => (existsSync(databases()) ? readdirSync(databases()) : []);
    const keptArchive = () => join(databases(), kept()[0]!, process.arch, 'archive');

    it('comes from the first mirror that gives it', async () => {
      const { folder: place } = await fresh([`${store.host}/none:2`, publish('two', later())]);
      expect(readFileSync(join(place, 'db/trivy.db'), 'utf8')).toBe('what is known');
      expect(readdirSync(place)).toEqual(['db']);
      expect(asked()).toEqual(['GET /v2/none/manifests/2', 'GET /v2/two/manifests/2']);
    });

    it('comes from where trivy is published unless slipway.yml names mirrors', async () => {
      const hosts = new Set<string>();
      const nobody: typeof fetch = async url => {
        hosts.add(new URL(String(url)).host);
        throw new TypeError('fetch failed');
      };
      await expect(fresh([], {}, { fetch: nobody })).rejects.toThrow(wording());
      expect([...hosts]).toEqual(mirrors.map(mirror => mirror.split('/')[0]));
    });

    it('comes from a mirror that asks for a login', async () => {
      const mirror = publish('one', later());
      store.intercept = (request, answer) => {
        if (request.headers.authorization === `Basic ${btoa('ann:hunter2')}`) return false;
        answer.writeHead(401, { 'www-authenticate': 'Basic realm="x"' }).end();
        return true;
      };
      const login: Credential = { kind: 'password', username: 'ann', password: 'hunter2' };
      await fresh([mirror], {}, { credentials: async () => login });
      await rm(cache(), { recursive: true });
      await expect(fresh([mirror], {}, { credentials: async () => undefined })).rejects.toThrow(/401|log in/);
    });

    it('is resumed where its download broke off', async () => {
      const mirror = publish('one', later());
      let broken = 0;
      store.intercept = (request, answer) => {
        const body = /\/blobs\/sha256/.test(request.url ?? '') && [...store.blobs.values()].at(-1);
        if (!body || broken > 0) return false;
        broken += 1;
        answer.writeHead(200, { 'content-length': body.length });
        answer.write(body.subarray(0, 20), () => answer.destroy());
        return true;
      };
      await fresh([mirror]);
      expect(broken).toBe(1);
    });

    it('comes from the next mirror when one sends other content than it lists', async () => {
      const [bad, good] = [publish('bad', later()), publish('good', later())];
      for (const [at, body] of store.blobs)
        if (at.startsWith('bad@') && body.length > 100) store.blobs.set(at, Buffer.alloc(body.length, 1));
      const { folder: place } = await fresh([bad, good]);
      expect(readFileSync(join(place, 'db/trivy.db'), 'utf8')).toBe('what is known');
      await rm(cache(), { recursive: true });
      await expect(fresh([bad])).rejects.toThrow(/bad:2: the registry \S+ sent wrong content: /);
    });

    it('security 12: is cached as the archive that a mirror names by digest, and not downloaded twice', async () => {
      const mirror = publish('one', later());
      const [first, second] = [await fresh([mirror]), await fresh([mirror])];
      expect([asked().length, downloads()]).toEqual([2, 1]);
      expect([content(first), content(second)]).toEqual(['what is known', 'what is known']);
      expect(second.folder).not.toBe(first.folder);
      expect(kept()).toEqual([expect.stringMatching(/^1\.\d+\.0-sha256-[0-9a-f]{64}$/)]);
      expect([...store.blobs.keys()]).toContain(`one@${kept()[0]!.split('-').slice(1).join(':')}`);
    });

    it('security 12: is downloaded again when the cached one was changed', async () => {
      const mirror = publish('one', later());
      await fresh([mirror]);
      const planted = join(folder, 'planted');
      mkdirSync(planted);
      writeFileSync(join(planted, 'trivy.db'), 'nothing is known');
      const ever = metadata({ UpdatedAt: new Date().toISOString(), NextUpdate: later() });
      writeFileSync(join(planted, 'metadata.json'), ever);
      const archive = execFileSync('tar', ['-cz', '-C', planted, 'trivy.db', 'metadata.json']);
      writeFileSync(keptArchive(), archive);
      expect(content(await fresh([mirror]))).toBe('what is known');
      expect(content(await fresh([mirror]))).toBe('what is known');
      expect(downloads()).toBe(2);
      // Nor when no mirror answers, because it does not match its name.
      store.intercept = (_, answer) => {
        answer.writeHead(500).end();
        return true;
      };
      writeFileSync(keptArchive(), archive);
      await expect(fresh([mirror])).rejects.toThrow(/no mirror provided the vulnerability database/);
    });

    it('is downloaded again when a mirror has a newer one', async () => {
      const mirror = publish('one', later());
      await fresh([mirror]);
      publish('two', later());
      for (const kind of [store.blobs, store.manifests] as Map<string, unknown>[])
        for (const [at, body] of kind) if (at.startsWith('two')) kind.set(at.replace('two', 'one'), body);
      await fresh([mirror]);
      // The old one would make the cache of GitHub Actions grow.
      expect([downloads(), kept().length]).toEqual([2, 1]);
    });

    it('is the cached one while no mirror answers, unless only pinned tools may be used', async () => {
      const mirror = publish('one', later());
      await fresh([mirror]);
      store.intercept = (_, answer) => {
        answer.writeHead(500).end();
        return true;
      };
      expect(content(await fresh([mirror], { pauses: [60_000] }))).toBe('what is known');
      expect(lines.at(-1)).toMatch(
        /^no mirror provided the vulnerability database; using the cached one of \S+ \S+ UTC$/,
      );
      await expect(fresh([mirror], { trustsCache: false })).rejects.toThrow(/no mirror provided/);
    });

    it('is the cached one that trivy would update only after the last round, and if it is not too old', async () => {
      const mirror = publish('one', new Date(0).toISOString());
      expect(await fresh([mirror])).not.toHaveProperty('unconfirmed');
      const none = [`${store.host}/none:2`];
      expect(await fresh(none, { pauses: [1] })).toMatchObject({ unconfirmed: true });
      expect(lines.slice(-2)).toEqual([
        wording('retrying'),
        expect.stringMatching(/; using the cached one of \d{4}-\d\d-\d\d \d\d:\d\d UTC$/),
      ]);
      await expect(fresh(none, { longest: -1 })).rejects.toThrow(/no mirror provided/);
    });

    it('is requested again after a pause, because throttling passes', async () => {
      const mirror = publish('one', later());
      let left = 5;
      store.intercept = (_, answer) => {
        if (left <= 0) return false;
        left -= 1;
        answer.writeHead(429).end();
        return true;
      };
      const started = performance.now();
      await fresh([mirror], { pauses: [200, 60_000] });
      expect(performance.now() - started).toBeGreaterThanOrEqual(190);
    });

    it('is not waited for when the run is cancelled', async () => {
      const cancelling = new AbortController();
      const waiting = fresh([`${store.host}/none:2`], {
        pauses: [10_000],
        signal: cancelling.signal,
        report: line => {
          if (line.includes('retrying')) cancelling.abort();
        },
      });
      await expect(waiting).rejects.toThrow('cancelled');
    });

    it('is not a cached one that is dated in the future, which would never expire', async () => {
      const mirror = publish('one', later());
      await fresh([mirror]);
      const planted = `1.9999999999999.0-${kept()[0]!.split('-').slice(1).join('-')}`;
      renameSync(join(databases(), kept()[0]!), join(databases(), planted));
      await fresh([mirror]);
      expect(downloads()).toBe(2);
      expect(kept()).not.toContain(planted);
    });

    it('that no mirror provides gives an error with the answer of each mirror', async () => {
      const error = await fresh([
        `${store.host}/none:2`,
        publish('image', later(), { layer: types.layer }),
        publish('strange', later(), { members: ['more'] }),
      ]).catch(each => each);
      expect(error.sentence).toMatch(
        /^no mirror provided the vulnerability database \(\S+\/none:2: \S+ does not exist; \S+\/image:2: \S+ is not a trivy database; \S+\/strange:2: \S+ cannot be unpacked \(tar: .*\)\)\. Try again, name other mirrors in `scan\.mirrors`, or name a folder/s,
      );
      expect(kept()).toEqual([]);
    });
  });
});

describe('a layout', () => {
  it('is passed to trivy with one platform, because it would scan the first of several', async () => {
    mkdirSync(join(folder, 'blobs/sha256'), { recursive: true });
    const digest = 'sha256:b' as Digest;
    const one = { mediaType: 'application/vnd.oci.image.manifest.v1+json', digest, size: 7 };
    await viewOf(folder, one, join(folder, 'view'));
    expect(JSON.parse(readFileSync(join(folder, 'view/index.json'), 'utf8')).manifests).toEqual([one]);
    expect(existsSync(join(folder, 'view/blobs/sha256'))).toBe(true);
  });

  it('folder that is missing or empty is refused', async () => {
    await expect(layoutsIn(join(folder, 'no'))).rejects.toThrow(wording(join(folder, 'no')));
    await expect(layoutsIn(folder)).rejects.toThrow(wording(folder));
  });
});

describe('the image to scan', () => {
  const images = { shop: { repository: 'ghcr.io/acme/shop' } } as never;
  const digest = `sha256:${'a'.repeat(64)}` as Digest;
  const fetched: object[] = [];
  const layouts: Layouts = {
    fetch: async (...args) => void fetched.push(args.slice(0, 2)),
    read: async folder => ({ folder, digest, platforms: [] }),
  };
  const sentence = (inputs: { images?: string; layouts?: string }) =>
    targetsOf({ images: '', layouts: '', ...inputs }, images, layouts).then(
      () => undefined,
      error => error.sentence as string,
    );

  it('is read from the candidate repository and named after the release', async () => {
    const inputs = { images: JSON.stringify({ shop: digest }), layouts: '' };
    const [target] = await targetsOf(inputs, images, layouts);
    expect(target).toMatchObject({ name: 'shop', repository: 'ghcr.io/acme/shop' });
    expect(await target!.layout('/f')).toMatchObject({ folder: '/f' });
    expect(fetched).toEqual([[{ repository: 'ghcr.io/acme/shop-candidate', digest }, '/f']]);
  });

  it('is read from the candidate repository in slipway.yml', async () => {
    const shop = { repository: 'ghcr.io/acme/shop', candidate: 'harbor.example.com/build/shop' };
    const elsewhere = { shop } as never;
    fetched.length = 0;
    const inputs = { images: JSON.stringify({ shop: digest }), layouts: '' };
    for (const from of ['candidate', 'release']) {
      const [target] = await targetsOf({ ...inputs, from }, elsewhere, layouts);
      await target!.layout('/f');
    }
    expect(fetched).toEqual([
      [{ repository: shop.candidate, digest }, '/f'],
      [{ repository: shop.repository, digest }, '/f'],
    ]);
  });

  it('must be named once', async () => {
    expect(await sentence({})).toEqual(wording('images', 'layouts'));
    expect(await sentence({ images: '{}', layouts: 'x' })).toEqual(wording('images', 'layouts'));
  });

  it('is a digest and no tag', async () => {
    expect(await sentence({ images: '{"shop": "ghcr.io/acme/shop:1"}' })).toEqual(
      wording('images', 'shop', 'ghcr.io/acme/shop:1'),
    );
  });

  it('is in slipway.yml', async () => {
    expect(await sentence({ images: `{"shap": "${digest}"}` })).toEqual(wording('shap', 'slipway.yml'));
    mkdirSync(join(folder, 'shap'));
    expect(await sentence({ layouts: folder })).toEqual(wording(`${folder}/shap`, 'slipway.yml', 'shop'));
  });
});
