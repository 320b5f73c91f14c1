import { access, constants, readdir, readFile, rm, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { UserError } from '../toolkit/errors.ts';
import type { GuardAnswer } from './guard/facts.ts';
import { writeWhole } from './whole-file.ts';

/** Where the parts of a backup outside of databases are kept: manifests, exports, images. */

export interface StoredFile {
  /** Path below the root of the store, with `/` as separator. */
  readonly path: string;
  readonly bytes: number;
}

export interface Store {
  /** For messages. */
  readonly name: string;
  /**
   * Writes an object.
   * @param lockedUntil time until which no credentials can delete it; ms since 1970. A folder locks nothing.
   */
  put(path: string, content: Uint8Array, lockedUntil?: number): Promise<void>;
  /** Returns undefined when the object does not exist. */
  get(path: string): Promise<Uint8Array | undefined>;
  /** Deletes an object; a missing one is not an error. @throws UserError when the store refuses to. */
  remove(path: string): Promise<void>;
  /** Returns everything below a path, sorted by name. */
  list(prefix: string): Promise<StoredFile[]>;
  /** Returns until when the object cannot be deleted; ms since 1970, undefined when every user with the permission can delete it. */
  lockedUntil(path: string): Promise<number | undefined>;
  /** Returns for how long objects without an explicit lock cannot be deleted; ms, undefined when every user with the permission can. */
  lockedByDefault(): Promise<number | undefined>;
  /** Whether these credentials could delete objects, tried on a missing one; `unknown` when that cannot be decided. Throws nothing. */
  mayDelete(): Promise<GuardAnswer>;
}

const part = /^(?!\.\.?$)[A-Za-z0-9._@+=-]{1,200}$/;

/**
 * Returns the path when it is valid: its names are safe, and it never leads out of the store.
 * @throws UserError for any other path, such as that of an object that a user has put into the store.
 */
export function checkedPath(path: string): string {
  if (path.split('/').every(each => part.test(each)) && path.length <= 900) return path;
  throw new UserError(
    `${JSON.stringify(path)} is not a name that Slipway gives an object`,
    'delete it by hand',
  );
}

/** A folder, such as a removable disk, whose contents are locked by removing it. */
export function folderStore(folder: string): Store {
  const fault = (problem: string, cause: unknown) =>
    new UserError(`the folder ${folder} ${problem}`, 'check whether it exists and who may write to it', {
      cause,
    });
  return {
    name: folder,
    put: async (path, content) => {
      const file = join(folder, checkedPath(path));
      try {
        await writeWhole(file, content);
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
        throw fault('does not permit deletion', error);
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
