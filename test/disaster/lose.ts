import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Story } from '../../scripts/story.ts';
import { createDoomed, type Doomed } from '../database/doomed.ts';

/** The first half of a disaster, in the lab that is going to be lost. */

const disk = process.env.DISASTER_DISK ?? '';
const story = new Story();
let doomed: Doomed;

await story.stage('An application writes into its database, three members in three zones', async () => {
  doomed = await createDoomed('disaster', disk);
  return `${doomed.rows.length} records`;
});
await story.stage('It is backed up into two stores, counted and proved', () => doomed.backUp());
await story.stage('Everything that a recovery takes is put on a disk', async () => {
  const run = await doomed.consumer.slipway([
    'archive',
    join(disk, 'archive'),
    '--environment',
    'production',
  ]);
  if (run.code !== 0) throw new Error(run.stderr);
  // Beside the key, as it has to be.
  writeFileSync(join(disk, 'checksum'), run.outputs.checksum ?? '');
  return `up to the set ${run.outputs.set}; the key is kept elsewhere`;
});
writeFileSync(
  join(disk, 'before.json'),
  JSON.stringify({ rows: doomed!.rows, old: doomed!.records.old, stages: story.stages }),
);
await doomed!.consumer.remove();
