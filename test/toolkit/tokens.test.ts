import { describe, expect, it } from 'vitest';
import { findToken, holdsPrivateKey } from '../../src/toolkit/tokens.ts';

/** Texts for which quadratic time would be many minutes. */
const repeated = (text: string, size = 2 ** 18) => text.repeat(size / text.length);

describe('a hostile text', () => {
  it.each([
    ['beginnings of OpenAI keys', repeated('sk-')],
    ['beginnings of JSON Web Tokens', repeated('eyJaaaaaaaaaa-')],
    ['beginnings of AWS keys', repeated('AKIA')],
    ['beginnings of addresses', repeated('a.')],
    ['letters', repeated('a')],
  ])('with many %s has no token, and is read in linear time', (_, text) => {
    expect(findToken(text, true)).toBeUndefined();
  });

  const begin = '-----BEGIN PRIVATE KEY-----';
  it.each([
    ['an end in many empty lines', `${begin}${repeated('\n')}`],
    ['many ends of lines in JSON', `${begin}${repeated('\\n')}`],
    ['many headers', `${begin}\n${repeated(`A: ${begin}\n`)}`],
    ['one long header', `${begin}\n${repeated(`A: ${begin} `)}`],
    ['many beginnings', repeated(`${begin} `)],
    ['many words', `-----BEGIN ${repeated('A ')}`],
  ])('has no private key: %s', (_, text) => {
    expect(holdsPrivateKey(text)).toBe(false);
  });
});

describe('a private key', () => {
  const body = 'QUJD'.repeat(16);
  it.each([
    ['in a file', `-----BEGIN PRIVATE KEY-----\n${body}\n`],
    ['in JSON', `-----BEGIN RSA PRIVATE KEY-----\\n${body}\\n`],
    ['in YAML', `-----BEGIN EC PRIVATE KEY-----\n${' '.repeat(24)}${body}\n`],
    [
      'with headers',
      `-----BEGIN RSA PRIVATE KEY-----\r\nProc-Type: 4,ENCRYPTED\r\nDEK-Info: AES-256-CBC,AB\r\n\r\n${body}`,
    ],
    ['of PGP', `-----BEGIN PGP PRIVATE KEY BLOCK-----\nVersion: GnuPG v2\n\n${body}`],
    ['of PGP, without headers', `-----BEGIN PGP PRIVATE KEY BLOCK-----\n\n${body}`],
  ])('is found %s', (_, text) => {
    expect(holdsPrivateKey(text)).toBe(true);
  });
});

it('an OpenAI key and a JSON Web Token are found', () => {
  const half = 'aB-_'.repeat(18);
  expect(findToken(`key=sk-proj-${half}T3BlbkFJ${half}`)?.what).toBe('an OpenAI key');
  const part = 'a'.repeat(3000);
  expect(findToken(`Bearer eyJ${part}.eyJ${part}.${part}`, true)?.what).toBe('a JSON Web Token');
});
