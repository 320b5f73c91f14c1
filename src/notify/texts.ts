import type { Notice } from './message.ts';

/** Notices as plain text: e-mail and SMS. Pure. */

/** Subject and text of an e-mail, and the ID of its thread: one for each release. */
export interface Mail {
  readonly subject: string;
  readonly text: string;
  readonly thread: string;
}

export function mailOf(notice: Notice): Mail {
  const { severity, title, source, key } = notice;
  const paragraphs = [title, ...storyOf(notice), `${source}.`];
  return {
    subject: `[${severity}] ${title}`,
    text: `${paragraphs.map(wrapped).join('\n\n')}\n`,
    thread: `<${key.replace(/[^A-Za-z0-9.-]+/g, '.')}@slipway.invalid>`,
  };
}

/** Characters of an SMS: at most three parts of 153. */
const longestSms = 459;

/** ASCII only: one other character would halve what fits. Why and what to do are cut, never the link. */
export function smsOf({ title, why, next, url }: Notice): string {
  const link = url === undefined ? '' : ` ${url}`;
  const text = [`${title}.`, ...(why === undefined ? [] : [why]), ...(next === undefined ? [] : [next])].join(
    ' ',
  );
  const room = longestSms - link.length;
  const plain = ascii(text);
  return `${plain.length <= room ? plain : `${plain.slice(0, room - 3)}...`}${link}`;
}

/** Why, what to do, and the run, a line each. Pure. */
export const storyOf = ({ why, next, url }: Notice): string[] => [
  ...(why === undefined ? [] : [`Why: ${why}`]),
  ...(next === undefined ? [] : [`Next: ${next}`]),
  ...(url === undefined ? [] : [`Run: ${url}`]),
];

const ascii = (text: string) =>
  text
    .replaceAll('…', '...')
    .replace(/[“”]/g, '"')
    .replace(/[‘’`]/g, "'")
    .replace(/[–—]/g, '-')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\x20-\x7e]/gu, '?');

/** Breaks lines at 78 characters, between words. */
function wrapped(paragraph: string): string {
  const lines: string[] = [];
  for (const word of paragraph.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < 78) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.join('\n');
}
