import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkLinks, difference } from '../../scripts/site-check.ts';
import { type Entry, forSite, navigation, sitePages } from '../../scripts/site-pages.ts';
import { textOfFile } from '../../scripts/workflow-files.ts';

/** The documentation site. scripts/test builds it; these are the parts that need no MkDocs. */

describe('a page', () => {
  const place = 'https://github.com/slipway/slipway/blob/v1.2.3';

  it('links to the repository for files that are no pages', () => {
    const page = (text: string) => forSite('docs/helm.md', text, 'v1.2.3');
    expect(page('[a](../examples/shop/slipway.yml#x)')).toBe(`[a](${place}/examples/shop/slipway.yml#x)`);
    expect(page('[a](decisions)')).toBe(`[a](${place}/docs/decisions)`);
  });

  it.each([
    '[a](release.md#canary) [b](../actions/plan/README.md) [c](#here) [d](https://x.example/y.md)',
    '![e](rehearsal.png)',
    '`[a](../lab)`',
    '1. x\n\n    ```md\n    [a](../lab)\n    ```\n',
  ])('keeps other links and code: %s', text => {
    expect(forSite('docs/helm.md', text, 'main')).toBe(text);
  });
});

describe('the navigation', () => {
  const pagesIn = (entries: Entry[]): string[] =>
    entries.flatMap(entry => (typeof entry === 'string' ? [entry] : Object.values(entry).flatMap(pagesIn)));
  const all = navigation(textOfFile('docs/README.md'));

  it('has every page, in the sections of docs/README.md', () => {
    expect([...new Set(pagesIn(all))].sort()).toEqual(sitePages);
    expect(all.flatMap(entry => Object.keys(entry))).toEqual([
      ...['Home', 'Tutorials', 'How-to guides', 'Reference', 'Explanation', 'Contributors'],
    ]);
  });

  it('groups rows, lists after a colon, and folders', () => {
    const index =
      '# A\n## B\n| to | read |\n| --- | --- |\n| look | [a](alerts.md) · [b](faq.md) |\n| one | [c](helm.md) |\n' +
      '- Actions: [d](../actions/plan/README.md) · [e](../actions/gate/README.md)\n- [f](runbooks/README.md): g\n';
    expect(navigation(index)[1]).toEqual({
      B: [
        { Look: ['docs/alerts.md', 'docs/faq.md'] },
        'docs/helm.md',
        { Actions: ['actions/plan/README.md', 'actions/gate/README.md'] },
        { Runbooks: expect.arrayContaining(['docs/runbooks/README.md', 'docs/runbooks/pod.md']) },
      ],
    });
  });
});

describe('the check of links', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'site-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const check = (pages: Record<string, string>) => {
    for (const [path, text] of Object.entries(pages)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    return checkLinks(folder, 'https://x.example/s/');
  };

  it('finds pages, anchors and files', () => {
    const links = [
      'a/',
      'a/#b',
      '#c',
      '.',
      '/s/a/',
      'https://x.example/s/a/#b',
      'a/p.png',
      'https://y.example/',
    ];
    const home = `<p id="c">${links.map(link => `<a class="x" href="${link}">`).join('')}`;
    const found = check({ 'index.html': home, 'a/index.html': '<h2 id=b>', 'a/p.png': '' });
    expect(found).toEqual({ pages: 2, links: 7, problems: [] });
  });

  it('reports a missing page or anchor, and what another host would serve', () => {
    const { problems } = check({
      'index.html': '<a href="b/"><a href="a/#b">',
      'a/index.html':
        '<script src="https://cdn.example/m.js"></script><link rel="stylesheet" href="//cdn.example/s.css">',
    });
    expect(problems).toEqual([
      'a/index.html: loads https://cdn.example/m.js from another host',
      'a/index.html: loads //cdn.example/s.css from another host',
      'index.html: no target of b/',
      'index.html: no target of a/#b',
    ]);
  });
});

describe('the comparison with GitHub', () => {
  const article = (html: string) => `<nav><li></nav><article class="x">${html}</article>`;

  it('passes for the same blocks', () => {
    expect(
      difference('1. a\n\n    ```sh\n    b\n    ```\n', article('<ol><li>a <pre>b</pre></ol>')),
    ).toBeUndefined();
  });

  it('finds code that MkDocs does not see as part of an item', () => {
    const html = article('<ol><li>a</ol><pre>b</pre>');
    expect(difference('1. a\n\n   ```sh\n   b\n   ```\n', html)).toMatch(
      /^GitHub shows <pre> where .* <\/ol>/,
    );
  });
});
