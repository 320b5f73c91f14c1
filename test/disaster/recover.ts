import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createBucket } from '../../lab/bucket.ts';
import { labOf } from '../../lab/lab.ts';
import { storeUrl } from '../../lab/s3.ts';
import { type Stage, Story, seconds } from '../../scripts/story.ts';
import { table } from '../../src/toolkit/markdown.ts';
import { rowsQuery } from '../database/doomed.ts';
import { kubectl } from '../e2e/harness.ts';

/** The second half: a lab that knows nothing of what was, the disk, and the key. */

interface Before {
  readonly rows: readonly string[];
  readonly old: number;
  readonly stages: readonly Stage[];
}

const disk = process.env.DISASTER_DISK ?? '';
const archive = join(disk, 'archive');
const before = JSON.parse(readFileSync(join(disk, 'before.json'), 'utf8')) as Before;
const lab = labOf(process.env.SLIPWAY_LAB ?? '');
const place = 'shop-recovered';
const story = new Story();
let said = '';

await story.stage('A new cluster, a new registry and an empty bucket', async () => {
  await kubectl(['create', 'namespace', place]);
  const authority = `--from-file=ca.crt=${process.env.SLIPWAY_CA}`;
  // Of the new place: the one in the backup is of an authority that is lost.
  await kubectl(['-n', place, 'create', 'configmap', 's3-authority', authority]);
  const way = waysOut().at(0);
  if (way !== undefined) throw new Error(`there is a way out of it, by ${way}`);
  return 'there is no way out of it';
});
await story.stage('Everything comes back from the disk and the key', async () => {
  const bucket = await createBucket(lab, 'near', place);
  const args = [
    ...['recover', archive, '--offline-key-file', join(disk, 'offline.key'), '--into', place],
    ...['--checksum', readFileSync(join(disk, 'checksum'), 'utf8')],
    ...['--registry', `${process.env.SLIPWAY_REGISTRY}/recovered`],
    ...['--bucket', `${storeUrl('near')}/${bucket.name}`],
  ];
  const env = {
    PATH: join(archive, 'programs'),
    HOME: disk,
    KUBECONFIG: process.env.KUBECONFIG ?? '',
    NODE_EXTRA_CA_CERTS: process.env.SLIPWAY_CA ?? '',
    RECOVERED_ACCESS_KEY_ID: bucket.access,
    RECOVERED_SECRET_ACCESS_KEY: bucket.secret,
  };
  const program = join(archive, 'programs/node');
  const { stdout, stderr } = await promisify(execFile)(
    program,
    [join(archive, 'slipway/cli/index.js'), ...args],
    { env, cwd: disk, maxBuffer: 1e8 },
  );
  said = `${stdout}\n${stderr}`;
  console.log(said);
  return '';
});
let served = '';
await story.stage('The application serves its old records again', async () => {
  const path = `/api/v1/namespaces/${place}/services/records:80/proxy/records/${before.old}`;
  served = await kubectl(['get', '--raw', path]);
  const { note } = JSON.parse(served) as { note?: string };
  if (note !== 'kept since before') throw new Error(`it serves ${served}`);
  const psql = ['psql', '-h', '/slipway/run', '-XAtq', '-F', '\t', '-d', 'shop', '-c', rowsQuery];
  const rows = (await kubectl(['-n', place, 'exec', 'shop-recovered', '--', ...psql])).split('\n');
  const missing = before.rows.filter(row => !rows.includes(row));
  if (missing.length > 0) throw new Error(`${missing.length} records are missing, such as ${missing[0]}`);
  return `${before.rows.length} of ${before.rows.length} records, each as it was`;
});

/** Gateways of default routes that are no address of this network itself. */
function waysOut(): string[] {
  const own = Object.values(networkInterfaces()).flatMap(each => each?.map(({ address }) => address) ?? []);
  const lines = readFileSync('/proc/net/route', 'utf8').trim().split('\n').slice(1);
  return lines.flatMap(line => {
    const [, destination, gateway = ''] = line.split('\t');
    // In the byte order of the machine.
    const address = (gateway.match(/../g) ?? [])
      .map(byte => Number.parseInt(byte, 16))
      .toReversed()
      .join('.');
    return destination !== '00000000' || own.includes(address) ? [] : [address];
  });
}

const report = process.env.DISASTER_REPORT ?? 'report';
const rows = [...before.stages, ...story.stages].map(({ title, ms, note }) => [title, seconds(ms), note]);
const recovery = story.stages.reduce((sum, { ms }) => sum + ms, 0);
const markdown = `# Disaster

**Everything was lost but a disk and a key, and everything is back ${seconds(recovery)} after the new cluster stood.**

${table(['what', 'took', ''], rows)}

The old record, as the application serves it: \`${served.trim()}\`
`;
mkdirSync(report, { recursive: true });
writeFileSync(join(report, 'disaster.md'), markdown);
console.log(`\n${markdown}\nreport: ${join(report, 'disaster.md')}`);
