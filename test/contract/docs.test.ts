import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root, textOfFile } from '../../scripts/workflow-files.ts';
import { anchorsOf, brokenLinks, linksOf, pages } from './markdown.ts';

const docs = pages.filter(path => /^docs\/[^/]+$/.test(path));
const actionPages = pages.filter(path => /^actions\/[^/]+\/README\.md$/.test(path));

describe('a link', () => {
  it('is detected if it is broken', () => {
    const text = '# A title: `x`\n[a](LICENSE) [b](nowhere.md) [c](#a-title-x) [d](#b) `[e](no)`\n';
    expect(brokenLinks('x.md', text)).toEqual(['nowhere.md', '#b']);
    expect(anchorsOf('# A\n## A\n```\n# no\n```\n')).toEqual(['a', 'a-1']);
  });

  it.each(pages)('is not broken in %s', path => {
    expect(brokenLinks(path)).toEqual([]);
  });
});

describe('the index of the documentation', () => {
  const links = linksOf(textOfFile('docs/README.md')).map(link => join('docs', link));

  it.each([...docs.filter(path => path !== 'docs/README.md'), ...actionPages])('links to %s', path => {
    expect(links).toContain(path);
  });
});

describe('the README', () => {
  const links = linksOf(textOfFile('README.md'));

  it('links to the index, and shows small pictures of a release and of its summary', () => {
    const pictures = ['docs/rehearsal.png', 'docs/summary.png'];
    expect(links).toEqual(expect.arrayContaining(['docs/README.md', ...pictures]));
    for (const picture of pictures) expect(statSync(join(root, picture)).size).toBeLessThan(150_000);
  });
});

describe('a page that code or a comment mentions', () => {
  const folders = ['src', 'scripts', '.github', 'examples', 'lab', 'actions'];
  const files = folders.flatMap(folder =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter(path => /\.(ts|sh|ya?ml)$/.test(path) && !path.includes('node_modules'))
      .map(path => join(folder, path)),
  );
  const named = files.flatMap(file =>
    [...textOfFile(file).matchAll(/\bdocs\/[\w/-]+\.md\b/g)].map(match => ({ file, page: match[0] })),
  );

  it('exists', () => {
    expect(named.length).toBeGreaterThan(5);
    expect(named.filter(({ page }) => !existsSync(join(root, page)))).toEqual([]);
  });
});

describe('docs/decisions', () => {
  const names = readdirSync(join(root, 'docs/decisions')).sort();

  it('are numbered without a gap, and start with their number', () => {
    names.forEach((name, index) => {
      expect(name).toMatch(new RegExp(`^${String(index + 1).padStart(4, '0')}-[a-z0-9-]+\\.md$`));
      expect(textOfFile(`docs/decisions/${name}`)).toMatch(new RegExp(`^# ${index + 1}\\. \\S`));
    });
  });

  it.each(names)('%s is at most half a page', name => {
    expect(textOfFile(`docs/decisions/${name}`).split('\n').length).toBeLessThanOrEqual(30);
  });
});
