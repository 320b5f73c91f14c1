import { cell } from '../../src/toolkit/markdown.ts';
import { printable } from '../../src/toolkit/printable.ts';

/** Looks for secrets in what a run leaves behind, in every form in which one gets there by mistake. */

/** Something that a run handled and nobody may read. */
export interface Planted {
  readonly name: string;
  readonly value: string;
}

/** Something that a run left behind. */
export interface Trace {
  readonly where: string;
  readonly text: string;
}

export interface Leak {
  readonly secret: string;
  readonly form: string;
  readonly where: string;
}

/** Lines that are shorter say nothing, and would be found by chance. */
const shortest = 8;
/** What is left of a secret that was cut to fit. */
const fragment = 16;

/** Every leak: which secret, how it was written, and where. Pure. */
export function leaksOf(planted: readonly Planted[], traces: readonly Trace[]): Leak[] {
  const unwrapped = traces.map(({ where, text }) => ({ where, text, joined: joinedLines(text) }));
  return planted.flatMap(({ name, value }) => {
    const forms = formsOf(value);
    return unwrapped.flatMap(({ where, text, joined }) =>
      forms
        .filter(({ written }) => text.includes(written) || joined.includes(written))
        .slice(0, 1)
        .map(({ form }) => ({ secret: name, form, where })),
    );
  });
}

/** Base64 is broken into lines by some, and JSON writes their ends as two characters. */
const joinedLines = (text: string) => text.replace(/\\r|\\n|\s/g, '');

/**
 * The forms of a secret: as it is, each of its lines, and the beginning and end of a long one; all of that in base64 at every
 * offset, percent-encoded, as JSON within JSON, and as our own summaries and logs escape it.
 * @throws Error for a secret that is too short to be looked for.
 */
export function formsOf(secret: string): { form: string; written: string }[] {
  if (secret.trim().length < shortest) throw new Error('the secret is too short to be looked for');
  const parts = partsOf(secret);
  const all = parts.flatMap(({ part, text }) =>
    Object.entries(encodings).flatMap(([encoding, encode]) =>
      encode(text).map(written => ({ form: `${part}, ${encoding}`, written })),
    ),
  );
  const known = new Map(all.toReversed().map(each => [each.written, each]));
  return [...known.values()].reverse();
}

function partsOf(secret: string): { part: string; text: string }[] {
  const lines = secret
    .split('\n')
    .map(line => line.trim())
    // The frame of a PEM file is no secret.
    .filter(line => line.length >= shortest && !line.startsWith('-----'));
  const long = lines.filter(line => line.length >= 2 * fragment);
  return [
    { part: 'whole', text: secret.trim() },
    ...lines.map(text => ({ part: 'line', text })),
    ...long.flatMap(line => [
      { part: 'beginning', text: line.slice(0, fragment) },
      { part: 'end', text: line.slice(-fragment) },
    ]),
  ];
}

const json = (text: string) => JSON.stringify(text).slice(1, -1);
const unicode = (char: string) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;
const bytes = (text: string) => [...Buffer.from(text)].map(each => each.toString(16).padStart(2, '0'));

const encodings: Record<string, (text: string) => string[]> = {
  'as it is': text => [text],
  base64: text => [0, 1, 2].flatMap(offset => aligned(text, offset)),
  'base64 twice': text => [0, 1, 2].flatMap(offset => aligned(Buffer.from(text).toString('base64'), offset)),
  'percent-encoded': text => {
    const usual = encodeURIComponent(text);
    const strict = usual.replace(/[!'()*]/g, each => `%${each.charCodeAt(0).toString(16).toUpperCase()}`);
    const lower = (written: string) => written.replace(/%[0-9A-F]{2}/g, each => each.toLowerCase());
    const form = new URLSearchParams({ x: text }).toString().slice(2);
    return [usual, strict, form, encodeURI(text), lower(usual), lower(strict), lower(form)];
  },
  JSON: text => [json(text), json(json(text)), json(json(json(text)))],
  // Go escapes what HTML would obey.
  "Go's JSON": text => [json(text).replace(/[<>&]/g, unicode), json(json(text).replace(/[<>&]/g, unicode))],
  hexadecimal: text => [bytes(text).join('')],
  Markdown: text => [cell(text), cell(printable(text))],
  'a line of a log': text => [printable(text), command(text)],
};

/** What an annotation escapes. */
const command = (text: string) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

/** The characters of base64 that depend on the text alone, when `offset` bytes stand before it; both alphabets. */
function aligned(text: string, offset: number): string[] {
  const padded = Buffer.concat([Buffer.alloc(offset), Buffer.from(text)]);
  const first = Math.ceil((offset * 8) / 6);
  const written = padded.toString('base64').slice(first, Math.floor((padded.length * 8) / 6));
  return [written, written.replaceAll('+', '-').replaceAll('/', '_')];
}
