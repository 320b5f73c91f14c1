/** Secrets with a recognizable format, which their issuers chose so that scanners can find them. */

interface Token {
  readonly what: string;
  readonly pattern: RegExp;
}

/**
 * Anyone can write the texts, so no pattern may take quadratic time: where something must follow a repetition, the repetition has an
 * upper bound, or a match cannot begin within it.
 */
const tokens: readonly Token[] = [
  {
    what: 'a GitHub token',
    pattern: /\bgh[oprsu]_[A-Za-z0-9]{36,251}\b|\bgithub_pat_[A-Za-z0-9_]{60,255}\b/,
  },
  { what: 'a GitLab token', pattern: /\bgl(pat|dt|rt|ptt|cbt|ft|soat)-[A-Za-z0-9_-]{20,}/ },
  { what: 'an AWS access key', pattern: /\b(AKIA|ASIA)(?![A-Z0-9]*EXAMPLE)[A-Z2-7]{16}\b/ },
  {
    what: 'a Slack token',
    pattern: /\bxox[abeoprs]-(\d+-){1,3}[A-Za-z0-9-]{16,}|\bxapp-\d-[A-Z0-9]+-\d+-[a-f0-9]{32,}/,
  },
  {
    what: 'a Slack webhook',
    pattern: /https:\/\/hooks\.slack\.com\/services\/T[A-Z0-9]{6,}\/B[A-Z0-9]{6,}\/[A-Za-z0-9]{16,}/,
  },
  { what: 'a Stripe key', pattern: /\b[rs]k_live_[A-Za-z0-9]{20,}/ },
  { what: 'a Google key', pattern: /\bAIza[A-Za-z0-9_-]{35}(?![A-Za-z0-9_-])|\bGOCSPX-[A-Za-z0-9_-]{28}/ },
  { what: 'an npm token', pattern: /\bnpm_[A-Za-z0-9]{36}\b/ },
  { what: 'a PyPI token', pattern: /\bpypi-AgE[A-Za-z0-9_-]{60,}/ },
  { what: 'a Docker Hub token', pattern: /\bdckr_(pat|oat)_[A-Za-z0-9_-]{27,}/ },
  { what: 'a DigitalOcean token', pattern: /\bdo[opr]_v1_[a-f0-9]{64}\b/ },
  { what: 'a SendGrid key', pattern: /\bSG\.[A-Za-z0-9_-]{22}\.[A-Za-z0-9_-]{43}\b/ },
  { what: 'an Anthropic key', pattern: /\bsk-ant-[a-z0-9]+-[A-Za-z0-9_-]{80,}/ },
  {
    what: 'an OpenAI key',
    pattern: /(?<![\w-])sk-(proj-|svcacct-)?[A-Za-z0-9_-]{20,}T3BlbkFJ[A-Za-z0-9_-]{20,}/,
  },
  { what: 'an Azure storage account key', pattern: /\bAccountKey=[A-Za-z0-9+/]{86}==/ },
  { what: 'a Vault token', pattern: /\bhv[bs]\.[A-Za-z0-9_-]{24,}/ },
  { what: 'a Hugging Face token', pattern: /\bhf_[A-Za-z]{34}\b/ },
  { what: 'an age secret key', pattern: /\bAGE-SECRET-KEY-1[QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L]{58}\b/ },
];

/** Formats that examples in files have, too, so only variables and instructions are searched for them. */
const looser: readonly Token[] = [
  {
    what: 'a JSON Web Token',
    pattern: /(?<![\w-])eyJ[A-Za-z0-9_-]{10,}\.eyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{16,}/,
  },
  {
    what: 'a password in a URL',
    pattern:
      /\b[a-z][a-z0-9+.-]{0,20}:\/\/[^\s/:@$"'<>{}]{0,100}:(?!\d+\/)(?!(password|passwd|pass|secret|changeme|example|x+|\*+|\.+)@)[^\s@$"'<>{}]{3,200}@[A-Za-z0-9[]/,
  },
];

/** A private key in PEM form. A line of its content must follow, because programs that read keys contain the first line as a string. */
const privateKey =
  /-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY(?: BLOCK)?-----(?:\\n|\s){1,100}(?:[A-Za-z0-9-]{1,40}: [^\n]{0,200}\n\s{0,100}){0,20}[A-Za-z0-9+/=]{16,}/;

/** Whether a text contains a private key. Pure. */
export const holdsPrivateKey = (text: string): boolean => privateKey.test(text);

export interface TokenFound {
  /** Such as `a GitHub token`; never the token. */
  readonly what: string;
  readonly offset: number;
}

/**
 * Returns the first secret in a text, by its format. Pure.
 * @param everywhere whether formats count that examples have, too.
 */
export function findToken(text: string, everywhere = false): TokenFound | undefined {
  const found = [...tokens, ...(everywhere ? looser : [])].flatMap(({ what, pattern }) => {
    const offset = text.search(pattern);
    return offset < 0 ? [] : [{ what, offset }];
  });
  return found.sort((a, b) => a.offset - b.offset)[0];
}

/** Words in a name that indicate a secret, and words next to them (`harmless`) that indicate only something about a secret. */
const secretWords =
  /^(password|passwd|passphrase|pwd|secrets?|tokens?|credentials?|creds|apikey|privatekey|accesskey|secretkey|pat)$/;
const pairs =
  /(^|_)(api|private|access|signing|encryption|master|account|ssh|deploy|license|secret|client_secret|auth)_?(key|token)(_|$)/;
const harmless =
  /_(files?|path|dir|url|uri|endpoint|host|names?|ids?|ttl|expiry|expires|expiration|lifetime|length|limit|count|type|header|issuer|audience|enabled|required|policy|prefix|version|algorithm|budget|store|manager|provider|mount|service)$|(^|_)(public|per)(_|$)|^(no|use|has|with|without|allow|disable|enable|require|skip|max|min|num)_/;

/** Whether the words of a variable's name indicate a secret: `NPM_TOKEN`, but not `TOKENIZERS_PARALLELISM`. Pure. */
export function namesSecretVariable(name: string): boolean {
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(word => word !== '');
  const joined = words.join('_');
  if (harmless.test(joined)) return false;
  return words.some(word => secretWords.test(word)) || pairs.test(joined);
}
