import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { decisionJsonSchema } from '../../../src/decision/schema.ts';
import { begun, crashed, rollings, scenarios } from '../../report/scenarios.ts';
import { judgedRecord } from '../judged.ts';

const schema = decisionJsonSchema();
const validate = new Ajv({ strict: true, allowUnionTypes: true }).compile(schema);
const written = (record: unknown): unknown => JSON.parse(JSON.stringify(record));

describe('schema/decision-record.schema.json', () => {
  it('equals the schema in code (`npx vitest run -u test/release/decision-record/schema.test.ts` writes it)', async () => {
    await expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot(
      '../../../schema/decision-record.schema.json',
    );
  });

  it.each(Object.entries({ ...scenarios, ...rollings, begun, crashed, judged: judgedRecord() }))(
    'accepts a record as it is written: %s',
    (_, record) => {
      expect(validate(written(record)), JSON.stringify(validate.errors)).toBe(true);
    },
  );

  it('accepts what a later version adds', () => {
    expect(validate(written({ ...begun, later: { a: 1 } }))).toBe(true);
  });

  it.each([
    ['schema', 2],
    ['release', -1],
    ['ticks', [{ at: 1 }]],
    ['runs', []],
    ['end', { at: 1, state: 'gone', reason: '', weight: 0 }],
  ])('refuses a wrong %s', (key, value) => {
    expect(validate(written({ ...begun, [key]: value }))).toBe(false);
  });
});
