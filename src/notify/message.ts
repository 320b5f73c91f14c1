import type { AlertSeverity } from '../config/receivers.ts';
import { keyOf, type NotifyEvent } from './event.ts';
import { cutAt, guarding, withoutValues } from './neutral.ts';
import { wordsOf } from './words.ts';

/** What people read at 3 a.m. on a phone: plain, harmless text, which each channel renders. Empty for nothing to say. */
export interface Notice {
  readonly severity: AlertSeverity;
  /** What happened, where, and which version is live now. At most 150 characters. */
  readonly title: string;
  /** Why, and what to do, each in one sentence with a full stop. */
  readonly why: string;
  readonly next: string;
  /** Who started it, and of which commit. */
  readonly source: string;
  /** Address of the run. */
  readonly url: string;
  /** Notices with the same key are about the same. */
  readonly key: string;
  readonly event: Pick<NotifyEvent, 'kind' | 'outcome' | 'app' | 'environment' | 'release' | 'baseline'>;
}

/** The headline of the decision record of a release, which replaces our own words. */
export interface RecordHeadline {
  readonly what: string;
  readonly why: string;
  readonly next: string;
}

/**
 * Writes the notice of an event. Pure.
 * @param secrets values that no text may contain.
 * @param headline the headline of its decision record, if there is one.
 */
export function messageOf(
  event: NotifyEvent,
  secrets: readonly string[] = [],
  headline?: RecordHeadline,
): Notice {
  const safe = guarding(secrets);
  const { kind, outcome, severity, app, environment, release, baseline, origin } = event;
  const { what, next } = headline ?? wordsOf(event, safe(event.name, 80));
  const { run, actor, revision = '', url = '' } = origin;
  const commit = /^[0-9a-f]{7,64}$/.test(revision) ? ` at commit ${revision.slice(0, 7)}` : '';
  return {
    severity,
    title: cutAt(`${app} in ${environment}: ${headline === undefined ? what : safe(what, 120)}`, 150),
    why: sentence(safe(headline?.why ?? event.reason, 400)),
    next: sentence(headline === undefined ? next : safe(next)),
    source: safe(`${run}${commit}, started by ${actor}`, 200),
    url: isAddress(url) && withoutValues(url, secrets) === url ? url : '',
    key: keyOf({ ...event, name: safe(event.name) }),
    event: { kind, outcome, app, environment, release, baseline },
  };
}

/** Whether no channel takes the address that a CI reports for more than a link. */
const isAddress = (text: string) =>
  /^https?:\/\/[\w.:[\]-]+(\/[\w./~%+=&?#-]*)?$/.test(text) && URL.canParse(text);

/** With a full stop, and a capital letter unless the first word is a name. */
const sentence = (text: string) =>
  text
    .replace(/^[a-z]+(?=[ ,:])/, word => word.charAt(0).toUpperCase() + word.slice(1))
    .replace(/(?<=[^.!?…])$/, '.');
