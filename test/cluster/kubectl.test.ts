import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { applyWithKubectl, isUnanswered } from '../../src/cluster/kubectl.ts';
import { UserError } from '../../src/toolkit/errors.ts';
import { wording } from '../wording.ts';
import { kubectlFolder, withKubectl } from './api-server.ts';

describe('a kubectl that failed', () => {
  it.each([
    'The connection to the server 10.99.0.1:6443 was refused - did you specify the right host or port?',
    'error: error validating data: failed to download openapi: Get "https://k/openapi/v2?timeout=30s": dial tcp 10.99.0.1:6443: connect: connection refused',
    'Unable to connect to the server: net/http: TLS handshake timeout',
    'error: failed to download openapi: Get "https://k/openapi/v2?timeout=30s": context deadline exceeded',
    'Error from server (ServiceUnavailable): the server is currently unable to handle the request',
    'Error from server (TooManyRequests): the server has received too many requests and has asked us to try again later',
    'error: EOF',
  ])('got no answer: %s', stderr => {
    expect(isUnanswered(stderr)).toBe(true);
  });

  it.each([
    'Error from server (Forbidden): configmaps "a" is forbidden: User "x" cannot patch resource "configmaps"',
    'Error from server (Conflict): Operation cannot be fulfilled: the object has been modified',
    'Error from server (InternalError): Internal error occurred: failed calling webhook "w": Post "https://w/": dial tcp 10.0.0.9:443: connect: connection refused',
    'The ConfigMap "a" is invalid: data: Too long: must have at most 1048576 bytes',
  ])('got an answer: %s', stderr => {
    expect(isUnanswered(stderr)).toBe(false);
  });
});

describe('applying by kubectl', () => {
  const gone =
    'The connection to the server 10.99.0.1:6443 was refused - did you specify the right host or port?';
  const forbidden = 'Error from server (Forbidden): configmaps "a" is forbidden';

  /** Applies with a kubectl that fails with these messages in turn, and then succeeds. Returns the number of starts, or the error. */
  async function apply(failures: string[], wait = 5_000): Promise<string> {
    const out = mkdtempSync(join(tmpdir(), 'kubectl-apply-'));
    const cases = failures.map((said, n) => `${n + 1}) echo '${said}' >&2; exit 1;;`).join('\n');
    const folder = kubectlFolder(`cat > /dev/null; echo "$*" >> ${out}/runs
case $(wc -l < ${out}/runs) in\n${cases}\nesac`);
    const refused = (said: string) => new UserError(`refused: ${said}`, 'fix it');
    const how = { fieldManager: 'slipway', reach: {}, refused, wait };
    try {
      const object = { kind: 'ConfigMap', metadata: { name: 'a' } };
      const said = await withKubectl(folder, {}, () => applyWithKubectl(object, how)).then(
        () => undefined,
        (error: UserError) => error.sentence,
      );
      const runs = readFileSync(join(out, 'runs'), 'utf8').trim().split('\n');
      expect(new Set(runs)).toEqual(
        new Set(['apply --server-side --force-conflicts --field-manager=slipway --request-timeout=30s -f -']),
      );
      return said ?? `applied at attempt ${runs.length}`;
    } finally {
      for (const each of [out, folder]) rmSync(each, { recursive: true });
    }
  }

  it('waits for an unavailable API server', async () => {
    expect(await apply([gone, gone])).toBe('applied at attempt 3');
  });

  it('reports that it does not answer when it stays unavailable', async () => {
    expect(await apply([gone, gone, gone], 0)).toEqual(wording(`${gone}`));
  });

  it('returns a denial, unless the server is just returning', async () => {
    expect(await apply([forbidden])).toBe(`refused: ${forbidden}. Fix it.`);
    expect(await apply([gone, forbidden])).toBe('applied at attempt 3');
  });
});
