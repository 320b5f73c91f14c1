import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

/** Receivers on this machine. */

export interface Received {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface WebSink {
  readonly address: string;
  readonly received: Received[];
  close(): Promise<void>;
}

/** Starts a web server that records requests. @param answer gets the number of the request, from 1. */
export async function webSink(
  answer: (response: ServerResponse, count: number, request: Received) => void = response =>
    response.end('ok'),
): Promise<WebSink> {
  const received: Received[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const { method = '', url: path = '', headers } = request;
    const one = { method, path, headers, body: Buffer.concat(chunks).toString() };
    received.push(one);
    answer(response, received.length, one);
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}`,
    received,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

export interface MailSink {
  readonly server: string;
  /** As they came, with headers. */
  readonly mails: string[];
  readonly secure: boolean[];
  close(): Promise<void>;
}

/** Starts a mail server. Its built-in certificate is for localhost and self-signed. */
export async function mailSink(options: SMTPServerOptions = {}, port = 0): Promise<MailSink> {
  const mails: string[] = [];
  const secure: boolean[] = [];
  const server = new SMTPServer({
    authOptional: true,
    logger: false,
    onAuth: ({ username, password }, _, done) =>
      password === 's3cret-mail' ? done(null, { user: username }) : done(new Error('wrong password')),
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', chunk => chunks.push(chunk));
      stream.on('end', () => {
        mails.push(Buffer.concat(chunks).toString());
        secure.push(session.secure);
        done();
      });
    },
    ...options,
  });
  // A client that does not trust the certificate ends the connection.
  server.on('error', () => undefined);
  const listening = server.listen(port, '127.0.0.1');
  await new Promise(resolve => listening.once('listening', resolve));
  return {
    server: `127.0.0.1:${(listening.address() as AddressInfo).port}`,
    mails,
    secure,
    close: () => new Promise(resolve => server.close(() => resolve())),
  };
}
