import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { GuardAnswer } from '../../../src/recovery/guard/facts.ts';
import {
  addressOf,
  judgeProbes,
  type ProbePlan,
  probePod,
  probeScript,
  textOf,
} from '../../../src/recovery/scratch/probe.ts';
import { wording } from '../../wording.ts';

const run = promisify(execFile);
const plan: ProbePlan = {
  image: 'probe',
  positiveControls: [addressOf('store.example:443')],
  negativeControls: [addressOf('10.96.0.1:443')],
  forbidden: [addressOf('db.example:5432'), addressOf('mail.example:25')],
  rounds: 3,
};
const message = (...letters: string[]) => `${letters.map((each, i) => `${i} ${each}\n`).join('')}end\n`;
const good = message('nrr', 'nnn', 'nnn', 'nnn');
const reached = (...messages: (string | undefined)[]) =>
  judgeProbes(plan, 'yes', messages).reaches.map(each => each.reached);

describe('an address', () => {
  it.each(['db.example:5432', '192.0.2.1:1', '[2001:db8::1]:443', 'a_b.svc:65535'])('may be %s', text => {
    expect(textOf(addressOf(text))).toBe(text);
  });
  it.each(['db.example', 'db.example:0', 'db:65536', '-x:1', '$(id):1', 'a b:1', 'a/b:1', ':1', 'a:1\n'])(
    'may not be %j',
    text => {
      expect(() => addressOf(text)).toThrow(wording(text));
    },
  );
});

describe('probes', () => {
  it('prove that the namespace is isolated, although an allowed address was reached late', () => {
    expect(judgeProbes(plan, 'yes', [good, good])).toEqual({
      closed: 'yes',
      control: 'yes',
      reaches: [
        { place: 'db.example:5432', reached: 'no' },
        { place: 'mail.example:25', reached: 'no' },
      ],
    });
  });

  it('prove that it is not by a single successful attempt, whatever the others yield', () => {
    expect(reached(message('nrr', 'nnn', 'rnn', 'nnn'), good)).toEqual(['yes', 'no']);
    expect(reached(good, message('nnn', '???', '?r?', 'nnn'))).toEqual(['yes', 'unknown']);
  });

  it('prove nothing if a control is not reached, is no longer reached, or was never tried', () => {
    for (const control of ['nnn', 'rrn'])
      expect(judgeProbes(plan, 'yes', [good, message(control, 'nnn', 'nnn', 'nnn')])).toMatchObject({
        control: 'no',
        closed: 'unknown',
        reaches: [{ reached: 'unknown' }, { reached: 'unknown' }],
      });
    const without = { ...plan, positiveControls: [] };
    expect(judgeProbes(without, 'yes', [message('nnn', 'nnn', 'nnn')])).toMatchObject({
      control: 'unknown',
      reaches: [{ reached: 'unknown' }, { reached: 'unknown' }],
    });
  });

  it('prove nothing about an address whose name does not resolve', () => {
    expect(reached(message('rrr', 'nnn', 'n?n', 'nnn'))).toEqual(['unknown', 'no']);
  });

  it.each([undefined, '', 'end', '0 rrr', good.replace('end', ''), good.replace('1 ', '2 '), `${good}x`])(
    'prove nothing if the message of one is %j',
    said => {
      expect(judgeProbes(plan, 'yes', [good, said])).toMatchObject({
        closed: 'unknown',
        reaches: [{ reached: 'unknown' }, { reached: 'unknown' }],
      });
    },
  );

  it('prove that it is not if they reach a negative control, whatever the policies are', () => {
    expect(judgeProbes(plan, 'yes', [message('rrr', 'rrr', 'nnn', 'nnn')]).closed).toBe('no');
    expect(judgeProbes(plan, 'no', [good]).closed).toBe('no');
    expect(judgeProbes(plan, 'unknown', [good]).closed).toBe('unknown');
  });

  it('count an address as not reached only if no attempt of any probe had another result', () => {
    const letters = fc.stringMatching(/^[rn?]{3}$/);
    const said = fc.option(fc.tuple(letters, letters, letters, letters), { nil: undefined });
    fc.assert(
      fc.property(fc.array(said, { maxLength: 3 }), found => {
        const answers = reached(...found.map(each => each && message(...each)));
        for (const [i, answer] of answers.entries()) {
          const tries = found.map(each => each?.[i + 2]);
          const wanted: GuardAnswer = tries.some(each => each?.includes('r'))
            ? 'yes'
            : found.length > 0 && found.every(each => each?.[0].endsWith('r') && each[i + 2] === 'nnn')
              ? 'no'
              : 'unknown';
          expect(answer).toBe(wanted);
        }
      }),
    );
  });
});

describe('the pod of a probe', () => {
  it('has no token, and gets its addresses as arguments, not as shell code', () => {
    const { spec } = probePod(plan, 'shop-dr', '42', 'node-a');
    expect(spec.automountServiceAccountToken).toBe(false);
    expect(spec.containers[0]?.command.join(' ')).not.toContain('example');
    expect(spec.containers[0]?.args.slice(0, 2)).toEqual(['store.example', '443']);
  });

  // The lab tests a real network; this tests whether the script recognizes each result, with each of its tools.
  it.each([['curl'], ['bash', 'timeout', 'getent']])('reports what it reached, with %s', async (...tools) => {
    const folder = mkdtempSync(join(tmpdir(), 'probe-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    for (const tool of ['sh', 'mktemp', 'sleep', 'cat', ...tools]) {
      const { stdout } = await run('sh', ['-c', `command -v ${tool}`]);
      symlinkSync(stdout.trim(), join(folder, tool));
    }
    const server = createServer(socket => socket.destroy());
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void server.close());
    const open = String((server.address() as AddressInfo).port);
    const said = join(folder, 'said');
    const targets = ['127.0.0.1', open, '127.0.0.1', '1', 'nowhere.invalid', '80'];
    const script = probeScript.replace('/dev/termination-log', said);
    await run('sh', ['-c', script, 'probe', '2', ...targets], { env: { PATH: folder, TMPDIR: folder } });
    expect(readFileSync(said, 'utf8')).toBe('0 rr\n1 nn\n2 ??\nend\n');
  });
});
