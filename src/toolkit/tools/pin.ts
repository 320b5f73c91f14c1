import { UserError } from '../errors.ts';
import buildx from './buildx.json' with { type: 'json' };
import cosign from './cosign.json' with { type: 'json' };
import kubectl from './kubectl.json' with { type: 'json' };
import restic from './restic.json' with { type: 'json' };
import trivy from './trivy.json' with { type: 'json' };

/** What is known of a program that we run: a data file each, beside this one. */
export interface Pin {
  readonly name: string;
  /** The version that is downloaded. */
  readonly version: string;
  /** Versions on the PATH that are taken as they are: from this one on, and below that one. */
  readonly from: string;
  readonly below?: string;
  /** Nothing older is ever run; `from` where it is left out. */
  readonly oldest?: string;
  /** What becomes of one that does not say its version: `warn`, it is run all the same; else the pinned one is, or none. */
  readonly unknown: string;
  /** How it is put on the PATH, where there is more to say than its name. */
  readonly remedy?: string;
  /** Arguments with which it is asked for its version, and the pattern of what it says then. */
  readonly asks: readonly string[];
  readonly says: string;
  /** By platform, as Node names it. */
  readonly files: Readonly<Record<string, PinnedFile>>;
}

export interface PinnedFile {
  readonly url: string;
  /** null: not known, so that it is never downloaded. */
  readonly sha256: string | null;
  /** The program in the archive; without it the file is the program, packed by bzip2 when it is called `.bz2`. */
  readonly member?: string;
}

export const pins = { kubectl, buildx, trivy, cosign, restic } as const satisfies Record<string, Pin>;

/** A file that may be downloaded: one whose checksum is known. */
export interface Download {
  readonly url: string;
  readonly sha256: string;
  readonly member?: string;
}

/** What may be downloaded for a platform; undefined where there is nothing, or no checksum of it. Pure. */
export function downloadFor({ files }: Pin, platform: string): Download | undefined {
  const file = Object.hasOwn(files, platform) ? files[platform] : undefined;
  return file === undefined || file.sha256 === null ? undefined : { ...file, sha256: file.sha256 };
}

export type Choice =
  | { readonly use: 'path'; readonly warning?: string }
  | { readonly use: 'cache' | 'download'; readonly note?: string };

/** What there is to choose from. */
export interface Available {
  /** The version of the one on the PATH, if there is one. */
  readonly found?: string | 'unknown' | undefined;
  /** Such as `linux-x64`. */
  readonly platform: string;
  /** Whether the pinned file lies in the cache; what it holds is checked when it is taken. */
  readonly cached: boolean;
}

/**
 * Which program to run: the one on the PATH when its version fits, else the pinned release from the cache or from where it is
 * published; where there is no checksum of that, another one that is not too old. Pure.
 * @throws UserError when there is none to run.
 */
export function chooseTool(pin: Pin, { found, platform, cached }: Available): Choice {
  const { name, version, from, below, oldest = from } = pin;
  const known = found === undefined || found === 'unknown' ? undefined : found;
  if (known !== undefined && !older(known, from) && (below === undefined || older(known, below)))
    return { use: 'path' };
  const range = below === undefined ? `${from} or newer` : `from ${from} to below ${below}`;
  const other =
    found === undefined
      ? undefined
      : `${name} ${known ?? 'of an unknown version'} on the PATH is not ${range}`;
  if (other !== undefined && known === undefined && pin.unknown === 'warn')
    return { use: 'path', warning: `${other}: what it does may differ` };
  if (downloadFor(pin, platform) !== undefined) {
    const use = cached ? 'cache' : 'download';
    return other === undefined ? { use } : { use, note: `${other} and is not used` };
  }
  const remedy =
    pin.remedy ?? `install ${name} ${version} in a step before this one, so that it is on the PATH`;
  if (other === undefined) {
    const why = Object.hasOwn(pin.files, platform)
      ? 'none is downloaded, for its checksum is not known'
      : `there is none to download for ${platform}`;
    throw new UserError(`${name} is not on the PATH, and ${why}`, remedy);
  }
  if (known === undefined ? pin.unknown === 'refuse' : older(known, oldest))
    throw new UserError(
      `${other}, and ${known === undefined ? 'such is not run' : `nothing before ${oldest} is run`}`,
      remedy,
    );
  return { use: 'path', warning: `${other}: what it does may differ` };
}

/** The version in what a program says of itself; `unknown` where it says none, or only that of an unmarked build. Pure. */
export function versionIn({ says }: Pin, text: string): string | 'unknown' {
  const version = new RegExp(says, 'm').exec(text)?.[1];
  return version === undefined || version === '0.0.0' ? 'unknown' : version;
}

function older(one: string, other: string): boolean {
  const [a, b] = [one, other].map(version => version.split('.').map(Number));
  for (const index of [0, 1, 2]) {
    const difference = (a?.[index] ?? 0) - (b?.[index] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return false;
}

/** The addresses to ask for a file, in their order: mirrors instead of where it is published, as `wget -x` lays files out. Pure. */
export function addressesOf(url: string, mirrors: readonly string[]): string[] {
  const { host, pathname } = new URL(url);
  return mirrors.length === 0
    ? [url]
    : mirrors.map(mirror => `${mirror.replace(/\/+$/, '')}/${host}${pathname}`);
}

/**
 * Reads an input that lists mirrors, with commas between them.
 * @throws UserError for what is no address, or holds a password. Pure.
 */
export function parseMirrors(text: string): string[] {
  const mirrors = text
    .split(',')
    .map(each => each.trim())
    .filter(each => each !== '');
  for (const [index, mirror] of mirrors.entries()) {
    const url = URL.canParse(mirror) ? new URL(mirror) : undefined;
    const remedy = 'write an address such as https://mirror.example.com/tools';
    if (url === undefined || !/^https?:$/.test(url.protocol) || url.search !== '' || url.hash !== '')
      throw new UserError(
        `the input \`tool-mirrors\` holds something that is no address, in place ${index + 1}`,
        remedy,
      );
    if (url.username !== '' || url.password !== '')
      throw new UserError(
        `the input \`tool-mirrors\` holds a password, in place ${index + 1}`,
        `${remedy}; it is asked without a login`,
      );
  }
  return mirrors;
}
