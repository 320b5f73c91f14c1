import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/toolkit/errors.ts';
import { search } from '../search.ts';
import { wording } from '../wording.ts';
import { check } from './checked.ts';

/**
 * For any text, the rules return quickly, with findings at existing lines, or with an error at the line that cannot be parsed.
 */

const corpus = join(import.meta.dirname, 'corpus');
const texts = ['good', 'bad'].flatMap(folder =>
  readdirSync(join(corpus, folder)).map(name => readFileSync(join(corpus, folder, name), 'utf8')),
);

/** Pieces with a meaning for a parser, combined at random. */
const pieces = [
  ...['FROM ', 'from a AS b', 'RUN ', 'COPY ', 'ADD ', 'ARG ', 'ENV ', 'ONBUILD ', 'USER ', 'SHELL ', 'CMD '],
  ...['HEALTHCHECK ', 'LABEL ', '# escape=`', '# syntax=x', '# slipway ignore=', '--mount=type=', '--from='],
  ...['--chmod=', '<<EOF', '<<-"E"', "<<''", '<<', 'EOF', '\n', '\r\n', '\\\n', '`\n', '\\\\\n', '\t', ' '],
  ...['["a", "b"]', '[', ']', '{', '}', '$', '${', '${A:-', '${A:+${B}}', '$(', '$((', '`', '"', "'", '\\'],
  ...['|', '||', '&&', ';', '&', '(', ')', '<(', '>', '2>&1', 'if ', 'sh -c ', 'eval ', 'sudo ', 'xargs '],
  ...['apt-get install ', 'pip install ', 'npm install ', 'curl http://a ', 'chmod 777 ', 'git clone '],
  ...[
    'scratch',
    'node:24',
    '@sha256:',
    'A=B',
    '=',
    '\0',
    '\uFEFF',
    '\uD800',
    '\u2028',
    '__proto__',
    'constructor',
  ],
];

const nonsense = fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map(all => all.join(''));

/** A Dockerfile of the corpus in which a piece is replaced with another. */
const broken = fc
  .tuple(fc.constantFrom(...texts), fc.nat(), fc.nat(30), fc.constantFrom(...pieces))
  .map(([text, at, length, piece]) => {
    const from = at % (text.length + 1);
    return text.slice(0, from) + piece + text.slice(from + length);
  });

const findingsOf = (text: string) => {
  try {
    return check(text, { allowed: ['node:*'], ignoreFile: false, args: { A: 'x' }, target: 'b' });
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    expect(error.sentence).toMatch(/^Dockerfile:[1-9]\d*: [^;\n]+; [^;\n]+$/);
    return [];
  }
};

const answers = (text: string) => {
  const lines = text.split('\n');
  for (const { place, message, remedy } of findingsOf(text)) {
    if (place.kind !== 'dockerfile') throw new Error(`${message} is at no line`);
    expect(place.line).toBeGreaterThanOrEqual(1);
    expect(place.endLine).toBeGreaterThanOrEqual(place.line);
    expect(place.endLine).toBeLessThanOrEqual(Math.max(1, lines.length));
    expect(message).not.toBe('');
    expect(remedy).not.toBe('');
  }
};

describe('a text that is not a Dockerfile', () => {
  it('gets findings and no error: any characters', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), answers), search(1000));
  });

  it('gets findings and no error: pieces of Dockerfiles in any order', () => {
    fc.assert(fc.property(nonsense, answers), search(3000));
  });

  it('gets findings and no error: a Dockerfile that broke somewhere', () => {
    fc.assert(fc.property(broken, answers), search(3000));
  });

  it('on which the parser fails is refused with its line', () => {
    expect(() => check('FROM scratch\nRUN \\\n\\#x\n')).toThrow(wording('Dockerfile:2'));
  });

  it.each([
    ['nothing', ''],
    ['blank lines', '\n\n'],
    ['a comment', '# nothing'],
    ['no FROM', 'RUN true'],
  ])('is reported to have no FROM: %s', (_, text) => {
    expect(check(text).map(({ message }) => message)).toContainEqual(wording('FROM'));
  });
});

describe('a Dockerfile that is made to take long', () => {
  const within = (text: string) => {
    // CPU time, because other processes may use the machine.
    const began = process.cpuUsage();
    check(text, { ignoreFile: false });
    return process.cpuUsage(began).user / 1000;
  };

  it.each<[string, string]>([
    ['many lines', `FROM scratch\n${'RUN a && b | c > d\n'.repeat(3_000)}`],
    ['one RUN of many lines', `FROM scratch\nRUN a \\\n${' && b \\\n'.repeat(5_000)} && c\n`],
    ['one long word', `FROM scratch\nRUN ${'a'.repeat(200_000)}\n`],
    ['one long name of a file', `FROM scratch\nCOPY ${'ca'.repeat(100_000)} /\n`],
    ['beginnings of tokens', `FROM scratch\nRUN ${'sk-'.repeat(100_000)}\n`],
    ['many words', `FROM scratch\nRUN apt-get install ${'a '.repeat(30_000)}\n`],
    ['nested substitutions', `FROM scratch\nRUN echo ${'$('.repeat(3_000)}\n`],
    ['nested scripts', `FROM scratch\nRUN ${'sh -c "'.repeat(2_000)}\n`],
    ['open braces', `FROM ${'${A:-'.repeat(5_000)}\n`],
    [
      'a chain of stages',
      `FROM scratch AS s0\n${Array.from({ length: 800 }, (_, n) => `FROM s${n} AS s${n + 1}\nENV A${n}=$A\nRUN npm ci\n`).join('')}`,
    ],
    ['something like a key', `FROM scratch\nRUN ${'-----BEGIN PRIVATE KEY-----\\n'.repeat(3_000)}\n`],
    ['something like an address', `FROM scratch\nRUN ${'a://b:'.repeat(20_000)}\n`],
    ['something like a token', `FROM scratch\nRUN ${'eyJ'.repeat(30_000)}.\n`],
    ['many here-documents', `FROM scratch\n${'RUN <<A <<B\nA\nB\n'.repeat(1_000)}`],
    ['a here-document without an end', `FROM scratch\nRUN <<A\n${'b | c\n'.repeat(20_000)}`],
    ['many comments', `FROM scratch\n${'# slipway ignore=sudo: because it is so\nRUN true\n'.repeat(1_500)}`],
  ])('is checked within seconds: %s', (_, text) => {
    expect(within(text)).toBeLessThan(5_000);
  });
});
