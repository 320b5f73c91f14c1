import { X509Certificate } from 'node:crypto';
import { extensionsOf, textOf } from './der.ts';

/** Who signed without a key: what the certificate for that moment says. All pure. */
export interface Identity {
  /** The alternative name, such as the workflow that signed. A workflow that several repositories call is the same for each. */
  readonly subject: string;
  /** Who vouches for it. */
  readonly issuer: string;
  /** The repository that called the workflow. */
  readonly repository?: string;
  readonly repositoryId?: string;
  /** Of that repository, such as `refs/heads/main`. */
  readonly ref?: string;
  readonly commit?: string;
  /** What it ran in, such as `https://github.com/acme/shop/actions/runs/7/attempts/1`. */
  readonly run?: string;
}

/** Fulcio, "Sigstore OID information". */
const arc = '1.3.6.1.4.1.57264.1';
const fields = { repository: 12, commit: 13, ref: 14, repositoryId: 15, run: 21 } as const;

/**
 * Reads the identity in a certificate; whether the certificate is to be believed is not asked here.
 * @param der the certificate.
 * @returns undefined when it is no certificate, or names nobody.
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
    // The first form has the bare text.
    const issuer = read(8) ?? read(1);
    if (subject === undefined || issuer === undefined) return undefined;
    const known = Object.entries(fields).flatMap(([name, last]) => {
      const value = read(last);
      return value === undefined ? [] : [[name, value]];
    });
    return { subject, issuer, ...Object.fromEntries(known) };
  } catch {
    return undefined;
  }
}

/** The one address in what Node writes as `URI:https://…`; several of them would let whoever reads choose. */
function subjectIn(names: string): string | undefined {
  // Node quotes a name that holds a comma, as no address of a workflow does.
  if (names.includes('"')) return undefined;
  const [only, ...more] = names.split(', ').filter(name => name !== '');
  return more.length > 0 ? undefined : /^(?:URI|email):(\S+)$/.exec(only ?? '')?.[1];
}

/** For a sentence: the repository where there is one, for the workflow says nothing of whose images it signed. */
export function nameOf({ subject, issuer, repository, repositoryId, ref }: Identity): string {
  if (repository === undefined) return `${subject} (by ${issuer})`;
  const id = repositoryId === undefined ? '' : ` (${repositoryId})`;
  return `${repository}${id}${ref === undefined ? '' : ` at ${ref}`}`;
}
