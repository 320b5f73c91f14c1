import { X509Certificate } from 'node:crypto';
import { defined } from '../toolkit/map.ts';
import { extensionsOf, textOf } from './der.ts';

/** The identity in the certificate of a signature without a key. All pure. */
export interface Identity {
  /** The alternative name, such as the workflow that signed; it is the same for all repositories that call that workflow. */
  readonly subject: string;
  /** The issuer of the identity token. */
  readonly issuer: string;
  /** The repository that called the workflow. */
  readonly repository?: string;
  readonly repositoryId?: string;
  /** A ref of that repository, such as `refs/heads/main`. */
  readonly ref?: string;
  readonly commit?: string;
  /** The run, such as `https://github.com/acme/shop/actions/runs/7/attempts/1`. */
  readonly run?: string;
}

/** Fulcio, "Sigstore OID information". */
const arc = '1.3.6.1.4.1.57264.1';
const fields = { repository: 12, commit: 13, ref: 14, repositoryId: 15, run: 21 } as const;

/**
 * Reads the identity in a certificate; it does not verify the certificate.
 * @param der the certificate.
 * @returns undefined when it is not a certificate, or has no identity.
 */
export function identityOf(der: Uint8Array): Identity | undefined {
  try {
    const { subjectAltName, raw } = new X509Certificate(der);
    const extensions = extensionsOf(raw);
    const read = (last: number) => {
      const value = extensions.get(`${arc}.${last}`);
      return value === undefined ? undefined : textOf(value);
    };
    const subject = subjectIn(subjectAltName ?? '');
    // The older extension has the text without DER encoding.
    const issuer = read(8) ?? read(1);
    if (subject === undefined || issuer === undefined) return undefined;
    const known = Object.entries(fields).map(([name, last]) => [name, read(last)] as const);
    return { subject, issuer, ...defined(Object.fromEntries(known)) };
  } catch {
    return undefined;
  }
}

/** Finds the only address in Node's `URI:https://…`; with several, it would be ambiguous which of them signed. */
function subjectIn(names: string): string | undefined {
  // Node quotes a name with a comma, and the address of a workflow has none.
  if (names.includes('"')) return undefined;
  const [only, ...more] = names.split(', ').filter(name => name !== '');
  return more.length > 0 ? undefined : /^(?:URI|email):(\S+)$/.exec(only ?? '')?.[1];
}

/** Formats the signer for messages: the repository if known, because a workflow does not show whose image it signed. */
export function nameOf({ subject, issuer, repository, repositoryId, ref }: Identity): string {
  if (repository === undefined) return `${subject} (by ${issuer})`;
  const id = repositoryId === undefined ? '' : ` (${repositoryId})`;
  return `${repository}${id}${ref === undefined ? '' : ` at ${ref}`}`;
}
