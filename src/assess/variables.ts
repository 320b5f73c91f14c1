import type { EnvPolicy } from '../config/assess.ts';
import { harmlessValue } from '../policy/rules/secrets.ts';
import { looksSecret } from '../toolkit/secrecy.ts';
import { findToken, holdsPrivateKey, namesSecretVariable } from '../toolkit/tokens.ts';
import { matchesWildcard } from '../toolkit/wildcard.ts';

/** Classes of variables, and what a value shows. A value is never returned. */

export type VariableClass = 'high' | 'medium' | 'low';

/** Patterns beside those of slipway.yml, which come first: the first of these that fits decides. Names that mean a secret are high. */
const usual: readonly (readonly [VariableClass, (name: string) => boolean])[] = [
  ['high', among('*PASSWORD', '*PASSWD', '*_SECRET', '*_SECRET_KEY', '*_TOKEN', 'GITHUB_APP_CLIENT_ID')],
  ['low', among('*_TTL', '*_TIMEOUT', '*_PORT', '*_HOST', 'LOG_LEVEL')],
  ['high', namesSecretVariable],
  ['low', among('CACHE_*')],
  ['medium', among('DEBUG', 'DEBUG_*', '*_DEBUG', 'DEV_MODE')],
];

function among(...patterns: readonly string[]): (name: string) => boolean {
  return name => patterns.some(each => matchesWildcard(each.toUpperCase(), name.toUpperCase()));
}

/** Returns the class of a variable; undefined for one that no pattern names. Pure. */
export const classOf = (name: string, policy: EnvPolicy): VariableClass | undefined =>
  (['low', 'medium', 'high'] as const).find(each => among(...policy[each])(name)) ??
  usual.find(([, fits]) => fits(name))?.[0];

/** Values that stand for others: of examples, and of templates that are not filled in. */
const placeholder =
  /^(<.*>|\$\{.*\}|\{\{.*\}\}|x+|\*+|(example|change|replace|your|placeholder|dummy)[\w .-]*)$/i;

/** Whether a value is not secret under any name: empty, a switch, a path, a placeholder or another variable. Pure. */
export const isHarmless = (value: string): boolean =>
  harmlessValue(value.trim()) ||
  placeholder.test(value.trim()) ||
  /^(\/\S*|\$\([\w.-]+\)|\$[A-Za-z_][\w.:-]*)$/.test(value.trim());

/** Returns what secret a variable shows, such as `a password in a URL`; undefined for none. Pure. */
export function secretIn(name: string, value: string, policy: EnvPolicy): string | undefined {
  // Kubernetes puts in the value of another variable.
  const written = value.replace(/\$\([A-Za-z_][\w.-]*\)/g, '');
  const token = findToken(written, true)?.what ?? (holdsPrivateKey(written) ? 'a private key' : undefined);
  if (token !== undefined) return token;
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(written) && looksSecret(written)) return 'a password in a URL';
  return classOf(name, policy) === 'high' &&
    written.trim() !== '' &&
    !isHarmless(value) &&
    !isAddress(written)
    ? 'a secret value (class high)'
    : undefined;
}

/** An address without a password is not a secret: its name may be `TOKEN_URL`. */
const isAddress = (value: string) => /^https?:\/\/\S+$/i.test(value);
