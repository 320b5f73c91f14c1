import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { type Answer, askedPaths, disagreements } from './served.ts';

const secret = (tag: string) => createHash('sha256').update(tag).digest('hex').slice(0, 12);
const bodies = (tag: string): Record<string, object> => ({
  '/version': { app: 'shop', version: tag, pod: 'shop-1' },
  '/config': { greeting: tag, secret: secret(tag), faults: {} },
  '/api/products': { products: [] },
});
const answers = (tag: string): Answer[] =>
  askedPaths.map(path => ({ path, status: 200, version: tag, body: JSON.stringify(bodies(tag)[path]) }));
const nobody = askedPaths.map(path => ({ path, status: 404, version: '', body: 'not found' }));

describe('what a gateway answers', () => {
  it('agrees when all of it is of the version that the record names', () => {
    expect(disagreements(answers('v2'), 'v2')).toEqual([]);
  });

  it('agrees when nothing is to serve and nobody answers', () => {
    expect(disagreements(nobody, undefined)).toEqual([]);
  });

  it.each<[string, (answers: Answer[]) => Answer[], RegExp]>([
    ['one answer is of another version', ([, ...rest]) => [answers('v1')[0]!, ...rest], /answered by v1/],
    ['one is an error', ([first, ...rest]) => [{ ...first!, status: 503 }, ...rest], /answered with 503/],
    [
      'one is none',
      ([first, ...rest]) => [{ ...first!, status: 0, version: '' }, ...rest],
      /answered with 0/,
    ],
    [
      'the body is of another version than its header',
      all => all.map(each => ({ ...each, body: answers('v1').find(a => a.path === each.path)!.body })),
      /body of \/version says v1/,
    ],
    [
      'the configuration is that of another version',
      all =>
        all.map(each =>
          each.path === '/config'
            ? { ...each, body: JSON.stringify({ greeting: 'v2', secret: secret('v1') }) }
            : each,
        ),
      /another configuration/,
    ],
    ['another page comes', all => all.map(each => ({ ...each, body: '<!doctype html>' })), /<!doctype/],
  ])('disagrees when %s', (_, change, sentence) => {
    expect(disagreements(change(answers('v2')), 'v2').join('\n')).toMatch(sentence);
  });

  it('disagrees when somebody answers and nothing is to serve', () => {
    expect(disagreements(answers('v2'), undefined).join('\n')).toMatch(/nothing is to serve.*200 by v2/);
  });

  it('says each thing once', () => {
    const wrong = disagreements(answers('v1'), 'v2');
    expect(new Set(wrong).size).toBe(wrong.length);
  });
});
