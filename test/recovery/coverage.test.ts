import { describe, expect, it } from 'vitest';
import type { KubeObject } from '../../src/cluster/objects.ts';
import { judgeCoverage } from '../../src/recovery/coverage.ts';
import type { Locks } from '../../src/recovery/declared.ts';
import { recoveryOf } from '../config/configs.ts';
import { wording } from '../wording.ts';

const restic = (name: string) => `restic: {url: 'https://s3.example.com/${name}'}`;
const store = `store: {url: 'https://s3.example.com/sets'}`;
const disk = 'disk: {survives: region, offline: true, store: {folder: archive}}';
const near = `near: {survives: zone, pgbackrest: 1, ${restic('near')}}`;
const far = `far: {survives: region, locked: 30d, ${restic('far')}, ${store}}`;
const backupPod = `backup-pod: {image: 'ghcr.io/acme/restic@sha256:${'0'.repeat(64)}'}`;
const database = 'databases: {shop: {workload: StatefulSet/db, stanza: shop, database: shop, to: [near]}}';
const recipient = 'age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj';

const manifest = (kind: string, name: string, spec: object = {}) =>
  ({ apiVersion: 'v1', kind, metadata: { name }, spec }) as unknown as KubeObject;

const locked: Locks = new Map([['far', undefined]]);
const judged = (text: string, manifests: KubeObject[] = [], locks = locked) =>
  judgeCoverage(
    recoveryOf(`{repositories: {${near}, ${far}, ${disk}}, ${backupPod}, ${text}}`),
    manifests,
    locks,
  );
const rowOf = (what: string, ...args: Parameters<typeof judged>) =>
  judged(...args).find(each => each.what === what);

describe('a part that is not a database', () => {
  it('is covered by the declared mechanism, up to the largest loss that it survives', () => {
    const volumes = `volumes: {attachments: {to: [near, far]}, pg: {database: shop}, cache: {not-needed: it fills itself}}`;
    expect(judged(`${database}, ${volumes}, recipients: [${recipient}], images: {to: [disk]}`)).toEqual([
      { what: wording('attachments'), by: wording('near', 'far'), survives: 'total' },
      { what: wording('pg'), by: wording('shop') },
      { what: wording('cache'), by: wording('it fills itself') },
      { what: wording(), by: wording('far', 'disk'), survives: 'total' },
      { what: 'secrets', by: wording('far', 'disk'), survives: 'total' },
      { what: 'images', by: wording('disk') },
    ]);
  });

  it('is lost with everything where no repository is both far and locked or offline', () => {
    expect(rowOf('volume attachments', 'volumes: {attachments: {to: [near]}}')).toMatchObject({
      survives: 'zone',
      gap: { problem: wording() },
    });
    const uploads = `buckets: {uploads: {url: 'https://s3.example.com/uploads', to: [near]}}`;
    expect(rowOf('bucket uploads', uploads)).toMatchObject({ by: 'restic to near', survives: 'zone' });
  });

  it('recovery 10: is lost with everything where the store does not confirm the lock of that repository', () => {
    const volumes = 'volumes: {attachments: {to: [near, far]}}';
    expect(rowOf('volume attachments', volumes, [], new Map())).toMatchObject({
      survives: 'region',
      gap: { problem: wording('far') },
    });
    const open = new Map([['far', { problem: 'nothing is locked', help: 'lock it' }]]);
    expect(rowOf('volume attachments', volumes, [], open)).toMatchObject({
      survives: 'region',
      gap: { problem: wording('nothing is locked'), help: 'lock it' },
    });
  });

  it('is not covered where no key could open it', () => {
    expect(rowOf('secrets', database)?.gap?.problem).toEqual(wording());
  });

  it('is not covered when it is an undeclared PVC of the manifests', () => {
    const template = { volumeClaimTemplates: [{ metadata: { name: 'data' } }] };
    const manifests = [
      manifest('PersistentVolumeClaim', 'logs'),
      manifest('PersistentVolumeClaim', 'attachments'),
      manifest('StatefulSet', 'db', template),
      manifest('StatefulSet', 'queue', template),
    ];
    const rows = judged(`${database}, volumes: {attachments: {to: [far]}}`, manifests);
    expect(rows.filter(({ by }) => by === '').map(({ what }) => what)).toEqual([
      wording('data-queue'),
      wording('logs'),
      'secrets',
    ]);
    expect(rows.find(({ what }) => what === 'volume logs')?.gap?.help).toEqual(wording('volumes'));
  });

  it('is covered as a PVC that the Deployment of a database mounts: which PVC holds the data is known at backup time', () => {
    const volumes = [{ name: 'data', persistentVolumeClaim: { claimName: 'pgdata' } }];
    const manifests = [
      manifest('PersistentVolumeClaim', 'pgdata'),
      manifest('Deployment', 'db', { template: { spec: { volumes } } }),
    ];
    const deployment = database.replace('StatefulSet/db', 'Deployment/db');
    expect(judged(deployment, manifests).map(({ what }) => what)).not.toContain('volume pgdata');
  });
});
