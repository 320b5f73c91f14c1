import { execFile, execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { cacheFolder, findTool, type Search } from '../../../src/toolkit/tools/find.ts';
import type { Pin, PinnedFile } from '../../../src/toolkit/tools/pin.ts';
import { wording } from '../../wording.ts';

const text = '#!/bin/sh\necho tool v1.2.3\n';
const sum = (bytes: string | Buffer) => createHash('sha256').update(bytes).digest('hex');
let folder: string;
let server: Server;
let from: string;
let archive: Buffer;
let packed: Buffer;
let asked: string[];
let said: string[];
/** Requests without a complete answer. */
let open = 0;

beforeAll(async () => {
  const made = mkdtempSync(join(tmpdir(), 'archive-'));
  writeFileSync(join(made, 'program'), text);
  writeFileSync(join(made, 'README.md'), 'not wanted');
  execFileSync('tar', ['-czf', join(made, 'a.tgz'), '-C', made, 'program', 'README.md']);
  archive = readFileSync(join(made, 'a.tgz'));
  packed = execFileSync('bzip2', ['--stdout', join(made, 'program')]);
  rmSync(made, { recursive: true });
  server = createServer(({ url = '' }, answer) => {
    asked.push(url);
    open += 1;
    answer.on('close', () => {
      open -= 1;
    });
    if (url.startsWith('/good/'))
      answer.end(url.endsWith('.tgz') ? archive : url.endsWith('.bz2') ? packed : text);
    else if (url.startsWith('/other/')) answer.end('another program');
    else if (url.startsWith('/cut/')) {
      answer.writeHead(200, { 'content-length': text.length });
      answer.write(text.slice(0, 10), () => answer.destroy());
    } else if (url.startsWith('/slow/')) answer.writeHead(200).write(text.slice(0, 10));
    else if (!url.startsWith('/silent/')) answer.writeHead(url.startsWith('/none/') ? 404 : 503).end();
  });
  await new Promise<void>(ready => server.listen(0, '127.0.0.1', ready));
  from = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tools-'));
  asked = [];
  said = [];
});
afterEach(() => rmSync(folder, { recursive: true }));

const platform = `${process.platform}-${process.arch}`;
const pinOf = (file: Partial<PinnedFile> = {}): Pin => ({
  name: 'tool',
  version: '1.2.3',
  from: '1.2.0',
  unknown: 'refuse',
  asks: ['version'],
  says: 'v(\\d+\\.\\d+\\.\\d+)',
  files: { [platform]: { url: `${from}/good/tool`, sha256: sum(text), ...file } },
});
type Options = Partial<Search> & { mirrors?: string[] };
const search = ({ mirrors = [], ...options }: Options = {}): Search => ({
  found: undefined,
  folder: join(folder, 'run'),
  env: {
    ...{ RUNNER_TOOL_CACHE: join(folder, 'cache'), PATH: process.env.PATH },
    SLIPWAY_TOOL_MIRRORS: mirrors.join(','),
  },
  signal: new AbortController().signal,
  report: line => void said.push(line),
  ...options,
});
const cached = () => join(folder, 'cache/slipway-tool/1.2.3', process.arch, 'download');
const kept = () => (existsSync(cached()) ? readFileSync(cached()) : undefined);
const left = () => (existsSync(join(folder, 'run')) ? readdirSync(join(folder, 'run')) : []);
const refusal = (pin: Pin, options: Options = {}) =>
  findTool(pin, search(options)).then(
    () => 'found',
    error => error.sentence as string,
  );
const program = (answer: string) => {
  writeFileSync(join(folder, 'tool'), `#!/bin/sh\n${answer}\n`, { mode: 0o755 });
  return [join(folder, 'tool')] as const;
};

describe('a tool on the PATH', () => {
  it('is used if its version is supported, without a download', async () => {
    const found = program('echo "$1 v1.2.9"');
    expect(await findTool(pinOf(), search({ found }))).toBe(found);
    expect(asked).toEqual([]);
  });

  it.each(['echo v1.1.9', 'echo none', 'exit 3', 'echo v1.2.3; exit 1'])(
    'is not used if it runs %j, and the log says so',
    async answer => {
      const [path] = await findTool(pinOf(), search({ found: program(answer) }));
      expect(path).toBe(join(folder, 'run/tool'));
      expect(said[0]).toEqual(wording('1.2.0'));
    },
  );

  it('security 12: is not even started if only pinned ones are allowed', async () => {
    const found = program(`touch '${join(folder, 'started')}'; echo v1.2.9`);
    const env = { RUNNER_TOOL_CACHE: join(folder, 'cache'), PATH: process.env.PATH, SLIPWAY_TOOLS: 'pinned' };
    expect(await findTool(pinOf(), search({ found, env }))).toEqual([join(folder, 'run/tool')]);
    expect(existsSync(join(folder, 'started'))).toBe(false);
  });

  it('security 12: is not used if the setting is misspelt', async () => {
    const env = { PATH: process.env.PATH, SLIPWAY_TOOLS: 'pined' };
    expect(await refusal(pinOf(), { found: program('echo v1.2.9'), env })).toEqual(
      wording('pined', 'pinned'),
    );
  });

  it('is asked for its version in the given environment', async () => {
    const found = program(`[ "$TOKEN" = "" ] && [ "$PWD" = "${folder}" ] && echo v1.2.3`);
    const asking = { env: { PATH: process.env.PATH }, cwd: folder };
    const env = { TOKEN: 'hunter2', RUNNER_TOOL_CACHE: join(folder, 'cache') };
    expect(await findTool(pinOf(), search({ found, asking, env }))).toBe(found);
  });
});

describe('a download', () => {
  it('is verified, cached, and copied for each run', async () => {
    const [path] = await findTool(pinOf(), search());
    expect(execFileSync(path, { encoding: 'utf8' })).toBe('tool v1.2.3\n');
    const [next] = await findTool(pinOf(), search({ folder: join(folder, 'another') }));
    expect(next).toBe(join(folder, 'another/tool'));
    expect(asked).toEqual(['/good/tool']);
    expect(kept()).toEqual(Buffer.from(text));
    expect(left()).toEqual(['tool']);
  });

  it('is unpacked if it is an archive', async () => {
    const pin = pinOf({ url: `${from}/good/tool.tgz`, sha256: sum(archive), member: 'program' });
    const [path] = await findTool(pin, search());
    expect(execFileSync(path, { encoding: 'utf8' })).toBe('tool v1.2.3\n');
    expect(left()).toEqual(['tool']);
  });

  it('is decompressed if it is a single file', async () => {
    const pin = pinOf({ url: `${from}/good/tool.bz2`, sha256: sum(packed) });
    const [path] = await findTool(pin, search());
    expect(execFileSync(path, { encoding: 'utf8' })).toBe('tool v1.2.3\n');
    expect(left()).toEqual(['tool']);
    expect(kept()).toEqual(packed);
  });

  it('security 12: is repeated if one bit of the cached file was flipped', async () => {
    await findTool(pinOf(), search());
    const flipped = Buffer.from(text);
    flipped[20]! ^= 1;
    writeFileSync(cached(), flipped);
    const [path] = await findTool(pinOf(), search({ folder: join(folder, 'another') }));
    expect(execFileSync(path, { encoding: 'utf8' })).toBe('tool v1.2.3\n');
    expect(asked).toHaveLength(2);
    expect(kept()).toEqual(Buffer.from(text));
  });

  it('is cached once for concurrent runs, each with a whole program', async () => {
    const runs = ['a', 'b', 'c', 'd', 'e', 'f'].map(run =>
      findTool(pinOf(), search({ folder: join(folder, run) })),
    );
    for (const [path] of await Promise.all(runs)) expect(readFileSync(path, 'utf8')).toBe(text);
    expect(kept()).toEqual(Buffer.from(text));
  });

  it('is whole for each of several processes that download and cache it at once', async () => {
    const source = join(import.meta.dirname, '../../../src/toolkit/tools/find.ts');
    const script = `
      const { findTool } = await import(${JSON.stringify(source)});
      const [pin, search] = JSON.parse(process.argv[1]);
      const { signal } = new AbortController();
      const [path] = await findTool(pin, { ...search, signal, report: () => undefined });
      process.stderr.write((await import('node:fs')).readFileSync(path, 'utf8'));`;
    const run = promisify(execFile);
    const runs = ['a', 'b', 'c'].map(name => {
      const given = JSON.stringify([pinOf(), search({ folder: join(folder, name) })]);
      return run(process.execPath, ['--input-type=module', '-e', script, given]);
    });
    for (const { stderr } of await Promise.all(runs)) expect(stderr).toBe(text);
    await findTool(pinOf(), search());
    expect(kept()).toEqual(Buffer.from(text));
  });

  it('comes from the first mirror that has it, and never from the publisher', async () => {
    const { host } = new URL(from);
    // The server's own paths begin with what it answers, so that a mirror is told from the original.
    const mirrors = ['down', 'cut', 'other', 'good'].map(name => `${from}/${name}`);
    await findTool(pinOf({ url: `${from}/original/tool` }), search({ mirrors }));
    // The library asks again where that may help, which is a matter of its own.
    expect([...new Set(asked)]).toEqual(
      mirrors.map(mirror => `${mirror.slice(from.length)}/${host}/original/tool`),
    );
    expect(kept()).toEqual(Buffer.from(text));
  });

  it('comes at once from the next mirror after one that fails, and is waited for 20 s', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true });
    try {
      const mirrors = [`${from}/none`, `${from}/no`, 'http://127.0.0.1:1', `${from}/silent`, `${from}/good`];
      const found = findTool(pinOf(), search({ mirrors }));
      await vi.waitFor(() => expect(asked.some(url => url.startsWith('/silent/'))).toBe(true));
      await vi.advanceTimersByTimeAsync(20_000);
      expect(await found).toEqual([join(folder, 'run/tool')]);
      expect(said).toHaveLength(mirrors.length);
    } finally {
      vi.useRealTimers();
    }
    await vi.waitFor(() => expect(open).toBe(0));
  });

  it('comes through a proxy, except for NO_PROXY', async () => {
    const connected: string[] = [];
    const proxy = createServer().on('connect', (request, socket) => {
      connected.push(request.url ?? '');
      const upstream = connect(Number(new URL(from).port), '127.0.0.1', () => {
        socket.write('HTTP/1.1 200 OK\r\n\r\n');
        socket.pipe(upstream).pipe(socket);
      });
      for (const each of [socket, upstream]) each.on('error', () => undefined);
    });
    await new Promise<void>(ready => proxy.listen(0, '127.0.0.1', ready));
    vi.stubEnv('HTTP_PROXY', `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`);
    vi.stubEnv('NO_PROXY', '.internal');
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true });
    try {
      const mirrors = ['http://tools.invalid/good', 'http://tools.internal/good'];
      await findTool(pinOf(), search({ mirrors }));
      expect(connected).toEqual(['tools.invalid:80']);
      // Otherwise a download would end 20 s after the answer of the proxy.
      expect(vi.getTimerCount()).toBe(0);
      expect(await refusal(pinOf({ sha256: sum('') }), { mirrors: mirrors.slice(1) })).toContain('ENOTFOUND');
      expect(connected).toHaveLength(1);
    } finally {
      vi.useRealTimers();
      vi.unstubAllEnvs();
      proxy.closeAllConnections();
      proxy.close();
    }
  });

  it.each([
    ['of other content', 'other', wording()],
    ['that is refused', 'no', wording('503')],
    ['that is cut off', 'cut', wording()],
  ])('%s is an error with its remedy, and leaves no file', async (_name, path, pattern) => {
    const said = await refusal(pinOf({ url: `${from}/${path}/tool` }));
    expect(said).toEqual(wording());
    expect(said).toEqual(pattern);
    expect(said).toEqual(wording('tool-mirrors', 'SLIPWAY_TOOL_MIRRORS'));
    expect([kept(), left()]).toEqual([undefined, []]);
  });

  it('reports the response of each mirror', async () => {
    const said = await refusal(pinOf(), { mirrors: [`${from}/no`, `${from}/other`, 'http://127.0.0.1:1'] });
    expect(said).toEqual(wording('503'));
    expect(said).toEqual(wording('another'));
    expect([kept(), left()]).toEqual([undefined, []]);
  });

  it('does not start without a known checksum, even if the cache has a file', async () => {
    await findTool(pinOf(), search());
    asked = [];
    expect(await refusal(pinOf({ sha256: null }))).toEqual(wording());
    expect(asked).toEqual([]);
  });

  it('ends when the run is cancelled, and leaves no file', async () => {
    const abort = new AbortController();
    setTimeout(() => abort.abort(), 50);
    expect(await refusal(pinOf({ url: `${from}/slow/tool` }), { signal: abort.signal })).toEqual(wording());
    expect([kept(), left()]).toEqual([undefined, []]);
    // The process could not end with an open connection.
    await vi.waitFor(() => expect(open).toBe(0));
  });

  it('is repeated after a run that was killed while it wrote to the cache', async () => {
    await findTool(pinOf(), search());
    rmSync(`${dirname(cached())}.complete`);
    writeFileSync(cached(), text.slice(0, 10));
    await findTool(pinOf(), search({ folder: join(folder, 'another') }));
    expect(kept()).toEqual(Buffer.from(text));
  });
});

describe('the cache', () => {
  it.each([
    [{ RUNNER_TOOL_CACHE: '/opt/cache', XDG_CACHE_HOME: '/x', HOME: '/h' }, '/opt/cache'],
    [{ XDG_CACHE_HOME: '/x', HOME: '/h' }, '/x/slipway'],
    [{ HOME: '/h', RUNNER_TOOL_CACHE: '' }, '/h/.cache/slipway'],
  ])('of %j is %s', (env, path) => {
    expect(cacheFolder(env)).toBe(path);
  });
});
