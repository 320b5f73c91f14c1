import { describe, expect, it } from 'vitest';
import { alertRules } from '../../src/recovery/alerts.ts';
import { wording } from '../wording.ts';

const database = { incremental: 86_400_000 };
const rules = (databases: object, within: Parameters<typeof alertRules>[2], managed: object = {}) =>
  alertRules({ app: 'shop', namespace: 'shop-prod' }, { databases, managed } as never, within).groups[0]!
    .rules;

describe('the rules of alerts', () => {
  it('tell of backups and of each drill that stops, and of one that never was', () => {
    const databases = { shop: database, slow: { incremental: 7 * 86_400_000 } };
    const [backup, drill, ...more] = rules(databases, { zone: 907_200_000 });
    expect(backup).toMatchObject({
      alert: 'SlipwayBackupTooOld',
      expr: wording(
        'time()',
        'max(kube_lease_renew_time{namespace="shop-prod",lease="slipway-shop.backup.last"})',
        '> 129600',
        'absent(kube_lease_renew_time{namespace="shop-prod",lease="slipway-shop.backup.last"})',
      ),
    });
    expect(drill?.expr).toEqual(wording('> 907200'));
    expect(more.map(({ alert }) => alert)).toEqual(['SlipwayWalNotArchived', 'SlipwayWalPilesUp']);
  });

  it('tell of dumps that stop, and nothing of WAL where there is none of ours', () => {
    const [backup, ...more] = rules({}, {}, { shop: { every: 86_400_000 } });
    expect(backup?.expr).toEqual(wording('> 129600'));
    expect(more).toEqual([]);
  });

  it('speak of nothing that is not there', () => {
    expect(rules({}, {})).toEqual([]);
    expect(rules({}, { pod: 1000 }).map(({ alert }) => alert)).toEqual(['SlipwayDrillTooOld']);
  });
});
