import type { Channel } from '../config/receivers.ts';
import { counted } from '../toolkit/count.ts';
import { innermostCause } from '../toolkit/errors.ts';
import type { Waiting } from '../toolkit/retry.ts';
import { DeliveryError, insist } from './http.ts';
import type { Mail } from './texts.ts';

/** Port on which a connection begins with TLS; on others STARTTLS follows. */
const implicitTls = 465;
/** ms without an answer. */
const silence = 10_000;

/**
 * Sends a mail by SMTP. Unless `tls` is false, the server must prove its name and encrypt before it gets anything.
 * @param password empty without an account.
 * @throws DeliveryError
 */
export async function sendMail(
  { to, from, server, tls, username }: NonNullable<Channel['email']>,
  password: string,
  { subject, text, thread }: Mail,
  urgent: boolean,
  waiting: Waiting,
): Promise<void> {
  const { createTransport } = await import('nodemailer');
  const [host = '', port] = server.split(':');
  const secure = tls && Number(port) === implicitTls;
  const transport = createTransport({
    host,
    port: Number(port),
    secure,
    requireTLS: tls && !secure,
    ignoreTLS: !tls,
    ...(username === undefined ? {} : { auth: { user: username, pass: password } }),
    connectionTimeout: silence,
    greetingTimeout: silence,
    socketTimeout: silence,
    dnsTimeout: silence,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const headers = { 'Auto-Submitted': 'auto-generated' };
  const priority = urgent ? 'high' : 'normal';
  const mail = { from, to, subject, text, references: thread, inReplyTo: thread, headers, priority } as const;
  try {
    await insist(async signal => {
      const { rejected } = await transport.sendMail({ ...mail, signal }).catch((error: unknown) => {
        throw failureOf(error);
      });
      // Not temporary: another attempt would reach the others twice.
      if (rejected.length > 0)
        throw new DeliveryError(`did not accept ${rejected.length} of ${counted(to.length, 'recipient')}`);
    }, waiting);
  } finally {
    transport.close();
  }
}

/** A certificate or a login that is wrong now is wrong a second later. */
const lasting = new Set(['ETLS', 'EAUTH', 'ENOAUTH', 'EENVELOPE', 'ECONFIG']);

function failureOf(error: unknown): DeliveryError {
  const { code = '', responseCode } = error as { code?: string; responseCode?: number };
  const why = innermostCause(error);
  const temporary =
    responseCode === undefined
      ? !/certificate|self-signed|altnames/i.test(why) && !lasting.has(code)
      : responseCode >= 400 && responseCode < 500;
  return new DeliveryError(`did not accept the mail (${why})`, temporary);
}
