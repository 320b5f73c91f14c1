/** Finds and removes passwords in URLs, in linear time, because untrusted logs may be crafted to be slow to process. */

/** Whether a URL in a word has a password. */
export function holdsPassword(word: string): boolean {
  const last = word.lastIndexOf('@');
  for (let at = word.indexOf('://'); at !== -1; at = word.indexOf('://', at + 3)) {
    const colon = matchEnd(/[^/:@]*/y, word, at + 3);
    if (last > colon + 1 && isPassword(word, colon)) return true;
  }
  return false;
}

/** Whether a password follows the colon at that index. It may contain any character, "/" and "@" too; digits before "/" are a port. */
const isPassword = (word: string, colon: number): boolean =>
  word[colon] === ':' && matchEnd(/\d+\//y, word, colon + 1) === -1;

/** Removes user and password from URLs. */
export function withoutPasswords(text: string): string {
  return text.replace(/\S+/g, word => (word.includes('@') ? withoutUsers(word) : word));
}

function withoutUsers(word: string): string {
  const last = word.lastIndexOf('@');
  let safe = '';
  let from = 0;
  for (let at = word.indexOf('://'); at !== -1; at = word.indexOf('://', from)) {
    const user = at + 3;
    const colon = matchEnd(/[^/:@]*/y, word, user);
    const hasPassword = last > colon && isPassword(word, colon);
    const end = hasPassword ? last + 1 : matchEnd(/[^/@]*@/y, word, user);
    safe += end === -1 ? word.slice(from, user) : `${word.slice(from, at)}://…@`;
    from = end === -1 ? user : end;
  }
  return safe + word.slice(from);
}

/** Returns the end of the match that starts at that index; -1 if there is none. */
function matchEnd(sticky: RegExp, text: string, at: number): number {
  sticky.lastIndex = at;
  return sticky.test(text) ? sticky.lastIndex : -1;
}
