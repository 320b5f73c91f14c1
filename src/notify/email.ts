import type { Channel } from '../config/receivers.ts';
import { innermostCause } from '../toolkit/errors.ts';
import type { Waiting } from '../toolkit/retry.ts';
import { DeliveryError, insist, tooSlow } from './http.ts';
import type { Mail } from './texts.ts';

/** Sends an e-mail by SMTP. */

type EmailSettings = NonNullable<Channel['email']>;

/** Port on which a connection begins with TLS; on others STARTTLS follows. */
const implicitTls = 465;
/** ms without an answer. */
const silence = 10_000;

/**
 * Sends a mail. Unless `tls` is false, the server must prove its name and encrypt before it gets anything.
 * @param password undefined without an account.
 * @throws DeliveryError
 */
export async function sendMail(
  { to, from, server, tls, username }: EmailSettings,
  password: string | undefined,
  { subject, text, thread }: Mail,
  urgent: boolean,
  waiting: Waiting = {},
): Promise<void> {
  const { createTransport } = await import('nodemailer');
  const [, host = '', port = ''] = /^(.*):(\d+)$/.exec(server) ?? [];
  const secure = tls && Number(port) === implicitTls;
  const transport = createTransport({
    ...{ host, port: Number(port), secure, requireTLS: tls && !secure, ignoreTLS: !tls },
    ...(username === undefined ? {} : { auth: { user: username, pass: password ?? '' } }),
    ...{ connectionTimeout: silence, greetingTimeout: silence, socketTimeout: silence, dnsTimeout: silence },
    ...{ disableFileAccess: true, disableUrlAccess: true },
  });
  try {
    await insist(async signal => {
      const message = { from, to, subject, text, references: thread, inReplyTo: thread, signal };
      const headers = { 'Auto-Submitted': 'auto-generated' };
      await transport
        .sendMail({ ...message, headers, priority: urgent ? 'high' : 'normal' })
        .catch((error: unknown) => {
          throw signal.aborted ? tooSlow() : failureOf(error);
        });
    }, waiting);
  } finally {
    transport.close();
  }
}

/** A certificate or a login that is wrong now is wrong a second later. */
const lasting = new Set(['ETLS', 'EAUTH', 'ENOAUTH', 'EENVELOPE', 'ECONFIG']);

function failureOf(error: unknown): DeliveryError {
  const { code, responseCode } = error as { code?: string; responseCode?: number };
  const certificate = /certificate|self-signed|altnames/i.test(innermostCause(error));
  const passes =
    responseCode === undefined
      ? !certificate && !lasting.has(code ?? '')
      : responseCode >= 400 && responseCode < 500;
  return new DeliveryError(`did not take the mail (${innermostCause(error)})`, passes);
}
