import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const tests = join(import.meta.dirname, '..');

it('each snapshot file belongs to a test, because vitest does not delete those of removed tests', () => {
  const files = readdirSync(join(tests, 'sentences'), { recursive: true, encoding: 'utf8' });
  const orphans = files
    .filter(file => file.endsWith('.snap'))
    .filter(file => !existsSync(join(tests, file.replace(/\.snap$/, '.test.ts'))));
  expect(orphans).toEqual([]);
});
