import type { Checks } from '../image/checks.ts';
import type { OtherFound } from './check.ts';

/** Converts the warnings of BuildKit's checks to findings of rules such as `buildkit/JSONArgsRecommended`. Pure. */
export function foundByBuildkit({ warnings }: Checks): OtherFound[] {
  return warnings.map(({ name, message, line, endLine, url }) => ({
    rule: `buildkit/${name}`,
    line,
    endLine,
    message: message.replace(/\.$/, ''),
    remedy: url === '' ? 'see the build checks in the Docker documentation' : `see ${url}`,
  }));
}
