import { notAsked, type RuleJudgement } from '../../judgement.ts';
import { remedyBySource } from '../demands.ts';

/** Whether a record is about the images that are live. Pure. */

/** The release that serves. */
export interface ServingRelease {
  readonly release: number;
  /** `repository@digest` by the name of the image; empty if it has no record. */
  readonly images: Readonly<Record<string, string>>;
}

type Addition = Parameters<typeof notAsked>[1];

/** @param why why it is not known which images are live, in a clause. */
export const liveUnknown = (why: string, of: Addition = {}): RuleJudgement =>
  notAsked(`it is not known which images are live: ${why}`, { ...of, remedy: remedyBySource.assess });

/** Whether the live release has this image. */
export const isLive = ({ images }: ServingRelease, image: string, digest: unknown): boolean =>
  images[image]?.endsWith(`@${digest}`) === true;
