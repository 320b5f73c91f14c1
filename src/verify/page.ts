import type { Verify } from '../config/types.ts';
import { mapOf } from '../toolkit/parallel.ts';
import { excerpt, isHtml, type Response } from './assertions.ts';
import {
  type CheckFinding,
  type CheckResult,
  type Clock,
  causedBy,
  longestAttempt,
  resultOf,
} from './checks.ts';
import type { HttpAnswer } from './http.ts';

/** How much of a page load can be cached: the page, and the files of the same origin that it names. */

export const mostAssets = 100;
/** Of a file only its size and start are kept, by which a page is known. */
const ofAsset = { limit: 32 * 1024 * 1024, keep: 4096 };
/** Seconds for which a file must be kept to count as cacheable. */
const day = 86_400;

type Load = (
  path: string,
  sizes: { readonly limit?: number; readonly keep?: number },
  timeoutMs: number,
) => Promise<HttpAnswer>;

/** Loads a page and its files, at most `mostAssets`, and measures the share of their bytes that is cacheable. */
export async function askPage(
  { get, cacheable }: NonNullable<Verify['page']>,
  load: Load,
  hide: (text: string) => string,
  clock: Clock,
): Promise<CheckResult> {
  const quote = (path: string) => excerpt(hide(path));
  const start = clock.now();
  const ended = (attempts: number, found: CheckFinding) =>
    resultOf('page', `the page ${get}`, found, attempts, clock.now() - start);
  const page = await load(get, {}, longestAttempt);
  if (!page.ok) return ended(1, { reason: page.reason, ...causedBy(page) });
  const { response } = page;
  if (response.status !== 200) return ended(1, { reason: `answered ${response.status}, expected 200` });
  if (!isHtml(response)) return ended(1, { reason: 'answered with something other than HTML' });
  const all = assetsOf(response.body, response.url);
  const paths = all.slice(0, mostAssets);
  const loaded = await mapOf(paths, 4, async path => ({
    path,
    answer: await load(path, ofAsset, longestAttempt),
  }));
  const broken = loaded.flatMap(({ path, answer }) => {
    const problem = problemOf(answer);
    return problem === undefined ? [] : [`${quote(path)} ${problem}`];
  });
  if (broken.length > 0)
    return ended(1 + paths.length, { reason: `names a file that does not load: ${broken[0]}` });
  const parts = [{ path: get, answer: page }, ...loaded].flatMap(({ path, answer }) =>
    answer.ok ? [{ path, bytes: answer.response.bytes ?? 0, kept: isCacheable(answer.response) }] : [],
  );
  const total = parts.reduce((sum, { bytes }) => sum + bytes, 0);
  const kept = parts.reduce((sum, each) => sum + (each.kept ? each.bytes : 0), 0);
  const share = total === 0 ? 0 : (kept / total) * 100;
  const more =
    all.length > paths.length
      ? ` (the page and the first ${paths.length} of the ${all.length} files that it names)`
      : '';
  const detail = `${share.toFixed(1)} % of ${total} bytes in ${parts.length} files are cacheable${more}`;
  if (share >= cacheable) return ended(parts.length, { detail });
  const worst = parts.filter(each => !each.kept && each.path !== get).sort((a, b) => b.bytes - a.bytes)[0];
  const example = worst === undefined ? '' : `; the largest that is not: ${quote(worst.path)}`;
  return ended(parts.length, {
    reason: `is not cacheable enough: ${detail}, expected ${cacheable} %${example}`,
  });
}

function problemOf(answer: HttpAnswer): string | undefined {
  if (!answer.ok) return answer.reason;
  if (answer.response.status !== 200) return `answered ${answer.response.status}`;
  return isHtml(answer.response)
    ? 'answered with HTML, probably the fallback page for a missing file'
    : undefined;
}

/** Whether a browser or CDN may keep an answer for a day or longer without asking. Pure. */
export function isCacheable({ headers }: Pick<Response, 'headers'>): boolean {
  const directives = (headers['cache-control'] ?? '')
    .toLowerCase()
    .split(',')
    .map(each => each.trim());
  if (directives.some(each => /^(no-store|no-cache|private)\b/.test(each))) return false;
  const age = directives.find(each => each.startsWith('max-age='))?.slice('max-age='.length);
  return Number(age?.replaceAll('"', '') ?? Number.NaN) >= day;
}

const attribute = (name: string) =>
  new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i');
const [rel, href, src] = [attribute('rel'), attribute('href'), attribute('src')];

/** Returns the paths of the scripts, styles, images and icons of the same origin that a page names, each once; in linear time. Pure. */
export function assetsOf(html: string, url: string): string[] {
  const base = new URL(url);
  const paths = html.split('>').flatMap(piece => {
    const found = /<(script|link|img|source)\b/i.exec(piece);
    if (found === null) return [];
    const start = found.index + found[0].length;
    const attributes = piece.slice(start, start + 4000);
    const value = (pattern: RegExp) =>
      pattern
        .exec(attributes)
        ?.slice(1)
        .find(each => each !== undefined);
    const isLink = found[1]?.toLowerCase() === 'link';
    if (isLink && !/stylesheet|icon|preload|manifest/i.test(value(rel) ?? '')) return [];
    const written = value(isLink ? href : src);
    const target = written === undefined ? null : URL.parse(written.replaceAll('&amp;', '&'), base.href);
    return target?.origin === base.origin ? [`${target.pathname}${target.search}`] : [];
  });
  return [...new Set(paths)];
}
