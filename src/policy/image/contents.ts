import type { ImageRuleName } from '../../config/rules.ts';
import { findToken, holdsPrivateKey } from '../tokens.ts';
import type { Entry } from './tar.ts';

/** What is found in a file of an image by its name and its content. */

/** More of a file is not looked at: what is meant here is small. */
const most = 256 * 1024;

export interface FoundInFile {
  readonly rule: ImageRuleName;
  /** One sentence without its full stop; never a secret. */
  readonly message: string;
}

/** Packages of others with keys and tokens for their own tests. */
const dependencies =
  /(^|\/)(node_modules|site-packages|dist-packages|vendor\/bundle|\.cargo\/registry|go\/pkg\/mod|usr\/(share|include|lib\/(python[\d.]*|ruby|node|jvm|go)))\//;

const sudoers = /^(usr\/local\/)?etc\/sudoers(\.d\/[^/.]*[^/.~])?$/;

const histories =
  /(^|\/)\.(bash|zsh|ash|sh|ksh|fish|python|node_repl|psql|mysql|rediscli|sqlite|irb|pry)_?history$|(^|\/)fish_history$|(^|\/)\.histfile$/;

/** Files that hold secrets by their purpose, and how it is seen that they do; undefined: by their name alone. */
const secretFiles: readonly (readonly [name: RegExp, holds: RegExp | undefined])[] = [
  [
    /(^|\/)\.env(\.(?!example$|sample$|template$|dist$|defaults?$|test$)[\w.-]+)?$/,
    /^\s*(export\s+)?\w+\s*=\s*\S/m,
  ],
  [/(^|\/)\.(npmrc|yarnrc(\.yml)?)$/, /_auth(Token)?\s*[=:]|npmAuth(Token|Ident)\s*:|_password\s*=/],
  [/(^|\/)\.pypirc$/, /^\s*password\s*[=:]\s*\S/m],
  [/(^|\/)[._]netrc$/, /\bpassword\s+\S/],
  [/(^|\/)\.git-credentials$/, /:\/\/[^\s/]+@/],
  [/(^|\/)\.pgpass$/, /^[^#\n]+:[^:\n]+$/m],
  [/(^|\/)\.my\.cnf$/, /^\s*password\s*=\s*\S/m],
  [/(^|\/)\.htpasswd$/, /^[^:\n]+:\S/m],
  [
    /(^|\/)\.dockercfg$|(^|\/)\.docker\/config\.json$|(^|\/)kaniko\/\.docker\/config\.json$/,
    /"(auth|identitytoken)"\s*:\s*"[^"]/,
  ],
  [/(^|\/)\.aws\/credentials$/, /aws_secret_access_key\s*=\s*\S/],
  [/(^|\/)(\.kube\/config|kubeconfig)$/, /\b(token|client-key-data|password)\s*:\s*\S/],
  [/(^|\/)\.config\/gcloud\/(credentials\.db|application_default_credentials\.json)$/, undefined],
  [/\.(ppk|p12|pfx|jks|keystore|tfstate)$/, undefined],
];

const secretFileOf = (path: string) => secretFiles.find(([name]) => name.test(path));

/**
 * How many bytes of a file are to be read.
 * @param own it was put there by the image's own Dockerfile; of a base only what makes somebody root matters. Pure.
 */
export function wantedOf({ kind, path, size }: Entry, own: boolean): number {
  if (kind !== 'file') return 0;
  if (sudoers.test(path)) return most;
  if (!own || dependencies.test(path)) return 0;
  return size <= most || secretFileOf(path) !== undefined ? most : 0;
}

/** By its name alone. Pure. */
export function foundByName({ kind, path, size }: Entry): FoundInFile[] {
  if (kind === 'folder' || dependencies.test(path)) return [];
  const found: FoundInFile[] = [];
  if (histories.test(path) && size > 0)
    found.push({ rule: 'image-shell-history', message: 'it tells what was typed while the image was made' });
  if (/(^|\/)\.git\/HEAD$/.test(path))
    found.push({ rule: 'image-git-folder', message: 'the repository came along with all of its history' });
  const [, holds] = secretFileOf(path) ?? [];
  if (secretFileOf(path) !== undefined && holds === undefined && size > 0)
    found.push({ rule: 'image-secret-file', message: 'it is a file for secrets' });
  return found;
}

/** By its content. Pure. */
export function foundInside({ path }: Entry, bytes: Buffer, own: boolean): FoundInFile[] {
  const text = bytes.toString('latin1');
  if (sudoers.test(path))
    return /^[^#\n]*\bNOPASSWD\s*:/m.test(text)
      ? [{ rule: 'image-sudo-nopasswd', message: 'sudo needs no password' }]
      : [];
  if (!own) return [];
  const found: FoundInFile[] = [];
  const [, holds] = secretFileOf(path) ?? [];
  if (holds?.test(text)) found.push({ rule: 'image-secret-file', message: 'it holds secrets' });
  if (text.includes('PRIVATE KEY') && holdsPrivateKey(text))
    found.push({ rule: 'image-private-key', message: 'there is a private key in it' });
  // What is compiled holds such words by chance.
  const token = text.includes('\0') ? undefined : findToken(text);
  if (token !== undefined)
    found.push({ rule: 'image-secret-value', message: `there is ${token.what} in it` });
  return found;
}
