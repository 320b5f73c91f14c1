import { describe, expect, it } from 'vitest';
import { addressesOf } from '../../src/verify/addresses.ts';
import { wording } from '../wording.ts';

const at = (address: string) => ({ base: new URL(`https://${address}`), host: 'shop.example.com' });
const many = (count: number) => Array.from({ length: count }, (_, n) => `192.0.2.${n}`);

describe('the addresses', () => {
  it('with `all` are the addresses of the host, and not of the Gateway', async () => {
    const asked: string[] = [];
    const resolve = async (host: string) => {
      asked.push(host);
      return ['192.0.2.1', '192.0.2.2'];
    };
    const found = await addressesOf({ addresses: 'all' }, [at('10.0.0.1'), at('10.0.0.2')], resolve);
    expect(asked).toEqual(['shop.example.com']);
    expect(found.map(({ name, place }) => [name, place.host])).toEqual([
      ['192.0.2.1', 'shop.example.com'],
      ['192.0.2.2', 'shop.example.com'],
    ]);
    await addressesOf({ addresses: 'all' }, [{ base: new URL('https://shop.test:8443') }], resolve);
    expect(asked.at(-1)).toBe('shop.test');
  });

  it('of a host that has none are refused in one sentence', async () => {
    const nowhere = { base: new URL('https://nowhere.invalid') };
    await expect(addressesOf({ addresses: 'all' }, [nowhere])).rejects.toEqual(wording('nowhere.invalid'));
  });

  it('are refused when they are more than are asked', async () => {
    const [first = '', ...more] = many(21).map(at);
    const resolve = async () => many(21);
    await expect(addressesOf({}, [first, ...more] as never)).rejects.toEqual(wording('21', '20'));
    await expect(addressesOf({ addresses: 'all' }, [at('10.0.0.1')], resolve)).rejects.toEqual(
      wording('21', '20'),
    );
    expect(await addressesOf({}, [first, ...more.slice(1)] as never)).toHaveLength(20);
  });
});
