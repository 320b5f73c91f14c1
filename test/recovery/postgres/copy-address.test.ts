import { describe, expect, it } from 'vitest';
import { copyAddress } from '../../../src/recovery/postgres/copy-address.ts';
import { wording } from '../../wording.ts';

const at = (url: string | undefined) => copyAddress('REPORTS_URL', { REPORTS_URL: url });

describe('the address of a copy', () => {
  it.each<[string, object]>([
    [
      'postgresql://me:p%40ss@reports.example.com:6432/shop?sslmode=require',
      { database: 'shop', user: 'me', host: 'reports.example.com', port: 6432 },
    ],
    ['postgres://[::1]/shop', { database: 'shop', host: '::1' }],
    [
      'postgres://me@%2Frun%2Fpostgresql:5432/shop',
      { database: 'shop', user: 'me', host: '/run/postgresql', port: 5432 },
    ],
  ])('is read from %s', (url, connection) => {
    expect(at(url)).toMatchObject({ name: 'REPORTS_URL', connection });
  });

  it.each<[string, string | undefined]>([
    ['is not set', undefined],
    ['is no URL', 'p@ssword'],
    ['is another URL', 'mysql://me:p@ssword@x/shop'],
    ['has no database', 'postgresql://me:p@ssword@x'],
    ['has a path', 'postgresql://me:p@ssword@x/shop/more'],
    ['has a percent sign that encodes nothing', 'postgresql://me:p@ssword%@x/shop'],
    ['has an option that changes what is read', 'postgresql://me:p@ssword@x/shop?options=-crole%3Dadmin'],
  ])('is refused, without its password, if it %s', (_, url) => {
    expect(() => at(url)).toThrow(wording('REPORTS_URL'));
    try {
      at(url);
    } catch (error) {
      expect(String(error)).not.toContain('ssword@');
    }
  });
});
