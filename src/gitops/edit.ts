import { basename } from 'node:path';
import { isAlias, isMap, isScalar, isSeq, type Pair, type Scalar, visit, type YAMLMap } from 'yaml';
import type { GitOps } from '../config/types.ts';
import { parseReference } from '../image/reference.ts';
import { repositoryOf } from '../workloads/kinds.ts';
import {
  endOf,
  type FileChange,
  offsetOf,
  open,
  pairOf,
  replaced,
  type Source,
  scalarChange,
  textOf,
} from './yaml-text.ts';

/** Sets the digests of a release in a file of a Git repository. Every byte outside of the values stays as it is. All pure. */

export interface ReleasedImage {
  readonly repository: string;
  readonly digest: string;
}

type File = GitOps['files'][number];
type Images = Readonly<Record<string, ReleasedImage>>;

/** Returns the path of an entry of `files`. */
export const pathOfFile = (file: File): string => (typeof file === 'string' ? file : file.values);

/**
 * Returns the changes that set the digests in a file, also those to the same text.
 * @throws UserError with the line when nothing matches, or it is not clear what to change.
 */
export function changesOf(text: string, file: File, images: Images): FileChange[] {
  const source = open(text, pathOfFile(file));
  if (typeof file !== 'string') return inValues(source, file, images);
  return /^kustomization\.ya?ml$/i.test(basename(file))
    ? inKustomization(source, images)
    : inManifests(source, images);
}

/** Returns the text with the changes. */
export function withChanges(text: string, changes: readonly FileChange[]): string {
  return [...changes]
    .sort((a, b) => b.start - a.start)
    .reduce((rest, { start, end, text: next }) => {
      // Where the value was empty, a comment may begin at once.
      const gap = rest[end] === '#' ? ' ' : '';
      return rest.slice(0, start) + next + gap + rest.slice(end);
    }, text);
}

// kustomize

function inKustomization(source: Source, images: Images): FileChange[] {
  const [document, ...more] = source.documents;
  const list = document && isMap(document.contents) ? document.contents.get('images', true) : undefined;
  if (more.length > 0) throw source.lacks('has more than one document', 'keep one');
  const entries = isSeq(list) ? list.items.filter(each => isMap(each)) : [];
  const changes = Object.entries(images).flatMap(([image, { repository, digest }]) => {
    const nameOf = (entry: YAMLMap) => textOf(entry, 'newName') ?? textOf(entry, 'name');
    const [entry, second] = entries.filter(each => sameRepository(nameOf(each), repository));
    if (entry === undefined) return [];
    if (second !== undefined)
      throw source.problem(offsetOf(second), `is a second entry for ${repository}`, 'keep one of them');
    return [inEntry(source, entry, digest, image)];
  });
  if (changes.length > 0) return changes;
  const [first] = Object.values(images);
  throw source.lacks(
    'has no image of slipway.yml under `images:`',
    `add \`- name: ${first?.repository}\` there`,
  );
}

/** A new tag beside a digest would be ignored, and name another version than the one that runs. */
function inEntry(source: Source, entry: YAMLMap, digest: string, image: string): FileChange {
  const [tag, own, suffix] = ['newTag', 'digest', 'tagSuffix'].map(key => pairOf(entry, key));
  const useless = own === undefined ? suffix : (tag ?? suffix);
  if (useless !== undefined)
    throw source.problem(
      offsetOf(useless.key),
      `\`${useless.key}\` says nothing beside a digest`,
      'remove that line: the digest names the image',
    );
  if (own !== undefined) return replaced(source, own.value, endOf(own.key), digest, image);
  if (tag !== undefined) {
    const { end } = replaced(source, tag.value, endOf(tag.key), digest, image);
    return { start: offsetOf(tag.key), end, text: `digest: ${digest}`, image };
  }
  const last = entry.items.at(-1) as Pair;
  const end = endOf(last.value) || endOf(last.key);
  if (entry.flow) return { start: end, end, text: `, digest: ${digest}`, image };
  // A comment stays in the line of the last key.
  const [rest = ''] = /^[^\r\n]*/.exec(source.text.slice(end)) ?? [];
  const first = offsetOf(entry.items[0]?.key);
  const column = first - (source.text.lastIndexOf('\n', first - 1) + 1);
  const newline = source.text.includes('\r\n') ? '\r\n' : '\n';
  const at = end + rest.length;
  return { start: at, end: at, text: `${newline}${' '.repeat(column)}digest: ${digest}`, image };
}

// Manifests

function inManifests(source: Source, images: Images): FileChange[] {
  const changes = new Map<number, FileChange>();
  for (const document of source.documents) {
    visit(document, {
      Pair: (_, { key, value }) => {
        if (!isScalar(key) || !/^(initC|c)ontainers$/.test(String(key.value)) || !isSeq(value)) return;
        for (const container of value.items) {
          const written = isMap(container) ? container.get('image', true) : undefined;
          // An anchor is followed: all that uses it runs the same image.
          const node = isAlias(written) ? written.resolve(document) : written;
          if (!isScalar(node) || !node.range) continue;
          const [image, wanted] =
            Object.entries(images).find(([, { repository }]) => sameRepository(node.value, repository)) ?? [];
          if (image === undefined || wanted === undefined) continue;
          const next = `${repositoryOf(String(node.value))}@${wanted.digest}`;
          changes.set(node.range[0], scalarChange(source, node as Scalar.Parsed, next, image));
        }
      },
    });
  }
  if (changes.size > 0) return [...changes.values()];
  const names = Object.values(images).map(({ repository }) => repository);
  throw source.lacks(
    `has no container with the image ${names.join(' or ')}`,
    'list the file that has it, or correct `repository` of the image in slipway.yml',
  );
}

// Values of Helm

function inValues(source: Source, file: Exclude<File, string>, images: Images): FileChange[] {
  const image = file.of ?? Object.keys(images)[0] ?? '';
  const { repository, digest } = images[image] ?? { repository: '', digest: '' };
  const [document, ...more] = source.documents;
  if (more.length > 0) throw source.lacks('has more than one document', 'keep one');
  const key = file.digest ?? file.tag ?? file.reference ?? '';
  let at: unknown = document?.contents;
  let pair: Pair | undefined;
  for (const part of key.split('.')) {
    if (isAlias(at))
      throw source.problem(
        at.range?.[0] ?? 0,
        `\`${key}\` leads through an alias`,
        'write the values themselves there',
      );
    pair = isMap(at) ? pairOf(at, part) : undefined;
    if (pair === undefined)
      throw source.lacks(
        `has no value \`${key}\``,
        'add it with an empty text (""), or correct the path in `files`',
      );
    at = pair.value;
  }
  const short = digest.slice(digest.indexOf(':') + 1, digest.indexOf(':') + 13);
  const next =
    file.digest !== undefined
      ? digest
      : file.tag !== undefined
        ? `${short}@${digest}`
        : `${repository}@${digest}`;
  return [replaced(source, at, endOf(pair?.key), next, image)];
}

function sameRepository(written: unknown, repository: string): boolean {
  const key = repositoryKey(written);
  return key !== undefined && key === repositoryKey(repository);
}

/** Returns the repository of an image in one form; undefined for untrusted text that is no reference. */
export function repositoryKey(image: unknown): string | undefined {
  try {
    return parseReference(repositoryOf(String(image))).repository;
  } catch {
    return undefined;
  }
}
