import { drillOn, script } from '../../database/drilling.ts';
import { finding, lookedAt } from './archive-defects.ts';
import type { Defect } from './defect.ts';

/** Defects of what serves: of its replication, and of what its probes do not ask. */

const probeGreen: Defect = {
  name: 'probe green, writes fail',
  reason: /permission denied for table records/,
  seed: async bed => {
    const { database, consumer } = bed.stage;
    const deadline = (text: string) =>
      consumer.configure(config => {
        config.environments.production.recovery.drills.deadline = text;
      });
    await database.sql('revoke insert on records from shop', undefined, 'shop');
    await database.pgbackrest(['check']);
    await deadline('15s');
    return {
      ours: async () => finding('restore drill', await bed.stage.drill('restore')),
      peers: lookedAt(bed),
      fix: async () => {
        await database.sql('grant insert on records to shop', undefined, 'shop');
        await deadline('2m');
      },
    };
  },
};

const asynchronous: Defect = {
  name: 'async replica lost acknowledged writes',
  reason: /of writes were lost \(\d+ of \d+ acknowledged markers\)/,
  seed: async bed => {
    const { database, records, cluster } = bed.stage;
    const settings = JSON.stringify({ maximum_lag_on_failover: 64 << 20 });
    const patroni = 'http://localhost:8008/config';
    await database.exec(await database.primary(), ['curl', '-fsS', '-X', 'PATCH', '-d', settings, patroni]);
    await database.synchronous('async');
    const off = { run: script('power.ts', 'off-behind'), fix: script('power.ts', 'on') };
    return {
      ours: async () => {
        const place = {
          namespace: database.namespace,
          records,
          breaks: 'node',
          commands: { node: off },
        } as const;
        const report = await drillOn(cluster, place, () => undefined);
        return { by: 'node drill', text: report.verdict === 'pass' ? '' : report.reasons.join('\n') };
      },
      peers: lookedAt(bed),
      fix: async () => {
        await database.whole(180_000);
        await database.synchronous('sync');
      },
    };
  },
};

export const serviceDefects = { probeGreen, asynchronous };
