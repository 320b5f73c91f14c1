import { existsSync, readdirSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { root, textOfFile } from '../../scripts/workflow-files.ts';

/** The Markdown of this repository, as its readers use it: pages, links, and blocks to copy. */

export interface Block {
  /** `docs/x.md:12`. */
  place: string;
  language: string;
  text: string;
}

/** Paths of every page. */
export const pages = ['', 'docs', 'examples', 'actions', 'lab', '.github', 'schema'].flatMap(folder =>
  readdirSync(join(root, folder), { recursive: folder !== '', encoding: 'utf8' })
    .filter(path => path.endsWith('.md') && !path.includes('node_modules'))
    .map(path => join(folder, path)),
);

/** The fenced blocks of a page. */
export function blocksOf(path: string, text: string = textOfFile(path)): Block[] {
  return [...text.matchAll(/^```(\w*)\n(.*?)^```$/gms)].map(match => ({
    place: `${path}:${text.slice(0, match.index).split('\n').length}`,
    language: match[1] as string,
    text: match[2] as string,
  }));
}

/** The targets of the links in a page, but for those to other sites. */
export function linksOf(text: string): string[] {
  return [...prose(text).matchAll(/\]\(([^()\s]+)\)/g)]
    .map(match => match[1] as string)
    .filter(target => !/^[a-z]+:/.test(target));
}

/** The links of a page that lead nowhere. */
export function brokenLinks(path: string, text: string = textOfFile(path)): string[] {
  return linksOf(text).filter(target => {
    const [file = '', anchor] = target.split('#');
    const to = file === '' ? path : normalize(join(dirname(path), file));
    if (to !== path && (to.startsWith('..') || !existsSync(join(root, to)))) return true;
    if (anchor === undefined) return false;
    return !anchorsOf(to === path ? text : textOfFile(to)).includes(anchor);
  });
}

/** The anchors that GitHub makes of headings. */
export function anchorsOf(text: string): string[] {
  const seen = new Map<string, number>();
  return [...text.replace(/^```.*?^```$/gms, '').matchAll(/^#+ +(.+)$/gm)].map(([, heading = '']) => {
    const anchor = heading
      .toLowerCase()
      .replace(/[^\p{Letter}\p{Number}\s_-]/gu, '')
      .trim()
      .replaceAll(' ', '-');
    const before = seen.get(anchor) ?? 0;
    seen.set(anchor, before + 1);
    return before === 0 ? anchor : `${anchor}-${before}`;
  });
}

/** A page without its code. */
const prose = (text: string) => text.replace(/^```.*?^```$/gms, '').replace(/`[^`\n]+`/g, 'code');
