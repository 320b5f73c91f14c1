/** The pages of the documentation site: Markdown of this repository, in the order of docs/README.md. */
import { globSync } from 'node:fs';
import { basename, dirname, join, normalize } from 'node:path';
import { root } from './workflow-files.ts';

/** An entry of MkDocs' navigation: a page, or a group by its title. */
export type Entry = string | { [title: string]: Entry[] };

const repository = 'https://github.com/slipway/slipway';

/** Paths of the site's pages. They keep their folders, so that links between them stay valid. */
export const sitePages = globSync(
  ['{README,CONTRIBUTING,SECURITY,CHANGELOG}.md', 'docs/**/*.md', 'actions/*/README.md'],
  { cwd: root },
).sort();

/**
 * Returns the text of a page with links to files that the site lacks turned into links to the repository. Decisions come last in
 * searches.
 * @param ref branch, tag or commit for these links.
 */
export function forSite(path: string, text: string, ref: string): string {
  const head = path.startsWith('docs/decisions/') ? '---\nsearch: {boost: 0.2}\n---\n' : '';
  return `${head}${withLinks(path, text, ref)}`;
}

function withLinks(path: string, text: string, ref: string): string {
  return text.replace(/^ *```.*?^ *```$|`[^`\n]+`|\]\(([^()\s]+)\)/gms, (whole, target?: string) => {
    if (target === undefined || /^([a-z]+:|#)/.test(target)) return whole;
    const [file = '', anchor] = target.split('#');
    const to = normalize(join(dirname(path), file)).replace(/\/$/, '');
    if (sitePages.includes(to) || /^docs\/.*\.(png|svg)$/.test(to)) return whole;
    return `](${repository}/blob/${ref}/${to}${anchor === undefined ? '' : `#${anchor}`})`;
  });
}

/**
 * Returns the navigation: the sections of docs/README.md with their links. A row of a table, and an item such as `- Actions: [a](b)`,
 * is a group.
 */
export function navigation(index: string): Entry[] {
  const sections = index.split(/^## /m).slice(1);
  return [
    { Home: ['README.md', 'docs/README.md'] },
    ...sections.map(section => {
      const [title = '', ...lines] = section.split('\n');
      return { [title]: lines.flatMap(entriesOf) };
    }),
  ];
}

function entriesOf(line: string): Entry[] {
  const entries = [...line.matchAll(/\]\(([^()\s]+)\)/g)].map(([, target = '']) =>
    entryAt(normalize(join('docs', target))),
  );
  const group = /^(?:\| ([^|[]+) \||- ([^[]+): \[)/.exec(line)?.slice(1).find(Boolean);
  return group === undefined || entries.length < 2 ? entries : [{ [capital(group)]: entries }];
}

/** Returns a page, or a group of all pages in a folder of docs/ if the path is this folder or its README. */
function entryAt(path: string): Entry {
  const folder = path.replace(/\/README\.md$/, '');
  const inside = sitePages.filter(page => dirname(page) === folder);
  if (!folder.startsWith('docs/') || inside.length < 2) return path;
  const index = inside.filter(page => page === path);
  return { [capital(basename(folder))]: [...index, ...inside.filter(page => page !== path)] };
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
