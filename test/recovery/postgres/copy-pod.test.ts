import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import type { PodSpec } from '../../../src/cluster/objects.ts';
import { type CopyPod, copyPod, openCopy } from '../../../src/recovery/postgres/copy-pod.ts';
import { wording } from '../../wording.ts';

const template: PodSpec = {
  serviceAccountName: 'db',
  nodeSelector: { disk: 'fast' },
  securityContext: { runAsUser: 5432 },
  initContainers: [{ name: 'chown', image: 'tools' }],
  containers: [
    { name: 'exporter', image: 'exporter:1' },
    {
      name: 'postgres',
      image: 'postgres:17',
      command: ['patroni'],
      resources: { limits: { memory: '1Gi' } },
      env: [
        { name: 'LANG', value: 'C' },
        { name: 'PASSWORD', valueFrom: { secretKeyRef: { name: 'passwords', key: 'postgres' } } },
        {
          name: 'PGBACKREST_REPO1_CIPHER_PASS',
          valueFrom: { secretKeyRef: { name: 'pgbackrest', key: 'pass' } },
        },
        { name: 'POD', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } },
      ],
      volumeMounts: [
        { name: 'data', mountPath: '/data' },
        { name: 'config', mountPath: '/etc/pgbackrest' },
        { name: 'patroni', mountPath: '/etc/patroni' },
      ],
      livenessProbe: { exec: { command: ['patronictl'] } },
    },
  ],
  volumes: [
    { name: 'config', secret: { secretName: 'pgbackrest' } },
    { name: 'patroni', configMap: { name: 'patroni' } },
    { name: 'data', persistentVolumeClaim: { claimName: 'data' } },
  ],
};
const copy = (changes: Partial<CopyPod> = {}) =>
  copyPod({
    ...{ name: 'shop-copy', namespace: 'scratch', labels: { a: 'b' }, template, container: 'postgres' },
    configuration: [{ kind: 'Secret', name: 'pgbackrest' }],
    volume: { name: 'slipway-data', emptyDir: {} },
    ...changes,
  });

describe('the pod of a copy', () => {
  it('has the image, the configuration and the resources of the original, but no high-availability manager', () => {
    const { spec } = copy();
    expect(spec).not.toHaveProperty('hostname');
    expect(copy({ hostname: 'slipway-1' }).spec?.hostname).toBe('slipway-1');
    expect(spec).toMatchObject({
      restartPolicy: 'Never',
      automountServiceAccountToken: false,
      nodeSelector: { disk: 'fast' },
      securityContext: { runAsUser: 5432 },
    });
    expect(spec?.serviceAccountName).toBeUndefined();
    expect(spec?.initContainers).toBeUndefined();
    const [container, ...more] = spec?.containers ?? [];
    expect(more).toEqual([]);
    expect(container).toMatchObject({ image: 'postgres:17', resources: { limits: { memory: '1Gi' } } });
    expect(container?.livenessProbe).toBeUndefined();
    expect(container?.env?.map(({ name }) => name)).toEqual([
      'LANG',
      'PGBACKREST_REPO1_CIPHER_PASS',
      'POD',
      'PGBACKREST_SPOOL_PATH',
    ]);
    expect(container?.volumeMounts?.map(({ name }) => name)).toEqual([
      'config',
      'slipway-data',
      'slipway-run',
    ]);
    expect(spec?.volumes?.map(({ name }) => name)).toEqual(['config', 'slipway-data', 'slipway-run']);
  });

  it('turns off settings that a copy must not have', () => {
    const [, , script = '', , ...given] = copy().spec?.containers[0]?.command ?? [];
    expect(given).toEqual(['/slipway/data/pg', 'off', 'open']);
    for (const setting of [
      'archive_mode=$archive',
      'archive_command=false',
      'synchronous_standby_names=',
      'primary_conninfo=',
    ])
      expect(script).toContain(`-c ${setting} `);
  });

  it('recovery 5: listens only on its Unix socket until it is opened, and keeps no old WAL, if it is closed', async () => {
    const dir = await mkdtemp(join(tmpdir(), 'copy-'));
    // A server that prints its arguments and ends at once; it is restarted while `.again` exists.
    const programs = join(dir, 'bin');
    await mkdir(programs);
    await writeFile(
      join(programs, 'postgres'),
      `#!/bin/sh\nfor each; do case "$each" in listen_addresses=*|wal_*) printf '%s\\n' "$each" ;; esac; done\n` +
        `if [ "$(cat "${dir}/begun" 2> /dev/null)" = '' ]; then echo 1 > "${dir}/begun"; touch ${dir}/data.again; [ "$OPENS" = no ] || touch ${dir}/data.open; fi\n`,
      { mode: 0o755 },
    );
    const listens = async (closed: boolean, opens: boolean) => {
      const data = join(dir, 'data');
      await rm(join(dir, 'begun'), { force: true });
      await mkdir(data, { recursive: true });
      for (const file of ['postgresql.conf', 'pg_hba.conf', 'pg_ident.conf'])
        await writeFile(join(data, file), '');
      // An orphan of another copy on the same volume.
      for (const file of ['data.ready', 'data.open']) await writeFile(join(dir, file), '');
      const [, , script = '', name = '', , archives = '', access = ''] =
        copy({ closed }).spec?.containers[0]?.command ?? [];
      const command = [
        '-ec',
        script.replaceAll('/slipway/run', join(dir, 'run')),
        name,
        data,
        archives,
        access,
      ];
      const env = { PATH: `${programs}:${process.env.PATH}`, OPENS: opens ? 'yes' : 'no' };
      return (await promisify(execFile)('/bin/sh', command, { env })).stdout.trim().split('\n');
    };
    // No WAL with originals is left where the copy is masked.
    const wal = ['wal_recycle=off', 'wal_keep_size=0'];
    expect(await listens(true, false)).toEqual([...wal, 'listen_addresses=', ...wal, 'listen_addresses=']);
    expect(await listens(true, true)).toEqual([...wal, 'listen_addresses=', ...wal, 'listen_addresses=*']);
    expect(await listens(false, false)).toEqual(['listen_addresses=*', 'listen_addresses=*']);
    expect(openCopy('/d').at(-1)).toBe('/d');
    await rm(dir, { recursive: true });
  });

  it('keeps its WAL until it is archived, if it replaces the original', () => {
    const place = { folder: 'pgroot/data', archives: true };
    const command = copy({ place }).spec?.containers[0]?.command ?? [];
    expect(command.slice(4)).toEqual(['/slipway/data/pgroot/data', 'on', 'open']);
  });

  it('is made from the first container unless one is named, and never from a missing one', () => {
    const { container: _, ...first } = { container: 1 };
    expect(
      copyPod({
        ...{ name: 'c', namespace: 's', labels: {}, template, configuration: [] },
        ...first,
        volume: { name: 'v' },
      }).spec?.containers[0]?.image,
    ).toBe('exporter:1');
    expect(() => copy({ container: 'mysql' })).toThrow(wording('mysql'));
  });

  it('mounts a projected volume only if all of it is configuration', () => {
    const projected = (names: string[]): PodSpec => ({
      ...template,
      volumes: [{ name: 'config', projected: { sources: names.map(name => ({ secret: { name } })) } }],
    });
    const volumes = (names: string[]) =>
      copy({ template: projected(names) }).spec?.volumes?.map(({ name }) => name);
    expect(volumes(['pgbackrest'])).toContain('config');
    expect(volumes(['pgbackrest', 'passwords'])).not.toContain('config');
    expect(volumes([])).not.toContain('config');
  });
});
