import type { QueryResult } from '../../analysis/ask.ts';
import { counted } from '../../toolkit/count.ts';
import { type MonitoringSubject, ownNamespace } from '../subject.ts';
import { type AlertmanagerApi, expireSilence, type NewSilence, silencesFor } from './alertmanager-api.ts';

/**
 * Silences of the alerts of an application while it is released. Each expires, at the deadline of the rollout at the latest, so a
 * killed run leaves none for long. Critical alerts are never silenced.
 */

type SilencedPlace = Pick<MonitoringSubject, 'app' | 'environment' | 'namespace'>;

/** Who created a silence; nothing else in Alertmanager is removed. */
const author = 'slipway';

/**
 * Returns the silence for a rollout; undefined if the deadline has passed. Pure.
 * @param limits times in ms since 1970, `longest` in ms.
 */
export function silenceFor(
  {
    app,
    environment,
    namespace,
    release,
    run,
  }: SilencedPlace & { readonly release: number; readonly run: string },
  limits: { readonly now: number; readonly longest: number; readonly deadline: number },
): NewSilence | undefined {
  const ends = Math.min(limits.now + limits.longest, limits.deadline);
  if (ends <= limits.now) return undefined;
  const equal = { isEqual: true, isRegex: false };
  return {
    matchers: [
      { name: 'app', value: app, ...equal },
      { name: 'environment', value: environment, ...equal },
      { name: 'namespace', value: ownNamespace({ namespace }), isEqual: true, isRegex: true },
      { name: 'severity', value: 'critical', isEqual: false, isRegex: false },
    ],
    startsAt: new Date(limits.now).toISOString(),
    endsAt: new Date(ends).toISOString(),
    createdBy: author,
    comment: `release ${release} of ${app} in ${environment} (${run})`,
  };
}

/**
 * Returns the silences of one run: `open` does not wait for Alertmanager, `close` removes those that this run has opened. None throws.
 * @param warn gets what fails, as a sentence without a full stop.
 */
export function silencerOf(api: AlertmanagerApi, place: SilencedPlace, warn: (sentence: string) => void) {
  const opened = new Map<string, Promise<void>>();
  return {
    open: (silence: NewSilence | undefined): void => {
      if (silence === undefined || opened.has(silence.comment)) return;
      const opening = api('POST', '/api/v2/silences', silence).then(answer => {
        if (!answer.ok)
          warn(`the alerts of ${place.app} are not silenced during the release: ${answer.detail}`);
      });
      opened.set(silence.comment, opening);
    },
    close: async (): Promise<void> => {
      if (opened.size === 0) return;
      await Promise.all(opened.values());
      // By comment, not by id: the response to the request that opened it may have been lost.
      const removed = await removeSilences(api, place, ({ comment }) => opened.has(comment));
      if (!removed.ok) warn(`a silence for ${place.app} was not removed: ${removed.detail}. It will expire`);
    },
  };
}

/**
 * Removes the silences of runs that died. Call it while no run advances a rollout.
 * @param before ms since 1970; a silence that began later may be that of a new run.
 * @returns what was done, as a sentence without a full stop; undefined if there was nothing.
 */
export async function sweepSilences(
  api: AlertmanagerApi,
  place: SilencedPlace,
  before: number,
): Promise<QueryResult<string | undefined>> {
  const removed = await removeSilences(api, place, ({ startsAt }) => Date.parse(startsAt) < before);
  if (!removed.ok) return removed;
  const done = `removed ${counted(removed.value, 'silence')} for ${place.app} that an interrupted run left`;
  return { ok: true, value: removed.value === 0 ? undefined : done };
}

async function removeSilences(
  api: AlertmanagerApi,
  { app, environment, namespace }: SilencedPlace,
  isMeant: (silence: { readonly comment: string; readonly startsAt: string }) => boolean,
): Promise<QueryResult<number>> {
  const found = await silencesFor(api, { app, environment });
  if (!found.ok) return found;
  // One Alertmanager may serve several clusters.
  const isOwn = (matchers: readonly { name: string; value: string }[]) =>
    matchers.some(({ name, value }) => name === 'namespace' && value === ownNamespace({ namespace }));
  const open = found.value.filter(({ status, matchers }) => status.state !== 'expired' && isOwn(matchers));
  const meant = open.filter(each => each.createdBy === author && isMeant(each));
  const ended = await Promise.all(meant.map(({ id }) => expireSilence(api, id)));
  return ended.find(answer => !answer.ok) ?? { ok: true, value: meant.length };
}
