/** Checks a built site: its links, and that its pages have the same blocks as on GitHub. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';

export interface SiteCheck {
  pages: number;
  links: number;
  /** One line for each link without a target, and for each script, style and picture of another host. */
  problems: string[];
}

/**
 * Checks the links, anchors and resources of all HTML files in a folder.
 * @param address of the site, for links that contain it.
 */
export function checkLinks(folder: string, address: string): SiteCheck {
  const texts = new Map(
    globSync('**/*.html', { cwd: folder })
      .sort()
      .map(page => [page, readFileSync(join(folder, page), 'utf8')]),
  );
  const anchors = new Map([...texts].map(([page, text]) => [page, anchorsOf(text)]));
  const { origin, pathname } = new URL(address);
  const exists = (page: string, link: string) => {
    const [path = '', anchor = ''] = decodeURI(link).replace(origin, '').split('#');
    const file = path.startsWith(pathname) ? path.replace(pathname, './') : join(dirname(page), path);
    const to = path === '' ? page : join(file, /(^|\/)\.*$/.test(path) ? 'index.html' : '');
    return anchor === '' ? existsSync(join(folder, to)) : anchors.get(to)?.has(anchor) === true;
  };
  const check: SiteCheck = { pages: texts.size, links: 0, problems: [] };
  for (const [page, text] of texts) {
    for (const { tag, attribute, link } of linksOf(text)) {
      const inside = !/^([a-z]+:|\/\/)/.test(link) || link.startsWith(address);
      if (inside) check.links += 1;
      if (inside && !exists(page, link)) check.problems.push(`${page}: no target of ${link}`);
      if (!inside && (attribute === 'src' || tag === 'link'))
        check.problems.push(`${page}: loads ${link} from another host`);
    }
  }
  return check;
}

const anchorsOf = (html: string) =>
  new Set([...html.matchAll(/\s(?:id|name)="?([^">\s]+)/g)].map(match => match[1]));

const linksOf = (html: string) =>
  [...html.matchAll(/<(\w+)\b[^>]*?\s(href|src)="?([^">\s]+)/g)].map(
    ([, tag = '', attribute = '', link = '']) => ({ tag, attribute, link }),
  );

/**
 * Returns the first block in which a page of the site differs from GitHub, or undefined. MkDocs reads another dialect of Markdown: it
 * wants four spaces before what belongs to an item of a list, and an empty line before a list.
 */
export function difference(markdown: string, html: string): string | undefined {
  const github = blocksOf(
    micromark(markdown, { allowDangerousHtml: true, extensions: [gfm()], htmlExtensions: [gfmHtml()] }),
  );
  const article = /<article\b.*?<\/article>/s.exec(html)?.[0] ?? '';
  const site = blocksOf(article);
  const at = [...github, ''].findIndex((block, index) => block !== (site[index] ?? ''));
  if (at === -1) return undefined;
  return `GitHub shows ${github[at] ?? 'nothing'} where the site has ${site[at] ?? 'nothing'}, after ${github.slice(Math.max(0, at - 3), at).join(' ')}`;
}

/** Returns the tags of blocks. */
function blocksOf(html: string): string[] {
  return [
    ...html
      .replace(/<!--.*?-->/gs, '')
      .matchAll(/<(\/?(?:ul|ol|pre|blockquote|table|details)|li|tr|td|th|h[1-6]|img|br)\b[^>]*>/g),
  ].map(([, tag = '']) => `<${tag}>`);
}
