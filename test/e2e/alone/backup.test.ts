import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Consumer, createConsumer } from '../../database/consumer.ts';
import { createDatabase, type Database } from '../../database/database.ts';
import { loadShop } from '../../database/shop.ts';

/** Backups of a real PostgreSQL by the action, in both repositories, with what they hold. */

let database: Database;
let consumer: Consumer;
beforeAll(async () => {
  database = await createDatabase('backup');
  await loadShop(database, 2000);
  consumer = await createConsumer(database);
});
afterAll(async () => {
  await consumer?.remove();
  await database?.remove();
});

describe('a backup', () => {
  it('is made in both repositories, counted, proved, and kept with its manifest', async () => {
    const run = await consumer.slipway(['backup', '--environment', 'production']);
    expect(run.stderr).toContain('backed up as');
    expect(run.code).toBe(0);
    const { near, far } = JSON.parse(run.outputs.backups ?? '').shop;
    const labels = (await database.info()).backup.map(({ label }) => label);
    expect(labels).toContain(near);
    expect(labels).toContain(far);
    expect(JSON.parse(run.outputs.rows ?? '')).toEqual({ shop: 8000 });
  });
});
