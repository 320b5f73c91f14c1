import type { Notice } from './message.ts';

/** Notices as plain text: e-mail and SMS. Pure. */

/** Subject and text of an e-mail, and the ID of its thread: one for each release. */
export interface Mail {
  readonly subject: string;
  readonly text: string;
  readonly thread: string;
}

export function mailOf({ severity, title, why, next, url, source, key }: Notice): Mail {
  const story = Object.entries({ Why: why, Next: next, Run: url }).filter(([, text]) => text !== '');
  return {
    subject: `[${severity}] ${title}`,
    text: `${[title, ...story.map(each => each.join(': ')), `${source}.`].join('\n\n')}\n`,
    thread: `<${key.replace(/[^A-Za-z0-9.-]+/g, '.')}@slipway.invalid>`,
  };
}

/** Characters of an SMS: at most three parts of 153. */
const longestSms = 459;

/** ASCII only: one other character would halve what fits. Why and what to do are cut, never the link. */
export function smsOf({ title, why, next, url }: Notice): string {
  const link = url === '' ? '' : ` ${url}`;
  const text = ascii(`${title}. ${why} ${next}`.replace(/ +/g, ' ').trim());
  const room = longestSms - link.length;
  return `${text.length <= room ? text : `${text.slice(0, room - 3)}...`}${link}`;
}

const ascii = (text: string) =>
  text
    .replace(/[“”]/g, '"')
    .replace(/[‘’`]/g, "'")
    .replace(/[–—]/g, '-')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\x20-\x7e]/gu, '?');
