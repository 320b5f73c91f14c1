import { describe, expect, it } from 'vitest';
import { sha256Of } from '../../src/recovery/checksum.ts';
import type { LevelCheck } from '../../src/recovery/levels.ts';
import { backupSummary, type ReportedBackup, rowsOf } from '../../src/report/backup.ts';
import { database, managed, manifest, table } from '../recovery/backups.ts';
import { wording } from '../wording.ts';

const passed: LevelCheck = { level: 'L1', what: 'files in near', state: 'passed', sentence: 'all is there' };
const files = { count: 306, bytes: 20_000_000, hash: sha256Of('x'), unsettled: 2, backups: [] };

const facts = (changes: Partial<ReportedBackup> = {}): ReportedBackup => ({
  ...{
    app: 'shop',
    environment: 'production',
    set: '20261126T031700Z',
    ...{ signed: true, written: true },
    stores: ['near', 'far'],
  },
  manifest: manifest({
    volumes: [
      { namespace: 'shop', pvc: 'data-db-0', covered: 'database' },
      { namespace: 'shop', pvc: 'attachments', covered: 'files', files },
      { namespace: 'shop', pvc: 'cache-web-0', covered: 'not-needed' },
      { namespace: 'shop', pvc: 'logs', covered: 'not' },
    ],
    sealedObjects: ['ConfigMap shop/keys'],
  }),
  backups: {
    shop: ['near: 20261126-031700F, full, 12 MB'],
    'shop/attachments': ['near: 1a2b3c4d, 5.0 MB added', 'far: 5e6f7a8b, 5.0 MB added'],
    'bucket/uploads': ['near: 9c0d1e2f, 1.0 MB added'],
  },
  levelChecks: [passed],
  drift: [],
  notNeeded: { 'cache-web': 'it fills itself' },
  notes: [],
  problems: [],
  growth: [],
  ...changes,
});

describe('the summary of a backup', () => {
  it('names the tables that were counted in a sample (recovery 7)', () => {
    const databases = [database({ tables: [table('users'), table('orders', { rows: 1234, sampled: 5 })] })];
    const sampled = facts({ manifest: manifest({ databases }) });
    expect(rowsOf(sampled)[0]?.[2]).toBe('2 tables, 1,354 rows, 1 table in a sample');
    expect(backupSummary(sampled)).toContain('1,234 in 5 % of its blocks');
  });

  it('has a row for each part: where it is stored, its amount, and its proof', () => {
    expect(rowsOf(facts()).map(row => row.slice(0, 3))).toEqual([
      ['database shop', 'near: 20261126-031700F', '2 tables, 240 rows'],
      ['volume shop/data-db-0', 'with the database', ''],
      ['volume shop/attachments', 'near: 1a2b3c4d; far: 5e6f7a8b', '306 files, 20.0 MB'],
      ['volume shop/cache-web-0', 'in no backup', ''],
      ['volume shop/logs', '❌ nowhere', ''],
      ['bucket uploads', 'near: 9c0d1e2f', '500 objects, 1.0 MB'],
      ['objects of the cluster', wording('near', 'far'), wording('10 objects', '2 kinds', '1')],
      ['secrets', wording('near', 'far', 'encrypted'), '2 Secrets'],
      ['images', wording('digest'), '1 image'],
    ]);
    const proof = (what: string) => rowsOf(facts()).find(([name]) => name === what)?.[3];
    expect(proof('volume shop/attachments')).toEqual(wording('SHA-256', '2'));
    expect(proof('volume shop/cache-web-0')).toBe('not needed: it fills itself');
  });

  it('has a row for a database outside of the cluster', () => {
    const outside = facts({
      manifest: manifest({ databases: [], managed: [managed({ name: 'orders' })] }),
      backups: { 'managed/orders': ['near: 1a2b3c4d, 3.0 MB dumped, 1.0 MB added'] },
    });
    expect(rowsOf(outside)[0]).toEqual([
      ...['managed database orders', 'near: 1a2b3c4d', '2 tables, 240 rows'],
      wording('17.2'),
    ]);
  });

  it('claims no proof for a failed check', () => {
    const failed: LevelCheck = { ...passed, state: 'failed', sentence: 'a pack is missing' };
    const rows = rowsOf(facts({ levelChecks: [failed], problems: ['files in near: a pack is missing'] }));
    const passing = rowsOf(facts()).map(row => row[3]);
    const changed = rows.filter((row, index) => row[3] !== passing[index]);
    expect(changed.map(([name]) => name)).toEqual([
      'database shop',
      'volume shop/attachments',
      'bucket uploads',
    ]);
    const open = wording();
    for (const row of changed) expect(row[3]).toEqual(open);
  });

  it('says when images were copied', () => {
    const copied: LevelCheck = { level: 'L1', what: 'images in safe', state: 'passed', sentence: 'all' };
    expect(rowsOf(facts({ levelChecks: [copied] })).at(-1)).toEqual([
      ...['images', wording(), '1 image', wording()],
    ]);
  });

  it('lists changes in the cluster, says that there are none, or nothing without a previous set', () => {
    const first = backupSummary(facts({ drift: undefined })).split('\n');
    const lines = backupSummary(facts()).split('\n');
    expect(lines.filter(line => !first.includes(line))).toEqual([wording()]);
    expect(backupSummary(facts({ drift: ['Service shop/web is missing'] }))).toContain(
      '- Service shop/web is missing',
    );
    const many = Array.from({ length: 25 }, (_, index) => `ConfigMap shop/${index} is missing`);
    expect(backupSummary(facts({ drift: many }))).toContain('… and 5 more');
  });

  it('begins with why the backup does not count', () => {
    const text = backupSummary(facts({ problems: ['nothing covers the volume shop/logs'], written: false }));
    const [head, , why] = text.split('\n');
    expect(head).toEqual(wording('❌', 'shop', 'production'));
    expect(why).toBe('- nothing covers the volume shop/logs');
    const kept = backupSummary(facts()).split('\n');
    expect(text.split('\n').filter(line => !kept.includes(line))).toEqual([head, why, wording()]);
    const written = backupSummary(facts({ problems: ['its lock is in doubt'] }));
    expect(written.split('\n').filter(line => !kept.includes(line))).toHaveLength(2);
  });

  it('recovery 3: is red when a repository only grows, although the backup counts', () => {
    const text = backupSummary(facts({ growth: ['near: 20261017-120000F was not removed'] }));
    const [head, , why] = text.split('\n');
    expect(head).toEqual(wording('❌', 'shop', 'production', '20261126T031700Z'));
    expect(why).toBe('- near: 20261017-120000F was not removed');
    const kept = backupSummary(facts()).split('\n');
    expect(text.split('\n').filter(line => !kept.includes(line))).toEqual([head, why]);
  });
});
