import { UserError } from '../../toolkit/errors.ts';
import { checkedFolder } from './restic.ts';

/**
 * Lists a folder with what every image has that has a shell: find, xargs, stat, sha256sum, readlink, gzip and base64, of GNU or busybox.
 * Names may be any bytes: they are arguments and never text of the script, and end with a NUL.
 *
 * It prints batches of `N\n`, N names that end with a NUL, N lines of `SIZE MODE OWNER:GROUP CHANGED` (the mode of the system in hexadecimal,
 * owner and group by their numbers) and N of what is in them (a SHA-256; of a link `link:` and where it leads, which ends with a NUL), and
 * `end\n` last; packed and in base64, for a line of text would not stay as it is.
 */

/** The last is when anything of it changed: mode and owner too. Without the access, which a backup changes itself. */
const stat = 'stat -c "%s %f %u:%g %z" --';

const batch = (hashes: boolean) => `
printf "%s\\n" $#
printf "%s\\0" "$@"
if out=$(${stat} "$@" 2> /dev/null); then printf "%s\\n" "$out"
else for f; do ${stat} "$f" 2> /dev/null || echo gone; done; fi
${hashes ? content : ''}`;

/** One process for many files, but for those with a line break in their names, which busybox prints as it is. */
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

/** Files and links below a folder, with what is in them. Its answer is for `parseSeen`. */
export const listing = (folder: string): string[] => command(folder, true);

/** Only how they stand, which reads none of them. Its answer is for `parseStands`. */
export const standing = (folder: string): string[] => command(folder, false);

/** Is there anything in it? Prints a name or nothing. */
export const looking = (folder: string): string[] => [
  ...['sh', '-c', 'cd -- "$1" && find . -path ./lost+found -prune -o ! -name . -print | head -n 1'],
  ...['sh', checkedFolder(folder)],
];

export interface Entry {
  /** Its bytes as Latin-1, without `./`. */
  readonly name: string;
  /** `SIZE MODE OWNER:GROUP CHANGED`, or `gone`. */
  readonly stand: string;
  /** Empty when it was not asked for. */
  readonly content: string;
}

/**
 * Reads what the script printed.
 * @param text unpacked, its bytes as Latin-1.
 * @param hashed whether what is in them was asked for.
 * @throws UserError when it is not whole.
 */
export function entriesIn(text: string, hashed: boolean): Entry[] {
  const entries: Entry[] = [];
  let at = 0;
  const until = (end: string): string => {
    const found = text.indexOf(end, at);
    if (found < 0) throw notWhole();
    const part = text.slice(at, found);
    at = found + end.length;
    return part;
  };
  for (let head = until('\n'); head !== 'end'; head = until('\n')) {
    const count = Number(head);
    if (!Number.isSafeInteger(count) || count < 1) throw notWhole();
    const names = Array.from({ length: count }, () => until('\0'));
    const stands = Array.from({ length: count }, () => until('\n'));
    for (const [index, name] of names.entries()) {
      if (!name.startsWith('./')) throw notWhole();
      const isLink = hashed && text.startsWith('link:', at);
      const content = hashed ? until(isLink ? '\0' : '\n') : '';
      // Of a name with a backslash GNU's line begins with one.
      const [hash] = /(?<=^\\?)[0-9a-f]{64}(?= )/.exec(content) ?? [content];
      entries.push({ name: name.slice(2), stand: stands[index] ?? '', content: isLink ? content : hash });
    }
  }
  if (at !== text.length) throw notWhole();
  return entries;
}

const notWhole = () =>
  new UserError(
    'the files could not all be listed',
    'see whether whoever lists them may read every folder; then run the step again',
  );
