import { drillsOf } from '../../database/drills.ts';
import { kubectl } from '../../e2e/harness.ts';
import { finding, lookedAt, writeSegments } from './archive-defects.ts';
import type { Bed, Defect } from './defect.ts';
import { pgbackrestVerify } from './peers.ts';
import { requireGreen } from './stage.ts';

/** Defects of the way back: of the target, the key, and the place that is restored into. */

/**
 * The copies of a restore get another pgbackrest in front of the real one, as an image with a wrapper has: it changes what it is told.
 * Pods of the database are not touched. @param change lines of bash about `$each`, one of the arguments.
 */
async function withWrapper(
  { stage: { database, consumer } }: Bed,
  change: string,
): Promise<() => Promise<void>> {
  const script = `#!/bin/bash\nargs=()\nfor each; do\n${change}\nargs+=("$each")\ndone\nexec /usr/bin/pgbackrest "\${args[@]}"\n`;
  await database.kubectl(
    ['apply', '-f', '-'],
    JSON.stringify({
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'wrapper' },
      data: { pgbackrest: script },
    }),
  );
  const configuration = ['Secret/pgbackrest', 'ConfigMap/s3-authority'];
  const declare = (more: string[]) =>
    consumer.configure(config => {
      config.environments.production.recovery.databases.shop.configuration = [...configuration, ...more];
    });
  await declare(['ConfigMap/wrapper']);
  const fix = await withTemplate(database.namespace, spec => {
    const [container] = spec.containers;
    const path = '/wrapper:/usr/lib/postgresql/17/bin:/usr/sbin:/usr/bin:/sbin:/bin';
    container.env = [...container.env, { name: 'PATH', value: path }];
    container.volumeMounts.push({ name: 'wrapper', mountPath: '/wrapper' });
    spec.volumes.push({ name: 'wrapper', configMap: { name: 'wrapper', defaultMode: 0o755 } });
  });
  return async () => {
    await fix();
    await declare([]);
    await database.kubectl(['delete', 'configmap', 'wrapper']);
  };
}

// biome-ignore lint/suspicious/noExplicitAny: it is edited field by field, as a user would in an editor
type Template = any;

/** Changes what pods are made after, and none that is there. @returns what changes it back. */
async function withTemplate(
  namespace: string,
  change: (spec: Template) => void,
): Promise<() => Promise<void>> {
  const own = (args: string[], input?: string) => kubectl(['-n', namespace, ...args], input);
  const { spec } = JSON.parse(await own(['get', 'statefulset', 'db', '-o', 'json']));
  const put = async (template: Template) => {
    const patch = JSON.stringify([{ op: 'replace', path: '/spec/template/spec', value: template }]);
    await own(['patch', 'statefulset', 'db', '--type=json', '-p', patch]);
  };
  const before = structuredClone(spec.template.spec);
  change(spec.template.spec);
  await put(spec.template.spec);
  return () => put(before);
}

const later = async (milliseconds: number) => new Promise(resolve => setTimeout(resolve, milliseconds));

const targetIgnored: Defect = {
  name: 'PITR target ignored (a later set)',
  reason:
    /holds later changes|was not recovered from the backup|recovery stop point is before consistent recovery point/,
  seed: async bed => {
    const { database } = bed.stage;
    await later(1200);
    const at = Number((await database.sql('select extract(epoch from clock_timestamp()) * 1000'))[0]);
    const target = new Date(Math.floor(at)).toISOString();
    await later(1500);
    await database.sql(
      `insert into accounts (id, name, email) values (900001, 'late', 'late@mail.example')`,
      undefined,
      'shop',
    );
    await database.pgbackrest(['check']);
    await database.pgbackrest(['--repo=1', '--type=incr', 'backup']);
    await writeSegments(bed, 1);
    const labels = (await database.info(1)).backup.map(({ label }) => label);
    const newest = labels.at(-1) ?? '';
    const fix = await withWrapper(bed, `case $each in --set=*) each=--set=${newest};; esac`);
    const plainTarget = target.replace('T', ' ').replace('Z', '+00');
    return {
      ours: async () => finding('restore', await bed.stage.restore(target)),
      peers: {
        verify: () => pgbackrestVerify(database),
        plain: () =>
          bed.plain.restore({
            args: [`--set=${newest}`, '--type=time', `--target=${plainTarget}`, '--target-action=promote'],
          }),
      },
      fix: async () => {
        await fix();
        await database.sql('delete from accounts where id = 900001', undefined, 'shop');
      },
    };
  },
};

const overshoot: Defect = {
  name: 'overshoot by one transaction',
  reason: /ended \(after transaction \d+\) and ignored its target: just before transaction \d+/,
  seed: async bed => {
    const { database } = bed.stage;
    await later(1500);
    const [xid = ''] = await database.sql(
      `begin; select pg_current_xact_id(); delete from orders where account_id = 7; commit;`,
      undefined,
      'shop',
    );
    const at = new Date().toISOString();
    await writeSegments(bed, 1);
    const fix = await withWrapper(bed, `[ "$each" = --target-exclusive ] && continue`);
    return {
      ours: async () => finding('restore', await bed.stage.restore(`before xid:${xid}@${at}`)),
      peers: {
        verify: () => pgbackrestVerify(database),
        // What is inclusive by default is what people forget.
        plain: () =>
          bed.plain.restore({ args: ['--type=xid', `--target=${xid}`, '--target-action=promote'] }),
      },
      fix,
    };
  },
};

const key: Defect = {
  name: 'missing decryption key',
  reason: /repository 1 of main cannot be read: .*unable to load info file/,
  seed: async bed => {
    const { database } = bed.stage;
    const { data } = JSON.parse(await database.kubectl(['get', 'secret', 'pgbackrest', '-o', 'json']));
    const config = Buffer.from(data['pgbackrest.conf'], 'base64').toString();
    const stringData = { 'pgbackrest.conf': config.replaceAll(/cipher-pass=.*/g, 'cipher-pass=another') };
    const lost = { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'pgbackrest-lost' }, stringData };
    for (const namespace of [database.namespace, bed.plain.namespace])
      await kubectl(['-n', namespace, 'apply', '-f', '-'], JSON.stringify(lost));
    const declare = (name: string) =>
      bed.stage.consumer.configure(each => {
        const { shop } = each.environments.production.recovery.databases;
        shop.configuration = [`Secret/${name}`, 'ConfigMap/s3-authority'];
      });
    await declare('pgbackrest-lost');
    const fix = await withTemplate(database.namespace, spec => {
      const volume = spec.volumes.find(({ name }: { name: string }) => name === 'pgbackrest');
      volume.secret.secretName = 'pgbackrest-lost';
    });
    // What a set lacks is said before anything is read: this one has the key, and it is another.
    await requireGreen(bed.stage.backup('incremental'));
    return {
      ours: async () => finding('restore drill', await bed.stage.drill('restore')),
      peers: {
        // Where the database is the key is at hand.
        verify: () => pgbackrestVerify(database),
        plain: () => bed.plain.restore({ secret: 'pgbackrest-lost' }),
      },
      fix: async () => {
        await fix();
        await declare('pgbackrest');
        await database.kubectl(['delete', 'secret', 'pgbackrest-lost']);
        await requireGreen(bed.stage.backup('incremental'));
      },
    };
  },
};

const notEmpty: Defect = {
  name: 'restore into a namespace that is not empty',
  reason: /contains Secret\/old/,
  seed: async bed => {
    const namespace = drillsOf(bed.stage.database);
    await kubectl(['delete', 'namespace', namespace, '--ignore-not-found', '--wait']);
    await kubectl(['create', 'namespace', namespace]);
    await kubectl(['label', 'namespace', namespace, 'slipway.dev/drill-disposable=true']);
    const old = (where: string, verb: string) =>
      kubectl(['-n', where, verb, 'secret', ...(verb === 'create' ? ['generic'] : []), 'old']);
    await old(namespace, 'create');
    await old(bed.plain.namespace, 'create');
    return {
      ours: async () => finding('restore drill', await bed.stage.drill('restore')),
      peers: lookedAt(bed),
      fix: async () => {
        await old(bed.plain.namespace, 'delete');
        await kubectl(['delete', 'namespace', namespace, '--wait']);
      },
    };
  },
};

export const recoveryDefects = { targetIgnored, overshoot, key, notEmpty };
