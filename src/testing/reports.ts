import { glob, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { UserError } from '../toolkit/errors.ts';

/** 32 MiB: a parser needs twenty times as much memory. */
export const largestReport = 32 << 20;
const mostReports = 5000;

/** A fingerprint of each file, compared with an earlier one and not with the clock, which differs between machines and file systems. */
export type Stamps = ReadonlyMap<string, string>;

/**
 * Lists the matching files, relative to the folder, each with a fingerprint that changes when the file is rewritten.
 * @throws UserError when there are more than 5000.
 */
export async function stampReports(folder: string, patterns: readonly string[]): Promise<Stamps> {
  const stamps = new Map<string, string>();
  for (const pattern of patterns) {
    for await (const path of glob(pattern, {
      cwd: folder,
      exclude: name => /(^|\/)(node_modules|\.git)$/.test(name),
    })) {
      const found = await stat(join(folder, path), { bigint: true }).catch(() => undefined);
      if (found?.isFile() !== true) continue;
      stamps.set(path.replaceAll('\\', '/'), `${found.ino} ${found.size} ${found.mtimeNs}`);
      if (stamps.size > mostReports) {
        throw new UserError(
          `more than ${mostReports} files match ${pattern}`,
          'narrow `junit` under test in slipway.yml',
        );
      }
    }
  }
  return new Map([...stamps].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Separates files written since `before` from those that already existed. Pure. */
export function freshOf(before: Stamps, after: Stamps): { fresh: string[]; stale: string[] } {
  const paths = [...after.keys()];
  const isStale = (path: string) => before.get(path) === after.get(path);
  return { fresh: paths.filter(path => !isStale(path)), stale: paths.filter(isStale) };
}

/**
 * Reads a report in the encoding that it declares.
 * @throws UserError when it is too large or not text.
 */
export async function readReport(folder: string, path: string): Promise<string> {
  const { size } = await stat(join(folder, path));
  if (size > largestReport) {
    throw new UserError(
      `${path} is larger than ${largestReport >> 20} MiB`,
      'configure the reporter to leave out the output of the tests, or to write several files',
    );
  }
  return decodeReport(await readFile(join(folder, path)), path);
}

/** Decodes by the byte order mark, else by the XML declaration, else as UTF-8. */
export function decodeReport(bytes: Uint8Array, path: string): string {
  const head = Buffer.from(bytes.subarray(0, 200)).toString('latin1');
  const declared = /^\s*<\?xml[^>]*\bencoding=["']([\w.:-]+)["']/.exec(head)?.[1];
  const mark = head.startsWith('\xff\xfe')
    ? 'utf-16le'
    : head.startsWith('\xfe\xff')
      ? 'utf-16be'
      : undefined;
  const encoding = mark ?? declared ?? 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    throw new UserError(`${path} is not text in ${encoding}`, 'configure the reporter to write UTF-8', {
      cause: error,
    });
  }
}
