import { Readable } from 'node:stream';
import type { KubeObject, WatchEvent } from '../../../src/cluster/objects.ts';
import { groupVersionOf, type Place, placeIn } from './kinds.ts';
import type { Reader } from './reader.ts';
import { expired } from './status.ts';
import { type Event, isSelected } from './store.ts';

/**
 * The events of a collection, one per line, until the stream ends or is destroyed.
 * @param isStale whether it reports no more events.
 */
export function watchOf(
  server: Reader,
  query: Record<string, string>,
  place: Place,
  isStale: boolean,
): Readable {
  const { store, kinds } = server;
  const { labelSelector = '', fieldSelector = '', resourceVersion = '0', allowWatchBookmarks } = query;
  const isMine = (object: KubeObject | undefined): object is KubeObject =>
    object !== undefined && isSelected(object, labelSelector, fieldSelector);
  const isIn = (path: string) => {
    const at = placeIn(kinds, path);
    return at?.kind === place.kind && (place.namespace === undefined || at.namespace === place.namespace);
  };
  const stream = new Readable({ read() {} });
  // It may be destroyed before it has a listener.
  stream.on('error', () => {});
  if (isStale) return stream;
  const tell = (event: WatchEvent<unknown>) => void stream.push(`${JSON.stringify(event)}\n`);
  const hear = ({ path, type, object, before }: Event) => {
    if (!isIn(path)) return;
    const [was, is] = [type !== 'ADDED' && isMine(before), type !== 'DELETED' && isMine(object)];
    if (was || is) tell({ type: is ? (was ? 'MODIFIED' : 'ADDED') : 'DELETED', object });
  };
  const from = Number(resourceVersion);
  const missed = from === 0 ? [] : store.since(from);
  if (missed === undefined) {
    const { body } = expired(`too old resource version: ${from} (${store.version})`);
    tell({ type: 'ERROR', object: JSON.parse(body) });
    stream.push(null);
    return stream;
  }
  if (from === 0)
    for (const [, object] of server.inCollection(place)) if (isMine(object)) tell({ type: 'ADDED', object });
  for (const event of missed) hear(event);
  if (allowWatchBookmarks === 'true')
    tell({
      type: 'BOOKMARK',
      object: {
        ...{ kind: place.kind.kind, apiVersion: groupVersionOf(place.kind) },
        metadata: { resourceVersion: store.version },
      },
    });
  stream.once('close', store.follow(hear));
  return stream;
}
