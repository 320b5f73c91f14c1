import { UserError } from '../errors.ts';
import { listed } from '../input-text.ts';
import buildx from './buildx.json' with { type: 'json' };
import cosign from './cosign.json' with { type: 'json' };
import helm from './helm.json' with { type: 'json' };
import kubectl from './kubectl.json' with { type: 'json' };
import restic from './restic.json' with { type: 'json' };
import trivy from './trivy.json' with { type: 'json' };

/** A program that Slipway runs. Each has a data file in this folder. */
export interface Pin {
  readonly name: string;
  /** The version to download. */
  readonly version: string;
  /** Supported versions on the PATH: from `from`, inclusive, to `below`, exclusive. */
  readonly from: string;
  readonly below?: string;
  /** No older version is ever run. Default: `from`. */
  readonly oldest?: string;
  /** Whether a program of unknown version is run with a warning (`warn`), or replaced by the pinned one or refused. */
  readonly unknown: string;
  /** How to install it, if its name is not enough. */
  readonly remedy?: string;
  /** Arguments that print the version, and the pattern that finds it. */
  readonly asks: readonly string[];
  readonly says: string;
  /** By platform, as Node names it. */
  readonly files: Readonly<Record<string, PinnedFile>>;
}

export interface PinnedFile {
  readonly url: string;
  /** null: unknown, so the file is never downloaded. */
  readonly sha256: string | null;
  /** The program in the archive. Default: the file is the program, compressed with bzip2 if its name ends in `.bz2`. */
  readonly member?: string;
}

export const pins = { kubectl, helm, buildx, trivy, cosign, restic } as const satisfies Record<string, Pin>;

/** A file with a known checksum, which may be downloaded. */
export interface Download extends PinnedFile {
  readonly sha256: string;
}

/** Returns the download for a platform; undefined if there is none or its checksum is unknown. Pure. */
export function downloadFor({ files }: Pin, platform: string): Download | undefined {
  const file = Object.hasOwn(files, platform) ? files[platform] : undefined;
  return file === undefined || file.sha256 === null ? undefined : { ...file, sha256: file.sha256 };
}

export type ToolChoice =
  | { readonly use: 'path'; readonly warning?: string }
  | { readonly use: 'pinned'; readonly note?: string };

/**
 * Chooses the program to run: the one on the PATH if its version is supported, otherwise the pinned one, or without a
 * checksum for that, another version that is not too old. Pure.
 * @param found the version on the PATH, if there is one.
 * @param platform such as `linux-x64`.
 * @throws UserError when there is none.
 */
export function chooseTool(pin: Pin, found: string | 'unknown' | undefined, platform: string): ToolChoice {
  const { name, version, from, below, oldest = from } = pin;
  const known = found === undefined || found === 'unknown' ? undefined : found;
  if (known !== undefined && !older(known, from) && (below === undefined || older(known, below)))
    return { use: 'path' };
  const range = below === undefined ? `${from} or newer` : `${from} or newer, below ${below}`;
  const other =
    found === undefined
      ? undefined
      : `${name} ${known ?? 'of an unknown version'} on the PATH is not supported (required: ${range})`;
  if (other !== undefined && known === undefined && pin.unknown === 'warn')
    return { use: 'path', warning: `${other}; it is used anyway, and may behave differently` };
  if (downloadFor(pin, platform) !== undefined)
    return { use: 'pinned', ...(other === undefined ? {} : { note: `${other}, so it is not used` }) };
  const remedy =
    pin.remedy ?? `install ${name} ${version} in a step before this one, so that it is on the PATH`;
  if (other === undefined) {
    const why = Object.hasOwn(pin.files, platform)
      ? 'it is not downloaded, because its checksum is unknown'
      : `there is no download for ${platform}`;
    throw new UserError(`${name} is not on the PATH, and ${why}`, remedy);
  }
  if (known === undefined ? pin.unknown === 'refuse' : older(known, oldest))
    throw new UserError(
      `${other}${known === undefined ? '' : `; no version before ${oldest} can be used`}`,
      remedy,
    );
  return { use: 'path', warning: `${other}; it is used anyway, and may behave differently` };
}

/** Finds the version in the output of a program; `unknown` if there is none, or only the 0.0.0 of a local build. Pure. */
export function versionIn({ says }: Pin, text: string): string | 'unknown' {
  const version = new RegExp(says, 'm').exec(text)?.[1];
  return version === undefined || version === '0.0.0' ? 'unknown' : version;
}

/** For versions of three numbers: the patterns of the data files match no others. */
const older = (one: string, other: string): boolean => one.localeCompare(other, 'en', { numeric: true }) < 0;

/** Returns the URLs to try for a file, in order: its mirrors, with the paths of `wget -x`, or its publisher if there are none. Pure. */
export function addressesOf(url: string, mirrors: readonly string[]): string[] {
  const { host, pathname } = new URL(url);
  return mirrors.length === 0
    ? [url]
    : mirrors.map(mirror => `${mirror.replace(/\/+$/, '')}/${host}${pathname}`);
}

/**
 * Parses a list of mirrors, separated by commas.
 * @param setting where the list comes from, for errors.
 * @throws UserError for an invalid URL, or one with a password. Pure.
 */
export function parseMirrors(text: string, setting: string): string[] {
  const mirrors = listed(text);
  for (const [index, mirror] of mirrors.entries()) {
    const url = URL.canParse(mirror) ? new URL(mirror) : undefined;
    const remedy = 'write an address such as https://mirror.example.com/tools';
    if (url === undefined || !/^https?:$/.test(url.protocol) || url.search !== '' || url.hash !== '')
      throw new UserError(`${setting} has an invalid address at position ${index + 1}`, remedy);
    if (url.username !== '' || url.password !== '')
      throw new UserError(
        `${setting} has an address with a password at position ${index + 1}`,
        'remove the user and password; mirrors are used without credentials',
      );
  }
  return mirrors;
}
