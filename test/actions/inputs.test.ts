import { expect, it } from 'vitest';
import { flag } from '../../src/actions/inputs.ts';
import { sentence } from '../release/objects.ts';
import { wording } from '../wording.ts';

it.each(['true', 'True', 'TRUE', 'false', 'False', 'FALSE'])('%s is a boolean, as in YAML', text => {
  expect(flag('dry-run', text)).toBe(text.toLowerCase() === 'true');
});

it.each(['yes', 'tRUE', '1', ''])('%j is no boolean', async text => {
  expect(await sentence(() => flag('dry-run', text))).toEqual(
    wording('dry-run', `"${text}"`, 'true', 'false'),
  );
});
