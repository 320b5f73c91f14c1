/** What docs/configuration.md says beside the keys of a section, by its title. */
export const notes: Readonly<Record<string, string>> = {
  strategy:
    '`canary` and `blue-green` need `service`. They roll the first time, when there is nothing to compare with.',
  gateway:
    'A release keeps the times that it started with. Set `drain` for a slow gateway where no gate measures it.',
  'verify.checks[]':
    'Add `type` or `json`: a single-page app answers every path with status 200, even one that does not exist.',
  'monitoring.receivers': 'A severity without a channel uses those of the next less severe one.',
  'recovery.repositories.*name*':
    '`locked` counts only if the bucket confirms it: `backup` and `plan` read its locks (`s3:GetObjectRetention`, `s3:GetBucketObjectLockConfiguration`). Slipway locks what it writes to `store` (`s3:PutObjectRetention`). restic and pgBackRest do not: give the bucket a default retention as long, and let pgBackRest use that of `store`, the only one that is asked.',
  'drills.cutover':
    'A command is a list of arguments, run without a shell in the folder of slipway.yml. It gets `SLIPWAY_DRILL_RUN`, `_NAMESPACE`, `_POD`, `_NODE` and `_ZONE`; that of `cutover` also `_SCRATCH`, that of `switchover` also `_PRIMARY`.',
  'drills.off-site':
    'Some networks, such as Cilium by default, do not apply a NetworkPolicy to addresses of nodes: set `inject.off-site` there.',
};
