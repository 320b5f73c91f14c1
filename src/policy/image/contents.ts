import type { ImageRuleName } from '../../config/rules.ts';
import { findToken, holdsPrivateKey } from '../../toolkit/tokens.ts';
import type { TarEntry } from './tar.ts';

/** Finds problems in the files of an image, by name and by content. */

/** The maximum number of bytes to check in a file; the relevant files are small. */
const most = 256 * 1024;

export interface FoundInFile {
  readonly rule: ImageRuleName;
  /** One sentence without a full stop; never contains a secret. */
  readonly message: string;
}

/** Third-party packages, which contain keys and tokens for their own tests. */
const dependencies =
  /(^|\/)(node_modules|site-packages|dist-packages|vendor\/bundle|\.cargo\/registry|go\/pkg\/mod|usr\/(share|include|lib\/(python[\d.]*|ruby|node|jvm|go)))\//;

const sudoers = /^(usr\/local\/)?etc\/sudoers(\.d\/[^/.]*[^/.~])?$/;

const histories =
  /(^|\/)\.(bash|zsh|ash|sh|ksh|fish|python|node_repl|psql|mysql|rediscli|sqlite|irb|pry)_?history$|(^|\/)fish_history$|(^|\/)\.histfile$/;

/** Whether a file is a configuration of kubectl with a login, under any name. A script that writes one has variables in place of values. */
const isKubeconfig = (text: string): boolean =>
  text.includes('users') &&
  /^[ \t{"]*kind"?[ \t]*:[ \t]*"?Config\b/m.test(text) &&
  /\b(token|client-key-data|password)"?[ \t]*:[ \t]*"?[\w.+/=-]{16}/.test(text);

/**
 * Files whose purpose is to hold secrets, and the pattern of such content; undefined: the name is enough. At the start of a line,
 * `\s*` would be tried from each of many empty lines to the last one.
 */
const secretFiles: readonly (readonly [name: RegExp, holds: RegExp | undefined])[] = [
  [
    /(^|\/)\.env(\.(?!example$|sample$|template$|dist$|defaults?$|test$)[\w.-]+)?$/,
    /^[ \t]*(export[ \t]+)?\w+[ \t]*=[ \t]*\S/m,
  ],
  [/(^|\/)\.(npmrc|yarnrc(\.yml)?)$/, /_auth(Token)?\s*[=:]|npmAuth(Token|Ident)\s*:|_password\s*=/],
  [/(^|\/)\.pypirc$/, /^[ \t]*password[ \t]*[=:]\s*\S/m],
  [/(^|\/)[._]netrc$/, /\bpassword\s+\S/],
  [/(^|\/)\.git-credentials$/, /:\/\/[^\s/]+@/],
  [/(^|\/)\.pgpass$/, /^[^#\n]+:[^:\n]+$/m],
  [/(^|\/)\.my\.cnf$/, /^[ \t]*password[ \t]*=[ \t]*\S/m],
  [/(^|\/)\.htpasswd$/, /^[^:\n]+:\S/m],
  [
    /(^|\/)\.dockercfg$|(^|\/)\.docker\/config\.json$|(^|\/)kaniko\/\.docker\/config\.json$/,
    /"(auth|identitytoken)"\s*:\s*"[^"]/,
  ],
  [/(^|\/)\.aws\/credentials$/, /aws_secret_access_key\s*=\s*\S/],
  [
    /(^|\/)(\.kube\/config|[^/]*kubeconfig(\.(ya?ml|json))?)$/,
    /\b(token|client-key-data|password)"?\s*:\s*\S/,
  ],
  [/(^|\/)\.config\/gcloud\/(credentials\.db|application_default_credentials\.json)$/, undefined],
  [/\.(ppk|p12|pfx|jks|keystore|tfstate)$/, undefined],
];

const secretFileOf = (path: string) => secretFiles.find(([name]) => name.test(path));

/**
 * Returns how many bytes of a file to read. Pure.
 * @param own whether the image's own Dockerfile added it; in a base image only sudoers files matter.
 */
export function wantedOf({ kind, path, size }: TarEntry, own: boolean): number {
  if (kind !== 'file') return 0;
  if (sudoers.test(path)) return most;
  if (!own || dependencies.test(path)) return 0;
  return size <= most || secretFileOf(path) !== undefined ? most : 0;
}

/** Returns the findings by name. Pure. */
export function foundByName({ kind, path, size }: TarEntry): FoundInFile[] {
  if (kind === 'folder' || dependencies.test(path)) return [];
  const found: FoundInFile[] = [];
  const add = (rule: ImageRuleName, message: string) => found.push({ rule, message });
  if (histories.test(path) && size > 0)
    add('image-shell-history', 'it contains commands that were typed during the build');
  if (/(^|\/)\.git\/HEAD$/.test(path))
    add('image-git-folder', 'the image contains the repository with its whole history');
  const secret = secretFileOf(path);
  if (secret !== undefined && secret[1] === undefined && size > 0)
    add('image-secret-file', 'its purpose is to hold secrets');
  return found;
}

/** Returns the findings by content. Pure. */
export function foundInside({ path }: TarEntry, bytes: Buffer, own: boolean): FoundInFile[] {
  const text = bytes.toString('latin1');
  if (sudoers.test(path))
    return /^[^#\n]*\bNOPASSWD\s*:/m.test(text)
      ? [{ rule: 'image-sudo-nopasswd', message: 'sudo needs no password' }]
      : [];
  if (!own) return [];
  const found: FoundInFile[] = [];
  const [, holds] = secretFileOf(path) ?? [];
  if (holds?.test(text) || isKubeconfig(text))
    found.push({ rule: 'image-secret-file', message: 'it contains secrets' });
  if (text.includes('PRIVATE KEY') && holdsPrivateKey(text))
    found.push({ rule: 'image-private-key', message: 'it contains a private key' });
  // Compiled files contain such words by chance.
  const token = text.includes('\0') ? undefined : findToken(text);
  if (token !== undefined) found.push({ rule: 'image-secret-value', message: `it contains ${token.what}` });
  return found;
}
