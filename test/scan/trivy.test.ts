import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type Download,
  freshDatabase,
  mirrors,
  openDatabase,
  parseMetadata,
} from '../../src/scan/database.ts';
import { layoutsIn, viewOf } from '../../src/scan/layout.ts';
import { type Layouts, targetsOf } from '../../src/scan/targets.ts';
import { faultIn, runTrivy, scanArguments, scannersOf } from '../../src/scan/trivy.ts';

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
  it('knows nothing of our environment but the PATH', async () => {
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

  it('tells the end of its chain of errors', () => {
    const line = (text: string) =>
      `2026-11-24T20:48:52Z\tINFO\tx\n2026-11-24T20:48:52Z\tFATAL\tFatal error\t${text}\n`;
    expect(faultIn(line('run error: init error: DB error: failed to open db: invalid database'))).toBe(
      'failed to open db: invalid database',
    );
    expect(faultIn(line('run error: 2 errors occurred:\n\t* unable to open x\n\t* y\n'))).toBe(
      'unable to open x',
    );
    expect(faultIn('killed\n')).toBe('killed');
    expect(faultIn('')).toBe('it said nothing');
  });

  it('asks for everything and for no network', () => {
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
  it('tells its age', async () => {
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

  it.each<[string, string | undefined, boolean, string]>([
    ['missing', metadata(), false, 'is missing'],
    ['without metadata', undefined, true, 'has no db/metadata.json that could be read'],
    ['with broken metadata', '{', true, 'has a db/metadata.json that is broken'],
    ['without a time', metadata({ UpdatedAt: 'x' }), true, 'has a db/metadata.json that is broken'],
    ['of another schema', metadata({ Version: 3 }), true, 'has version 3 and not 2'],
  ])('%s is refused in a sentence', async (_name, text, db, problem) => {
    database(text, db);
    const error = await openDatabase(folder).catch(each => each);
    expect(error.sentence).toBe(
      `the vulnerability database in ${folder} ${problem}; name a cache folder of trivy, which holds db/trivy.db, with the \`database\` input`,
    );
  });

  /** A trivy that gives a database from the second mirror alone, and writes down how it was called. */
  const giving = (mirror: string, next: string) =>
    program(
      'trivy',
      `while [ $# -gt 0 ]; do case $1 in --db-repository) from=$2;; --cache-dir) to=$2;; esac; shift; done
echo "$from|$HTTPS_PROXY|$FAKE_TOKEN" >> "$HOME/calls"
[ "$from" = "${mirror}" ] || { printf '2026\\tFATAL\\tFatal error\\tDB error: 429 Too Many Requests\\n' >&2; exit 1; }
mkdir -p "$to/db"; touch "$to/db/trivy.db"; echo '${metadata({ UpdatedAt: new Date().toISOString(), NextUpdate: next })}' > "$to/db/metadata.json"`,
    );
  const calls = () => readFileSync(join(folder, 'calls'), 'utf8').trim().split('\n');
  const fresh = (path: string, env = {}, download: Download = { pauses: [] }) =>
    freshDatabase({ program: path, home: folder, signal }, join(folder, 'cache'), env, () => {}, download);
  const later = () => new Date(Date.now() + 3_600_000).toISOString();

  it('comes from the first mirror that gives it, through a proxy but without a token', async () => {
    await fresh(giving(mirrors[1]!, later()), { HTTPS_PROXY: 'http://proxy', FAKE_TOKEN: 'hunter2' });
    expect(calls()).toEqual([`${mirrors[0]}|http://proxy|`, `${mirrors[1]}|http://proxy|`]);
  });

  it('is kept while it is fresh', async () => {
    const path = giving(mirrors[0]!, later());
    const first = await fresh(path);
    expect(await fresh(path)).toEqual(first);
    expect(calls()).toHaveLength(1);
  });

  it('is downloaded again when it is not', async () => {
    const path = giving(mirrors[0]!, new Date(0).toISOString());
    await fresh(path);
    await fresh(path);
    expect(calls()).toHaveLength(2);
  });

  it('comes from mirrors of slipway.yml alone where it names some', async () => {
    const own = ['registry.example/one:2', 'registry.example/two:2'];
    await fresh(giving(own[1]!, later()), {}, { mirrors: own, pauses: [] });
    expect(calls()).toEqual(own.map(mirror => `${mirror}||`));
  });

  it('is asked for again after a while: throttling passes', async () => {
    const path = program(
      'trivy',
      `while [ $# -gt 0 ]; do case $1 in --cache-dir) to=$2;; esac; shift; done
echo x >> "$HOME/calls"
[ "$(wc -l < "$HOME/calls")" -gt ${mirrors.length + 1} ] || { printf '2026\\tFATAL\\tFatal error\\t429 Too Many Requests\\n' >&2; exit 1; }
mkdir -p "$to/db"; touch "$to/db/trivy.db"; echo '${metadata({ UpdatedAt: new Date().toISOString(), NextUpdate: later() })}' > "$to/db/metadata.json"`,
    );
    const started = performance.now();
    await fresh(path, {}, { pauses: [200, 60_000] });
    expect(performance.now() - started).toBeGreaterThanOrEqual(190);
    expect(calls()).toHaveLength(mirrors.length + 2);
  });

  it('is not waited for when the run is cancelled', async () => {
    const cancelling = new AbortController();
    const trivy = { program: giving('none', later()), home: folder, signal: cancelling.signal };
    const waiting = freshDatabase(trivy, join(folder, 'cache'), {}, line => {
      if (line.includes('asking again')) cancelling.abort();
    });
    await expect(waiting).rejects.toThrow('cancelled');
  });

  it('is not taken from a time to come, as which somebody might have left one for good', async () => {
    const planted = join(folder, 'cache/databases/9999999999999/db');
    mkdirSync(planted, { recursive: true });
    writeFileSync(join(planted, 'trivy.db'), '');
    const ever = { UpdatedAt: '2286-11-20T00:00:00Z', NextUpdate: '2999-01-01T00:00:00Z' };
    writeFileSync(join(planted, 'metadata.json'), metadata(ever));
    await fresh(giving(mirrors[0]!, later()));
    expect(calls()).toHaveLength(1);
    expect(existsSync(planted)).toBe(false);
  });

  it('that no mirror gives is said with what each of them answered', async () => {
    const error = await fresh(giving('none', later())).catch(each => each);
    expect(error.sentence).toMatch(
      /^no mirror gave the vulnerability database \(.*429 Too Many Requests.*\); try again, name other mirrors with `scan\.mirrors`, or a folder/,
    );
    expect(readdirSync(join(folder, 'cache/databases'))).toEqual([]);
  });
});

describe('a layout', () => {
  it('is shown to trivy with one platform alone: it would take the first of several', async () => {
    mkdirSync(join(folder, 'blobs/sha256'), { recursive: true });
    const one = { mediaType: 'application/vnd.oci.image.manifest.v1+json', digest: 'sha256:b', size: 7 };
    const arm = { platform: 'linux/arm/v7', manifest: one };
    await viewOf({ folder, digest: 'sha256:a', platforms: [arm] }, arm, join(folder, 'view'));
    expect(JSON.parse(readFileSync(join(folder, 'view/index.json'), 'utf8')).manifests).toEqual([one]);
    expect(existsSync(join(folder, 'view/blobs/sha256'))).toBe(true);
  });

  it('folder that is missing or empty is refused', async () => {
    await expect(layoutsIn(join(folder, 'no'))).rejects.toThrow('cannot be read');
    await expect(layoutsIn(folder)).rejects.toThrow('holds no layout');
  });
});

describe('what to scan', () => {
  const images = { shop: { repository: 'ghcr.io/acme/shop' } } as never;
  const digest = `sha256:${'a'.repeat(64)}`;
  const fetched: object[] = [];
  const layouts: Layouts = {
    fetch: async (...args) => void fetched.push(args),
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

  it('is read from where slipway.yml lets it wait', async () => {
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

  it('must be said once', async () => {
    expect(await sentence({})).toMatch(/^there is nothing to scan; give either/);
    expect(await sentence({ images: '{}', layouts: 'x' })).toMatch(
      /^both `images` and `layouts` are given; give either/,
    );
  });

  it('is a digest and no tag', async () => {
    expect(await sentence({ images: '{"shop": "ghcr.io/acme/shop:1"}' })).toBe(
      'the `images` input gives no digest for "shop", but "ghcr.io/acme/shop:1"; give the digest, as `build` has it in its output `images`',
    );
  });

  it('is in slipway.yml', async () => {
    expect(await sentence({ images: `{"shap": "${digest}"}` })).toMatch(
      /names "shap", which is not in slipway\.yml; /,
    );
    mkdirSync(join(folder, 'shap'));
    expect(await sentence({ layouts: folder })).toBe(
      `${folder}/shap is the layout of no image in slipway.yml; it names shop`,
    );
  });
});
