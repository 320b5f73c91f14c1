import assert from 'node:assert/strict';
import { test } from 'node:test';
import { replyIn } from '../src/memory.ts';
import { settingsFrom } from '../src/settings.ts';

test('a reply of Redis is read when it is complete', () => {
  assert.deepEqual(replyIn(Buffer.from('$2\r\nab\r\n+OK')), { reply: 'ab', length: 8 });
  assert.equal(replyIn(Buffer.from('$2\r\na')), undefined);
  assert.deepEqual(replyIn(Buffer.from('$-1\r\n')), { reply: null, length: 5 });
});

test('a defect that is not known is refused', () => {
  assert.throws(() => settingsFrom({ DEFECTS: 'cookies' }), /is no defect/);
  assert.equal(settingsFrom({ DEFECTS: 'slow' }).defects.has('slow'), true);
});
