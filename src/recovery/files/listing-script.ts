import { UserError } from '../../toolkit/errors.ts';
import { checkedFolder } from './restic.ts';

/**
 * Lists a folder with tools that every image with a shell has: find, xargs, stat, sha256sum, readlink, gzip and base64, of GNU or busybox.
 * Names may be any bytes: they are passed as arguments, never as text of the script, and end with a NUL.
 *
 * It prints batches of `N\n`, N names that end with a NUL, N lines of `SIZE MODE OWNER:GROUP CHANGED` (the mode as the system has it, in
 * hexadecimal; owner and group as numbers) and N contents (a SHA-256; for a link `link:` and its target, which ends with a NUL), and last
 * `end\n`. The output is gzipped and in base64, because bytes that are not UTF-8 would not survive a stream of text.
 */

/** `%z` is the time of the last change, also of mode and owner. The access time is left out: the backup itself changes it. */
const stat = 'stat -c "%s %f %u:%g %z" --';

const batch = (hashes: boolean) => `
printf "%s\\n" $#
printf "%s\\0" "$@"
if out=$(${stat} "$@" 2> /dev/null); then printf "%s\\n" "$out"
else for f; do ${stat} "$f" 2> /dev/null || echo gone; done; fi
${hashes ? content : ''}`;

/** One process for many files. Files with a line break in their names get one each, because busybox does not escape it. */
const content = `
case $kind in
  l) for f; do printf link:; readlink -n -- "$f"; printf "\\0"; done ;;
  *)
    if [ $kind = f ] && out=$(sha256sum -- "$@" 2> /dev/null); then printf "%s\\n" "$out"
    else for f; do sha256sum < "$f" 2> /dev/null || echo unreadable; done; fi ;;
esac`;

const script = `
export LC_ALL=C kind
cd -- "$1" || exit 1
batch=$2
broken="*
*"
list() {
  { find . -path ./lost+found -prune -o "$@" -print0 || printf "/not whole\\0"; } |
    xargs -0 -r sh -c "$batch" sh
}
{
  kind=f && list -type f ! -path "$broken" &&
    kind=n && list -type f -path "$broken" &&
    kind=l && list -type l &&
    echo end
} | gzip -c | base64`;

const command = (folder: string, hashes: boolean) => [
  ...['sh', '-c', script, 'sh', checkedFolder(folder), batch(hashes)],
];

/** Lists files and links below a folder with their checksums. `parseListed` reads the output. */
export const listing = (folder: string): string[] => command(folder, true);

/** Lists only sizes, modes, owners and times, which reads no file. `parseStatus` reads the output. */
export const statusListing = (folder: string): string[] => command(folder, false);

/** Prints the first name in the folder, or nothing when the folder is empty. */
export const firstName = (folder: string): string[] => [
  ...['sh', '-c', 'cd -- "$1" && find . -path ./lost+found -prune -o ! -name . -print | head -n 1'],
  ...['sh', checkedFolder(folder)],
];

interface Entry {
  /** The bytes of the path as Latin-1, without `./`. */
  readonly name: string;
  /** `SIZE MODE OWNER:GROUP CHANGED`, or `gone`. */
  readonly status: string;
  /** A SHA-256, or `link:` and a target; empty when not asked for. */
  readonly content: string;
}

/**
 * Parses the output of the script.
 * @param text the unpacked output, its bytes as Latin-1.
 * @param hashed whether the output has checksums.
 * @throws UserError when the output is incomplete.
 */
export function entriesIn(text: string, hashed: boolean): Entry[] {
  const entries: Entry[] = [];
  let at = 0;
  const until = (end: string): string => {
    const found = text.indexOf(end, at);
    if (found < 0) throw incomplete();
    const part = text.slice(at, found);
    at = found + end.length;
    return part;
  };
  for (let head = until('\n'); head !== 'end'; head = until('\n')) {
    const count = Number(head);
    if (!Number.isSafeInteger(count) || count < 1) throw incomplete();
    const names = Array.from({ length: count }, () => until('\0'));
    const statuses = Array.from({ length: count }, () => until('\n'));
    for (const [index, name] of names.entries()) {
      if (!name.startsWith('./')) throw incomplete();
      const isLink = hashed && text.startsWith('link:', at);
      const content = hashed ? until(isLink ? '\0' : '\n') : '';
      // GNU sha256sum begins the line with a backslash when the name contains one.
      const [hash] = /(?<=^\\?)[0-9a-f]{64}(?= )/.exec(content) ?? [content];
      entries.push({ name: name.slice(2), status: statuses[index] ?? '', content: isLink ? content : hash });
    }
  }
  if (at !== text.length) throw incomplete();
  return entries;
}

const incomplete = () =>
  new UserError(
    'the list of the files is incomplete',
    'check that the user that lists them may read every folder, then run the step again',
  );
