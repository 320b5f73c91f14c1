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
const notFound = askedPaths.map(path => ({ path, status: 404, version: '', body: 'not found' }));

describe('the responses of a gateway', () => {
  it('agree if all come from the version in the record', () => {
    expect(disagreements(answers('v2'), 'v2')).toEqual([]);
  });

  it('agree if no version should be live and none answers', () => {
    expect(disagreements(notFound, undefined)).toEqual([]);
  });

  it.each<[string, (answers: Answer[]) => Answer[], RegExp]>([
    ['one comes from another version', ([, ...rest]) => [answers('v1')[0]!, ...rest], /answered by v1/],
    ['one is an error', ([first, ...rest]) => [{ ...first!, status: 503 }, ...rest], /answered with 503/],
    [
      'one is missing',
      ([first, ...rest]) => [{ ...first!, status: 0, version: '' }, ...rest],
      /answered with 0/,
    ],
    [
      'the version in the body differs from the header',
      all => all.map(each => ({ ...each, body: answers('v1').find(a => a.path === each.path)!.body })),
      /body of \/version contains v1/,
    ],
    [
      'the configuration belongs to another version',
      all =>
        all.map(each =>
          each.path === '/config'
            ? { ...each, body: JSON.stringify({ greeting: 'v2', secret: secret('v1') }) }
            : each,
        ),
      /another configuration/,
    ],
    ['the body is another page', all => all.map(each => ({ ...each, body: '<!doctype html>' })), /<!doctype/],
  ])('disagree if %s', (_, change, sentence) => {
    expect(disagreements(change(answers('v2')), 'v2').join('\n')).toMatch(sentence);
  });

  it('disagree if a version answers and none should be live', () => {
    expect(disagreements(answers('v2'), undefined).join('\n')).toMatch(
      /no version should be live.*200 by v2/,
    );
  });

  it('report each difference once', () => {
    const wrong = disagreements(answers('v1'), 'v2');
    expect(new Set(wrong).size).toBe(wrong.length);
  });
});
