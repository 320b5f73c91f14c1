import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { RegistryClient } from '../../src/registry/client.ts';
import { wording } from '../wording.ts';
import { putImage, type Store, startStore } from './store.ts';

const registry = new RegistryClient({ credentials: async () => undefined, sleep: async () => {} });
let store: Store;
beforeEach(async () => {
  store = await startStore();
  putImage(store, 'shop', 'amd64', 'one', '1.0.0');
});
afterEach(() => store.close());
const tags = () => registry.tags(`${store.host}/shop`);
/** Two pages: the first names the second with this header, and the second has this status. */
const inPages = (link: string, status: number) => {
  store.intercept = (request, answer) => {
    if (!request.url?.includes('/tags/list')) return false;
    if (request.url.includes('last=')) answer.writeHead(status).end('{"tags": ["2.0.0"]}');
    else answer.writeHead(200, { Link: link }).end('{"tags": ["1.0.0"]}');
    return true;
  };
};

describe('the tags of a repository', () => {
  it('are empty where there is no repository', async () => {
    expect(await registry.tags(`${store.host}/nowhere`)).toEqual([]);
  });

  it.each([
    ['its whole path', '</v2/shop/tags/list?n=1000&last=1.0.0>; rel="next"'],
    ['an address with another host', '<http://internal:5000/v2/shop/tags/list?last=1.0.0>; rel="next"'],
    ['the rest of its address', '<?n=1000&last=1.0.0>; rel=next'],
    ['a name beside it', '<list?last=1.0.0>; rel="next"'],
  ])('are those of all pages, the next named by %s', async (_, link) => {
    inPages(link, 200);
    expect(await tags()).toEqual(['1.0.0', '2.0.0']);
  });

  it.each([
    ['leads elsewhere', '</v2/other/tags/list?last=1.0.0>; rel="next"', 200, wording('shop')],
    ['does not exist', '<?last=1.0.0>; rel="next"', 404, wording('404', 'shop')],
    ['is refused', '<?last=1.0.0>; rel="next"', 400, wording('400', 'shop')],
  ])('are not only those of the first page when the next one %s', async (_, link, status, sentence) => {
    inPages(link, status);
    await expect(tags()).rejects.toThrow(sentence);
  });
});
