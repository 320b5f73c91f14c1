/** Versions of Python packages (PEP 440): `1.4`, `1!2.0`, `1.4.2rc1`, `1.4.2.post1`, `1.4.2.dev3+abc`. */

export interface PythonVersion {
  /** The numbers between the points, at least one. */
  readonly release: readonly string[];
  /** Pre-release, post-release and development release, as in `rc1.post2.dev3`; empty for a final release. */
  readonly suffix: string;
  /** The normalized version. */
  readonly whole: string;
}

// The permissive grammar of PEP 440, appendix B.
const pattern = new RegExp(
  [
    '^\\s*v?(?:(?<epoch>\\d+)!)?(?<release>\\d+(?:\\.\\d+)*)',
    '(?:[-_.]?(?<pre>alpha|beta|preview|pre|rc|a|b|c)[-_.]?(?<preNumber>\\d+)?)?',
    '(?:-(?<implicitPost>\\d+)|[-_.]?(?<post>post|rev|r)[-_.]?(?<postNumber>\\d+)?)?',
    '(?:[-_.]?(?<dev>dev)[-_.]?(?<devNumber>\\d+)?)?',
    '(?:\\+(?<local>[a-z0-9]+(?:[-_.][a-z0-9]+)*))?\\s*$',
  ].join(''),
  'i',
);

const spellings: Readonly<Record<string, string>> = {
  alpha: 'a',
  beta: 'b',
  c: 'rc',
  pre: 'rc',
  preview: 'rc',
};

/** Parses and normalizes a version, with optional `v`; undefined for anything else. */
export function parsePep440(text: string): PythonVersion | undefined {
  const groups = pattern.exec(text)?.groups;
  if (groups === undefined) return undefined;
  const { epoch = '0', release = '', pre, preNumber, implicitPost, post, postNumber } = groups;
  const { dev, devNumber, local } = groups;
  const numbers = release.split('.').map(decimal);
  const spelled = pre?.toLowerCase() ?? '';
  const first = pre === undefined ? '' : `${spellings[spelled] ?? spelled}${decimal(preNumber)}`;
  const isPost = implicitPost !== undefined || post !== undefined;
  const second = isPost ? `.post${decimal(implicitPost ?? postNumber)}` : '';
  const third = dev === undefined ? '' : `.dev${decimal(devNumber)}`;
  const suffix = `${first}${second}${third}`;
  const before = decimal(epoch) === '0' ? '' : `${decimal(epoch)}!`;
  const after = local === undefined ? '' : `+${local.toLowerCase().replace(/[-_]/g, '.')}`;
  return {
    release: numbers,
    suffix: suffix.replace(/^\./, ''),
    whole: `${before}${numbers.join('.')}${suffix}${after}`,
  };
}

/** Numbers are normalized; a missing one is 0. */
const decimal = (digits = '0'): string => digits.replace(/^0+(?=\d)/, '');
