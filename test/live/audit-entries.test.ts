import { describe, expect, it } from 'vitest';
import { type AuditEntry, conflictingWrites, holders, type Person } from './audit-entries.ts';

/** Parses writes such as `12.0 ada lease`: second, user and object; `!` before a refused write. */
const entries = (...lines: string[]): AuditEntry[] =>
  lines.map(line => {
    const [second = '0', user = '', what = ''] = line.split(' ');
    const refused = what.startsWith('!');
    const name = what.replace('!', '');
    const uri =
      name === 'lease' || name === 'abort'
        ? '/apis/coordination.k8s.io/v1/namespaces/x/leases/slipway-shop'
        : `/apis/apps/v1/namespaces/x/deployments/${name}`;
    const verb = name === 'lease' ? 'update' : 'patch';
    const at = new Date(Number(second) * 1000).toISOString();
    return { user: user as Person, verb, uri, code: refused ? 409 : 200, at };
  });

describe('the writes of three users', () => {
  const good = entries(
    '1 ada lease',
    '2 ada shop',
    '3 eve abort',
    '4 eve lease',
    '4.1 ada shop',
    '6 eve shop',
    '7 eve lease',
  );

  it('are in turns if a write after a takeover was sent before it', () => {
    expect(holders(good)).toEqual(['ada', 'eve']);
    expect(conflictingWrites(good)).toEqual([]);
  });

  it('are mixed if a user writes an object that the next holder has already written, unless it is refused', () => {
    expect(conflictingWrites([...good, ...entries('8 ada !shop')])).toEqual([]);
    expect(conflictingWrites([...good, ...entries('8 ada shop')])).toEqual([
      expect.stringMatching(/^ada wrote after eve: patch .*deployments\/shop/),
    ]);
  });

  it('are mixed if a user writes after the turn of the next holder', () => {
    expect(conflictingWrites([...good, ...entries('6.5 ada other')])).toEqual([]);
    expect(conflictingWrites([...good, ...entries('8 ada other')])).toEqual([
      expect.stringMatching(/^ada wrote after eve: patch .*deployments\/other/),
    ]);
  });

  it('are in turns if a record sent before the takeover arrives late, but not after the next turn, and not for other objects', () => {
    const made = (second: string, user: string, uri = '/api/v1/namespaces/x/configmaps'): AuditEntry[] =>
      entries(`${second} ${user} new`).map(entry => ({ ...entry, verb: 'create', uri }));
    const inOrder = (...more: AuditEntry[]) => [...good, ...more].sort((a, b) => (a.at < b.at ? -1 : 1));
    expect(conflictingWrites(inOrder(...made('4.2', 'eve'), ...made('4.3', 'ada')))).toEqual([]);
    const mixed = [expect.stringMatching(/^ada wrote after eve: create /)];
    expect(conflictingWrites(inOrder(...made('4.2', 'eve'), ...made('8', 'ada')))).toEqual(mixed);
    const pods = '/api/v1/namespaces/x/pods';
    expect(conflictingWrites(inOrder(...made('4.2', 'eve', pods), ...made('4.3', 'ada', pods)))).toEqual(
      mixed,
    );
  });

  it('are mixed if a user writes without ever holding the Lease', () => {
    expect(conflictingWrites([...good, ...entries('5 bob shop')])).toEqual([
      expect.stringMatching(/^bob never held the Lease and wrote/),
    ]);
  });

  it('are mixed if the Lease returns to an earlier holder', () => {
    expect(conflictingWrites([...good, ...entries('8 ada lease')])).toContain(
      'the Lease went ada → eve → ada',
    );
  });
});
