/** Secrets that are known by their looks: formats that their makers chose so that they can be found. */

interface Token {
  readonly what: string;
  readonly pattern: RegExp;
}

const tokens: readonly Token[] = [
  {
    what: 'a token of GitHub',
    pattern: /\bgh[oprsu]_[A-Za-z0-9]{36,251}\b|\bgithub_pat_[A-Za-z0-9_]{60,255}\b/,
  },
  { what: 'a token of GitLab', pattern: /\bgl(pat|dt|rt|ptt|cbt|ft|soat)-[A-Za-z0-9_-]{20,}/ },
  { what: 'an access key of AWS', pattern: /\b(AKIA|ASIA)(?![A-Z0-9]*EXAMPLE)[A-Z2-7]{16}\b/ },
  {
    what: 'a token of Slack',
    pattern: /\bxox[abeoprs]-(\d+-){1,3}[A-Za-z0-9-]{16,}|\bxapp-\d-[A-Z0-9]+-\d+-[a-f0-9]{32,}/,
  },
  {
    what: 'a webhook of Slack',
    pattern: /https:\/\/hooks\.slack\.com\/services\/T[A-Z0-9]{6,}\/B[A-Z0-9]{6,}\/[A-Za-z0-9]{16,}/,
  },
  { what: 'a key of Stripe', pattern: /\b[rs]k_live_[A-Za-z0-9]{20,}/ },
  { what: 'a key of Google', pattern: /\bAIza[A-Za-z0-9_-]{35}(?![A-Za-z0-9_-])|\bGOCSPX-[A-Za-z0-9_-]{28}/ },
  { what: 'a token of npm', pattern: /\bnpm_[A-Za-z0-9]{36}\b/ },
  { what: 'a token of PyPI', pattern: /\bpypi-AgE[A-Za-z0-9_-]{60,}/ },
  { what: 'a token of Docker Hub', pattern: /\bdckr_(pat|oat)_[A-Za-z0-9_-]{27,}/ },
  { what: 'a token of DigitalOcean', pattern: /\bdo[opr]_v1_[a-f0-9]{64}\b/ },
  { what: 'a key of SendGrid', pattern: /\bSG\.[A-Za-z0-9_-]{22}\.[A-Za-z0-9_-]{43}\b/ },
  { what: 'a key of Anthropic', pattern: /\bsk-ant-[a-z0-9]+-[A-Za-z0-9_-]{80,}/ },
  { what: 'a key of OpenAI', pattern: /\bsk-(proj-|svcacct-)?[A-Za-z0-9_-]{20,}T3BlbkFJ[A-Za-z0-9_-]{20,}/ },
  { what: 'a key of an Azure storage account', pattern: /\bAccountKey=[A-Za-z0-9+/]{86}==/ },
  { what: 'a token of Vault', pattern: /\bhv[bs]\.[A-Za-z0-9_-]{24,}/ },
  { what: 'a token of Hugging Face', pattern: /\bhf_[A-Za-z]{34}\b/ },
  { what: 'a key of age', pattern: /\bAGE-SECRET-KEY-1[QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L]{58}\b/ },
];

/** Looks of secrets that stand in files as examples, too, and are looked for in variables and instructions alone. */
const looser: readonly Token[] = [
  { what: 'a JSON web token', pattern: /\beyJ[A-Za-z0-9_-]{10,}\.eyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{16,}/ },
  {
    what: 'a password in an address',
    pattern:
      /\b[a-z][a-z0-9+.-]{0,20}:\/\/[^\s/:@$"'<>{}]{0,100}:(?!\d+\/)(?!(password|passwd|pass|secret|changeme|example|x+|\*+|\.+)@)[^\s@$"'<>{}]{3,200}@[A-Za-z0-9[]/,
  },
];

/** A private key in PEM form; a line of its content must follow, for programs that read keys hold the first line as text. */
const privateKey =
  /-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY(?: BLOCK)?-----(?:\\n|\s)+(?:[A-Za-z0-9-]+: [^\n]*\n|\s)*[A-Za-z0-9+/=]{16,}/;

/** Whether a text holds a private key. Pure. */
export const holdsPrivateKey = (text: string): boolean => privateKey.test(text);

export interface TokenFound {
  /** Such as `a token of GitHub`; never the token. */
  readonly what: string;
  readonly offset: number;
}

/**
 * The first secret in a text, by its looks. Pure.
 * @param everywhere whether looks count that examples have, too.
 */
export function findToken(text: string, everywhere = false): TokenFound | undefined {
  const found = [...tokens, ...(everywhere ? looser : [])].flatMap(({ what, pattern }) => {
    const offset = text.search(pattern);
    return offset < 0 ? [] : [{ what, offset }];
  });
  return found.sort((a, b) => a.offset - b.offset)[0];
}

/** Words of a name that mean a secret, and those behind or before which it means something about one. */
const secretWords =
  /^(password|passwd|passphrase|pwd|secrets?|tokens?|credentials?|creds|apikey|privatekey|accesskey|secretkey|pat)$/;
const pairs =
  /(^|_)(api|private|access|signing|encryption|master|account|ssh|deploy|license|secret|client_secret|auth)_?(key|token)(_|$)/;
const harmless =
  /_(files?|path|dir|url|uri|endpoint|host|names?|ids?|ttl|expiry|expires|expiration|lifetime|length|limit|count|type|header|issuer|audience|enabled|required|policy|prefix|version|algorithm|budget|store|manager|provider|mount|service)$|(^|_)(public|per)(_|$)|^(no|use|has|with|without|allow|disable|enable|require|skip|max|min|num)_/;

/** Whether a variable of that name is one to keep a secret in, by its words: `NPM_TOKEN`, and not `TOKENIZERS_PARALLELISM`. Pure. */
export function namesSecret(name: string): boolean {
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(word => word !== '');
  const joined = words.join('_');
  if (harmless.test(joined)) return false;
  return words.some(word => secretWords.test(word)) || pairs.test(joined);
}
