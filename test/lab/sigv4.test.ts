import { describe, expect, it } from 'vitest';
import { signed } from '../../lab/sigv4.ts';

/** The examples of https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html. */
const keys = { access: 'AKIAIOSFODNN7EXAMPLE', secret: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY' };
const examples: [string, { path: string; query: string; headers: Record<string, string> }, string][] = [
  [
    'of an object',
    { path: '/test.txt', query: '', headers: { range: 'bytes=0-9' } },
    'f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41',
  ],
  [
    'with a parameter that has no value',
    { path: '/', query: 'lifecycle', headers: {} },
    'fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543',
  ],
  [
    'with parameters that have',
    { path: '/', query: 'max-keys=2&prefix=J', headers: {} },
    '34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7',
  ],
];

describe('a signed request', () => {
  it.each(examples)('%s is the one that AWS documents', (_, request, signature) => {
    const whole = { method: 'GET', host: 'examplebucket.s3.amazonaws.com', body: '', ...request };
    const { authorization } = signed(keys, 'us-east-1', whole, new Date('2013-05-24T00:00:00Z'));
    expect(authorization).toContain(`Signature=${signature}`);
  });
});
