import { oneLine } from '../toolkit/printable.ts';
import { withoutSecretShapes, withoutSecrets } from '../toolkit/redaction.ts';

/** Makes untrusted text harmless for every channel: a space after each sign that a mention, a link or a tag begins with. */

/**
 * Returns untrusted text as one line that mentions no one, links to nothing, contains no HTML, and cannot become a header line. Pure.
 * @param longest characters; the rest is cut.
 */
export function neutral(text: string, longest = 300): string {
  const line = oneLine(text.toWellFormed())
    .replace(/\p{Cf}/gu, '')
    .replace(/[<@](?=\S)/g, '$& ')
    .replaceAll('://', ': //')
    // The end of a domain, and not of a file such as `rollback.yml`.
    .replace(/(?<=[\p{L}\p{N}_-])\.(?!(?:ya?ml|json|txt|log|lock|toml)(?![\w.-]))(?=\p{L}{2})/giu, '$& ')
    .replace(/\s+/g, ' ')
    .replace(/^ | ?[<@]? ?$/g, '');
  return cutAt(line, longest);
}

/** Cuts a text, but not within a character, nor after a sign that a mention begins with. Pure. */
export function cutAt(text: string, longest: number): string {
  if (text.length <= longest) return text;
  return `${text.slice(0, longest - 1).replace(/[\ud800-\udbff]$| ?[<@]$/, '')}…`;
}

/** Returns a function that makes text neutral, and hides those values, parts of addresses among them, and what looks secret. Pure. */
export function guarding(secrets: readonly string[]): (text: string, longest?: number) => string {
  // A secret is recognized only in the original text.
  return (text, longest) => neutral(withoutSecretShapes(withoutValues(text, secrets)), longest);
}

/** Hides those values, and parts of addresses among them. Pure. */
export const withoutValues = (text: string, secrets: readonly string[]): string =>
  withoutSecrets(
    text,
    secrets.flatMap(value => [value, ...partsOf(value)]),
  );

/** Characters; shorter parts of a path are words, such as `services`. */
const shortestPart = 12;

/** Returns what is secret in the address of a webhook, which a receiver may repeat without the rest. */
function partsOf(value: string): string[] {
  const url = URL.parse(value.trim());
  if (url === null || !/^https?:$/.test(url.protocol)) return [];
  const { pathname, search, searchParams } = url;
  const parts = [...pathname.split('/'), ...searchParams.values()].filter(
    part => part.length >= shortestPart,
  );
  return [`${pathname}${search}`, ...parts].filter(part => part !== '/');
}
