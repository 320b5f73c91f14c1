import type { ImageRuleName } from '../../config/rules.ts';
import { type FoundInFile, foundByName, foundInside, wantedOf } from './contents.ts';
import type { Entry, Visitor } from './tar.ts';

/** What the rules look for in the layers of an image, in their order, while they come by. */

/** Something in a layer. */
export interface Sighting extends FoundInFile {
  readonly path: string;
  /** Index of the layer, the lowest is 0. */
  readonly layer: number;
  /** A later layer takes it away or writes it anew; it is in the image all the same. */
  readonly hidden: boolean;
}

/** Of more in one image nobody wants to hear, and memory is to end somewhere. */
const most = 20_000;

/** Rules on what the whole image gives whoever is in it: what a later layer fixes is fixed. */
const ofTheWhole: readonly ImageRuleName[] = [
  'image-setuid',
  'image-capability',
  'image-world-writable',
  'image-sudo-nopasswd',
];

export class Watch {
  readonly #seen = new Map<string, Sighting[]>();
  /** Programs of the base that run as their owner. */
  readonly #setuidInBase = new Set<string>();
  /** Every folder above something that is kept: most folders that a layer takes away are none of them. */
  readonly #above = new Set<string>();
  #count = 0;
  #beyond = 0;

  /**
   * @param layer its index.
   * @param own made by the image's own Dockerfile.
   */
  over(layer: number, own: boolean): Visitor {
    return {
      entry: entry => {
        if (this.#whiteout(entry, layer)) return 0;
        this.#replaced(entry.path, layer);
        for (const found of [...rightsOf(entry, own), ...(own ? foundByName(entry) : [])])
          this.#add(entry.path, layer, found);
        if (!own && setsIds(entry)) this.#keepSetuid(entry.path);
        return wantedOf(entry, own);
      },
      content: (entry, bytes) => {
        for (const found of foundInside(entry, bytes, own)) this.#add(entry.path, layer, found);
      },
    };
  }

  /** In the order of layers and paths. */
  get sightings(): Sighting[] {
    return [...this.#seen.values()]
      .flat()
      .sort((a, b) => a.layer - b.layer || (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  }

  /** How many were more than are kept. */
  get beyond(): number {
    return this.#beyond;
  }

  #add(path: string, layer: number, { rule, message }: FoundInFile): void {
    if (rule === 'image-setuid' && this.#setuidInBase.has(path)) return;
    const here = this.#seen.get(path) ?? [];
    if (here.some(each => each.rule === rule && each.layer === layer)) return;
    if (this.#count >= most) {
      this.#beyond += 1;
      return;
    }
    this.#count += 1;
    this.#keepAbove(path);
    this.#seen.set(path, [...here, { rule, message, path, layer, hidden: false }]);
  }

  #keepSetuid(path: string): void {
    if (this.#setuidInBase.size >= most) return;
    this.#keepAbove(path);
    this.#setuidInBase.add(path);
  }

  #keepAbove(path: string): void {
    for (let at = path.indexOf('/'); at >= 0; at = path.indexOf('/', at + 1))
      this.#above.add(path.slice(0, at + 1));
  }

  /** `.wh.name` takes a name of the layers below away, `.wh..wh..opq` all that is in its folder (image-spec, layer.md). */
  #whiteout({ path }: Entry, layer: number): boolean {
    const slash = path.lastIndexOf('/');
    const name = path.slice(slash + 1);
    if (!name.startsWith('.wh.')) return false;
    const folder = slash < 0 ? '' : path.slice(0, slash + 1);
    if (name === '.wh..wh..opq') this.#below(folder, layer);
    else if (!name.startsWith('.wh..wh.')) {
      const gone = `${folder}${name.slice('.wh.'.length)}`;
      this.#replaced(gone, layer);
      this.#below(`${gone}/`, layer);
    }
    return true;
  }

  #below(folder: string, layer: number): void {
    if (folder !== '' && !this.#above.has(folder)) return;
    for (const path of [...this.#seen.keys()]) if (path.startsWith(folder)) this.#replaced(path, layer);
    for (const path of this.#setuidInBase) if (path.startsWith(folder)) this.#setuidInBase.delete(path);
  }

  /** What lower layers have there is fixed, or hidden. */
  #replaced(path: string, layer: number): void {
    const here = this.#seen.get(path);
    if (here === undefined) return;
    const left = here.flatMap((each): Sighting[] => {
      if (each.layer >= layer) return [each];
      return ofTheWhole.includes(each.rule) ? [] : [{ ...each, hidden: true }];
    });
    this.#count -= here.length - left.length;
    if (left.length === 0) this.#seen.delete(path);
    else this.#seen.set(path, left);
  }
}

/** A setgid bit without the right to run it is another thing, and that of a folder too. */
const setsIds = ({ kind, mode }: Entry): boolean =>
  (kind === 'file' || kind === 'hard link') &&
  (mode & 0o111) !== 0 &&
  ((mode & 0o4000) !== 0 || ((mode & 0o2000) !== 0 && (mode & 0o010) !== 0));

function rightsOf(entry: Entry, own: boolean): FoundInFile[] {
  if (!own) return [];
  const { kind, mode, capable } = entry;
  const found: FoundInFile[] = [];
  if (setsIds(entry)) {
    const as = (mode & 0o4000) !== 0 ? 'its owner' : 'its group';
    found.push({ rule: 'image-setuid', message: `it runs as ${as} whoever starts it (mode ${octal(mode)})` });
  }
  if (capable && kind === 'file')
    found.push({ rule: 'image-capability', message: 'it has capabilities whoever starts it' });
  const written = kind === 'file' || kind === 'hard link' || kind === 'folder';
  if (written && (mode & 0o002) !== 0 && (mode & 0o1000) === 0)
    found.push({ rule: 'image-world-writable', message: `everybody may write it (mode ${octal(mode)})` });
  return found;
}

const octal = (mode: number) => mode.toString(8).padStart(4, '0');
