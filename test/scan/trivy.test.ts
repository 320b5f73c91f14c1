import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { freshDatabase, mirrors, openDatabase, parseMetadata } from '../../src/scan/database.ts';
import { downloadTrivy } from '../../src/scan/install.ts';
import { layoutsIn, viewOf } from '../../src/scan/layout.ts';
import { type Layouts, targetsOf } from '../../src/scan/targets.ts';
import {
  archives,
  chooseTrivy,
  faultIn,
  pinned,
  runTrivy,
  scanArguments,
  versionIn,
} from '../../src/scan/trivy.ts';

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

describe('the choice of a trivy', () => {
  it.each<[string | undefined, string, object]>([
    ['0.74.0', 'linux-x64', { use: 'found' }],
    ['0.74.3', 'darwin-arm64', { use: 'found' }],
    [undefined, 'linux-x64', { use: 'download' }],
    [
      '0.69.4',
      'linux-x64',
      { use: 'download', note: 'trivy 0.69.4 on the PATH is not 0.74.0 and is not used' },
    ],
    [
      '0.75.0',
      'linux-arm64',
      { use: 'download', note: 'trivy 0.75.0 on the PATH is not 0.74.0 and is not used' },
    ],
    [
      '0.75.0',
      'darwin-arm64',
      { use: 'found', warning: 'trivy 0.75.0 on the PATH is not 0.74.0: its findings may differ' },
    ],
  ])('of %s on %s is %j', (found, platform, choice) => {
    expect(chooseTrivy(found, platform)).toEqual(choice);
  });

  it.each(['0.69.4', '0.69.6', '0.9.0', 'of an unknown version'])('never takes %s', found => {
    expect(() => chooseTrivy(found, 'darwin-arm64')).toThrow('versions before 0.70 are not run');
  });

  it('says what to do where there is none', () => {
    expect(() => chooseTrivy(undefined, 'win32-x64')).toThrow(
      'there is no trivy on the PATH, and none to download for win32-x64',
    );
  });

  it('pins every archive by a whole checksum', () => {
    for (const { name, sha256 } of Object.values(archives)) {
      expect(name).toContain(pinned);
      expect(sha256).toMatch(/^[0-9a-f]{64}$/);
    }
  });

  it('reads the version that trivy prints', () => {
    expect(versionIn('Version: 0.74.0\nVulnerability DB:\n')).toBe('0.74.0');
    expect(versionIn('Version: dev')).toBeUndefined();
  });
});

describe('a download of trivy', () => {
  let server: Server;
  let from: string;
  let archive: Buffer;
  let hits = 0;
  const pin = (sha256 = createHash('sha256').update(archive).digest('hex')) => ({
    name: 'trivy.tar.gz',
    sha256,
  });

  beforeAll(async () => {
    const made = mkdtempSync(join(tmpdir(), 'archive-'));
    writeFileSync(join(made, 'trivy'), '#!/bin/sh\necho Version: 0.74.0\n');
    writeFileSync(join(made, 'README.md'), 'not wanted');
    execFileSync('tar', ['-czf', join(made, 'a.tgz'), '-C', made, 'trivy', 'README.md']);
    archive = readFileSync(join(made, 'a.tgz'));
    rmSync(made, { recursive: true });
    server = createServer((request, answer) => {
      hits += 1;
      if (request.url === '/ok/trivy.tar.gz') answer.end(archive);
      else if (request.url?.startsWith('/cut/')) {
        answer.writeHead(200, { 'content-length': archive.length });
        answer.write(archive.subarray(0, 10), () => answer.destroy());
      } else if (request.url?.startsWith('/slow/')) answer.writeHead(200).write(archive.subarray(0, 10));
      else answer.writeHead(503).end();
    });
    await new Promise<void>(ready => server.listen(0, '127.0.0.1', ready));
    from = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  const cache = () => join(folder, 'cache');
  const download = (
    pinnedArchive: Parameters<typeof downloadTrivy>[0],
    path: string,
    run = 'run',
    stop = signal,
  ) => downloadTrivy(pinnedArchive, cache(), join(folder, run), stop, () => {}, path);
  const kept = () => (existsSync(cache()) ? readdirSync(cache()) : []);

  it('is checked and kept, and unpacked for each run', async () => {
    const path = await download(pin(), `${from}/ok`);
    expect(execFileSync(path, { encoding: 'utf8' })).toBe('Version: 0.74.0\n');
    const before = hits;
    const next = await download(pin(), `${from}/ok`, 'another');
    expect(next).toBe(join(folder, 'another/trivy'));
    expect(hits).toBe(before);
    expect(kept()).toHaveLength(1);
  });

  it('is downloaded anew when something else was put into the cache', async () => {
    await download(pin(), `${from}/ok`);
    writeFileSync(join(cache(), kept()[0]!), 'another program');
    const before = hits;
    const path = await download(pin(), `${from}/ok`, 'another');
    expect(hits).toBe(before + 1);
    expect(execFileSync(path, { encoding: 'utf8' })).toBe('Version: 0.74.0\n');
    await download(pin(), `${from}/ok`, 'third');
    expect(hits).toBe(before + 1);
  });

  it('is kept once when two runs come at once', async () => {
    await Promise.all(['a', 'b'].map(run => download(pin(), `${from}/ok`, run)));
    expect(kept()).toHaveLength(1);
  });

  it.each([
    [
      'of other content',
      'ok',
      /^trivy\.tar\.gz has the checksum [0-9a-f]{64} and not the pinned 0{64}; do not run it;/,
    ],
    ['that the server refuses', 'no', /answered 503; try again, or put trivy 0\.74\.0 on the PATH$/],
    ['that is cut off', 'cut', /cannot be downloaded \(.+\); try again, or/],
  ])('%s is not kept', async (_name, path, sentence) => {
    const error = await download(pin('0'.repeat(64)), `${from}/${path}`).catch(each => each);
    expect(error.sentence).toMatch(sentence);
    expect(kept()).toEqual([]);
  });

  it('ends when the run is cancelled, and is not kept', async () => {
    const abort = new AbortController();
    setTimeout(() => abort.abort(), 50);
    const error = await download(pin(), `${from}/slow`, 'run', abort.signal).catch(each => each);
    expect(error.sentence).toBe('the run was cancelled; run it again');
    expect(kept()).toEqual([]);
  });

  it('from where nobody listens says so', async () => {
    const error = await download(pin(), 'http://127.0.0.1:1').catch(each => each);
    expect(error.sentence).toMatch(/cannot be downloaded \(.+\); try again/);
  });
});

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
    const args = scanArguments('../views/shop', '/c', '/o.json');
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
  const fresh = (path: string, env = {}) =>
    freshDatabase({ program: path, home: folder, signal }, join(folder, 'cache'), env, () => {});
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
      /^no mirror gave the vulnerability database \(.*429 Too Many Requests.*\); try again, or name a folder/,
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
