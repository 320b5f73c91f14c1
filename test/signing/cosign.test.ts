import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { type Bundle, readBundle } from '../../src/signing/bundle.ts';
import {
  attestArguments,
  bareEnvironment,
  type Demands,
  faultIn,
  sign,
  signArguments,
  verify,
  verifyArguments,
} from '../../src/signing/cosign.ts';
import { wording } from '../wording.ts';

const all: Demands = { log: true, timestamp: false, certificateLog: true };
const none: Demands = { log: false, timestamp: false, certificateLog: false };
const claim = { type: 'https://spdx.dev/Document', digest: 'sha256:abc' };

describe('arguments for cosign', () => {
  it('sign a statement with a key and services that are named', () => {
    const services = { config: '/services.json', root: '/root.json' };
    expect(attestArguments({ key: 'env://KEY', services }, '/statement', '/bundle')).toEqual([
      ...['attest-blob', '--yes', '--statement', '/statement', '--bundle', '/bundle'],
      ...['--key', 'env://KEY', '--signing-config', '/services.json', '--trusted-root', '/root.json'],
    ]);
  });

  it('sign without a key, and with the public services, when none is named', () => {
    expect(signArguments({ key: undefined, services: undefined }, '/file', '/bundle')).toEqual([
      ...['sign-blob', '--yes', '--bundle', '/bundle', '/file'],
    ]);
  });

  it('verify a statement by its type and by the digest of the image', () => {
    expect(verifyArguments({ key: '/cosign.pub', root: undefined, demands: none }, '/bundle', claim)).toEqual(
      [
        ...[
          'verify-blob-attestation',
          '--type',
          'https://spdx.dev/Document',
          '--digest',
          'abc',
          '--digestAlg',
          'sha256',
        ],
        ...['--bundle', '/bundle', '--key', '/cosign.pub', '--insecure-ignore-tlog', '--insecure-ignore-sct'],
      ],
    );
  });

  it('verify a signature of the older form by its payload', () => {
    const args = verifyArguments({ key: '/cosign.pub', root: undefined, demands: none }, '/bundle', {
      ...claim,
      payload: '/payload',
    });
    expect([args[0], args.at(-1)]).toEqual(['verify-blob', '/payload']);
    expect(args).not.toContain('--digest');
  });

  it('leave out no demand on an identity', () => {
    const args = verifyArguments({ key: undefined, root: '/root.json', demands: all }, '/bundle', claim);
    expect(args.filter(each => each.startsWith('--insecure'))).toEqual([]);
    expect(args).toEqual(expect.arrayContaining(['--certificate-identity-regexp', '--trusted-root']));
    expect(args).not.toContain('--use-signed-timestamps');
    const timed = { ...none, timestamp: true };
    expect(verifyArguments({ key: undefined, root: '/r', demands: timed }, '/b', claim)).toContain(
      '--use-signed-timestamps',
    );
  });
});

describe('cosign', () => {
  it('gets the network settings, but no login or key, when it only reads', () => {
    const env = {
      PATH: '/bin',
      HTTPS_PROXY: 'http://proxy',
      GITHUB_TOKEN: 'x',
      COSIGN_PASSWORD: 'y',
      HOME: '/root',
    };
    expect(bareEnvironment('/empty', env)).toEqual({
      PATH: '/bin',
      HTTPS_PROXY: 'http://proxy',
      HOME: '/empty',
      TMPDIR: '/empty',
    });
  });

  it.each([
    [
      'Using it\nError: creating bundle: no key\nerror during command execution: creating bundle: no key',
      'creating bundle: no key',
    ],
    ['something else', 'something else'],
    ['', wording()],
  ])('reports the cause: %j', (said, fault) => {
    expect(faultIn(said)).toEqual(fault);
  });

  it('reports it in 300 characters', () => {
    expect(faultIn(`Error: ${'x'.repeat(1000)} the end`)).toMatch(/^….{299}$/);
  });
});

describe('an unavailable service', () => {
  const folder = mkdtempSync(join(tmpdir(), 'slipway-cosign-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const key = { key: undefined, services: undefined, env: { PATH: process.env.PATH }, secrets: [] };
  const bundle = '{"verificationMaterial":{},"dsseEnvelope":{}}';

  /** Signs with a cosign that fails so often with this error; returns the number of calls and the pauses. */
  async function signing(failures: number, words: string) {
    const [program, calls] = [join(folder, 'cosign'), join(folder, 'calls')];
    writeFileSync(calls, '');
    writeFileSync(
      program,
      `#!/bin/sh
echo x >> ${calls}
if [ "$(wc -l < ${calls})" -le ${failures} ]; then echo "Error: ${words}" >&2; exit 1; fi
while [ "$1" != --bundle ]; do shift; done
echo '${bundle}' > "$2"
`,
    );
    chmodSync(program, 0o755);
    const waited: number[] = [];
    const sleep = (async (ms: number) =>
      void waited.push(ms)) as unknown as typeof import('node:timers/promises').setTimeout;
    const cosign = { program, folder, signal: new AbortController().signal, sleep };
    const outcome = await sign(cosign, key, { statement: '{}' }).then(
      () => 'signed',
      (error: Error) => error.message,
    );
    return { outcome, asked: readFileSync(calls, 'utf8').length / 2, waited };
  }

  it.each([
    ['Fulcio returned 503: down'],
    ['adding rekor v2 entry: unexpected response: 502'],
    ['context deadline exceeded'],
    ['dial tcp: connection refused'],
  ])('is asked again: %s', async words => {
    expect(await signing(2, words)).toEqual({ outcome: 'signed', asked: 3, waited: [2000, 8000] });
  });

  it('gives an error when it stays unavailable', async () => {
    expect(await signing(9, 'Fulcio returned 503: down')).toEqual({
      outcome: 'cosign cannot sign: Fulcio returned 503: down',
      asked: 3,
      waited: [2000, 8000],
    });
  });

  it.each([
    ['Fulcio returned 400: There was an error processing the identity token'],
    ['reading key: decrypt: no'],
  ])('is not asked again for an error that a retry does not fix: %s', async words => {
    expect(await signing(9, words)).toMatchObject({ asked: 1, waited: [] });
  });
});

describe('a bundle that is nested deeper than it can be written', () => {
  it('is not valid, and does not end the run', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'slipway-cosign-'));
    try {
      const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
      const bundle = readBundle(`{"verificationMaterial":{},"dsseEnvelope":{},"more":${deep}}`) as Bundle;
      const cosign = { program: '/bin/true', folder, signal: new AbortController().signal };
      const verifier = { key: '/cosign.pub', root: undefined, demands: none, env: {} };
      expect(await verify(cosign, verifier, bundle, claim)).toEqual({
        ...{ valid: false, undecided: false, fault: wording() },
      });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
