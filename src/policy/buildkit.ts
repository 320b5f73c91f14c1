import type { Checks } from '../image/checks.ts';
import type { OtherFound } from './check.ts';

/** What BuildKit's own checks found, as rules of ours: `buildkit/JSONArgsRecommended`. Pure. */
export function foundByBuildkit({ warnings }: Checks): OtherFound[] {
  return warnings.map(({ name, message, line, endLine, url }) => ({
    rule: `buildkit/${name}`,
    line,
    endLine,
    message: message.replace(/\.$/, ''),
    remedy: url === '' ? 'see the build checks in the documentation of Docker' : `see ${url}`,
  }));
}
