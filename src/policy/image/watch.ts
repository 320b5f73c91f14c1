import type { ImageRuleName } from '../../config/rules.ts';
import { type FoundInFile, foundByName, foundInside, wantedOf } from './contents.ts';
import type { TarEntry, Visitor } from './tar.ts';

/** Collects findings in the layers of an image, which are streamed in order. */

/** A finding in a layer. */
export interface Sighting extends FoundInFile {
  readonly path: string;
  /** Index of the layer, the lowest is 0. */
  readonly layer: number;
  /** Whether a later layer removes or replaces the file, which is still in the image. */
  readonly hidden: boolean;
}

/** The maximum number of findings per image, which limits the memory. */
const most = 20_000;

/** Rules about privileges in the running container: a later layer can fix their findings. */
const ofTheWhole: readonly ImageRuleName[] = [
  'image-setuid',
  'image-capability',
  'image-world-writable',
  'image-sudo-nopasswd',
];

export class ImageWatch {
  readonly #seen = new Map<string, Sighting[]>();
  /** Setuid and setgid programs of the base image. */
  readonly #setuidInBase = new Set<string>();
  /** Every folder above a collected path. Most folders that a layer removes are not among them, which saves a search. */
  readonly #above = new Set<string>();
  #count = 0;
  #beyond = 0;

  /**
   * Returns the visitor of a layer.
   * @param layer its index.
   * @param own whether the image's own Dockerfile created it.
   */
  over(layer: number, own: boolean): Visitor {
    return {
      entry: entry => {
        if (this.#whiteout(entry, layer)) return 0;
        this.#replaced(entry.path, layer);
        for (const found of [...permissionsOf(entry, own), ...(own ? foundByName(entry) : [])])
          this.#add(entry.path, layer, found);
        if (!own && setsIds(entry) && this.#setuidInBase.size < most) {
          this.#keepAbove(entry.path);
          this.#setuidInBase.add(entry.path);
        }
        return wantedOf(entry, own);
      },
      content: (entry, bytes) => {
        for (const found of foundInside(entry, bytes, own)) this.#add(entry.path, layer, found);
      },
    };
  }

  /** The findings, in the order of layers and paths. */
  get sightings(): Sighting[] {
    return [...this.#seen.values()]
      .flat()
      .sort((a, b) => a.layer - b.layer || (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  }

  /** The number of findings beyond the maximum. */
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

  #keepAbove(path: string): void {
    for (let at = path.indexOf('/'); at >= 0; at = path.indexOf('/', at + 1))
      this.#above.add(path.slice(0, at + 1));
  }

  /** Applies a whiteout: `.wh.name` removes a name of the layers below, `.wh..wh..opq` everything in its folder (image-spec, layer.md). */
  #whiteout({ path }: TarEntry, layer: number): boolean {
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

  /** Removes the findings of lower layers at this path, or marks them as hidden. */
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

/** A setgid bit means something else on a folder, or without the permission to execute. */
const setsIds = ({ kind, mode }: TarEntry): boolean =>
  (kind === 'file' || kind === 'hard link') &&
  (mode & 0o111) !== 0 &&
  ((mode & 0o4000) !== 0 || ((mode & 0o2000) !== 0 && (mode & 0o010) !== 0));

function permissionsOf(entry: TarEntry, own: boolean): FoundInFile[] {
  if (!own) return [];
  const { kind, mode, capable } = entry;
  const found: FoundInFile[] = [];
  if (setsIds(entry)) {
    const as = (mode & 0o4000) !== 0 ? 'its owner' : 'its group';
    found.push({ rule: 'image-setuid', message: `any user runs it as ${as} (mode ${octal(mode)})` });
  }
  if (capable && kind === 'file')
    found.push({ rule: 'image-capability', message: 'any user runs it with file capabilities' });
  const written = kind === 'file' || kind === 'hard link' || kind === 'folder';
  if (written && (mode & 0o002) !== 0 && (mode & 0o1000) === 0)
    found.push({ rule: 'image-world-writable', message: `any user may write to it (mode ${octal(mode)})` });
  return found;
}

const octal = (mode: number) => mode.toString(8).padStart(4, '0');
