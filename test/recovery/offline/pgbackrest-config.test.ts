import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { configures, withBucket } from '../../../src/recovery/offline/pgbackrest-config.ts';
import { wording } from '../../wording.ts';

const bucket = {
  ...{ url: 'https://s3.new.example:9000/found', region: 'eu-north-1' },
  ...{ accessKey: 'KEY', secretKey: 'SECRET' },
};
const text = `[global]
repo1-type=s3
repo1-path=/postgres
repo1-s3-bucket=near
repo1-s3-key=NEAR
repo1-cipher-pass=one
repo2-type=s3
repo2-path=/postgres
repo2-s3-endpoint=s3.old.example
repo2-s3-region=us-east-1
repo2-s3-bucket=far
repo2-s3-key=OLD
repo2-s3-key-secret=OLD-SECRET
repo2-s3-token=OLD-TOKEN
repo2-storage-ca-file=/etc/s3/ca.crt
repo2-cipher-type=aes-256-cbc
repo2-cipher-pass=two
archive-async=y

[main]
pg1-path=/data/pg
`;
const options = (config: string) =>
  Object.fromEntries(
    config.split('\n').flatMap(line => {
      const [, key, value] = /^(repo[^=]*)=(.*)$/.exec(line) ?? [];
      return key === undefined ? [] : [[key, value]];
    }),
  );

describe('the configuration of pgBackRest in a new place', () => {
  it('has only the archived repository, in the new bucket and with its own passphrase', () => {
    expect(options(withBucket(text, 2, bucket))).toEqual({
      'repo2-type': 's3',
      'repo2-path': '/postgres',
      'repo2-s3-endpoint': 's3.new.example:9000',
      'repo2-s3-region': 'eu-north-1',
      'repo2-s3-bucket': 'found',
      'repo2-s3-uri-style': 'path',
      'repo2-s3-key': 'KEY',
      'repo2-s3-key-secret': 'SECRET',
      'repo2-storage-ca-file': '/etc/s3/ca.crt',
      'repo2-cipher-type': 'aes-256-cbc',
      'repo2-cipher-pass': 'two',
    });
  });

  it('keeps options that are not of a repository, in their place', () => {
    const found = withBucket(text, 2, bucket);
    expect(found).toMatch(/^\[global\]\n/);
    expect(found).toContain('archive-async=y\n\n[main]\npg1-path=/data/pg\n');
    expect(found.indexOf('repo2-s3-key=')).toBeLessThan(found.indexOf('[main]'));
  });

  it('keeps no part of the old credentials', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[A-Za-z0-9+/=]{8,40}$/),
        fc.constantFrom('s3-key', 's3-token', 's3-role'),
        (value, option) => {
          const given = `[global]\nrepo1-${option}=${value}!\nrepo1-s3-bucket=b\n`;
          expect(withBucket(given, 1, bucket)).not.toContain(`${value}!`);
        },
      ),
    );
  });

  it('is refused where there is no such repository in a bucket', () => {
    expect(configures(text, 3)).toBe(false);
    expect(() => withBucket(text, 3, bucket)).toThrow(wording('3'));
    // Repository 12 is not repository 2.
    expect(configures('repo12-s3-bucket=x', 2)).toBe(false);
  });
});
