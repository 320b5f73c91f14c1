import type { Config } from '../../../config/types.ts';
import { isMap, jsonMap } from '../../../toolkit/map.ts';
import { type Judgements, metUnless, notAsked, unknown } from '../../judgement.ts';
import { isLive, liveUnknown, type ServingRelease } from './live-images.ts';

type Texts = Readonly<Record<string, string>>;

/**
 * Judges the record of `stale`. Only the images that are live must be current, but any whose base has moved is a finding. Pure.
 * @param live why it is not known, if it is not.
 */
export function judgeBases(
  { outputs }: { readonly outputs: Texts },
  config: Pick<Config, 'images'>,
  live: ServingRelease | string,
): Judgements {
  const checked = jsonMap(outputs.images ?? '') ?? {};
  const of = (name: string) => (isMap(checked[name]) ? checked[name] : {});
  const moved = Object.keys(checked).filter(name => of(name).stale === true);
  const names = Object.keys(config.images);
  if (moved.length > 0)
    return {
      'stale-bases': metUnless(
        moved.map(name => `the base image of ${name} has moved`),
        '',
        'rebuild the image',
      ),
    };
  const open = names.find(name => of(name).stale !== false);
  if (open !== undefined) {
    const why = String(of(open).why ?? 'it was not checked').slice(0, 600);
    const otherwise = `it is not known whether the base image of ${open} is current: ${why}`;
    return { 'stale-bases': unknown(outputs.reason || otherwise) };
  }
  if (typeof live === 'string') return { 'stale-bases': liveUnknown(live) };
  const other = names.find(name => !isLive(live, name, of(name).digest));
  return {
    'stale-bases':
      other === undefined
        ? metUnless([], 'base images are current')
        : notAsked(
            `the base image of ${other} is current, but release ${live.release} has another image ${other}`,
          ),
  };
}
