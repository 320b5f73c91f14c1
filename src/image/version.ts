/** Semantic versions (semver.org 2.0.0): three numbers, and an optional pre-release. */

export interface Version {
  /** Decimal digits as text, because a number in a version has no limit. */
  readonly major: string;
  readonly minor: string;
  readonly patch: string;
  /** The parts of `rc.1`; empty for a release. */
  readonly prerelease: readonly string[];
}

const number = '0|[1-9]\\d*';
const part = `(?:${number}|\\d*[A-Za-z-][0-9A-Za-z-]*)`;
const pattern = new RegExp(
  `^[vV]?(${number})\\.(${number})\\.(${number})(?:-(${part}(?:\\.${part})*))?(?:\\+[0-9A-Za-z.-]+)?$`,
);

/** Parses a full version, with optional `v`; undefined for anything else, such as `1.4`. Build metadata is dropped. */
export function parseVersion(text: string): Version | undefined {
  const [, major, minor, patch, prerelease] = pattern.exec(text) ?? [];
  if (major === undefined || minor === undefined || patch === undefined) return undefined;
  return { major, minor, patch, prerelease: prerelease?.split('.') ?? [] };
}

/** Formats `1.4.2-rc.1`, without `v` and build metadata. */
export function formatVersion({ major, minor, patch, prerelease }: Version): string {
  return `${major}.${minor}.${patch}${prerelease.length === 0 ? '' : `-${prerelease.join('.')}`}`;
}

/** Compares versions: negative when `a` precedes `b`, 0 when they are equal in order (semver.org 2.0.0, item 11). */
export function compareVersions(a: Version, b: Version): number {
  return (
    compareNumbers(a.major, b.major) ||
    compareNumbers(a.minor, b.minor) ||
    compareNumbers(a.patch, b.patch) ||
    comparePrereleases(a.prerelease, b.prerelease)
  );
}

function comparePrereleases(a: readonly string[], b: readonly string[]): number {
  // A release follows all of its pre-releases.
  if (a.length === 0 || b.length === 0) return Math.sign(b.length - a.length);
  for (const [index, left] of a.entries()) {
    const right = b[index];
    if (right === undefined) return 1;
    const order = compareParts(left, right);
    if (order !== 0) return order;
  }
  return a.length === b.length ? 0 : -1;
}

function compareParts(a: string, b: string): number {
  const [left, right] = [a, b].map(each => /^\d+$/.test(each));
  if (left !== right) return left ? -1 : 1;
  return left ? compareNumbers(a, b) : compareTexts(a, b);
}

/** Compares decimal digits without leading zeros: the longer one is larger. */
function compareNumbers(a: string, b: string): number {
  return Math.sign(a.length - b.length) || compareTexts(a, b);
}

const compareTexts = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);
