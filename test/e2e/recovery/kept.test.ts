import { writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Pod } from '../../../src/cluster/objects.ts';
import { type Cluster, connect } from '../../../src/cluster/port.ts';
import { pathOf, resources } from '../../../src/cluster/resources.ts';
import { parseReference } from '../../../src/image/reference.ts';
import { applyExport } from '../../../src/recovery/cluster-objects/applying.ts';
import { drift } from '../../../src/recovery/cluster-objects/drift.ts';
import {
  exportNamespace,
  formatExport,
  parseExport,
} from '../../../src/recovery/cluster-objects/exporting.ts';
import { movedTo } from '../../../src/recovery/cluster-objects/portable.ts';
import { checkImages, restoreImages, runningImages, saveImages } from '../../../src/recovery/images.ts';
import { blobPath, readKept } from '../../../src/recovery/images-folder.ts';
import { decryptAge, encryptAge, parseIdentities } from '../../../src/recovery/sealing.ts';
import { openSecrets, sealSecrets } from '../../../src/recovery/secrets.ts';
import { RegistryClient } from '../../../src/registry/client.ts';
import { around, made } from '../../recovery/cluster-objects/made.ts';
import { eventually, kubectl } from '../harness.ts';
import { needs } from '../needs.ts';
import { image, list, type RunningBackupPod, startBackupPod } from './backup-pod.ts';

needs('recovery');

/** Secrets, objects of the cluster and images, with the real age, API server and registry. */

let backupPod: RunningBackupPod;
let cluster: Cluster;
let folder: string;
let sh: RunningBackupPod['sh'];
let namespace: string;
let group: string;

beforeAll(async () => {
  cluster = await connect();
  folder = await mkdtemp(join(tmpdir(), 'kept-'));
  backupPod = await startBackupPod('kept');
  ({ sh, namespace } = backupPod);
  group = `${namespace}.example`;
});
afterAll(async () => {
  await kubectl(['delete', 'namespace', `${namespace}-shop`, `${namespace}-copy`, '--ignore-not-found']);
  await kubectl([
    'delete',
    `clusterrole/${namespace}-shop`,
    `clusterrolebinding/${namespace}-shop`,
    '--ignore-not-found',
  ]);
  await kubectl(['delete', `crd/baskets.${group}`, '--ignore-not-found']);
  await backupPod?.remove();
  await rm(folder, { recursive: true, force: true });
  await cluster.close();
});

describe('secrets', () => {
  it('are opened by the program age, and what it encrypts is opened here', async () => {
    await kubectl([
      '-n',
      namespace,
      'create',
      'secret',
      'generic',
      'login',
      '--from-literal=password=hunter2hunter2',
    ]);
    const key = await sh('age-keygen 2> /dev/null');
    const [identity = ''] = parseIdentities(key);
    const recipient = /public key: (\S+)/.exec(key)?.[1] ?? '';
    const sealed = await sealSecrets(cluster, namespace, ['login'], [recipient]);
    expect(sealed.names).toEqual([`${namespace}/login`]);
    expect(Buffer.from(sealed.file).toString('latin1')).not.toContain(
      Buffer.from('hunter2').toString('base64'),
    );
    const script =
      'cd /tmp; IFS= read -r key; printf "%s\\n" "$key" > key; base64 -d > sealed; age --decrypt -i key sealed';
    const opened = await sh(script, `${identity}\n${Buffer.from(sealed.file).toString('base64')}\n`);
    expect(parseExport(opened)).toEqual(await openSecrets(sealed.file, [identity]));
    expect(parseExport(opened)).toMatchObject([
      {
        kind: 'Secret',
        metadata: { name: 'login' },
        data: { password: Buffer.from('hunter2hunter2').toString('base64') },
      },
    ]);
    const theirs = await sh(`printf 'from age' | age --encrypt -r ${recipient} | base64`);
    expect(Buffer.from(await decryptAge(Buffer.from(theirs, 'base64'), [identity])).toString()).toBe(
      'from age',
    );
    await expect(
      decryptAge(await encryptAge('x', [recipient]), parseIdentities(await sh('age-keygen 2> /dev/null'))),
    ).rejects.toThrow('the key does not decrypt the encrypted file');
    await expect(sealSecrets(cluster, namespace, ['login', 'none'], [recipient])).rejects.toThrow('none');
  });
});

describe('the objects of a namespace', () => {
  it('are exported, deleted, and made again in another namespace without a difference', async () => {
    const [shop, copy] = [`${namespace}-shop`, `${namespace}-copy`];
    await kubectl(['create', 'namespace', shop]);
    await kubectl(['apply', '-f', '-'], list(around(shop, group)));
    await kubectl(['wait', '--for=condition=Established', `crd/baskets.${group}`]);
    await eventually(async () =>
      kubectl(['apply', '-f', '-'], list(made(shop, image, group))).catch(() => false),
    );
    await kubectl(['-n', shop, 'wait', '--for=condition=Complete', 'job/done', '--timeout=60s']);
    const before = await exportNamespace(cluster, shop);
    expect(before.unread).toEqual([]);
    expect(drift(before, await exportNamespace(cluster, shop))).toEqual([]);
    await kubectl([
      '-n',
      shop,
      'patch',
      'service',
      'shop',
      '--type=json',
      '-p',
      '[{"op":"replace","path":"/spec/ports/0/targetPort","value":9090}]',
    ]);
    expect(drift(before, await exportNamespace(cluster, shop)).map(({ sentence }) => sentence)).toEqual([
      `Service ${shop}/shop has spec.ports[http].targetPort = 9090, which was 8080`,
    ]);
    const file = formatExport(before);
    expect(file).not.toContain(Buffer.from('hunter2hunter2').toString('base64'));
    await kubectl(['delete', 'namespace', shop, '--wait']);
    await kubectl([
      'delete',
      `crd/baskets.${group}`,
      `clusterrole/${namespace}-shop`,
      `clusterrolebinding/${namespace}-shop`,
    ]);

    const objects = movedTo(parseExport(file), shop, copy);
    const apply = {
      cluster,
      objects,
      overwrite: false,
      scaledDown: false,
      report: (line: string) => console.log(line),
    };
    const applied = await applyExport(apply);
    expect(applied.overwritten).toEqual([]);
    expect(drift({ objects }, await exportNamespace(cluster, copy)).map(({ sentence }) => sentence)).toEqual(
      [],
    );
    expect((await applyExport(apply)).created).toEqual([]);
    await expect(applyExport({ ...apply, scaledDown: true })).rejects.toThrow(/already with other content: /);
    expect((await applyExport({ ...apply, overwrite: true })).created).toEqual([]);
  });
});

describe('images', () => {
  it('that run are kept by digest with what is attached, and put into another repository', async () => {
    const registry = new RegistryClient();
    const { items } = await cluster.list<Pod>(pathOf(resources.pod, namespace));
    const { images, unknown } = runningImages(items);
    expect([images.length, unknown]).toEqual([1, []]);
    const kept = join(folder, 'images');
    const report = (line: string) => console.log(line);
    await saveImages({ registry, folder: kept, report }, images);
    expect(await checkImages(kept, images)).toEqual([]);
    const first = `${process.env.SLIPWAY_REGISTRY}/${namespace}/first`;
    const [there = ''] = await restoreImages({ registry, folder: kept, report }, () => first);
    const { digest } = parseReference(there);
    expect(digest).toBe(parseReference(images[0] ?? '').digest);

    const artifact = { artifactType: 'application/vnd.test', content: Buffer.from('proof'), annotations: {} };
    const attached = await registry.attach(first, digest!, artifact);
    const again = { registry, folder: join(folder, 'again'), report };
    await saveImages(again, [there]);
    expect((await readKept(again.folder)).map(each => each.digest).sort()).toEqual(
      [digest!, attached].sort(),
    );
    const second = `${process.env.SLIPWAY_REGISTRY}/${namespace}/second`;
    await restoreImages(again, () => second);
    expect((await registry.referrers(second, digest!)).map(each => each.digest)).toEqual([attached]);

    const tree = await registry.tree(second, digest!);
    const [layer] = tree?.images[0]?.layers ?? [];
    writeFileSync(blobPath(again.folder, layer!.digest), 'something else');
    expect(await checkImages(again.folder, [there])).toEqual([`${layer!.digest} is damaged`]);
    await expect(restoreImages(again, () => second)).rejects.toThrow('are damaged');
  });
});
