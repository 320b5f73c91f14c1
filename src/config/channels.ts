import type { AlertSeverity, Channel, Receivers } from './receivers.ts';

/** Which channels a message of some severity uses. */

/** From the most to the least urgent. */
export const severities = ['critical', 'warning', 'info'] as const satisfies readonly AlertSeverity[];

/**
 * Returns the channels of a severity, each once; without any those of the next less urgent one, because a late message is better than none.
 * A less urgent message never uses a more urgent channel. Pure.
 */
export function channelsFor(receivers: Receivers, severity: AlertSeverity): Channel[] {
  const used = severities.slice(severities.indexOf(severity)).find(each => receivers[each].length > 0);
  const channels = used === undefined ? [] : receivers[used];
  return [...new Map(channels.map(each => [JSON.stringify(each), each])).values()];
}
