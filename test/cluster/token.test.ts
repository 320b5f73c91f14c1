import { describe, expect, it } from 'vitest';
import { claimsOf } from '../../src/cluster/jwt.ts';
import { execCredential, issuerOf, requestIdToken } from '../../src/cluster/token.ts';
import { sentence } from '../release/objects.ts';
import { wording } from '../wording.ts';

const jwt = (claims: object) => `e30.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.signature`;
const env = {
  ACTIONS_ID_TOKEN_REQUEST_URL: 'https://tokens.example/job/1?api-version=2.0',
  ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'right-to-ask',
};

/** A token service that sends these responses, one after the other. */
function service(...answers: (Response | Error)[]) {
  const asked: { url: string; init: RequestInit | undefined }[] = [];
  const pauses: number[] = [];
  const asking = {
    fetch: (async (url: URL, init?: RequestInit) => {
      asked.push({ url: url.href, init });
      const answer = answers.shift() ?? new Response('{}', { status: 500 });
      if (answer instanceof Error) throw answer;
      return answer;
    }) as unknown as typeof fetch,
    sleep: async (milliseconds: number) => void pauses.push(milliseconds),
  };
  return { asking, asked, pauses };
}
const good = () => new Response(JSON.stringify({ value: jwt({ exp: 2 }) }));

describe('a GitHub token', () => {
  it('is requested with the audience added to the URL, without following redirects', async () => {
    const { asking, asked } = service(good());
    expect(await requestIdToken(env, 'shop & co', asking)).toBe(jwt({ exp: 2 }));
    expect(asked[0]?.url).toBe('https://tokens.example/job/1?api-version=2.0&audience=shop+%26+co');
    expect(asked[0]?.init?.headers).toMatchObject({ authorization: 'Bearer right-to-ask' });
    expect(asked[0]?.init?.redirect).toBe('error');
  });

  it('is requested again when the service fails, 4 times in all', async () => {
    const trouble = [
      new Response('', { status: 503 }),
      new Response('', { status: 429 }),
      new Error('reset'),
    ];
    const { asking, pauses } = service(...trouble, good());
    expect(await requestIdToken(env, 'a', asking)).toBe(jwt({ exp: 2 }));
    expect(pauses).toEqual([500, 1000, 2000]);
    const never = service();
    expect(await sentence(() => requestIdToken(env, 'a', never.asking))).toEqual(wording('500'));
    expect(never.asked).toHaveLength(4);
  });

  it.each([
    [
      'a refusal',
      new Response('{"value":"secret"}', { status: 403 }),
      wording('403', 'permissions: id-token: write'),
    ],
    ['no JSON', new Response('secret'), wording()],
    ['no token', new Response('{"value":"secret"}'), wording()],
  ])('is not requested again after %s, of which nothing is shown', async (_, response, expected) => {
    const { asking, asked } = service(response);
    const said = await sentence(() => requestIdToken(env, 'a', asking));
    expect(said).toEqual(expected);
    expect(said).not.toContain('secret');
    expect(said).not.toContain('right-to-ask');
    expect(asked).toHaveLength(1);
  });

  it.each([
    {},
    { ...env, ACTIONS_ID_TOKEN_REQUEST_TOKEN: '' },
    { ...env, ACTIONS_ID_TOKEN_REQUEST_URL: 'x' },
  ])('needs the variables of jobs with the permission (%j)', async given => {
    expect(await sentence(async () => issuerOf(given))).toEqual(wording('id-token'));
  });
});

describe('the credential for kubectl', () => {
  const now = Date.UTC(2026, 0, 1, 12);
  const end = (token: string) =>
    (execCredential(token, now) as { status: { expirationTimestamp?: string } }).status.expirationTimestamp;
  const seconds = now / 1000;

  it.each([
    [
      'a fifth of a short lifetime before its end',
      { iat: seconds, exp: seconds + 60 },
      '2026-01-01T12:00:48Z',
    ],
    ['a minute before the end of a long one', { iat: seconds, exp: seconds + 600 }, '2026-01-01T12:09:00Z'],
    [
      'by its lifetime when our clock is slow',
      { iat: seconds + 300, exp: seconds + 360 },
      '2026-01-01T12:00:48Z',
    ],
    ['without a start', { exp: seconds + 60 }, '2026-01-01T12:00:48Z'],
    ['at once when it has ended', { iat: seconds - 90, exp: seconds - 30 }, '2026-01-01T11:59:30Z'],
  ])('is renewed %s', (_, claims, expected) => {
    expect(end(jwt(claims))).toBe(expected);
  });

  it('is never renewed when the token has no end', () => {
    expect(execCredential(jwt({}), now)).toEqual({
      apiVersion: 'client.authentication.k8s.io/v1',
      kind: 'ExecCredential',
      status: { token: jwt({}) },
    });
  });
});

describe('the claims of a token', () => {
  it.each([
    ['opaque', undefined],
    ['a.b.c', undefined],
    [`e30.${Buffer.from('[1]').toString('base64url')}.x`, undefined],
    [jwt({ exp: 'soon', iat: 5 }), { iat: 5 }],
    [jwt({ exp: 7 }), { exp: 7 }],
  ])('of %s are %j', (token, claims) => {
    expect(claimsOf(token)).toEqual(claims);
  });
});
