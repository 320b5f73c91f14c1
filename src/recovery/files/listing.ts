import { gunzipSync } from 'node:zlib';
import { counted } from '../../toolkit/count.ts';
import { UserError } from '../../toolkit/errors.ts';
import { jsonIn } from '../../toolkit/map.ts';
import { printable } from '../../toolkit/printable.ts';
import { orderFreeHash, parseSha256, type Sha256, sha256Of } from '../checksum.ts';
import { entriesIn } from './listing-script.ts';

/** Lists and compares the files of a folder, independent of the program that backs it up. */

export interface File {
  /** Relative to the folder. A name that is not UTF-8 is a NUL and its bytes as Latin-1; no other name contains a NUL. */
  readonly path: string;
  readonly bytes: number;
  /** Of the content; of a symbolic link, the SHA-256 of `link:` and its target. */
  readonly sha256: Sha256;
  /** `st_mode`, with the file type; absent in older lists. */
  readonly mode?: number;
  /** `USER:GROUP` as numbers; absent in older lists. */
  readonly owner?: string;
}

/** Whether it is a symbolic link; false in older lists, which have no mode. */
const isLink = ({ mode = 0 }: File) => (mode & 0o170000) === 0o120000;

export interface Listing {
  /** Sorted by path. */
  readonly files: readonly File[];
  /** Paths of files that changed during the backup, so that their content in it is unknown. */
  readonly unsettled: readonly string[];
}

/** A file with the output of `stat`, which differs after every write to it. */
type ListedFile = File & { readonly status: string };

/**
 * Parses the output of `listing`.
 * @throws UserError when a file cannot be read, or the output is incomplete.
 */
export function parseListed(stdout: string): ListedFile[] {
  return entriesIn(unpacked(stdout), true).map(({ name, status, content }): ListedFile => {
    const path = pathOf(name);
    const bytes = Number(/^\d+/.exec(status)?.[0] ?? Number.NaN);
    const sha256 = content.startsWith('link:')
      ? sha256Of(Buffer.from(content, 'latin1'))
      : parseSha256(content);
    const { mode, owner } = /^\d+ (?<mode>[0-9a-f]{1,8}) (?<owner>\d+:\d+) /.exec(status)?.groups ?? {};
    if (sha256 !== undefined && mode !== undefined && owner !== undefined && Number.isSafeInteger(bytes))
      return { path, bytes, sha256, mode: Number.parseInt(mode, 16), owner, status };
    throw new UserError(
      `the file ${shown(path)} cannot be read`,
      'check that the user that lists it may read it; keep temporary files on another volume',
    );
  });
}

/** Separates the files that did not change between the listing and a second `stat` from those that did. Pure. */
export function withoutChanges(seen: readonly ListedFile[], statuses: ReadonlyMap<string, string>): Listing {
  const stays = seen.filter(({ path, status }) => statuses.get(path) === status);
  const unsettled = new Set([...seen.map(({ path }) => path), ...statuses.keys()]);
  for (const { path } of stays) unsettled.delete(path);
  const files = stays.map(({ status: _, ...file }): File => file);
  return { files: files.sort(byPath), unsettled: [...unsettled].sort() };
}

/** Parses the output of `statusListing`. @throws UserError when it is incomplete. */
export function parseStatus(stdout: string): Map<string, string> {
  return new Map(entriesIn(unpacked(stdout), false).map(({ name, status }) => [pathOf(name), status]));
}

export interface Totals {
  readonly count: number;
  readonly bytes: number;
  readonly hash: Sha256;
}

/** Returns the totals for the manifest of a backup. Pure. */
export function totalsOf({ files }: Pick<Listing, 'files'>): Totals {
  return {
    count: files.length,
    bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
    hash: orderFreeHash(files),
  };
}

/** Returns how many regular files a complete backup has; those that changed during it may be in it or not. Pure. */
export function regularIn({ files, unsettled }: Listing): { least: number; most: number } {
  const least = files.filter(each => !isLink(each)).length;
  return { least, most: least + unsettled.length };
}

export interface FileDifference {
  readonly kind: 'missing' | 'changed' | 'owner' | 'unexpected';
  readonly path: string;
  readonly sentence: string;
}

/**
 * Compares a restored folder with the listing of its backup. Ignores files that changed during the backup. Pure.
 * @param owners whether owner and mode are compared, too, where the listing has them.
 */
export function compareFiles(
  expected: Listing,
  found: readonly File[],
  { owners = true } = {},
): FileDifference[] {
  const there = new Map(found.map(each => [each.path, each]));
  const unsettled = new Set(expected.unsettled);
  const known = new Set([...expected.files.map(({ path }) => path), ...unsettled]);
  const difference = (kind: FileDifference['kind'], path: string, what: string): FileDifference => ({
    kind,
    path,
    sentence: `the file ${shown(path)} ${what}`,
  });
  return [
    ...expected.files.flatMap(file => {
      const { path, bytes, sha256 } = file;
      const now = there.get(path);
      if (now === undefined) return [difference('missing', path, 'is missing')];
      if (now.sha256 === sha256) {
        const wrong = owners ? ownerFault(file, now) : undefined;
        return wrong === undefined ? [] : [difference('owner', path, wrong)];
      }
      const sizes = now.bytes === bytes ? counted(bytes, 'byte') : `${now.bytes} bytes instead of ${bytes}`;
      return [difference('changed', path, `differs from the backup: ${sizes}`)];
    }),
    ...found
      .filter(({ path }) => !known.has(path))
      .map(({ path }) => difference('unexpected', path, 'was not in the backup')),
  ].sort(byPath);
}

/** Returns how owner or mode differ; undefined when they are equal, or the listing has none. */
function ownerFault(then: File, now: File): string | undefined {
  if (then.owner !== undefined && now.owner !== then.owner)
    return `belongs to ${now.owner} instead of ${then.owner}`;
  if (then.mode === undefined || now.mode === then.mode) return undefined;
  const text = (mode = 0) => (mode & 0o7777).toString(8).padStart(4, '0');
  return `has mode ${text(now.mode)} instead of ${text(then.mode)}`;
}

/** Formats the listing for the backup set; `parseListing` reads it. */
export function formatListing({ files, unsettled }: Listing): string {
  const rows = files.map(({ path, bytes, sha256, mode, owner }) =>
    JSON.stringify(
      mode === undefined || owner === undefined
        ? [path, bytes, sha256]
        : [path, bytes, sha256, mode.toString(8), owner],
    ),
  );
  return `{"schema":1,"unsettled":${JSON.stringify(unsettled)},"files":[\n${rows.join(',\n')}\n]}\n`;
}

/** Reads the text of `formatListing`. @throws UserError for any other text. */
export function parseListing(text: string): Listing {
  const fault = (cause?: unknown) =>
    new UserError(
      'the list of files of the backup cannot be read',
      'use an unmodified list, or another backup',
      {
        cause,
      },
    );
  const { schema, unsettled, files } = (jsonIn(text, fault) ?? {}) as Record<string, unknown>;
  if (schema !== 1 || !Array.isArray(files) || !Array.isArray(unsettled)) throw fault();
  return {
    unsettled: unsettled.map(String),
    files: files.map((row): File => {
      const [path, bytes, sha256, mode, owner] = Array.isArray(row) ? row : [];
      const hash = parseSha256(String(sha256));
      if (typeof path !== 'string' || typeof bytes !== 'number' || hash === undefined) throw fault();
      // Older lists have neither mode nor owner.
      if (mode === undefined && owner === undefined) return { path, bytes, sha256: hash };
      if (!/^[0-7]{1,7}$/.test(String(mode)) || !/^\d+:\d+$/.test(String(owner))) throw fault();
      return { path, bytes, sha256: hash, mode: Number.parseInt(String(mode), 8), owner: String(owner) };
    }),
  };
}

/** Quotes a path for a sentence, on one line and printable. */
export function shown(path: string): string {
  const text = path.startsWith('\0') ? path.slice(1) : path;
  return `"${printable(text.replace(/\n/g, '\\n')).slice(0, 200)}"`;
}

function unpacked(stdout: string): string {
  try {
    return gunzipSync(Buffer.from(stdout, 'base64')).toString('latin1');
  } catch (cause) {
    throw new UserError('the list of the files was cut off', 'run the step again', { cause });
  }
}

/** @param name the bytes of a path as Latin-1. */
function pathOf(name: string): string {
  const bytes = Buffer.from(name, 'latin1');
  const text = bytes.toString('utf8');
  return Buffer.from(text, 'utf8').equals(bytes) ? text : `\0${name}`;
}

const byPath = (a: { readonly path: string }, b: { readonly path: string }) =>
  a.path < b.path ? -1 : Number(a.path > b.path);
