import { execFile } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer as createWebServer, type RequestListener } from 'node:http';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer as createTlsServer } from 'node:tls';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { script } from '../../src/verify/dependency-script.ts';
import { refusalOf } from '../analysis/sigv4.ts';
import { selfSigned } from '../certificates.ts';
import { wording } from '../wording.ts';

describe('the script of the pod', () => {
  let bin: string;
  beforeAll(() => {
    bin = mkdtempSync(join(tmpdir(), 'bin-'));
    // Not every machine has nc.
    const nc = `#!/bin/bash
[ "$1" = -z ] && { shift; exec 3<>"/dev/tcp/$3/$4"; exit $?; }
exec 3<>"/dev/tcp/$3/$4" || exit 1
cat >&3
exec cat <&3
`;
    writeFileSync(join(bin, 'nc'), nc);
    writeFileSync(
      join(bin, 'psql'),
      '#!/bin/sh\n[ -z "${SAID-}" ] || { echo "psql: error: $SAID" >&2; exit 2; }\necho 1\n',
    );
    for (const name of ['nc', 'psql']) chmodSync(join(bin, name), 0o755);
    for (const name of ['cat', 'head', 'timeout', 'getent', 'curl', 'bash', 'openssl'])
      symlinkSync(`/usr/bin/${name}`, join(bin, name));
  });
  afterAll(() => rmSync(bin, { recursive: true }));
  const running: Server[] = [];
  afterEach(() => {
    for (const server of running.splice(0)) server.close();
  });

  const listening = async (answer: (text: string) => string, tls?: { cert: string; key: string }) => {
    const server = (tls === undefined ? createServer : createTlsServer.bind(undefined, tls))(socket => {
      let text = '';
      socket.on('error', () => {});
      socket.on('data', chunk => {
        text += chunk;
        const reply = answer(text);
        if (reply !== '') socket.end(reply);
      });
    });
    running.push(server);
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    return String((server.address() as AddressInfo).port);
  };
  const web = async (listener: RequestListener) => {
    const server = createWebServer(listener);
    running.push(server);
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  };
  const exec = promisify(execFile);
  const ran = async (env: Record<string, string>, path = bin) => {
    try {
      await exec('/bin/sh', ['-c', script], { env: { PATH: path, ...env } });
      return { exitCode: 0, said: '' };
    } catch (error) {
      const { code, stdout } = error as { code: number; stdout: string };
      return { exitCode: code, said: stdout.trim() };
    }
  };
  const HOST = '127.0.0.1';

  it('asks again for five seconds, because a network policy may reject the first connections of a pod', async () => {
    const patient = mkdtempSync(join(tmpdir(), 'patient-'));
    try {
      for (const name of ['date', 'sleep']) symlinkSync(`/usr/bin/${name}`, join(patient, name));
      let asked = 0;
      const URL = await web((_, response) => {
        asked += 1;
        response.writeHead(asked < 3 ? 503 : 200).end();
      });
      expect(await ran({ KIND: 'http', URL }, `${patient}:${bin}`)).toEqual({ exitCode: 0, said: '' });
      expect(asked).toBe(3);
      const tcp = { KIND: 'tcp', HOST, PORT: '1' };
      const begun = Date.now();
      expect(await ran(tcp, `${patient}:${bin}`)).toMatchObject({
        exitCode: 1,
        said: expect.stringMatching(/refused/),
      });
      expect(Date.now() - begun).toBeLessThan(15_000);
    } finally {
      rmSync(patient, { recursive: true });
    }
  });

  it('connects by TCP', async () => {
    const PORT = await listening(() => '');
    expect(await ran({ KIND: 'tcp', HOST, PORT })).toMatchObject({ exitCode: 0 });
    expect(await ran({ KIND: 'tcp', HOST, PORT: '1' })).toMatchObject({
      exitCode: 1,
      said: expect.stringMatching(/refused/),
    });
  });

  it('connects by TCP with the nc of a BusyBox that has no -z', async () => {
    const other = mkdtempSync(join(tmpdir(), 'bin-'));
    const nc = `#!/bin/bash
[ "$1" = -z ] && { echo "nc: invalid option -- 'z'" >&2; exit 1; }
[ "$5 $6" = "-e true" ] || exit 2
exec 3<>"/dev/tcp/$3/$4"
`;
    writeFileSync(join(other, 'nc'), nc);
    chmodSync(join(other, 'nc'), 0o755);
    const PORT = await listening(() => '');
    expect(await ran({ KIND: 'tcp', HOST, PORT }, `${other}:${bin}`)).toMatchObject({ exitCode: 0 });
    expect(await ran({ KIND: 'tcp', HOST, PORT: '1' }, `${other}:${bin}`)).toMatchObject({ exitCode: 1 });
    rmSync(other, { recursive: true });
  });

  it('resolves names', async () => {
    expect(await ran({ KIND: 'dns', HOST: 'localhost' })).toMatchObject({ exitCode: 0 });
    expect(await ran({ KIND: 'dns', HOST: 'nowhere.invalid' })).toEqual({ exitCode: 1, said: wording() });
  });

  describe.each(['curl', 'wget'])('asks by HTTP with %s', program => {
    let path: string;
    beforeAll(() => {
      path = mkdtempSync(join(tmpdir(), 'bin-'));
      for (const name of [program, 'timeout']) symlinkSync(`/usr/bin/${name}`, join(path, name));
    });
    afterAll(() => rmSync(path, { recursive: true }));
    const app = () =>
      web(({ url }, response) => {
        const status = Number(url?.slice(1));
        response
          .writeHead(status, status === 302 ? { location: '/200' } : { 'set-cookie': 'a=wget: b' })
          .end();
      });

    it.each([200, 204])('and passes with %s', async status => {
      expect(await ran({ KIND: 'http', URL: `${await app()}/${status}` }, path)).toEqual({
        exitCode: 0,
        said: '',
      });
    });

    it.each([302, 304, 404, 503])('and fails with %s', async status => {
      const { exitCode, said } = await ran({ KIND: 'http', URL: `${await app()}/${status}` }, path);
      expect([exitCode, said]).toEqual([1, wording()]);
    });

    it('and fails without an answer', async () => {
      const { exitCode, said } = await ran({ KIND: 'http', URL: 'http://127.0.0.1:1/' }, path);
      expect([exitCode, said]).toEqual([
        1,
        expect.stringMatching(/^(curl: \(7\)|it does not answer|.*refused)/),
      ]);
    });
  });

  describe('asks for a bucket', () => {
    const [ID, PASSWORD] = ['AKIDEXAMPLE', 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY'];
    const signed = { KIND: 's3', REGION: 'eu-central-1', ID, PASSWORD };
    const bucket = () =>
      web(({ method = '', url: target = '', headers }, response) => {
        const open = target === '/open';
        const scope = { region: 'eu-central-1', service: 's3' };
        const refused = !open && refusalOf({ method, target, headers }, PASSWORD, scope) !== undefined;
        response.writeHead(refused ? 403 : target === '/none' ? 404 : 200).end();
      });

    it('with a signature', async () => {
      const at = await bucket();
      expect(await ran({ ...signed, URL: `${at}/files` })).toEqual({ exitCode: 0, said: '' });
      expect(await ran({ ...signed, PASSWORD: 'other', URL: `${at}/files` })).toEqual({
        exitCode: 1,
        said: wording(),
      });
      expect(await ran({ ...signed, URL: `${at}/none` })).toEqual({ exitCode: 1, said: wording() });
    });

    it('without one', async () => {
      const at = await bucket();
      expect(await ran({ KIND: 's3', REGION: 'a', URL: `${at}/open` })).toEqual({ exitCode: 0, said: '' });
      expect(await ran({ KIND: 's3', REGION: 'a', URL: `${at}/files` })).toEqual({
        exitCode: 1,
        said: wording(),
      });
      expect(await ran({ KIND: 's3', REGION: 'a', URL: 'http://127.0.0.1:1' })).toEqual({
        exitCode: 1,
        said: wording(),
      });
    });

    it('but not with a key that would be more than one setting of curl', async () => {
      const PASSWORD = 'a\nurl = "http://127.0.0.1:1"';
      expect(await ran({ ...signed, PASSWORD, URL: 'http://127.0.0.1:1' })).toEqual({
        exitCode: 3,
        said: wording(),
      });
    });
  });

  it('speaks to Redis, with any password', async () => {
    const password = 'p "w\\ $x';
    const length = Buffer.byteLength(password);
    const PORT = await listening(text => {
      if (!text.includes('QUIT')) return '';
      const expected = `*2\r\n$4\r\nAUTH\r\n$${length}\r\n${password}\r\n`;
      return text.startsWith(expected)
        ? '+OK\r\n+PONG\r\n+OK\r\n'
        : `-NOAUTH Authentication required. ${text}\r\n`;
    });
    expect(await ran({ KIND: 'redis', HOST, PORT, PASSWORD: password })).toMatchObject({ exitCode: 0 });
    expect(await ran({ KIND: 'redis', HOST, PORT })).toEqual({ exitCode: 1, said: wording() });
    // A server that sends everything back.
    const echo = await listening(text => (text.includes('QUIT') ? `HTTP/1.1 400 ${text}` : ''));
    const said = await ran({ KIND: 'redis', HOST, PORT: echo, PASSWORD: 'planted-secret' });
    expect(said.exitCode).toBe(1);
    expect(said.said).not.toContain('planted-secret');
  });

  it('does not accept a Redis that needs no password, though clients send one', async () => {
    const PORT = await listening(text =>
      text.includes('QUIT')
        ? '-ERR AUTH <password> called without any password configured for the default user.\r\n+PONG\r\n+OK\r\n'
        : '',
    );
    expect(await ran({ KIND: 'redis', HOST, PORT, PASSWORD: 'secret' })).toEqual({
      exitCode: 1,
      said: wording(),
    });
  });

  describe('speaks to Redis over TLS', () => {
    let folder: string;
    const pem = (name: string) => readFileSync(join(folder, name), 'utf8');
    beforeAll(() => {
      folder = mkdtempSync(join(tmpdir(), 'tls-'));
      selfSigned(folder, 'good', ['IP:127.0.0.1']);
      selfSigned(folder, 'other', ['DNS:other.example.com']);
    });
    afterAll(() => rmSync(folder, { recursive: true }));
    const asked = async (name: string, authority = name) => {
      const tls = { cert: pem(`${name}.crt`), key: pem(`${name}.key`) };
      const PORT = await listening(text => (text.includes('QUIT') ? '+OK\r\n+PONG\r\n+OK\r\n' : ''), tls);
      const CA_FILE = join(folder, `${authority}.crt`);
      return ran({ KIND: 'redis', HOST, PORT, TLS: 'true', PASSWORD: 'secret', CA_FILE });
    };

    it('with a certificate that it can verify', async () => {
      expect(await asked('good')).toEqual({ exitCode: 0, said: '' });
    });

    it.each([
      ['good', 'other'],
      ['other', 'other'],
    ])('but not with the certificate %s and the authority %s', async (name, authority) => {
      expect(await asked(name, authority)).toEqual({ exitCode: 1, said: wording() });
    });
  });

  it('asks PostgreSQL by psql, and repeats nothing that a server says which gets a password', async () => {
    expect(await ran({ KIND: 'postgres', PGPASSWORD: 'right' })).toMatchObject({ exitCode: 0 });
    const said = 'FATAL: password authentication failed for planted-secret';
    expect(await ran({ KIND: 'postgres', SAID: said })).toEqual({
      exitCode: 1,
      said: expect.stringContaining(said),
    });
    for (const SAID of [
      said,
      'planted-secret',
      'root certificate file "planted-secret" does not exist',
      'FATAL: database "planted-secret" does not exist',
      'Connection refused planted-secret',
      'timeout expired planted-secret',
    ])
      expect(await ran({ KIND: 'postgres', PGPASSWORD: 'planted-secret', SAID })).toEqual({
        exitCode: 1,
        said: wording(),
      });
  });

  it('cannot ask without its programs', async () => {
    for (const KIND of ['tcp', 'redis', 'postgres', 'http', 'dns'])
      expect(await ran({ KIND, HOST, PORT: '1', URL: 'http://127.0.0.1:1' }, '/nowhere')).toEqual({
        exitCode: 3,
        said: wording(),
      });
  });
});
