import { copyFile, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type AuditRecord, additions, linesOf, readChain } from '../../src/audit/chain.ts';
import { kubectlFolder } from '../cluster/api-server.ts';
import { openWorkplace, type Workplace } from './workplace.ts';

/** `audit` with a cluster in which no release is, and drills in the store of a folder. */

/** A record may be written while an export reads, so these are never missing in the chain. */
const begun = Date.now();

let at: Workplace;
let end: () => void;

/** Signs a statement with a word, as cosign does with a key: the signature fits only the statement that was signed. */
const cosign = (word: string) => `exec node --input-type=module - "$@" <<'END'
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
const [command, ...args] = process.argv.slice(2);
const of = name => args[args.indexOf(name) + 1];
const sigOf = (payload, word) => createHash('sha256').update(payload + word).digest('base64');
if (command === 'version') console.log('{"gitVersion": "v3.1.3"}');
else if (command === 'attest-blob') {
  const payload = readFileSync(of('--statement')).toString('base64');
  writeFileSync(of('--bundle'), JSON.stringify({
    mediaType: 'application/vnd.dev.sigstore.bundle.v0.3+json',
    verificationMaterial: { publicKey: { hint: 'x' } },
    dsseEnvelope: { payload, payloadType: 'application/vnd.in-toto+json', signatures: [{ sig: sigOf(payload, '${word}') }] },
  }));
} else {
  const { dsseEnvelope: { payload, signatures } } = JSON.parse(readFileSync(of('--bundle'), 'utf8'));
  const digest = JSON.parse(Buffer.from(payload, 'base64')).subject[0].digest.sha256;
  const ok = signatures[0].sig === sigOf(payload, 'ours') && digest === of('--digest');
  if (!ok) console.error('Error: invalid signature');
  process.exit(ok ? 0 : 1);
}
END`;

beforeEach(async () => {
  at = await openWorkplace();
  const server = createServer(({ url = '' }, response) => {
    const known = /\/configmaps/.test(url) ? { metadata: {}, items: [] } : undefined;
    const answer = /^\/version/.test(url) ? { gitVersion: 'v1.36.0' } : known;
    response.writeHead(answer === undefined ? 404 : 200, { 'content-type': 'application/json' });
    response.end(
      JSON.stringify(answer ?? { kind: 'Status', reason: 'NotFound', message: 'not found', code: 404 }),
    );
  });
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
  end = () => void server.close();
  vi.stubEnv('PATH', `${kubectlFolder()}${delimiter}${process.env.PATH}`);
  vi.stubEnv('KUBECTL_FAKE_API_PORT', String((server.address() as AddressInfo).port));
  await at.replace(
    '    workload: Deployment/shop\n',
    '    workload: Deployment/shop\n    recovery: {repositories: {near: {survives: zone, store: {folder: backups}}}}\n',
  );
  for (const n of [1, 2]) await drilled(n);
});
afterEach(async () => {
  end();
  await at.close();
});

const entryOf = (n: number) => ({
  ...{ schema: 1, at: begun + n, app: 'shop', environment: 'production', scenario: 'pod' },
  verdict: 'pass',
});
const drilled = (n: number, text = JSON.stringify(entryOf(n))) =>
  at.write(`backups/shop/production/drills/2026112${n}T031700Z-${n}.history.jsonl`, `${text}\n`);
const audit = (...args: string[]) =>
  at.slipway(['audit', ...args, '--environment', 'production', '--file', 'audit.jsonl']);
const chain = () => readFile(join(at.folder, 'audit.jsonl'), 'utf8');

describe('records that are not readable', () => {
  it('are named, the others are exported, and neither export nor verification passes', async () => {
    await drilled(3, 'cut off');
    const exported = await audit('export');
    const why = 'drill 20261123T031700Z-3.history.jsonl in FOLDER/backups of shop is not readable: line 1';
    expect([exported.code, exported.outputs.added, exported.outputs.entries]).toEqual([1, '2', '2']);
    expect(exported.err).toContain(why);
    expect(exported.err).not.toMatch(/^\s+at /m);
    expect((await chain()).split('\n')).toHaveLength(3);
    const verified = await audit('verify');
    expect([verified.code, verified.outputs.added]).toEqual([1, '0']);
    expect(verified.outputs.reason).toContain(why);
    await rm(join(at.folder, 'backups/shop/production/drills/20261123T031700Z-3.history.jsonl'));
    expect((await audit('verify')).code).toBe(0);
  });

  it('of restores are named too', async () => {
    await at.write('records/restore-production.json', '{"step": "restore"}');
    const { code, outputs } = await audit('export', '--records', 'records');
    expect([code, outputs.added]).toEqual([1, '2']);
    expect(outputs.reason).toBe(
      'restore-production.json of shop is not readable: it is not the record of a restore',
    );
  });
});

it('a copy that was changed in the first of two stores is named', async () => {
  await at.replace(
    'store: {folder: backups}}}',
    'store: {folder: backups}}, far: {survives: region, store: {folder: far}}}',
  );
  for (const n of [1, 2]) {
    const name = `2026112${n}T031700Z-${n}.history.jsonl`;
    const drills = 'shop/production/drills';
    await at.write(`far/${drills}/${name}`, await readFile(join(at.folder, 'backups', drills, name), 'utf8'));
  }
  expect((await audit('export')).outputs).toMatchObject({ added: '2', reason: '' });
  const { outputs: unchanged } = await audit('verify');
  expect(unchanged).toMatchObject({ added: '0', 'pending-since': '', 'head-compared': 'false', reason: '' });
  const noted = (await audit('verify', '--head', unchanged.head ?? '')).outputs;
  expect(noted).toMatchObject({ 'head-compared': 'true', reason: '' });
  await drilled(1, JSON.stringify({ ...entryOf(1), verdict: 'fail' }));
  const { code, outputs } = await audit('verify');
  expect([code, outputs.reason]).toEqual([1, expect.stringMatching(/^drill pod \S+ differs from entry 1:/)]);
});

it('is kept in a file where no store is online, and is refused without the file', async () => {
  await at.replace('near: {', 'near: {offline: true, ');
  expect(await audit('export')).toMatchObject({ code: 0, outputs: { reason: '' } });
  const { code, err } = await at.slipway(['audit', 'export', '--environment', 'production']);
  expect(code).toBe(1);
  expect(err).toContain('the input `file` is not set, and no store in `recovery` is online');
});

it('is kept in the first store that is online', async () => {
  await at.replace('{near: {', '{disk: {survives: region, offline: true, store: {folder: disk}}, near: {');
  await at.slipway(['audit', 'export', '--environment', 'production']);
  expect(await readdir(join(at.folder, 'backups/shop/production/audit'))).toEqual(['000000001.jsonl']);
});

// Each export and each verification starts several programs.
describe('the head of the chain', { timeout: 240_000 }, () => {
  beforeEach(async () => {
    await at.program('cosign', cosign('ours'));
    await at.write('cosign.pub', 'a key');
    vi.stubEnv('KEY', 'a private key');
    await at.replace(
      'environments:\n',
      'signing: {key: "env://KEY", attestations: [], public-log: true}\ntrust: {key: cosign.pub}\nenvironments:\n',
    );
  });
  const cutOff = (entry: number) =>
    new RegExp(`^the chain does not extend its head that was signed at \\S+ \\(entry ${entry}\\)`);
  const signedHead = () => readFile(join(at.folder, 'audit.jsonl.head.json'), 'utf8');

  it('is signed by each export that adds entries, beside the chain in its store, and verified', async () => {
    const inStore = (operation: string) => at.slipway(['audit', operation, '--environment', 'production']);
    const heads = 'backups/shop/production/audit-heads';
    expect((await inStore('export')).outputs).toMatchObject({ added: '2', reason: '' });
    await drilled(3);
    const since = new Date(begun + 3).toISOString();
    expect((await inStore('verify')).outputs).toMatchObject({
      added: '1',
      'pending-since': since,
      'head-compared': 'true',
    });
    expect((await inStore('export')).outputs).toMatchObject({ added: '1', reason: '' });
    await inStore('export');
    expect(await readdir(join(at.folder, heads))).toEqual(['000000002.json', '000000003.json']);
    expect((await inStore('verify')).code).toBe(0);
    // An old head with a newer name.
    const forged = join(at.folder, heads, '999999999.json');
    await copyFile(join(at.folder, heads, '000000002.json'), forged);
    expect((await inStore('verify')).outputs.reason).toContain('is that of entry 2');
    await rm(forged);
    await rm(join(at.folder, 'backups/shop/production/audit/000000003.jsonl'));
    expect((await inStore('verify')).outputs.reason).toMatch(cutOff(3));
  });

  it('names a chain that was rewritten or truncated, and does not continue it', async () => {
    await audit('export');
    const first = (await chain()).split('\n')[0];
    await writeFile(join(at.folder, 'audit.jsonl'), `${first}\n`);
    const why = cutOff(2);
    expect((await audit('verify')).outputs.reason).toMatch(why);
    await rm(join(at.folder, 'backups/shop/production/drills/20261121T031700Z-1.history.jsonl'));
    await rm(join(at.folder, 'audit.jsonl'));
    const signed = await signedHead();
    await rm(join(at.folder, 'audit.jsonl.head.json'));
    await audit('export');
    await drilled(3);
    await audit('export');
    expect((await audit('verify')).code).toBe(0);
    await writeFile(join(at.folder, 'audit.jsonl.head.json'), signed);
    const verified = await audit('verify');
    expect([verified.code, verified.outputs.reason]).toEqual([1, expect.stringMatching(why)]);
    const exported = await audit('export');
    expect([exported.code, exported.outputs.added]).toEqual([1, '0']);
  });

  it('protects entries: a later one must be that of a record, or be noted', async () => {
    await audit('export');
    const signed = await chain();
    const entries = readChain(signed).entries;
    const one = entries[0] as AuditRecord;
    const append = async (record: AuditRecord) => {
      const more = additions(entries, [record], new Date(begun).toISOString());
      await writeFile(join(at.folder, 'audit.jsonl'), signed + linesOf(more));
    };
    const forged = { ...one, sha256: '0'.repeat(64) };
    for (const [record, why] of [
      [forged, /^entry 3 \(drill pod \S+\) is a second entry for the record of entry 1/],
      [{ ...forged, id: 'total' }, /^entry 3 \(drill total\) is not signed and matches no record/],
    ] as const) {
      await append(record);
      expect((await audit('verify')).outputs.reason).toMatch(why);
      const exported = await audit('export');
      expect([exported.code, exported.outputs.added]).toEqual([1, '0']);
    }
    // An export that failed before it signed.
    await writeFile(join(at.folder, 'audit.jsonl'), signed);
    const before = await signedHead();
    await drilled(3);
    await audit('export');
    await writeFile(join(at.folder, 'audit.jsonl.head.json'), before);
    expect((await audit('verify')).code).toBe(0);
    await rm(join(at.folder, 'backups/shop/production/drills/20261123T031700Z-3.history.jsonl'));
    const { code, outputs } = await audit('verify');
    expect(code).toBe(1);
    expect((await audit('export', '--head', outputs.head ?? '')).code).toBe(0);
    expect((await audit('verify')).code).toBe(0);
  });

  it('must be signed by us, and for this environment', async () => {
    await at.program('cosign', cosign('theirs'));
    await audit('export');
    expect((await audit('verify')).outputs.reason).toMatch(/head of the audit chain of shop in production/);
    await writeFile(join(at.folder, 'audit.jsonl.head.json'), '{"head": "{}"}');
    expect((await audit('verify')).outputs.reason).toBe('the signed head of the chain is not readable');
  });

  it('of a chain from before the signing is signed only where it is the noted one', async () => {
    await audit('export');
    await rm(join(at.folder, 'audit.jsonl.head.json'));
    const verified = await audit('verify');
    expect([verified.code, verified.outputs.reason]).toEqual([
      1,
      expect.stringContaining('no head of the chain is signed'),
    ]);
    expect((await audit('export')).code).toBe(1);
    const { code } = await audit('export', '--head', verified.outputs.head ?? '');
    expect(code).toBe(0);
    expect((await audit('verify')).code).toBe(0);
  });
});
