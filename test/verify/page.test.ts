import { afterEach, describe, expect, it } from 'vitest';
import { acceptance } from '../../src/verify/acceptance.ts';
import { assetsOf, isCacheable, mostAssets } from '../../src/verify/page.ts';
import { FakeApiServer } from '../cluster/fake-api-server.ts';
import { wording } from '../wording.ts';
import { environmentAt, type Serving, serve } from './app.ts';

const running: Serving[] = [];
afterEach(() => {
  for (const each of running.splice(0)) each.close();
});

const hashed = 'public, max-age=2592000, immutable';

/** Asks a page with these files: path → Cache-Control, bytes. */
async function page(html: string, files: Record<string, [string, number]>, path = '', cacheable = '80%') {
  const sent: string[] = [];
  let bytes = 0;
  const app = await serve((request, response) => {
    const { url = '' } = request;
    sent.push(url);
    const file = files[url];
    const text = file === undefined ? html : 'x'.repeat(file[1]);
    bytes += text.length;
    const type = file === undefined ? 'text/html' : 'text/javascript';
    response.writeHead(200, { 'content-type': type, 'cache-control': file?.[0] ?? 'no-store' }).end(text);
  });
  running.push(app);
  const environment = environmentAt(`${app.url}${path}`, { page: { get: '/', cacheable } });
  const owner = { app: 'shop', namespace: 'shop', labels: {} };
  const { results } = await acceptance(new FakeApiServer().cluster, {
    ...{ environment, owner, env: {}, parts: ['page' as const] },
  });
  return { result: results[0], sent, bytes };
}

const html = `<!doctype html><html><head>
  <link rel="modulepreload" href="/assets/app-1a2b3c4d.js"><link rel=stylesheet href='/assets/app-9f8e7d6c.css'>
  <link rel="canonical" href="/other"><script src="https://cdn.example.com/x.js"></script>
</head><body><script type="module" src="/assets/app-1a2b3c4d.js"></script></body></html>`;

describe('a page', () => {
  it('passes with the share of its bytes that the server counted', async () => {
    const { result, sent, bytes } = await page(html, {
      '/assets/app-1a2b3c4d.js': [hashed, 40_000],
      '/assets/app-9f8e7d6c.css': [hashed, 8_000],
    });
    expect(sent.sort()).toEqual(['/', '/assets/app-1a2b3c4d.js', '/assets/app-9f8e7d6c.css']);
    const share = ((48_000 / bytes) * 100).toFixed(1);
    expect(result).toMatchObject({ ok: true, detail: wording(`${share} %`, String(bytes), '3 files') });
  });

  it('fails with the largest file that is not cacheable', async () => {
    const { result } = await page(html, {
      '/assets/app-1a2b3c4d.js': ['no-cache', 40_000],
      '/assets/app-9f8e7d6c.css': [hashed, 8_000],
    });
    expect(result).toMatchObject({ ok: false, reason: wording('80 %', '/assets/app-1a2b3c4d.js') });
  });

  it('fails when a fallback answers for a missing file', async () => {
    const { result } = await page(html, { '/assets/app-1a2b3c4d.js': [hashed, 40_000] });
    expect(result).toMatchObject({ ok: false, reason: wording('/assets/app-9f8e7d6c.css', 'HTML') });
  });

  it('names files from the root of the host, below whatever path the application is', async () => {
    const relative = '<html><script src="assets/a.js"></script><script src="/root.js"></script></html>';
    const files = { '/shop/assets/a.js': [hashed, 9_000], '/root.js': [hashed, 9_000] } as const;
    const { result, sent } = await page(relative, files as never, '/shop');
    expect(result).toMatchObject({ ok: true });
    expect(sent.sort()).toEqual(['/root.js', '/shop/', '/shop/assets/a.js']);
  });

  it('loads at most 100 files, and says so', async () => {
    const many = Array.from({ length: 130 }, (_, n) => `/a${n}.js`);
    const files = Object.fromEntries(many.map(path => [path, [hashed, 1_000] as [string, number]]));
    const { sent, result } = await page(
      `<html>${many.map(path => `<script src="${path}"></script>`).join('')}</html>`,
      files,
    );
    expect(sent).toHaveLength(1 + mostAssets);
    expect(result).toMatchObject({ ok: true, detail: wording('the first 100 of the 130 files') });
  });

  it('fails when it is larger than 1 MiB, which is not read', async () => {
    const { result } = await page(`<html>${' '.repeat(2 ** 20)}</html>`, {});
    expect(result).toMatchObject({ ok: false, reason: wording('1 MiB') });
  });

  it('counts the bytes of files of which only the start is kept', async () => {
    const files = { '/assets/app-1a2b3c4d.js': [hashed, 3_000_000], '/assets/app-9f8e7d6c.css': [hashed, 9] };
    const { result, bytes } = await page(html, files as never);
    expect(result).toMatchObject({ ok: true, detail: expect.stringContaining(`of ${bytes} bytes`) });
  });

  it('has the files that it names, in time that grows no faster than it does', () => {
    expect(assetsOf(html, 'https://shop.example.com/')).toEqual([
      '/assets/app-1a2b3c4d.js',
      '/assets/app-9f8e7d6c.css',
    ]);
    const began = process.cpuUsage();
    const parts = [
      '<script ',
      '<link rel=',
      '<img src="',
      "<img src='",
      '<source src=x ',
      '<script src = ',
      '<img>',
      '< ',
    ];
    for (const part of parts) assetsOf(part.repeat(2 ** 20 / part.length), 'https://shop.example.com/');
    expect(process.cpuUsage(began).user / 1_000_000).toBeLessThan(5);
  });

  it.each([
    [hashed, true],
    ['max-age=86400', true],
    ['public, MAX-AGE="604800"', true],
    ['max-age=60', false],
    ['private, max-age=604800', false],
    ['no-cache, max-age=604800', false],
    ['no-store', false],
    ['', false],
    ['max-age=1e9x', false],
  ])('with Cache-Control "%s" is cacheable: %s', (value, cacheable) => {
    expect(isCacheable({ headers: { 'cache-control': value } })).toBe(cacheable);
  });
});
