import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { functionalCheck } from '../../../src/recovery/drill/functional.ts';
import { wording } from '../../wording.ts';

/** What the application answers now; by method and path. */
let answers: Record<string, (body: string) => [status: number, body: string]>;
const records = new Map<string, string>();
const healthy = (): typeof answers => ({
  'GET /ready': () => [200, '{}'],
  'GET /records/1': () => [200, '{"id":1,"name":"old"}'],
  'POST /records': body => {
    records.set('2', body);
    return [201, '{"id":2}'];
  },
  'GET /records/2': () => [200, records.get('2') ?? ''],
});

const server = createServer((request, response) => {
  let body = '';
  request.on('data', chunk => {
    body += chunk;
  });
  request.on('end', () => {
    const [status, text] = answers[`${request.method} ${request.url}`]?.(body) ?? [404, 'nothing'];
    response.writeHead(status).end(text);
  });
});
beforeAll(() => new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve)));
afterAll(() => new Promise(resolve => server.close(resolve)));

async function looked(change: typeof answers = {}): Promise<string | undefined> {
  const check = functionalCheck({
    base: new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`),
    ...{ ready: '/ready', 'known-record': '/records/1' },
    write: { path: '/records', body: '{"note":"{token}"}', id: 'id', read: '/records/{id}' },
  });
  answers = healthy();
  expect(await check.remember(1000)).toBeUndefined();
  answers = { ...healthy(), ...change };
  return check.whole(1000);
}

describe('a functional check', () => {
  it('passes if the application returns the known record and stores a new one', async () => {
    expect(await looked()).toBeUndefined();
  });

  it('only reads if slipway.yml does not say how to write a record', async () => {
    const check = functionalCheck({
      base: new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`),
      ...{ ready: '/ready', 'known-record': '/records/1' },
    });
    answers = healthy();
    await check.remember(1000);
    expect([await check.whole(1000), check.fresh]).toEqual([undefined, undefined]);
  });

  it('says what an error response contains in the log alone, and once', async () => {
    const said: string[] = [];
    const base = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    const of = { base, ready: '/ready', 'known-record': '/records/1' };
    const check = functionalCheck(of, undefined, line => void said.push(line));
    answers = { 'GET /ready': () => [500, 'password=hunter2'] };
    for (const _ of [1, 2]) expect(await check.ready(1000)).not.toContain('hunter2');
    expect(said).toEqual([expect.stringContaining('hunter2')]);
  });

  it('demands the known value, if there is one', async () => {
    const base = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    const of = { base, ready: '/ready', 'known-record': '/records/1' };
    answers = healthy();
    for (const [value, fault] of [
      ['"old"', undefined],
      ['"new"', wording('/records/1')],
    ] as const) {
      const check = functionalCheck({ ...of, 'known-value': value });
      await check.remember(1000);
      expect(await check.knownRecord(1000)).toEqual(fault);
    }
  });

  it.each<[string, typeof answers, string]>([
    ['is not ready', { 'GET /ready': () => [503, 'no primary'] }, wording('/ready', '503')],
    ['has lost the known record', { 'GET /records/1': () => [404, ''] }, wording('/records/1', '404')],
    ['has another known record', { 'GET /records/1': () => [200, '{"id":1,"name":"new"}'] }, wording()],
    ['cannot write', { 'POST /records': () => [503, 'read-only'] }, wording('/records', '503')],
    [
      'stores nothing',
      { 'POST /records': () => [201, '{"id":2}'], 'GET /records/2': () => [404, ''] },
      wording('404'),
    ],
    ['stores something else', { 'GET /records/2': () => [200, '{"note":"x"}'] }, wording()],
    ['does not return the id of the record', { 'POST /records': () => [200, 'ok'] }, wording('id')],
  ])('fails if the application answers and %s', async (_, change, reason) => {
    expect(await looked(change)).toEqual(reason);
  });
});
