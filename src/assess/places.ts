import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Document, isMap, isScalar, isSeq, LineCounter, type Node, parseAllDocuments } from 'yaml';
import type { Manifest } from '../cluster/manifests.ts';
import { largestDocument } from '../config/size.ts';
import type { SourcePlace } from './assessment.ts';
import type { ManifestPath } from './rule.ts';

interface ParsedFile {
  readonly documents: readonly Document[];
  readonly lines: LineCounter;
}

/** Finds the file and line of a field. Files of rendered charts and kustomizations have no lines. */
export class Places {
  readonly #texts: ReadonlyMap<string, string>;
  readonly #parsed = new Map<string, ParsedFile>();

  /** @param texts of files, by their path relative to slipway.yml. */
  constructor(texts: ReadonlyMap<string, string>) {
    this.#texts = texts;
  }

  /** Returns the place of a field, or of the nearest field above it. */
  find({ source, object, name }: Manifest, path: ManifestPath): SourcePlace {
    const text = this.#texts.get(source);
    if (text === undefined) return { file: source };
    const { documents, lines } = this.#parsed.get(source) ?? this.#parse(source, text);
    for (const document of documents) {
      const found = findObject(document, object, name);
      if (found !== undefined) return { file: source, line: lines.linePos(offsetOf(found, path)).line };
    }
    return { file: source };
  }

  #parse(source: string, text: string): ParsedFile {
    const parsed = parsedText(text);
    this.#parsed.set(source, parsed);
    return parsed;
  }
}

function parsedText(text: string): ParsedFile {
  const lines = new LineCounter();
  const documents = parseAllDocuments(text, { lineCounter: lines });
  // A template of a chart is not YAML until it is rendered.
  return { documents: documents.filter(({ errors }) => errors.length === 0) as Document[], lines };
}

function findObject(
  { contents }: Document,
  { apiVersion, kind }: Manifest['object'],
  name: string,
): Node | undefined {
  const items = isMap(contents) && isSeq(contents.get('items')) ? contents.getIn(['items']) : undefined;
  const all = isSeq(items) ? items.items : [contents];
  return all.find(
    (each): each is Node =>
      isMap(each) &&
      each.get('kind') === kind &&
      each.get('apiVersion') === apiVersion &&
      each.getIn(['metadata', 'name']) === name,
  );
}

/** Returns the offset of a field: of its key in a map, of the item in a list. */
function offsetOf(root: Node, path: ManifestPath): number {
  let node: unknown = root;
  let offset = root.range?.[0] ?? 0;
  for (const key of path) {
    if (isMap(node)) {
      const pair = node.items.find(each => isScalar(each.key) && String(each.key.value) === String(key));
      if (pair === undefined) break;
      offset = (pair.key as Node).range?.[0] ?? offset;
      node = pair.value;
    } else if (isSeq(node)) {
      const item = node.items[Number(key)] as Node | undefined;
      if (item === undefined) break;
      offset = item.range?.[0] ?? offset;
      node = item;
    } else break;
  }
  return offset;
}

/** Returns the path of the field on a line of a document: the last that begins on it or before. Pure. */
export function pathAtLine(text: string, line: number): (string | number)[] {
  const { documents, lines } = parsedText(text);
  const lineOf = (node: unknown) => lines.linePos((node as Node).range?.[0] ?? 0).line;
  const path: (string | number)[] = [];
  let node: unknown = documents[0]?.contents;
  while (isMap(node) || isSeq(node)) {
    if (isMap(node)) {
      const pair = node.items.findLast(each => lineOf(each.key) <= line);
      if (pair === undefined) break;
      path.push(String(isScalar(pair.key) ? pair.key.value : pair.key));
      node = pair.value;
    } else {
      const index = node.items.findLastIndex(each => lineOf(each) <= line);
      if (index < 0) break;
      path.push(index);
      node = node.items[index];
    }
  }
  return path;
}

/** Reads the files that manifests come from. Those of charts and kustomizations are left out. */
export async function readSources(
  root: string,
  manifests: readonly Manifest[],
): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  for (const source of new Set(manifests.map(each => each.source))) {
    const path = join(root, source);
    const found = await stat(path).catch(() => undefined);
    if (found?.isFile() !== true || found.size > largestDocument) continue;
    texts.set(source, await readFile(path, 'utf8'));
  }
  return texts;
}
