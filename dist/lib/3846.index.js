export const id = 3846;
export const ids = [3846,4094];
export const modules = {

/***/ 4094:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   copyContainer: () => (/* binding */ copyContainer),
/* harmony export */   copyData: () => (/* binding */ copyData),
/* harmony export */   copyPod: () => (/* binding */ copyPod),
/* harmony export */   copySocket: () => (/* binding */ copySocket),
/* harmony export */   restartCopy: () => (/* binding */ restartCopy),
/* harmony export */   startCopy: () => (/* binding */ startCopy)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2317);

const copyContainer = 'postgres';
const copyData = '/slipway/data/pg';
const copySocket = '/slipway/run';
const script = `d=${copyData}
mkdir -p $d ${copySocket}/spool && chmod 700 $d
until [ -e $d.ready ]; do sleep 0.2; done
if ! [ -e $d/postgresql.conf ]; then
  for each in max_connections max_worker_processes max_wal_senders; do
    pg_controldata $d | sed -n "s/^$each setting: */$each = /p"
  done > $d/postgresql.conf
  pg_controldata $d | sed -n 's/^max_prepared_xacts setting: */max_prepared_transactions = /p;
    s/^max_locks_per_xact setting: */max_locks_per_transaction = /p' >> $d/postgresql.conf
fi
[ -e $d/pg_hba.conf ] || printf 'local all all trust\\nhost all all all scram-sha-256\\n' > $d/pg_hba.conf
[ -e $d/pg_ident.conf ] || : > $d/pg_ident.conf
while :; do
  rm -f $d.again
  postgres -D $d \\
    -c data_directory=$d -c hba_file=$d/pg_hba.conf -c ident_file=$d/pg_ident.conf -c external_pid_file= \\
    -c unix_socket_directories=${copySocket} -c listen_addresses=* -c port=5432 -c ssl=off \\
    -c archive_mode=off -c synchronous_standby_names= -c primary_conninfo= -c primary_slot_name= \\
    -c hot_standby=on -c logging_collector=off -c log_destination=stderr &
  server=$!
  trap 'kill -INT $server' TERM
  code=0
  wait $server || code=$?
  [ -e $d.again ] || exit $code
done`;
const startCopy = ['touch', `${copyData}.ready`];
const restartCopy = [
    ['touch', `${copyData}.again`],
    ['pg_ctl', 'stop', '--mode=fast', '--no-wait', '--silent', `--pgdata=${copyData}`],
];
function copyPod(copy) {
    const { name, namespace, labels, template, volume } = copy;
    const source = containerOf(template, copy.container);
    const volumes = (template.volumes ?? []).filter(each => isConfiguration(each, copy.configuration));
    const kept = new Set(volumes.map(each => each.name));
    const mounts = (source.volumeMounts ?? []).filter(each => kept.has(each.name));
    const env = (source.env ?? []).filter(({ valueFrom }) => {
        const { secretKeyRef, configMapKeyRef } = valueFrom ?? {};
        const reads = [
            ...(secretKeyRef === undefined ? [] : [{ kind: 'Secret', name: secretKeyRef.name }]),
            ...(configMapKeyRef === undefined ? [] : [{ kind: 'ConfigMap', name: configMapKeyRef.name }]),
        ];
        return reads.every(({ kind, name: of }) => copy.configuration.some(each => each.kind === kind && each.name === of));
    });
    const { securityContext, imagePullSecrets, nodeSelector, tolerations } = template;
    return {
        apiVersion: 'v1',
        kind: 'Pod',
        metadata: { name, namespace, labels: { ...labels } },
        spec: {
            automountServiceAccountToken: false,
            enableServiceLinks: false,
            restartPolicy: 'Never',
            terminationGracePeriodSeconds: 5,
            ...(securityContext === undefined ? {} : { securityContext }),
            ...(imagePullSecrets === undefined ? {} : { imagePullSecrets }),
            ...(nodeSelector === undefined ? {} : { nodeSelector }),
            ...(tolerations === undefined ? {} : { tolerations }),
            containers: [
                {
                    name: copyContainer,
                    ...(source.image === undefined ? {} : { image: source.image }),
                    command: ['/bin/sh', '-ec', script],
                    env: [...env, { name: 'PGBACKREST_SPOOL_PATH', value: `${copySocket}/spool` }],
                    ...(source.resources === undefined ? {} : { resources: source.resources }),
                    ...(source.securityContext === undefined ? {} : { securityContext: source.securityContext }),
                    volumeMounts: [
                        ...mounts,
                        { name: volume.name, mountPath: '/slipway/data' },
                        { name: 'slipway-run', mountPath: copySocket },
                    ],
                },
            ],
            volumes: [...volumes, volume, { name: 'slipway-run', emptyDir: {} }],
        },
    };
}
function containerOf({ containers }, name) {
    const found = name === undefined ? containers[0] : containers.find(each => each.name === name);
    if (found !== undefined)
        return found;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the workload of the database has no container ${name ?? ''}`.trimEnd(), `name one of ${containers.map(each => each.name).join(', ')} as \`container\` in slipway.yml`);
}
function isConfiguration({ secret, configMap, projected }, configuration) {
    const has = (kind, name) => configuration.some(each => each.kind === kind && each.name === name);
    if (secret !== undefined)
        return has('Secret', secret.secretName);
    if (configMap !== undefined)
        return has('ConfigMap', configMap.name);
    const sources = projected?.sources ?? [];
    return (sources.length > 0 &&
        sources.every(each => has('Secret', each.secret?.name) || has('ConfigMap', each.configMap?.name)));
}


/***/ }),

/***/ 3846:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  checkIndexes: () => (/* binding */ checkIndexes),
  restoreInto: () => (/* binding */ restoreInto)
});

// EXTERNAL MODULE: ./.build/js/src/toolkit/count.js
var toolkit_count = __webpack_require__(8999);
;// CONCATENATED MODULE: ./.build/js/src/recovery/differences.js

function compare(expected, found) {
    const { databases, objectStores, volumes, clusterObjects, images, secrets } = found;
    const parts = { databases, objectStores, volumes, clusterObjects, images, secrets };
    const unseen = Object.entries(parts).flatMap(([part, value]) => (value === undefined ? [part] : []));
    return {
        differences: [
            ...(databases === undefined ? [] : expected.databases.flatMap(each => ofDatabase(each, databases))),
            ...(objectStores === undefined ? [] : ofStores(expected, objectStores)),
            ...(volumes === undefined ? [] : ofVolumes(expected, volumes)),
            ...(clusterObjects === undefined ? [] : ofObjects(expected, clusterObjects)),
            ...(images === undefined ? [] : missing('missing-image', 'the image', expected.images, images)),
            ...(secrets === undefined ? [] : missing('missing-secret', 'the secret', expected.secrets, secrets)),
        ],
        notCompared: [
            ...unseen,
            ...(databases === undefined ? [] : uncompared(expected, databases)),
            ...(volumes === undefined ? [] : uncomparedFiles(expected, volumes)),
        ],
    };
}
function ofDatabase(expected, databases) {
    const { name } = expected;
    const found = databases.find(each => each.name === name);
    if (found === undefined)
        return [{ kind: 'missing-database', name, sentence: `the database ${name} is missing` }];
    const changed = (kind, what, now, then) => now === then
        ? []
        : [
            {
                kind,
                name,
                sentence: `${what} of ${name} is ${now ?? 'not there'}, and was ${then ?? 'not there'}`,
            },
        ];
    return [
        ...changed('server-version', 'the PostgreSQL', majorOf(found.server), majorOf(expected.server)),
        ...changed('schema-version', 'the schema version', found.migration, expected.migration),
        ...changed('marker', 'the newest marker', found.newestMarker, expected.newestMarker),
        ...expected.tables.flatMap(each => ofTable(name, each, tableIn(found, each))),
        ...found.tables
            .filter(each => tableIn(expected, each) === undefined)
            .map((each) => {
            const path = pathOf(name, each);
            const sentence = `the table ${path} was not in the backup: the copy was not empty before`;
            return { kind: 'unexpected-table', name: path, sentence };
        }),
    ];
}
function ofTable(database, expected, found) {
    const name = pathOf(database, expected);
    const difference = (kind, sentence) => [{ kind, name, sentence }];
    if (found === undefined)
        return difference('missing-table', `the table ${name} is missing`);
    const rows = (0,toolkit_count/* counted */.h)(expected.rows, 'row');
    if (found.rows === 0 && expected.rows > 0)
        return difference('empty-table', `the table ${name} is empty, and had ${rows}`);
    if (found.rows !== expected.rows)
        return difference('row-count', `the table ${name} has ${(0,toolkit_count/* counted */.h)(found.rows, 'row')}, and had ${expected.rows}`);
    const [now, then] = [found.key, expected.key];
    if (now?.min !== then?.min || now?.max !== then?.max)
        return difference('key-range', `the keys of the table ${name} are ${rangeOf(found)}, and were ${rangeOf(expected)}`);
    if (hashesDiffer(expected, found))
        return difference('content', `the table ${name} has its ${rows}, and not what was in them`);
    return [];
}
const hashesDiffer = (then, now) => areComparable(then, now) && then.hash !== now.hash;
const areComparable = (then, now) => then.hash !== undefined && now.hash !== undefined && then.sampled === now.sampled;
function uncompared(expected, databases) {
    return expected.databases.flatMap(each => {
        const found = databases.find(({ name }) => name === each.name);
        return each.tables
            .filter(table => {
            const now = found && tableIn(found, table);
            return now !== undefined && !areComparable(table, now);
        })
            .map(table => `the contents of ${pathOf(each.name, table)}`);
    });
}
function ofStores(expected, stores) {
    return expected.objectStores.flatMap(({ name, count, hash }) => {
        const found = stores.find(each => each.name === name);
        if (found === undefined)
            return [{ kind: 'missing-object-store', name, sentence: `the object store ${name} is missing` }];
        const objects = (0,toolkit_count/* counted */.h)(found.count, 'object');
        if (found.count !== count)
            return [
                { kind: 'object-count', name, sentence: `the object store ${name} has ${objects}, and had ${count}` },
            ];
        if (found.hash === hash)
            return [];
        return [
            {
                kind: 'object-content',
                name,
                sentence: `the object store ${name} has its ${objects}, and not as they were`,
            },
        ];
    });
}
function ofVolumes(expected, volumes) {
    return expected.volumes
        .filter(({ covered }) => covered !== 'not-needed')
        .flatMap((volume) => {
        const { namespace, claim, covered } = volume;
        const name = `${namespace}/${claim}`;
        const found = volumeIn(volumes, volume);
        if (covered === 'not')
            return [{ kind: 'volume', name, sentence: `the volume ${name} was not covered by the backup` }];
        if (found === undefined)
            return [{ kind: 'volume', name, sentence: `the volume ${name} is missing` }];
        if (found.covered === covered)
            return ofFiles(name, volume.files, found.files);
        return [
            {
                kind: 'volume',
                name,
                sentence: `the volume ${name} is there and was not restored from its ${covered}`,
            },
        ];
    });
}
function ofFiles(name, then, now) {
    if (then === undefined || now === undefined || now.hash === then.hash)
        return [];
    const files = (0,toolkit_count/* counted */.h)(now.count, 'file');
    if (now.count !== then.count)
        return [{ kind: 'file-count', name, sentence: `the volume ${name} has ${files}, and had ${then.count}` }];
    return [
        { kind: 'file-content', name, sentence: `the volume ${name} has its ${files}, and not as they were` },
    ];
}
function uncomparedFiles(expected, volumes) {
    return expected.volumes
        .filter(each => each.files !== undefined)
        .filter(each => {
        const now = volumeIn(volumes, each);
        return now !== undefined && now.files === undefined;
    })
        .map(({ namespace, claim }) => `the files of ${namespace}/${claim}`);
}
function ofObjects({ clusterObjects: expected }, found) {
    return Object.entries(expected)
        .filter(([kind, count]) => (found[kind] ?? 0) < count)
        .map(([kind, count]) => ({
        kind: 'cluster-objects',
        name: kind,
        sentence: `${found[kind] ?? 0} of the kind ${kind} are there, and ${count} were`,
    }));
}
function missing(kind, what, expected, found) {
    const there = new Set(found);
    return expected
        .filter(name => !there.has(name))
        .map(name => ({ kind, name, sentence: `${what} ${name} is missing` }));
}
const volumeIn = (volumes, { namespace, claim }) => volumes.find(each => each.namespace === namespace && each.claim === claim);
const tableIn = ({ tables }, { schema, name }) => tables.find(each => each.schema === schema && each.name === name);
const pathOf = (database, { schema, name }) => `${database}.${schema}.${name}`;
const rangeOf = ({ key }) => (key === undefined ? 'none' : `${key.min} to ${key.max}`);
const majorOf = (version) => /^\d+/.exec(version)?.[0] ?? version;

// EXTERNAL MODULE: ./.build/js/src/recovery/postgres/copy-pod.js
var copy_pod = __webpack_require__(4094);
// EXTERNAL MODULE: ./.build/js/src/recovery/postgres/inventory.js
var postgres_inventory = __webpack_require__(845);
// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var errors = __webpack_require__(2317);
// EXTERNAL MODULE: ./.build/js/src/recovery/postgres/pgbackrest.js
var pgbackrest = __webpack_require__(1673);
// EXTERNAL MODULE: ./.build/js/src/recovery/postgres/proving.js + 2 modules
var proving = __webpack_require__(3153);
// EXTERNAL MODULE: ./.build/js/src/toolkit/map.js
var map = __webpack_require__(630);
// EXTERNAL MODULE: ./.build/js/src/recovery/postgres/gaps.js
var gaps = __webpack_require__(5120);
// EXTERNAL MODULE: ./.build/js/src/recovery/postgres/info.js
var info = __webpack_require__(7417);
// EXTERNAL MODULE: ./.build/js/src/recovery/postgres/timeline.js
var postgres_timeline = __webpack_require__(1902);
// EXTERNAL MODULE: ./.build/js/src/recovery/postgres/wal.js
var wal = __webpack_require__(6401);
;// CONCATENATED MODULE: ./.build/js/src/recovery/postgres/target.js





function choose(input) {
    const { target, spans, repository, stanza } = input;
    const here = stanza.backups.filter(each => each.repository === repository);
    const named = target.kind === 'backup' ? target.label : input.set;
    const passedOver = [];
    for (const backup of here.toReversed()) {
        if (named !== undefined && backup.label !== named)
            continue;
        const objection = objectionTo(backup, input, named !== undefined);
        if (objection === undefined) {
            demandWal(backup, input);
            const timeline = target.kind === 'backup' ? 'current' : (spans.at(-1)?.timeline ?? 'current');
            return { backup, target: formatTarget(target), timeline, passedOver };
        }
        passedOver.push(`the backup ${backup.label} ${objection}`);
    }
    throw none(input, here, named, passedOver);
}
function formatTarget(target) {
    switch (target.kind) {
        case 'time':
            return { type: 'time', value: timeText(target.at) };
        case 'lsn':
            return { type: 'lsn', value: (0,wal.formatLsn)(target.lsn), exclusive: target.exclusive };
        case 'xid':
            return { type: 'xid', value: target.xid, exclusive: target.exclusive };
        case 'name':
            return { type: 'name', value: target.name };
        case 'backup':
            return { type: 'immediate' };
        case 'latest':
            return { type: 'default' };
    }
}
const timeText = (at) => new Date(at).toISOString().replace('T', ' ').replace('Z', '+00');
function targetText(target) {
    switch (target.kind) {
        case 'time':
            return timeText(target.at);
        case 'lsn':
            return `${target.exclusive ? 'just before ' : ''}LSN ${(0,wal.formatLsn)(target.lsn)}`;
        case 'xid':
            return `${target.exclusive ? 'just before ' : ''}transaction ${target.xid}`;
        case 'name':
            return `restore point ${target.name}`;
        case 'backup':
            return `the end of the backup ${target.label}`;
        case 'latest':
            return 'the end of the archive';
    }
}
function endsTooLate({ endedAt, stopLsn }, target) {
    switch (target.kind) {
        case 'lsn':
            return stopLsn >= target.lsn;
        case 'time':
        case 'xid':
        case 'name':
            return endedAt + 1000 > target.at;
        case 'backup':
        case 'latest':
            return false;
    }
}
function objectionTo(backup, { stanza, target, spans }, named) {
    const end = `ended at ${timeText(backup.endedAt)} (${(0,wal.formatLsn)(backup.stopLsn)})`;
    if (endsTooLate(backup, target))
        return `${end}, not before ${targetText(target)}: it may hold what came later`;
    if ((0,info/* chainOf */.dR)(stanza, backup) === undefined)
        return 'is built upon one that is not there';
    if (backup.damaged === true && !named)
        return 'has damaged pages; name it to take it all the same';
    const timeline = timelineOf(backup);
    if (target.kind !== 'backup' && timeline !== undefined && !(0,postgres_timeline/* holds */.v9)(spans, timeline, backup.stopLsn))
        return `is of timeline ${timeline} and ${end}, which is not on the way along ${(0,postgres_timeline/* lineageText */.B6)(spans)}`;
    return undefined;
}
function none({ target, stanza, repository }, here, named, passedOver) {
    const where = `repository ${repository} of ${stanza.name}`;
    if (here.length === 0)
        return new errors/* UserError */.yo(`${where} holds no backup`, 'take another repository, or make a backup');
    if (named !== undefined && passedOver.length === 0)
        return new errors/* UserError */.yo(`${where} holds no backup ${named}`, 'name one that pgbackrest info lists');
    const reasons = passedOver.slice(-3).join('; ');
    return new errors/* UserError */.yo(`no backup in ${where} leads to ${targetText(target)}: ${reasons}`, 'choose a later target, or a repository that reaches further back');
}
function demandWal(backup, { target, spans, listing, size, repository }) {
    const from = backup.startWal === null ? undefined : (0,wal.parseSegment)(backup.startWal, size);
    if (from === undefined)
        return;
    const present = listing.segments.filter(({ size: bytes }) => bytes > 0).map(({ segment }) => segment);
    const own = [{ timeline: from.timeline, begin: 0n }];
    const end = (0,wal.segmentBefore)(from.timeline, backup.stopLsn, size);
    const missing = (0,gaps/* gaps */.sh)(present, from, end, own, size);
    if (target.kind !== 'backup') {
        const to = lastNeeded(target, spans, listing, size);
        if (to === undefined)
            throw new errors/* UserError */.yo(`the WAL up to ${targetText(target)} is not in repository ${repository}`, 'run select pg_switch_wal() where the database still is and wait until it is archived, or choose an earlier target');
        missing.push(...(0,gaps/* gaps */.sh)(present, from, to, spans, size));
    }
    const [first] = missing;
    if (first === undefined)
        return;
    throw new errors/* UserError */.yo(`from the backup ${backup.label} nothing leads to ${targetText(target)}: ${(0,gaps/* gapText */.Ml)(first, size)} not in repository ${repository}`, 'take another repository, a backup that was made later, or a target before the gap');
}
function lastNeeded(target, spans, { segments }, size) {
    const onPath = segments.filter(({ segment }) => spans.some(({ timeline, begin, end }) => timeline === segment.timeline &&
        segment.number >= (0,wal.segmentAt)(0, begin, size).number &&
        (end === undefined || segment.number < (0,wal.segmentAt)(0, end, size).number)));
    if (target.kind === 'latest')
        return onPath.at(-1)?.segment;
    if (target.kind === 'lsn') {
        const span = spans.findLast(({ begin }) => (0,wal.segmentAt)(0, begin, size).number <= (0,wal.segmentAt)(0, target.lsn, size).number);
        const needed = span && (0,wal.segmentAt)(span.timeline, target.lsn, size);
        const last = onPath.at(-1)?.segment;
        return needed === undefined || last === undefined || last.number < needed.number ? undefined : needed;
    }
    return onPath.find(({ at }) => at > target.at)?.segment;
}
function timelineOf({ startWal }) {
    return startWal === null ? undefined : Number.parseInt(startWal.slice(0, 8), 16);
}

;// CONCATENATED MODULE: ./.build/js/src/recovery/postgres/recovery-end.js





const recoveryEndQuery = `
select json_build_object(
  'inRecovery', pg_is_in_recovery(),
  'timeline', case when not pg_is_in_recovery() then substr(pg_walfile_name(pg_current_wal_insert_lsn()), 1, 8) end,
  'history', case when not pg_is_in_recovery() then pg_read_file(
    'pg_wal/' || substr(pg_walfile_name(pg_current_wal_insert_lsn()), 1, 8) || '.history', 0, 1000000, true) end,
  'replayed', pg_last_wal_replay_lsn()::text,
  'lastCommit', extract(epoch from pg_last_xact_replay_timestamp()) * 1000,
  'label', pg_read_file('backup_label.old', 0, 10000, true)
)`;
function parseRecoveryEnd(text) {
    const value = jsonOf(text);
    if (!(0,map/* isMap */.jh)(value) || typeof value.inRecovery !== 'boolean')
        throw unreadable();
    const { inRecovery, timeline, history, replayed, lastCommit, label } = value;
    const last = typeof history === 'string' ? (0,postgres_timeline/* parseHistory */.i6)(history).at(-1) : undefined;
    const lsn = typeof replayed === 'string' ? (0,wal.parseLsn)(replayed) : undefined;
    const base = typeof label === 'string' ? /^START WAL LOCATION: (\S+) /m.exec(label)?.[1] : undefined;
    const start = base === undefined ? undefined : (0,wal.parseLsn)(base);
    return {
        inRecovery,
        ...(typeof timeline === 'string' ? { timeline: Number.parseInt(timeline, 16) } : {}),
        ...(last && { left: { timeline: last.timeline, lsn: last.end, reason: last.reason } }),
        ...(lsn === undefined ? {} : { replayed: lsn }),
        ...(typeof lastCommit === 'number' ? { lastCommit } : {}),
        ...(start === undefined ? {} : { base: start }),
    };
}
function judgeRecovery(end, target, chosen, backups, archiveEnd) {
    const { left } = end;
    if (end.inRecovery)
        return [{ kind: 'in-recovery', sentence: 'the copy is still in recovery: wait until it has ended' }];
    if (left === undefined || end.timeline === undefined || end.timeline <= left.timeline)
        return [{ kind: 'no-recovery', sentence: 'the copy began no timeline of its own: it was not recovered' }];
    return [
        ...otherBackup(end, target, chosen, backups),
        ...stoppedElsewhere(left.reason, left.lsn, target, chosen, archiveEnd),
        ...beyond(end, left.lsn, target),
    ];
}
function otherBackup({ base }, target, chosen, backups) {
    const taken = base === chosen.startLsn ? chosen : backups.find(({ startLsn }) => startLsn === base);
    const name = taken?.label ?? (base === undefined ? 'none' : `one that began at ${(0,wal.formatLsn)(base)}`);
    const found = [];
    if (taken !== chosen)
        found.push({
            kind: 'other-backup',
            sentence: `the copy was recovered from another backup than ${chosen.label}: ${name}`,
        });
    if (taken !== undefined && endsTooLate(taken, target))
        found.push({
            kind: 'beyond-target',
            sentence: `the backup ${taken.label} ended at ${timeText(taken.endedAt)} (${(0,wal.formatLsn)(taken.stopLsn)}), not before ${targetText(target)}: the copy holds what came later`,
        });
    return found;
}
function stoppedElsewhere(reason, lsn, target, chosen, archiveEnd) {
    if (reason === 'no recovery target specified' && target.kind !== 'latest')
        return ignored(`ran to the end of the archive, ${(0,wal.formatLsn)(lsn)}`, target);
    if (!isStopAt(reason, target))
        return ignored(`ended ${reason}`, target);
    if (!isEarly(reason, lsn, target, chosen, archiveEnd))
        return [];
    const sentence = `the recovery ended ${reason} at ${(0,wal.formatLsn)(lsn)}, before it had reached ${targetText(target)}`;
    return [{ kind: 'too-early', sentence }];
}
function isEarly(reason, lsn, target, chosen, archiveEnd) {
    switch (target.kind) {
        case 'time':
            return (stopTime(reason) ?? 0) <= target.at;
        case 'lsn':
            return ((0,wal.parseLsn)(reason.split(' ')[2] ?? '') ?? 0n) < target.lsn;
        case 'backup':
            return lsn < chosen.stopLsn;
        case 'latest':
            return archiveEnd !== undefined && lsn <= archiveEnd;
        case 'xid':
        case 'name':
            return false;
    }
}
function isStopAt(reason, target) {
    switch (target.kind) {
        case 'time':
            return reason.startsWith('before ') && stopTime(reason) !== undefined;
        case 'lsn':
            return new RegExp(`^${target.exclusive ? 'before' : 'after'} LSN [0-9A-F]+/[0-9A-F]+$`).test(reason);
        case 'xid':
            return reason === `${target.exclusive ? 'before' : 'after'} transaction ${target.xid}`;
        case 'name':
            return reason === `at restore point "${target.name}"`;
        case 'backup':
            return reason === 'reached consistency';
        case 'latest':
            return reason === 'no recovery target specified';
    }
}
function stopTime(reason) {
    const [, day, time, micros = '', zone = ''] = /^before (\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d{1,6}))?([+-]\d\d(?::\d\d)?)$/.exec(reason) ?? [];
    const seconds = Date.parse(`${day}T${time}${zone.length === 3 ? `${zone}:00` : zone}`);
    if (Number.isNaN(seconds))
        return undefined;
    return seconds + Math.ceil(Number(micros.padEnd(6, '0')) / 1000);
}
function beyond({ lastCommit, replayed = 0n }, left, target) {
    if (target.kind === 'time' && lastCommit !== undefined && lastCommit > target.at)
        return over(`a transaction that committed at ${timeText(Math.ceil(lastCommit))}`, target);
    const last = replayed > left ? replayed : left;
    if (target.kind === 'lsn' && target.exclusive && last > target.lsn)
        return over(`a record up to ${(0,wal.formatLsn)(last)}`, target);
    return [];
}
const ignored = (what, target) => [
    { kind: 'target-ignored', sentence: `the recovery ${what} in place of ${targetText(target)}` },
];
const over = (what, target) => [
    { kind: 'beyond-target', sentence: `${what} was applied although the target was ${targetText(target)}` },
];
function jsonOf(text) {
    try {
        return JSON.parse(text);
    }
    catch (cause) {
        throw unreadable(cause);
    }
}
const unreadable = (cause) => new errors/* UserError */.yo('what the restored database says of its recovery cannot be read', 'restore it again', {
    cause,
});

// EXTERNAL MODULE: ./.build/js/src/recovery/postgres/sql.js
var sql = __webpack_require__(6677);
;// CONCATENATED MODULE: ./.build/js/src/recovery/postgres/restoring.js








async function restoreDatabase(task) {
    const { place, target, during, report } = task;
    const { contents, choice } = await during('decide', async () => {
        const contents = await (0,proving/* readRepository */.N)(task);
        return { contents, choice: choiceFrom(contents, task) };
    });
    for (const line of choice.passedOver)
        report(line);
    report(`${place.stanza}: ${choice.backup.label} from repository ${place.repository}, then to ${targetText(target)}`);
    const stop = stopOverOf(task, choice);
    await during('restore', () => copyFiles(task, choice, stop));
    const end = await during('replay', async () => {
        await task.start();
        if (stop !== undefined)
            await goOnFrom(stop, task, choice);
        return recovered(task);
    });
    const latest = contents.listing.segments.at(-1)?.segment;
    const archiveEnd = latest === undefined ? undefined : (0,wal.beginOf)(latest, task.size);
    const deviations = judgeRecovery(end, target, choice.backup, contents.stanza.backups, archiveEnd);
    const at = end.left?.lsn ?? end.replayed;
    return { choice, contents, deviations, reached: at === undefined ? 'nobody knows where' : (0,wal.formatLsn)(at) };
}
function choiceFrom({ stanza, listing, histories, archive }, { place, target, set, size }) {
    const newest = Math.max(1, ...listing.segments.map(({ segment }) => segment.timeline), ...listing.histories);
    const spans = (0,postgres_timeline/* lineage */.OZ)(newest, histories);
    if (archive === undefined || spans === undefined)
        throw new errors/* UserError */.yo(archive === undefined
            ? `repository ${place.repository} holds no WAL of ${place.stanza}`
            : `the history of timeline ${newest} is not in repository ${place.repository}`, 'take another repository');
    return choose({
        ...{ stanza, repository: place.repository, target, spans, listing, size },
        ...(set === undefined ? {} : { set }),
    });
}
const clocks = 60_000;
function stopOverOf({ stopOver, target, report }, { backup }) {
    if (stopOver === undefined)
        return undefined;
    const { lsn, at } = stopOver;
    const comesAfter = target.kind === 'latest' ||
        (target.kind === 'lsn' && target.lsn > lsn) ||
        (target.kind === 'time' && target.at > at + clocks);
    if (lsn > backup.stopLsn && comesAfter)
        return stopOver;
    report(`${(0,wal.formatLsn)(lsn)}, at which the content is known, is not on the way`);
    return undefined;
}
async function copyFiles({ exec, place, path, signal }, choice, stop) {
    const first = stop && formatTarget({ kind: 'lsn', lsn: stop.lsn, exclusive: true });
    const answer = await exec((0,pgbackrest/* restore */.PF)({
        ...place,
        set: choice.backup.label,
        target: first ?? choice.target,
        timeline: choice.timeline,
        path,
        atTarget: stop === undefined ? 'promote' : 'pause',
        archives: false,
    }), { signal });
    if (signal.aborted)
        throw (0,errors/* cancelled */.KW)();
    if (answer.code === 0)
        return;
    throw new errors/* UserError */.yo(`pgBackRest does not restore ${choice.backup.label} from repository ${place.repository} (${answer.code ?? 'ended'}): ${(0,pgbackrest/* failureIn */.Q6)(answer)}`, answer.code === 40
        ? 'empty the folder, or give it another place'
        : 'restore another backup, or from another repository');
}
async function goOnFrom(stop, task, choice) {
    const state = await until(task, async () => {
        const [row] = await (0,sql/* rowsOf */.RO)(task.exec, task.connection, pauseQuery, task.signal);
        return row?.pause === 'paused' || row?.standby === false ? row : undefined;
    });
    if (state.standby === false)
        throw new errors/* UserError */.yo(`the copy was promoted before it came to ${(0,wal.formatLsn)(stop.lsn)}`, 'see its log; the manifest may be of another database');
    await stop.look();
    await (0,sql/* rowsOf */.RO)(task.exec, task.connection, targetScript(choice.target), task.signal);
    await task.restart();
}
const pauseQuery = `select json_build_object('standby', pg_is_in_recovery(),
  'pause', case when pg_is_in_recovery() then pg_get_wal_replay_pause_state() end);`;
function targetScript({ type, value, exclusive }) {
    const settings = type === 'default' ? [] : [`alter system set recovery_target_${type} = ${(0,sql/* literal */.eu)(value ?? '')};`];
    const inclusive = type === 'default' ? [] : [`alter system set recovery_target_inclusive = ${exclusive !== true};`];
    const action = type === 'default' ? [] : [`alter system set recovery_target_action = 'promote';`];
    return [
        'alter system reset recovery_target_lsn;',
        'alter system reset recovery_target_inclusive;',
        'alter system reset recovery_target_action;',
        ...[...settings, ...inclusive, ...action],
    ].join('\n');
}
const look = 500;
async function until({ signal, sleep, ended }, ask) {
    for (;;) {
        const answer = await ask().catch((error) => {
            if (error instanceof errors/* UserError */.yo && !signal.aborted)
                return undefined;
            throw signal.aborted ? (0,errors/* cancelled */.KW)() : error;
        });
        if (answer !== undefined)
            return answer;
        const why = await ended();
        if (why !== undefined)
            throw new errors/* UserError */.yo(`PostgreSQL does not come up on the restored files: ${why}`, 'see its log; restore another backup, or to another target');
        await sleep(look);
    }
}
async function recovered(task) {
    const { exec, connection, signal, report } = task;
    let told = performance.now();
    return until(task, async () => {
        const { code, stdout } = await exec((0,sql/* psql */.tm)(connection), { input: recoveryEndQuery, signal });
        if (code !== 0)
            return undefined;
        const end = parseRecoveryEnd(stdout);
        if (!end.inRecovery)
            return end;
        if (performance.now() - told > 10_000) {
            told = performance.now();
            report(`replay is at ${end.replayed === undefined ? 'its beginning' : (0,wal.formatLsn)(end.replayed)}`);
        }
        return undefined;
    });
}

;// CONCATENATED MODULE: ./.build/js/src/recovery/restore.js





async function restoreInto(task) {
    const { copy, expected, place } = task;
    const counted = expected?.manifest.databases.find(({ name }) => name === expected.name);
    const lsn = counted && (0,wal.parseLsn)(counted.lsn);
    let comparison;
    const connection = { database: task.database, host: copy_pod.copySocket };
    const database = await restoreDatabase({
        ...task,
        ...copy,
        connection,
        path: copy_pod.copyData,
        ...(counted === undefined || lsn === undefined || expected === undefined
            ? {}
            : {
                stopOver: {
                    lsn,
                    at: expected.manifest.at,
                    look: async () => {
                        comparison = await compareWith(counted, task, connection);
                    },
                },
            }),
    });
    const { target } = task;
    if (counted !== undefined && target.kind === 'lsn' && target.exclusive && target.lsn === lsn)
        comparison = await task.during('verify', () => compareWith(counted, task, connection));
    const ended = {
        level: 'L2',
        what: `recovery of ${place.stanza}`,
        ...(database.deviations.length === 0
            ? { state: 'passed', sentence: `ended at ${database.reached}, as it was told to` }
            : { state: 'failed', sentence: database.deviations.map(({ sentence }) => sentence).join('; ') }),
    };
    return { database, comparison, rungs: [ended, ...contentRungs(counted, comparison)] };
}
async function compareWith(counted, { copy, report, signal }, connection) {
    report(`comparing with what was counted at ${counted.lsn}`);
    const inventory = await (0,postgres_inventory/* takeInventory */.O1)(copy.exec, connection, {
        sampling: (0,postgres_inventory/* sampledIn */.Ag)(counted.tables),
        signal,
    });
    const { lsn, timeline, backups, name } = counted;
    const found = { ...(0,postgres_inventory/* databaseOf */.zJ)(inventory, { lsn, timeline, backups }), name };
    const whole = { ...nothingElse, databases: [counted] };
    return compare(whole, { databases: [found] });
}
const nothingElse = {
    ...{ schema: 1, at: 0, by: { run: '-', actor: '-' }, databases: [], objectStores: [], volumes: [] },
    ...{ clusterObjects: {}, images: [], secrets: [], tools: {} },
};
function contentRungs(counted, comparison) {
    const what = `content of ${counted?.name ?? 'the database'}`;
    if (counted === undefined || comparison === undefined)
        return [
            { level: 'L3', what, state: 'skipped', sentence: 'nothing was counted that it could be compared with' },
        ];
    const { differences } = comparison;
    const rows = counted.tables.reduce((sum, each) => sum + each.rows, 0);
    const [first] = differences;
    if (first === undefined)
        return [
            {
                level: 'L3',
                what,
                state: 'passed',
                sentence: `${counted.tables.length} tables with ${rows} rows, all as counted`,
            },
        ];
    const more = differences.length === 1 ? '' : `, and ${differences.length - 1} more`;
    return [{ level: 'L3', what, state: 'failed', sentence: `${first.sentence}${more}` }];
}
async function checkIndexes({ copy, database, report, signal, }) {
    const command = ['pg_amcheck', `--host=${copy_pod.copySocket}`, `--database=${database}`, '--install-missing'];
    const { code, stdout, stderr } = await copy.exec([...command, '--heapallindexed', '--parent-check'], {
        signal,
    });
    const said = `${stdout}\n${stderr}`.split('\n').filter(line => line.trim() !== '');
    if (code === 127 || said.some(line => /could not open extension control file/.test(line))) {
        report('indexes are not checked: the image is without pg_amcheck');
        return [];
    }
    const what = `indexes of ${database}`;
    if (code === 0)
        return [{ level: 'L3', what, state: 'passed', sentence: 'each leads to all rows of its table' }];
    return [{ level: 'L3', what, state: 'failed', sentence: (said[0] ?? 'pg_amcheck failed').slice(0, 300) }];
}


/***/ })

};
