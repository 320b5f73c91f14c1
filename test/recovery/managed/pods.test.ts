import { describe, expect, it } from 'vitest';
import { localExec } from '../../../src/recovery/exec.ts';
import { backupPodManifest } from '../../../src/recovery/files/backup-pod.ts';
import { connectionEnvironment, type ManagedSettings } from '../../../src/recovery/managed/connection.ts';
import {
  loading,
  makeCluster,
  makeDatabase,
  managedConfiguration,
  managedTemplate,
} from '../../../src/recovery/managed/copy.ts';
import { copyPod } from '../../../src/recovery/postgres/copy-pod.ts';

const declared: ManagedSettings = {
  ...{ host: 'db.example.com', port: 5432, database: 'shop', user: 'backup', secret: 'shop-db', key: 'pass' },
  ...{ sslmode: 'verify-full', to: ['near'], every: 86_400_000, replicas: [] },
};
const valuesOf = (changes: Partial<ManagedSettings> = {}) =>
  Object.fromEntries(
    connectionEnvironment({ ...declared, ...changes }).map(({ name, value }) => [name, value]),
  );
const image = `r.example/postgres@sha256:${'0'.repeat(64)}`;

describe('the pod that reads a database', () => {
  it('gets the password from its Secret, and no text of ours contains it', () => {
    expect(connectionEnvironment(declared)).toContainEqual({
      name: 'PGPASSWORD',
      valueFrom: { secretKeyRef: { name: 'shop-db', key: 'pass' } },
    });
  });

  it('verifies the certificate of the server, by its configured CA or by those of the system', () => {
    expect(valuesOf()).toMatchObject({ PGSSLMODE: 'verify-full', PGSSLROOTCERT: 'system' });
    expect(valuesOf({ 'ca-configmap': 'rds' }).PGSSLROOTCERT).toBe('/database/ca.crt');
    expect(valuesOf({ sslmode: 'require' })).not.toHaveProperty('PGSSLROOTCERT');
  });

  it('gets names unchanged, whatever Kubernetes would expand in them', () => {
    expect(valuesOf({ user: 'a$(PGPASSWORD)b' }).PGUSER).toBe('a$$(PGPASSWORD)b');
  });

  it('mounts no PVC, has no privileges of root, and trusts both CAs', () => {
    const env = connectionEnvironment(declared);
    // biome-ignore lint/suspicious/noExplicitAny: looked at field by field
    const { containers, volumes }: any = backupPodManifest({
      ...{ namespace: 'shop', name: 'slipway-dump-shop', image, writes: false, deadline: 60, env },
      ...{ ca: 'store', databaseCa: 'rds' },
    }).spec;
    expect(containers[0].securityContext.capabilities).toEqual({ drop: ['ALL'] });
    expect(containers[0].env).toEqual(env);
    expect(volumes).toEqual([
      { name: 'cache', emptyDir: {} },
      { name: 'ca', configMap: { name: 'store' } },
      { name: 'database', configMap: { name: 'rds' } },
    ]);
    const paths = containers[0].volumeMounts.map((each: { mountPath: string }) => each.mountPath);
    expect(paths).toEqual(['/cache', '/tmp', '/ca', '/database']);
  });
});

describe('the pod into which a dump is restored', () => {
  const backupPod = { image, 'ca-configmap': 'store' };
  const pod = (changes: object = {}) =>
    copyPod({
      ...{
        name: 'shop-managed',
        namespace: 'copy',
        labels: {},
        volume: { name: 'slipway-data', emptyDir: {} },
      },
      template: managedTemplate(declared, { ...backupPod, ...changes }),
      configuration: managedConfiguration(declared, backupPod),
    }).spec;

  it('runs as the user of its image or the configured one, and never as root', () => {
    expect(pod()?.securityContext).toMatchObject({ runAsNonRoot: true });
    expect(pod()?.securityContext).not.toHaveProperty('runAsUser');
    expect(pod({ user: 999 })?.securityContext).toMatchObject({ runAsNonRoot: true, runAsUser: 999 });
  });

  it('has the password of the original and the CA of restic, but no address of the original', () => {
    const [container] = pod()?.containers ?? [];
    expect(container?.env?.map(({ name }) => name)).toEqual([
      ...['SLIPWAY_USER', 'SLIPWAY_DATABASE', 'SLIPWAY_PASSWORD', 'PGBACKREST_SPOOL_PATH'],
    ]);
    expect(container?.volumeMounts?.map(({ mountPath }) => mountPath)).toContain('/ca');
    expect(JSON.stringify(pod())).not.toContain('db.example.com');
  });

  it('stores texts with the same bytes', () => {
    expect(makeCluster('UTF8').slice(-2)).toEqual(['UTF8', 'C.UTF-8']);
    expect(makeCluster('LATIN1').slice(-2)).toEqual(['LATIN1', 'C']);
  });

  it('gets the roles that its dump names, whatever their names contain', () => {
    const [roles = '', database = ''] = makeDatabase('shop', [`o'"x`]).split(' \\gexec\n');
    expect(roles).toContain(`json_array_elements_text(E'["o''\\\\"x"]') wanted (role)`);
    expect(database).toContain(`format('create database %I template template0', E'shop')`);
  });

  it('is filled by scripts that a shell can parse', async () => {
    for (const script of [makeCluster('UTF8')[2] ?? '', loading]) {
      const { code, stderr } = await localExec(process.env)(['sh', '-n', '-c', script]);
      expect([code, stderr]).toEqual([0, '']);
    }
  });
});
