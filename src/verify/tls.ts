import { isIP } from 'node:net';
import type { PeerCertificate, SecureVersion, TLSSocket } from 'node:tls';
import type { Verify } from '../config/types.ts';
import type { EndpointAddress } from './addresses.ts';
import { excerpt } from './assertions.ts';
import { type CheckFinding, type CheckResult, type Clock, longestAttempt, resultOf } from './checks.ts';
import { probe, withoutBrackets, withoutPort } from './http.ts';
import type { CheckPlace } from './target.ts';

/** What must be true of TLS at an address: certificate, versions, HSTS, and no plain HTTP. */

type TlsSettings = NonNullable<Verify['tls']>;

type Question = [what: string, ask: () => Promise<CheckFinding>];

const unknown = (why: string): CheckFinding => ({ reason: `is unknown: ${why}`, skipped: true });

/** Checks each address. @param today in ms since 1970. */
export async function askTls(
  addresses: readonly EndpointAddress[],
  settings: TlsSettings,
  clock: Clock,
  today = Date.now(),
): Promise<CheckResult[]> {
  const results = await Promise.all(
    addresses.map(({ name, place }) =>
      Promise.all(
        questionsOf(settings, place, today).map(async ([what, ask]): Promise<CheckResult> => {
          const start = clock.now();
          const found = await ask();
          return resultOf('tls', `${what} of the address ${name}`, found, 1, clock.now() - start);
        }),
      ),
    ),
  );
  return results.flat();
}

function questionsOf(
  { days, minimum, hsts, redirect }: TlsSettings,
  place: CheckPlace,
  today: number,
): Question[] {
  if (place.base.protocol !== 'https:')
    return [['TLS', async () => ({ reason: 'is missing: it speaks plain HTTP' })]];
  const questions: Question[] = [
    ['the certificate', () => certificate(place, days, today)],
    ['the minimum TLS version', () => oldVersions(place, minimum)],
  ];
  if (hsts) questions.push(['HSTS', () => strictTransport(place)]);
  if (redirect !== false)
    questions.push([
      'the redirect from HTTP to HTTPS',
      () => redirected(place, redirect === true ? 80 : redirect),
    ]);
  return questions;
}

async function certificate(place: CheckPlace, days: number, today: number): Promise<CheckFinding> {
  const met = await handshake(place, {});
  if ('reason' in met) return unknown(met.reason);
  if (met.untrusted !== undefined) return { reason: excerpt(met.untrusted) };
  const until = Date.parse(met.certificate.valid_to);
  const left = Math.floor((until - today) / 86_400_000);
  // An unreadable date becomes NaN, and must not pass.
  if (!(left >= days)) return { reason: `is valid for ${left} more days, expected at least ${days}` };
  return { detail: `${left} days left, ${met.version}` };
}

/** Offers only versions below the minimum: an alert or a closed connection is the right answer. */
async function oldVersions(place: CheckPlace, minimum: TlsSettings['minimum']): Promise<CheckFinding> {
  const newest: SecureVersion = minimum === '1.3' ? 'TLSv1.2' : 'TLSv1.1';
  const met = await handshake(place, {
    minVersion: 'TLSv1',
    maxVersion: newest,
    // OpenSSL offers old versions only at its lowest level.
    ciphers: 'DEFAULT:@SECLEVEL=0',
  });
  if (!('reason' in met))
    return { reason: `is too low: the server accepts ${met.version}, expected at least TLS ${minimum}` };
  if (!met.refused) return unknown(met.reason);
  // A server that closes every connection says nothing about versions.
  const current = await handshake(place, {});
  return 'reason' in current ? unknown(current.reason) : { detail: `${newest} is refused` };
}

async function strictTransport(place: CheckPlace): Promise<CheckFinding> {
  const answer = await probe({ ...place, path: '/', timeoutMs: longestAttempt });
  if (!answer.ok) return unknown(`GET / ${answer.reason}`);
  const value = answer.response.headers['strict-transport-security'];
  if (value === undefined) return { reason: 'is missing: GET / has no header Strict-Transport-Security' };
  const age = Number(/(?:^|;)\s*max-age\s*=\s*"?(\d+)/i.exec(value)?.[1] ?? 0);
  return age >= 86_400
    ? { detail: `${Math.floor(age / 86_400)} days` }
    : { reason: `is shorter than a day: "${excerpt(value)}"` };
}

async function redirected({ base, host }: CheckPlace, port: number): Promise<CheckFinding> {
  const plain = new URL(`http://${base.hostname}:${port}`);
  const name = withoutPort(host ?? base.host);
  const answer = await probe({ base: plain, host: name, path: '/', timeoutMs: longestAttempt });
  if (!answer.ok) {
    const closed = /refused the connection/.test(answer.reason);
    return closed ? { detail: `port ${port} is closed` } : unknown(`GET / on port ${port} ${answer.reason}`);
  }
  const { status, headers } = answer.response;
  const location = headers.location ?? '';
  const target = URL.parse(location);
  const isOwn = target?.protocol === 'https:' && target.hostname === new URL(`https://${name}`).hostname;
  if ([301, 302, 307, 308].includes(status) && isOwn) return { detail: `${status}` };
  return {
    reason: `is missing: GET / on port ${port} answered ${status}${location === '' ? '' : ` to ${excerpt(location)}`}`,
  };
}

type Handshake =
  | {
      readonly certificate: PeerCertificate;
      readonly version: string;
      readonly untrusted: string | undefined;
    }
  | { readonly reason: string; readonly refused: boolean };

/** Shakes hands once, also with an untrusted certificate, whose problem is returned; sends nothing. */
async function handshake(
  place: CheckPlace,
  versions: { minVersion?: SecureVersion; maxVersion?: SecureVersion; ciphers?: string },
): Promise<Handshake> {
  const { checkServerIdentity, connect } = await import('node:tls');
  const { base, ca } = place;
  const name = nameAt(place);
  return new Promise(resolve => {
    let socket: TLSSocket | undefined;
    const end = (met: Handshake) => {
      socket?.destroy();
      resolve(met);
    };
    try {
      socket = connect({
        host: withoutBrackets(base.hostname),
        port: Number(base.port || 443),
        ...(isIP(name) === 0 ? { servername: name } : {}),
        // An IP address is never sent as name, and Node.js would compare that of the address.
        checkServerIdentity: (_, met) => checkServerIdentity(name, met),
        ...(ca === undefined ? {} : { ca }),
        ...versions,
        // Without TLS 1.0 in its own defaults, Node.js would refuse the range.
        rejectUnauthorized: false,
      });
    } catch (error) {
      return end({ reason: (error as Error).message, refused: false });
    }
    const known = socket;
    known.setTimeout(longestAttempt, () =>
      end({ reason: `it did not answer within ${longestAttempt} ms`, refused: false }),
    );
    known.once('secureConnect', () => {
      const certificate = known.getPeerCertificate();
      const untrusted = known.authorized
        ? undefined
        : distrust(name, String(known.authorizationError), certificate);
      end({ certificate, version: known.getProtocol() ?? '', untrusted });
    });
    known.on('error', (error: NodeJS.ErrnoException) => {
      const code = error.code ?? '';
      // Not an error of this side, which would hide a server that accepts the version.
      const refused =
        /ALERT|UNSUPPORTED_PROTOCOL|WRONG_VERSION/.test(code) || code === 'ECONNRESET' || code === 'EPROTO';
      end({
        reason: code === 'ECONNREFUSED' ? `${base.host} refused the connection` : code || error.message,
        refused,
      });
    });
  });
}

/** Node.js gives the code of OpenSSL. */
function distrust(name: string, code: string, { subjectaltname = 'no name' }: PeerCertificate): string {
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID') return `is not valid for ${name}: it is for ${subjectaltname}`;
  if (code === 'CERT_HAS_EXPIRED') return 'has expired';
  if (code === 'CERT_NOT_YET_VALID') return 'is not valid yet';
  return /ISSUER|SELF_SIGNED|UNABLE_TO_VERIFY/.test(code)
    ? `is not trusted: its CA is unknown (${code})`
    : `cannot be verified (${code})`;
}

/** The name that the certificate must have. */
const nameAt = ({ base, host }: CheckPlace): string => withoutBrackets(withoutPort(host ?? base.host));
