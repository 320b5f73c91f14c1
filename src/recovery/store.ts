import { access, constants, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { UserError } from '../toolkit/errors.ts';
import type { Known } from './guard/facts.ts';

/** Where what belongs to a backup and is no part of a database is kept: its manifest, exports, images. */

export interface Stored {
  /** Below the place of the store; with `/` between its parts. */
  readonly path: string;
  readonly bytes: number;
}

export interface Store {
  /** For sentences. */
  readonly name: string;
  /** @param lockedUntil before which nobody shall be able to delete it, whatever they hold; ms since 1970. A folder locks nothing. */
  put(path: string, content: Uint8Array, lockedUntil?: number): Promise<void>;
  /** Undefined when there is none. */
  get(path: string): Promise<Uint8Array | undefined>;
  /** What is gone already is no error. @throws UserError when it may not. */
  remove(path: string): Promise<void>;
  /** All below a path, by their names. */
  list(prefix: string): Promise<Stored[]>;
  /** Until when nobody can delete it; ms since 1970, undefined when anybody may who has the right to. */
  lockedUntil(path: string): Promise<number | undefined>;
  /** For how long nobody can delete what is written without a lock of its own; ms, undefined when anybody may who has the right to. */
  lockedByDefault(): Promise<number | undefined>;
  /** Whether this login could delete what is there, tried on what is not; `unknown` when there is no telling. Throws nothing. */
  mayDelete(): Promise<Known>;
}

const part = /^(?!\.\.?$)[A-Za-z0-9._@+=-]{1,200}$/;

/**
 * Paths are names of ours, and none leads out of the store.
 * @throws RangeError for one that does.
 */
export function checkedPath(path: string): string {
  if (path.split('/').every(each => part.test(each)) && path.length <= 900) return path;
  throw new RangeError(`"${path}" is no path of a store`);
}

/** A folder, such as a disk that is taken away afterwards. What it holds is locked when somebody has taken it away. */
export function folderStore(folder: string): Store {
  const fault = (problem: string, cause: unknown) =>
    new UserError(`the folder ${folder} ${problem}`, 'see whether it is there and who may write to it', {
      cause,
    });
  return {
    name: folder,
    put: async (path, content) => {
      const file = join(folder, checkedPath(path));
      try {
        await mkdir(dirname(file), { recursive: true });
        // Nobody reads half of it.
        await writeFile(`${file}.partial`, content);
        await rename(`${file}.partial`, file);
      } catch (error) {
        throw fault('cannot be written to', error);
      }
    },
    get: async path => {
      try {
        return await readFile(join(folder, checkedPath(path)));
      } catch (error) {
        if (isAbsent(error)) return undefined;
        throw fault('cannot be read', error);
      }
    },
    remove: async path => {
      try {
        await rm(join(folder, checkedPath(path)), { force: true });
      } catch (error) {
        throw fault('lets nothing be deleted', error);
      }
    },
    list: async prefix => {
      const top = prefix === '' ? folder : join(folder, checkedPath(prefix));
      const entries = await readdir(top, { recursive: true, withFileTypes: true }).catch(error => {
        if (isAbsent(error)) return [];
        throw fault('cannot be read', error);
      });
      const files = entries.filter(each => each.isFile() && !each.name.endsWith('.partial'));
      const found = await Promise.all(
        files.map(async each => {
          const file = join(each.parentPath, each.name);
          return { path: relative(folder, file), bytes: (await stat(file)).size };
        }),
      );
      return found.sort((a, b) => (a.path < b.path ? -1 : 1));
    },
    lockedUntil: async () => undefined,
    lockedByDefault: async () => undefined,
    mayDelete: async () => {
      const fault = await access(folder, constants.W_OK).then(
        () => undefined,
        (error: unknown) => (error instanceof Error && 'code' in error ? error.code : 'unknown'),
      );
      if (fault === undefined) return 'yes';
      return fault === 'EACCES' || fault === 'EROFS' ? 'no' : 'unknown';
    },
  };
}

const isAbsent = (error: unknown) =>
  error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
