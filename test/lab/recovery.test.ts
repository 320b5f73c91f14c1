import { describe, expect, it } from 'vitest';
import { policy } from '../../lab/bucket.ts';
import { finishScript } from '../../lab/database-image.ts';
import { labOf } from '../../lab/lab.ts';
import { s3, storeHost, storeObjects } from '../../lab/s3.ts';

const lab = labOf('test', '/c');

describe('the object stores', () => {
  it('share only their certificate', () => {
    const [near, far] = [s3(lab, 'near'), s3(lab, 'far')];
    expect(near.name).not.toBe(far.name);
    const both = near.command.filter(word => far.command.includes(word));
    expect(both.filter(word => word.startsWith('/c'))).toEqual([
      '/c/labs/test/pki/s3.crt',
      '/c/labs/test/pki/s3.key',
    ]);
  });

  it('do not show the keys of their administrators in the process list', () => {
    expect(s3(lab, 'far').command.join(' ')).not.toMatch(/--(access|secret)/);
  });

  it('have the names from their certificate in the cluster', () => {
    const services = storeObjects().map(([path]) => path);
    expect(services).toContain('/api/v1/namespaces/s3/services/far');
    expect(storeHost('far')).toBe('far.s3.svc.cluster.local');
  });
});

describe('the account of backups in the far store', () => {
  const { Statement } = JSON.parse(policy({ store: 'far', name: 'b', access: 'writer', secret: '' })) as {
    Statement: { Action: string[]; Resource: string }[];
  };

  it('may not delete objects, and may set their retention, which COMPLIANCE never shortens', () => {
    const harmful = Statement.flatMap(({ Action, Resource }) =>
      Action.filter(action => /Delete|Bypass|LegalHold|Policy|\*/.test(action)).map(
        action => `${action} ${Resource}`,
      ),
    );
    // pgBackRest's link, which never exists in an object store.
    expect(harmful).toEqual(['s3:DeleteObject arn:aws:s3:::b/*/latest']);
  });

  it('may list the bucket, and read and write objects in it', () => {
    expect(Statement.find(({ Resource }) => Resource === 'arn:aws:s3:::b')?.Action).toContain(
      's3:ListBucket',
    );
    const objects = Statement.find(({ Resource }) => Resource === 'arn:aws:s3:::b/*')?.Action;
    expect(objects).toEqual(expect.arrayContaining(['s3:GetObject', 's3:PutObject']));
    expect(objects).not.toContain('s3:ListBucket');
  });
});

describe('the database image', () => {
  it('is finished inside its own root, with absolute paths of removed files', () => {
    const removed = finishScript()
      .split('\n')
      .find(line => line.startsWith('rm '));
    expect(removed).toContain(' /var/lib/postgresql/17 ');
    // Without a match a shell passes the pattern itself; no pattern may match a whole tree that programs need.
    for (const path of removed?.split(' ').slice(2) ?? []) expect(path.split('/').length).toBeGreaterThan(2);
  });
});
