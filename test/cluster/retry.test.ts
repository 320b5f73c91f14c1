import { describe, expect, it } from 'vitest';
import { isRetryable, retryWhileTemporary, statusOf } from '../../src/cluster/retry.ts';
import { wording } from '../wording.ts';

const refusedByProxy = { status: 502, body: 'dial tcp 10.99.0.1:6443: connect: connection refused' };
const forbidden = { status: 403, body: 'pods is forbidden: User "x" cannot list resource "pods"' };

describe('a response that a retry may improve', () => {
  it.each([429, 502, 503, 504])('is %i, for a call that may be repeated', status => {
    expect(isRetryable('PATCH', { status, body: '' }, false)).toBe(true);
  });

  it.each([401, 403, 500])('is %i only while the server is returning', status => {
    expect(isRetryable('GET', { status, body: '' }, false)).toBe(false);
    expect(isRetryable('GET', { status, body: '' }, true)).toBe(true);
  });

  it.each([200, 201, 404, 409, 422])('is never %i', status => {
    expect(isRetryable('GET', { status, body: '' }, true)).toBe(false);
  });

  it('allows a retry of a create only when it certainly was not carried out', () => {
    expect(isRetryable('POST', refusedByProxy, false)).toBe(true);
    expect(isRetryable('POST', forbidden, true)).toBe(true);
    expect(isRetryable('POST', { status: 429, body: '' }, false)).toBe(true);
    expect(isRetryable('POST', { status: 502, body: 'unexpected EOF' }, true)).toBe(false);
    expect(isRetryable('POST', { status: 503, body: '' }, true)).toBe(false);
    expect(isRetryable('POST', { status: 500, body: '' }, true)).toBe(false);
  });
});

describe('the status of a response', () => {
  const text = { 'content-type': 'text/plain; charset=utf-8' };

  it('is 502 where the proxy reports an unavailable server with 500', () => {
    expect(statusOf(500, text)).toBe(502);
  });

  it.each([
    ['an API server that fails', 500, { ...text, 'audit-id': 'a' }],
    ['an object about it', 500, { 'content-type': 'application/json' }],
    ['something else in plain text', 404, text],
    ['no type', 500, {}],
  ])('is unchanged from %s', (_, status, headers) => {
    expect(statusOf(status, headers)).toBe(status);
  });
});

describe('a call on a dead connection', () => {
  const dead = () =>
    Promise.reject(Object.assign(new Error('The operation was aborted'), { code: 'ABORT_ERR' }));
  const good = { status: 200, body: '', headers: {}, serverTime: 0 };

  it('is retried', async () => {
    const answers = [dead, () => Promise.resolve(good)];
    expect(
      await retryWhileTemporary(
        async () => answers.shift()?.() ?? good,
        { method: 'PATCH', path: '/x' },
        () => false,
      ),
    ).toBe(good);
    expect(answers).toEqual([]);
  });

  it('is not retried without time to wait', async () => {
    await expect(retryWhileTemporary(dead, { method: 'GET', path: '/x' }, () => false, 0)).rejects.toThrow(
      wording(),
    );
  });

  it('is an error that says so when it may have been carried out', async () => {
    await expect(retryWhileTemporary(dead, { method: 'POST', path: '/x' }, () => false)).rejects.toThrow(
      wording(),
    );
  });
});
