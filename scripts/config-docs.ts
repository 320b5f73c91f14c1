/** Generates the sections of docs/configuration.md from the schema of slipway.yml; the introduction and the example are written by hand. */
import { stringify } from 'yaml';
import { notes } from './config-notes.ts';
import { alternativesOf, type Node, objectsIn, type Shape, schema, typeOf } from './config-schema.ts';
import { textOfFile } from './workflow-files.ts';

/** An object of slipway.yml. Equal objects share a section. */
interface Section {
  readonly title: string;
  readonly level: number;
  readonly object: Node;
}

type Titles = ReadonlyMap<string, { readonly title: string; readonly path: string }>;

const root = 'Top level';

/** Returns the document with the section between `<!-- keys -->` and `<!-- end -->` regenerated. */
export function configDocs(document = textOfFile('docs/configuration.md')): string {
  const titles = titlesOf();
  const sections = sectionsOf(titles);
  const unknown = Object.keys(notes).filter(title => !sections.some(section => section.title === title));
  if (unknown.length > 0) throw new Error(`notes for sections that do not exist: ${unknown.join(', ')}`);
  const text = sections.map(section => markdownOf(section, titles)).join('\n');
  return document.replace(
    /(<!-- keys -->\n)[\s\S]*?(<!-- end -->)/,
    (_, head, end) => `${head}${text}${end}`,
  );
}

/** Equal objects have the same. */
const identity = ({ properties, required }: Node) =>
  JSON.stringify([properties, required], (key, value) => (key === 'probe' ? undefined : value));

interface Place {
  readonly path: string;
  readonly object: Node;
}

const childrenOf = ({ path, object }: Place): Place[] =>
  Object.entries(object.properties ?? {}).flatMap(([key, node]) =>
    objectsIn(node).map(({ shape, object: child }) => ({
      path: `${path === '' ? '' : `${path}.`}${key}${suffix[shape]}`,
      object: child,
    })),
  );

const suffix: Record<Shape, string> = { object: '', list: '[]', map: '.*name*' };

/** Returns the place and title of each object, by its identity: its shortest path, without the environment where that is unambiguous. */
function titlesOf(): Titles {
  const titles = new Map([[identity(schema), { title: root, path: '' }]]);
  const used = () => [...titles.values()].map(({ title }) => anchorOf(title));
  let level = childrenOf({ path: '', object: schema });
  while (level.length > 0) {
    for (const { path, object } of level) {
      const id = identity(object);
      if (titles.has(id)) continue;
      const short = path.replace(/^environments\.\*name\*\./, '').replace(/^recovery\.drills/, 'drills');
      const taken = used();
      const free = [short, path].find(each => !taken.includes(anchorOf(each)));
      // Two kinds of objects at one key.
      const title = free ?? `${path} (${taken.filter(each => each.startsWith(anchorOf(path))).length + 1})`;
      titles.set(id, { title, path });
    }
    level = level.flatMap(childrenOf);
  }
  return titles;
}

/** Returns the sections in the order of slipway.yml, each where its title says. */
function sectionsOf(titles: Titles): Section[] {
  const sectionsAt = (place: Place): Section[] => {
    const { path, title } = titles.get(identity(place.object)) ?? {};
    if (title === undefined || path !== place.path) return [];
    const depth = path.replace('.*name*', '').split('.').length;
    const level = path === '' ? 2 : Math.min(depth + 1, 4);
    return [{ title, level, object: place.object }, ...childrenOf(place).flatMap(sectionsAt)];
  };
  return sectionsAt({ path: '', object: schema });
}

/** The anchor that GitHub gives a heading. */
const anchorOf = (title: string) =>
  title
    .toLowerCase()
    .replace(/[^a-z0-9 -]/g, '')
    .replaceAll(' ', '-');

function markdownOf({ title, level, object }: Section, titles: Titles): string {
  const rows = Object.entries(object.properties ?? {}).map(([key, node]) => rowOf(key, node, object, titles));
  const before = [alternativesOf(object), notes[title]].filter(text => text !== undefined).join(' ');
  const table = ['|key|type|default|meaning|', '|-|-|-|-|', ...rows].join('\n');
  return `${'#'.repeat(level)} ${title}\n\n${before === '' ? '' : `${before}\n\n`}${table}\n`;
}

function rowOf(key: string, node: Node, { required = [] }: Node, titles: Titles): string {
  const links = objectsIn(node).map(
    ({ object }) => `#${anchorOf(titles.get(identity(object))?.title ?? '')}`,
  );
  const [first, ...others] = [...new Set(links)];
  const linkedKey = first === undefined ? `\`${key}\`` : `[\`${key}\`](${first})`;
  const name = [linkedKey, ...others.map((link, index) => `[${index + 2}](${link})`)].join(' ');
  const { meaning, usual } = textOf(node);
  const fallback = required.includes(key) ? '**required**' : (writtenDefault(node) ?? usual);
  return `|${[name, typeOf(node), fallback, meaning].map(cell => cell.replaceAll('|', '\\|')).join('|')}|`;
}

/** Splits a description: its last sentence may say the default. */
function textOf({ description = '' }: Node): { meaning: string; usual: string } {
  const [, meaning = description, usual = ''] = /^(.*?)\s*Default: (.*)\.$/s.exec(description) ?? [];
  return { meaning: linked(meaning), usual: linked(usual) };
}

/** Links the pages that a description names. */
const linked = (text: string) => text.replace(/\bdocs\/([\w-]+)\.md(#[\w-]+)?/g, '[$1]($1.md$2)');

/** Returns the default that the schema fills in; undefined where that is nothing. */
function writtenDefault(node: Node): string | undefined {
  const value = node.default;
  if (value === undefined) return undefined;
  if (typeof value === 'object' && value !== null && Object.keys(value).length === 0) return undefined;
  const text = stringify(value, {
    collectionStyle: 'flow',
    flowCollectionPadding: false,
    lineWidth: 0,
  }).trim();
  return `\`${text}\``;
}
