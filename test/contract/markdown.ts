import { existsSync, readdirSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { root, textOfFile } from '../../scripts/workflow-files.ts';

/** Reads the Markdown of this repository: pages, links and code blocks. */

export interface Block {
  /** Path and line, such as `docs/x.md:12`. */
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

/** Returns the fenced code blocks of a page. */
export function blocksOf(path: string, text: string = textOfFile(path)): Block[] {
  return [...text.matchAll(/^( *)```(\w*)\n(.*?)^\1```$/gms)].map(
    ({ index, 1: indent = '', 2: language = '', 3: code = '' }) => ({
      place: `${path}:${text.slice(0, index).split('\n').length}`,
      language,
      text: code.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
    }),
  );
}

/** Returns the files that a page shows: blocks whose first line is a comment with the path. */
export const filesOf = (page: string): { path: string; text: string }[] =>
  blocksOf(page).flatMap(({ text }) => {
    const path = /^# (\S+\/?\S*\.ya?ml)$/m.exec(text.split('\n')[0] ?? '')?.[1];
    return path === undefined ? [] : [{ path, text }];
  });

/** Returns the targets of the links in a page, except for other sites. */
export function linksOf(text: string): string[] {
  return [...prose(text).matchAll(/\]\(([^()\s]+)\)/g)]
    .map(match => match[1] as string)
    .filter(target => !/^[a-z]+:/.test(target));
}

/** Returns the broken links of a page. */
export function brokenLinks(path: string, text: string = textOfFile(path)): string[] {
  return linksOf(text).filter(target => {
    const [file = '', anchor] = target.split('#');
    const to = file === '' ? path : normalize(join(dirname(path), file));
    if (to !== path && (to.startsWith('..') || !existsSync(join(root, to)))) return true;
    if (anchor === undefined) return false;
    return !anchorsOf(to === path ? text : textOfFile(to)).includes(anchor);
  });
}

/** Returns the anchors that GitHub generates from headings. */
export function anchorsOf(text: string): string[] {
  const seen = new Map<string, number>();
  return [...text.replace(/^ *```.*?^ *```$/gms, '').matchAll(/^#+ +(.+)$/gm)].map(([, heading = '']) => {
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

/** Removes code from a page. */
const prose = (text: string) => text.replace(/^ *```.*?^ *```$/gms, '').replace(/`[^`\n]+`/g, 'code');
