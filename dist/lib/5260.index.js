export const id = 5260;
export const ids = [5260,4094,3707];
export const modules = {

/***/ 69060:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   copyConfiguration: () => (/* binding */ copyConfiguration),
/* harmony export */   copyLabels: () => (/* binding */ copyLabels),
/* harmony export */   createCopy: () => (/* binding */ createCopy),
/* harmony export */   isFinished: () => (/* binding */ isFinished)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57975);
/* harmony import */ var _cluster_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(20553);
/* harmony import */ var _cluster_exec_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(90555);
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(14485);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(92317);
/* harmony import */ var _detached_command_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(63303);
/* harmony import */ var _exec_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(46284);
/* harmony import */ var _pod_removal_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(67759);
/* harmony import */ var _pod_start_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(7091);
/* harmony import */ var _postgres_copy_pod_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(94094);










const copyLabels = ({ app, name }) => ({
    'slipway.dev/app': app,
    'slipway.dev/kind': 'copy',
    'slipway.dev/copy': name,
});
const runNote = 'slipway.dev/run';
const finishedNote = 'slipway.dev/finished';
async function isFinished(cluster, request) {
    const there = await cluster.get((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_3__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_3__/* .resources */ .ES.pod, request.namespace, request.name));
    return there !== undefined && isCopyOf(there, request) && isMarked(there);
}
async function createCopy(cluster, request) {
    const { namespace, name, run, resumed, report } = request;
    const path = (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_3__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_3__/* .resources */ .ES.pod, namespace, name);
    if (resumed === undefined)
        await makeCopy(cluster, request);
    else
        await demandPod(cluster, path, name, resumed);
    const uid = await (0,_pod_start_js__WEBPACK_IMPORTED_MODULE_8__/* .waitUntilRunning */ .R)(cluster, path, request);
    const raw = (0,_exec_js__WEBPACK_IMPORTED_MODULE_6__/* .podExec */ .r)({ namespace, pod: name, container: _postgres_copy_pod_js__WEBPACK_IMPORTED_MODULE_9__.copyContainer }, cluster.reach);
    const kept = {
        exec: raw,
        folder: _postgres_copy_pod_js__WEBPACK_IMPORTED_MODULE_9__.copyCommands,
        report,
        sleep: request.waits ?? request.sleep,
        gone: () => goneOf(cluster, path, name, uid),
    };
    const exec = (0,_detached_command_js__WEBPACK_IMPORTED_MODULE_5__/* .withReconnect */ .SV)({ ...kept, sleep: request.sleep });
    const { place = _postgres_copy_pod_js__WEBPACK_IMPORTED_MODULE_9__.separatePlace } = request;
    const data = (0,_postgres_copy_pod_js__WEBPACK_IMPORTED_MODULE_9__.dataOf)(place);
    const must = async (by, command) => {
        const { code, stderr } = await by(command);
        if (code !== 0)
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo(`${command[0]} failed in ${name}: ${stderr.trim().slice(0, 300)}`, 'read the log of that pod');
    };
    return {
        uid,
        exec,
        raw,
        detached: of => (0,_detached_command_js__WEBPACK_IMPORTED_MODULE_5__/* .runDetached */ .I3)(kept, of),
        path: data,
        archives: place.archives,
        start: () => must(exec, (0,_postgres_copy_pod_js__WEBPACK_IMPORTED_MODULE_9__.startCopy)(data)),
        restart: () => must((0,_detached_command_js__WEBPACK_IMPORTED_MODULE_5__/* .runDetached */ .I3)(kept, 'restart'), (0,_postgres_copy_pod_js__WEBPACK_IMPORTED_MODULE_9__.restartCopy)(data)),
        open: () => must((0,_detached_command_js__WEBPACK_IMPORTED_MODULE_5__/* .runDetached */ .I3)(kept, 'open'), (0,_postgres_copy_pod_js__WEBPACK_IMPORTED_MODULE_9__.openCopy)(data)),
        stop: async () => {
            const [forget = [], end = []] = (0,_postgres_copy_pod_js__WEBPACK_IMPORTED_MODULE_9__.stopCopy)(data);
            await must(exec, forget);
            await must(raw, end).catch((error) => {
                if (!(error instanceof _cluster_exec_js__WEBPACK_IMPORTED_MODULE_2__/* .ExecConnectionLost */ .ex))
                    throw error;
            });
            await untilEnded(cluster, path, request);
        },
        ended: () => endOf(cluster, path),
        remove: () => (0,_pod_removal_js__WEBPACK_IMPORTED_MODULE_7__/* .removePod */ .g)(cluster, path, uid, { ...request, signal: new AbortController().signal }),
        finish: async () => {
            await cluster.patch(path, 'merge', { metadata: { annotations: { [finishedNote]: run } } });
        },
    };
}
async function makeCopy(cluster, request) {
    await removeUnfinished(cluster, request);
    for (const each of request.configuration)
        await copyConfiguration(cluster, each, request);
    const pod = (0,_postgres_copy_pod_js__WEBPACK_IMPORTED_MODULE_9__.copyPod)({ ...request, labels: copyLabels(request) });
    const metadata = { ...pod.metadata, annotations: { [runNote]: request.run } };
    await make(cluster, (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_3__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_3__/* .resources */ .ES.pod, request.namespace), { ...pod, metadata }, request);
}
async function demandPod(cluster, path, name, uid) {
    const why = await goneOf(cluster, path, name, uid);
    if (why !== undefined)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo(why, 'remove what is left of this copy, then start the restore again: its data is lost');
}
async function removeUnfinished(cluster, request) {
    const path = (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_3__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_3__/* .resources */ .ES.pod, request.namespace, request.name);
    const there = await cluster.get(path);
    if (there === undefined || !isCopyOf(there, request) || isMarked(there))
        return;
    await (0,_pod_removal_js__WEBPACK_IMPORTED_MODULE_7__/* .removePod */ .g)(cluster, path, there.metadata?.uid, request);
}
async function copyConfiguration(cluster, { kind, name, source: other }, request) {
    const { from, namespace } = request;
    if (from === namespace)
        return;
    const resource = kind === 'Secret' ? _cluster_resources_js__WEBPACK_IMPORTED_MODULE_3__/* .resources */ .ES.secret : _cluster_resources_js__WEBPACK_IMPORTED_MODULE_3__/* .resources */ .ES.configMap;
    const source = await cluster.get((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_3__/* .pathOf */ .XM)(resource, from, other ?? name));
    const there = await cluster.get((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_3__/* .pathOf */ .XM)(resource, namespace, name));
    if (there !== undefined && (source === undefined || holdsTheSame(there, source)))
        return;
    if (source === undefined)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo(`${kind}/${other ?? name} does not exist in ${from}`, 'correct `configuration` of the database in slipway.yml');
    const { data, binaryData, type } = source;
    await make(cluster, (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_3__/* .pathOf */ .XM)(resource, namespace), {
        apiVersion: (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_3__/* .apiVersionOf */ .uO)(resource),
        kind,
        metadata: { name, namespace, labels: copyLabels(request) },
        ...(data === undefined ? {} : { data }),
        ...(binaryData === undefined ? {} : { binaryData }),
        ...(type === undefined ? {} : { type }),
    }, request);
}
const holdsTheSame = (one, other) => (0,node_util__WEBPACK_IMPORTED_MODULE_0__.isDeepStrictEqual)([one.data, one.binaryData], [other.data, other.binaryData]);
const isCopyOf = ({ metadata }, of) => Object.entries(copyLabels(of)).every(([key, value]) => metadata?.labels?.[key] === value);
const isMarked = ({ metadata }) => metadata?.annotations?.[finishedNote] !== undefined;
async function make(cluster, path, object, request) {
    try {
        await cluster.create(path, object);
    }
    catch (error) {
        if (!(error instanceof _cluster_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ClusterError */ .b$ && error.isConflict))
            throw error;
        const { name = '' } = object.metadata ?? {};
        const there = await cluster.get(`${path}/${name}`);
        const isOurs = there !== undefined && isCopyOf(there, request);
        if (isOurs && object.kind !== 'Pod')
            return;
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo(`${object.kind}/${name} already exists in ${request.namespace}${isOurs ? ': it belongs to a finished restore' : ''}`, 'restore into another namespace, or remove it if it is no longer needed');
    }
}
async function untilEnded(cluster, path, { name, patience, signal, sleep }) {
    const end = performance.now() + patience;
    while ((await endOf(cluster, path)) === undefined) {
        if (signal.aborted)
            throw (0,_toolkit_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .cancelled */ .KW)();
        if (performance.now() >= end)
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo(`PostgreSQL in ${name} does not stop`, 'read the log of that pod');
        await sleep(500);
    }
}
async function goneOf(cluster, path, name, uid) {
    const pod = await cluster.get(path);
    if (pod === undefined)
        return `the pod ${name} is gone`;
    if (pod.metadata?.uid !== uid)
        return `the pod ${name} was replaced by another one of the same name`;
    const ended = pod.status?.containerStatuses?.[0]?.state?.terminated;
    if (ended === undefined)
        return undefined;
    return `the pod ${name} has ended (${ended.reason ?? 'no reason given'}, exit code ${ended.exitCode})`;
}
async function endOf(cluster, path) {
    const pod = await cluster.get(path);
    if (pod === undefined)
        return 'its pod is gone';
    const ended = pod.status?.containerStatuses?.[0]?.state?.terminated;
    if (ended === undefined)
        return undefined;
    const log = await cluster.call('GET', `${path}/log?tailLines=20`).catch(() => undefined);
    const lines = (log?.body ?? '').split('\n').filter(line => /\b(FATAL|PANIC|ERROR)\b/.test(line));
    return `${lines.at(-1)?.trim().slice(0, 300) ?? ended.reason ?? 'it exited'} (exit code ${ended.exitCode})`;
}


/***/ }),

/***/ 65561:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   TH: () => (/* binding */ compareContent),
/* harmony export */   bx: () => (/* binding */ compareDatabase),
/* harmony export */   w: () => (/* binding */ contentCheck)
/* harmony export */ });
/* harmony import */ var _toolkit_count_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8999);
/* harmony import */ var _levels_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92954);


function compareDatabase(expected, found) {
    const { name } = expected;
    return [
        ...changed(name, 'server-version', 'the PostgreSQL version', majorOf(found.server), majorOf(expected.server)),
        ...ofSchema(name, expected, found),
        ...changed(name, 'marker', 'the newest marker', found.newestMarker, expected.newestMarker),
        ...ofTables(name, expected, found),
    ];
}
const compareContent = (name, expected, found) => [
    ...ofSchema(name, expected, found),
    ...ofTables(name, expected, found),
];
function contentCheck(name, tables, differences) {
    const rows = tables.reduce((sum, each) => sum + each.rows, 0);
    const sampled = tables.filter(each => each.sampled !== undefined).length;
    const some = sampled === 0 ? '' : `, ${sampled} of them sampled`;
    const matching = `${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .h)(tables.length, 'table')} with ${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .h)(rows, 'row')}, all matching the count${some}`;
    return (0,_levels_js__WEBPACK_IMPORTED_MODULE_0__.levelCheckOf)('L3', `content of ${name}`, differences.map(({ sentence }) => sentence), matching);
}
function changed(name, kind, what, now, then) {
    if (now === then)
        return [];
    return [
        { kind, name, sentence: `${what} of ${name} is ${now ?? 'missing'}; the backup has ${then ?? 'none'}` },
    ];
}
const ofSchema = (name, expected, found) => changed(name, 'schema-version', 'the schema version', found.migration, expected.migration);
function ofTables(name, expected, found) {
    return [
        ...expected.tables.flatMap(each => ofTable(name, each, tableIn(found, each))),
        ...found.tables
            .filter(each => tableIn(expected, each) === undefined)
            .map((each) => {
            const path = pathOf(name, each);
            const sentence = `the table ${path} is not in the backup: the copy was not empty before the restore`;
            return { kind: 'unexpected-table', name: path, sentence };
        }),
    ];
}
function ofTable(database, expected, found) {
    const name = pathOf(database, expected);
    const difference = (kind, sentence) => [{ kind, name, sentence }];
    if (found === undefined)
        return difference('missing-table', `the table ${name} is missing`);
    const rows = (0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .h)(expected.rows, 'row');
    const where = expected.sampled === undefined ? '' : ' in the sampled blocks';
    if (isSameSample(expected, found) && found.rows === 0 && expected.rows > 0)
        return difference('empty-table', `the table ${name} is empty${where}, but had ${rows}`);
    if (isSameSample(expected, found) && found.rows !== expected.rows)
        return difference('row-count', `the table ${name} has ${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .h)(found.rows, 'row')}${where} instead of ${expected.rows}`);
    const [now, then] = [found.key, expected.key];
    if (now?.min !== then?.min || now?.max !== then?.max)
        return difference('key-range', `the keys of the table ${name} are ${rangeOf(found)} instead of ${rangeOf(expected)}`);
    if (expected.hash === undefined || found.hash === undefined || !isSameSample(expected, found))
        return difference('content', `the content of the table ${name} cannot be compared with the backup's`);
    if (expected.hash !== found.hash)
        return difference('content', `the table ${name} has the expected ${rows}, but different content`);
    return [];
}
const isSameSample = (then, now) => then.sampled === now.sampled;
const tableIn = ({ tables }, { schema, name }) => tables.find(each => each.schema === schema && each.name === name);
const pathOf = (database, { schema, name }) => `${database}.${schema}.${name}`;
const rangeOf = ({ key }) => (key === undefined ? 'none' : `${key.min} to ${key.max}`);
const majorOf = (version) => /^\d+/.exec(version)?.[0] ?? version;


/***/ }),

/***/ 53219:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  backupFacts: () => (/* binding */ backupFacts),
  levelText: () => (/* binding */ levelText),
  reportOf: () => (/* binding */ reportOf)
});

// EXTERNAL MODULE: ./.build/js/src/recovery/levels.js
var levels = __webpack_require__(92954);
// EXTERNAL MODULE: ./.build/js/src/recovery/phases.js
var phases = __webpack_require__(96001);
// EXTERNAL MODULE: ./.build/js/src/toolkit/duration.js
var duration = __webpack_require__(38650);
// EXTERNAL MODULE: ./.build/js/src/recovery/loss.js
var recovery_loss = __webpack_require__(93638);
// EXTERNAL MODULE: ./.build/js/src/recovery/outage.js
var recovery_outage = __webpack_require__(7722);
;// CONCATENATED MODULE: ./.build/js/src/recovery/verdict.js




function judgeDrill(evidence) {
    const { refused, skipped, error, mustNotice } = evidence;
    if (refused !== undefined)
        return { verdict: 'refused', reasons: [refused] };
    if (error !== undefined)
        return { verdict: 'error', reasons: [error] };
    if (skipped !== undefined)
        return { verdict: 'skipped', reasons: [skipped] };
    const unnoticed = mustNotice?.noticed === false ? [`not detected: ${mustNotice.what}`] : [];
    const faults = [...unnoticed, ...faultsOf(evidence)];
    if (faults.length > 0)
        return { verdict: 'fail', reasons: faults };
    const missed = missedTargets(evidence);
    return missed.length > 0 ? { verdict: 'breach', reasons: missed } : { verdict: 'pass', reasons: [] };
}
function faultsOf({ outage, loss, levelChecks, required }) {
    const open = outage?.kind === 'unresolved' ? [`the service did not recover: ${outage.why}`] : [];
    const wrong = loss?.findings.filter(each => each.wrong).map(({ sentence }) => sentence) ?? [];
    return [...open, ...wrong, ...(0,levels.missingLevels)(levelChecks, required)];
}
function missedTargets({ outage, loss, bound, target, assumedDetection }) {
    const reasons = [];
    if (target === undefined)
        return reasons;
    const rto = outage?.kind === 'over' ? outage.rto + assumedDetection : undefined;
    if (outage !== undefined && rto !== undefined && rto > target.rto) {
        const assumed = assumedDetection === 0 ? '' : ` and ${(0,duration/* formatDuration */.a3)(assumedDetection)} assumed for detection`;
        reasons.push(`the recovery took ${(0,recovery_outage/* outageText */.H)(outage)}${assumed}; ${(0,duration/* formatDuration */.a3)(target.rto)} is allowed`);
    }
    const lost = loss === undefined ? undefined : (0,recovery_loss/* lostTime */.o0)(loss);
    if (loss !== undefined &&
        lost !== undefined &&
        (lost > target.rpo || (target.rpo === 0 && loss.lost.length > 0)))
        reasons.push(`${(0,recovery_loss/* pointText */.EK)(loss.point)} of writes were lost (${loss.lost.length} of ${loss.demanded} acknowledged markers); ${(0,duration/* formatDuration */.a3)(target.rpo)} is allowed`);
    if (loss === undefined && (bound === undefined || bound.atMost > target.rpo))
        reasons.push(bound === undefined
            ? `the loss was not measured, because no markers were written; ${(0,duration/* formatDuration */.a3)(target.rpo)} is allowed`
            : `the loss was not measured; it is at most ${(0,duration/* formatDuration */.a3)(bound.atMost)}, and ${(0,duration/* formatDuration */.a3)(target.rpo)} is allowed: ${bound.because}`);
    return reasons;
}

;// CONCATENATED MODULE: ./.build/js/src/recovery/drill-report.js



const backupFacts = ({ label, endedAt, size }, repository) => ({ label, repository, endedAt, bytes: size });
function reportOf(facts) {
    const { skipped: _, error: __, refused: ___, ...seen } = facts;
    const { outage, injectedAt, backup, phaseTimes, assumedDetection } = facts;
    const failedAt = injectedAt ?? facts.startedAt;
    const verdict = judgeDrill(facts);
    return {
        schema: 1,
        ...seen,
        ...verdict,
        reached: (0,levels.reached)(facts.levelChecks),
        breakdown: outage?.kind === 'over'
            ? (0,phases/* divide */.Qr)({ from: outage.from, to: outage.to }, phaseTimes, assumedDetection)
            : undefined,
        naive: {
            rto: facts.endedAt - facts.startedAt,
            ...(backup === undefined ? {} : { rpo: Math.max(0, failedAt - backup.endedAt) }),
        },
    };
}
const levelText = (level) => level === undefined ? 'none' : `${level}: ${levels.meanings[level]}`;


/***/ }),

/***/ 93638:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EK: () => (/* binding */ pointText),
/* harmony export */   O6: () => (/* binding */ boundText),
/* harmony export */   o0: () => (/* binding */ lostTime),
/* harmony export */   uk: () => (/* binding */ measureLoss)
/* harmony export */ });
/* harmony import */ var _toolkit_count_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8999);
/* harmony import */ var _toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38650);
/* harmony import */ var _ledger_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7840);



function measureLoss({ ledger, recovered, failedAt, target = Number.POSITIVE_INFINITY, skew = 0, takenOverAt = Number.POSITIVE_INFINITY, every, }) {
    if (!(every > 0))
        throw new RangeError(`markers every ${every} ms`);
    const there = new Set(recovered.map(({ seq }) => seq));
    const holes = (among) => {
        const last = among.findLast(({ seq }) => there.has(seq))?.seq ?? 0;
        return among.filter(({ seq }) => seq < last && !there.has(seq));
    };
    const demanded = (0,_ledger_js__WEBPACK_IMPORTED_MODULE_1__/* .acknowledged */ .Hn)(ledger).filter(({ ackedAt }) => ackedAt <= target - skew);
    const firstLost = demanded.findIndex(({ seq }) => !there.has(seq));
    const lost = demanded.filter(({ seq }) => !there.has(seq));
    const end = highest([Math.min(failedAt, target), ...lost.map(({ ackedAt }) => ackedAt)]);
    const point = pointOf(demanded, firstLost, end, every);
    const gaps = holes(demanded.filter(({ sentAt }) => sentAt < takenOverAt));
    const after = lost.filter(({ sentAt }) => sentAt >= takenOverAt);
    const findings = [
        unmeasured(demanded),
        lostOnes(numbers(lost), point),
        gapsAmong(numbers(gaps)),
        lostAfter(numbers(after)),
        corrupt(ledger, recovered),
        beyondTarget(recovered, target + skew),
        unknown(ledger, recovered),
        inDoubt(ledger, recovered.filter(({ sentAt }) => sentAt <= target + skew)),
    ].filter(each => each !== undefined);
    return { point, demanded: demanded.length, lost: numbers(lost), findings };
}
function lostTime({ point }) {
    switch (point.kind) {
        case 'lost':
            return point.milliseconds;
        case 'all':
            return Number.POSITIVE_INFINITY;
        case 'none':
        case 'unmeasured':
            return 0;
    }
}
const boundText = ({ atMost, because }) => `at most ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(atMost)} (a bound, not measured): ${because}`;
function pointText(point) {
    switch (point.kind) {
        case 'unmeasured':
            return 'not measured';
        case 'none':
            return `at most ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(point.atMost)}`;
        case 'lost':
            return (0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(point.milliseconds);
        case 'all':
            return `at least ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(point.atLeast)}`;
    }
}
function pointOf(demanded, firstLost, end, every) {
    const [first] = demanded;
    if (first === undefined)
        return { kind: 'unmeasured' };
    if (firstLost === -1)
        return { kind: 'none', atMost: every };
    const last = demanded[firstLost - 1];
    if (last === undefined)
        return { kind: 'all', atLeast: Math.max(0, end - first.ackedAt) };
    return { kind: 'lost', milliseconds: Math.max(0, end - last.ackedAt) };
}
function unmeasured(demanded) {
    if (demanded.length > 0)
        return undefined;
    const sentence = 'no marker was acknowledged before the failure, so the loss cannot be measured';
    return { kind: 'unmeasured', seqs: [], wrong: true, sentence };
}
function lostOnes(seqs, point) {
    if (seqs.length === 0)
        return undefined;
    const sentence = `${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_2__/* .counted */ .h)(seqs.length, 'acknowledged marker')} lost, ${pointText(point)} of writes: ${ranges(seqs)}`;
    return { kind: 'lost', seqs, wrong: false, sentence };
}
function gapsAmong(seqs) {
    if (seqs.length === 0)
        return undefined;
    const sentence = `${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_2__/* .counted */ .h)(seqs.length, 'marker')} missing although later ones exist: ${ranges(seqs)}`;
    return { kind: 'gap', seqs, wrong: true, sentence };
}
function lostAfter(seqs) {
    if (seqs.length === 0)
        return undefined;
    const sentence = `${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_2__/* .counted */ .h)(seqs.length, 'marker')} missing that the new primary had acknowledged: ${ranges(seqs)}`;
    return { kind: 'gap', seqs, wrong: true, sentence };
}
function corrupt(ledger, recovered) {
    const sent = new Map(ledger.map(({ seq, sha256 }) => [seq, sha256]));
    const seen = new Set();
    const seqs = recovered.flatMap(marker => {
        const twice = seen.has(marker.seq);
        seen.add(marker.seq);
        const hash = (0,_ledger_js__WEBPACK_IMPORTED_MODULE_1__/* .markerHash */ .nm)(marker);
        return twice || hash !== marker.sha256 || hash !== (sent.get(marker.seq) ?? hash) ? [marker.seq] : [];
    });
    if (seqs.length === 0)
        return undefined;
    const sentence = `${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_2__/* .counted */ .h)(seqs.length, 'recovered marker')} with other content than was sent: ${ranges(seqs)}`;
    return { kind: 'corrupt', seqs: ascending(seqs), wrong: true, sentence };
}
function beyondTarget(recovered, target) {
    const seqs = numbers(recovered.filter(({ sentAt }) => sentAt > target));
    if (seqs.length === 0)
        return undefined;
    const sentence = `${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_2__/* .counted */ .h)(seqs.length, 'marker')} found that came after the target: ${ranges(seqs)}; the recovery did not stop at its target`;
    return { kind: 'beyond-target', seqs, wrong: true, sentence };
}
function unknown(ledger, recovered) {
    const sent = new Set(numbers(ledger));
    const last = highest([...sent]);
    const seqs = numbers(recovered).filter(seq => !sent.has(seq) && seq <= last);
    if (seqs.length === 0)
        return undefined;
    const sentence = `${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_2__/* .counted */ .h)(seqs.length, 'marker')} found that the ledger does not list: ${ranges(seqs)}; is it the database of this run?`;
    return { kind: 'unknown', seqs, wrong: true, sentence };
}
function inDoubt(ledger, recovered) {
    const acked = new Set(numbers((0,_ledger_js__WEBPACK_IMPORTED_MODULE_1__/* .acknowledged */ .Hn)(ledger)));
    const noted = new Set(numbers(ledger));
    const last = highest([...noted]);
    const seqs = numbers(recovered).filter(seq => !acked.has(seq) && (noted.has(seq) || seq > last));
    if (seqs.length === 0)
        return undefined;
    const sentence = `${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_2__/* .counted */ .h)(seqs.length, 'marker')} found without an acknowledgement, as a commit in doubt may be: ${ranges(seqs)}`;
    return { kind: 'in-doubt', seqs, wrong: false, sentence };
}
const numbers = (markers) => ascending(markers.map(({ seq }) => seq));
const ascending = (seqs) => [...new Set(seqs)].sort((a, b) => a - b);
const highest = (values) => values.reduce((most, each) => Math.max(most, each), 0);
function ranges(seqs) {
    const runs = [];
    for (const seq of ascending(seqs)) {
        const run = runs.at(-1);
        if (run !== undefined && run[1] === seq - 1)
            run[1] = seq;
        else
            runs.push([seq, seq]);
    }
    const shown = runs.slice(0, 6).map(([from, to]) => (from === to ? `${from}` : `${from} to ${to}`));
    return [...shown, ...(runs.length > shown.length ? ['…'] : [])].join(', ');
}


/***/ }),

/***/ 97959:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ notRestoredChecks)
/* harmony export */ });
function notRestoredChecks({ databases, managed = [] }, restored, notDrilled = {}) {
    const skipped = (what, name, sentence) => {
        const why = Object.hasOwn(notDrilled, name) ? notDrilled[name] : undefined;
        const levelCheck = { level: 'L2', what, state: 'skipped' };
        return why === undefined
            ? { ...levelCheck, sentence }
            : { ...levelCheck, sentence: `it is not drilled: ${why}`, demanded: false };
    };
    const isLeft = ({ name }) => !restored.includes(name);
    return [
        ...databases
            .filter(isLeft)
            .map(({ name }) => skipped(`database ${name}`, name, 'it is not restored here; prove it with `restore`, and say so in `drills.not-drilled`')),
        ...managed
            .filter(isLeft)
            .map(({ name }) => skipped(`managed database ${name}`, name, `it is outside of the cluster and not restored here; prove it with \`restore\` and \`what: managed/${name}\``)),
    ];
}


/***/ }),

/***/ 14111:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ restoreDatabases)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _workloads_kinds_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(17103);
/* harmony import */ var _copy_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(69060);
/* harmony import */ var _drill_report_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(53219);
/* harmony import */ var _postgres_proving_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(73279);
/* harmony import */ var _postgres_wal_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(26401);
/* harmony import */ var _restore_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(94383);
/* harmony import */ var _starting_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(39653);








async function restoreDatabases(task, { contents, objects }) {
    const [levelChecks, backups] = [[], []];
    for (const each of task.databases) {
        const copy = { namespace: task.into, app: task.app, name: nameOfCopy(each) };
        if (await (0,_copy_js__WEBPACK_IMPORTED_MODULE_2__.isFinished)(task.cluster, copy))
            task.report(`an earlier run has restored the database ${each.name}; keeping it`);
        else {
            const restored = await restoreOne(task, each, contents, objects);
            levelChecks.push(...restored.levelChecks);
            backups.push(restored.backup);
        }
    }
    return { levelChecks, backups };
}
async function restoreOne(task, lost, { manifest }, objects) {
    const { recorder, signal, sleep, report, repository, cluster, into } = task;
    const copy = await recorder.during('provision', () => raise(task, lost, objects));
    const place = { stanza: lost.stanza, repository: repository.number };
    const database = manifest.databases.find(({ name }) => name === lost.name);
    const size = (0,_postgres_wal_js__WEBPACK_IMPORTED_MODULE_5__.parseSegmentSize)(database?.segment ?? 0) ?? _postgres_wal_js__WEBPACK_IMPORTED_MODULE_5__.usualSize;
    const label = database?.backups.find(each => each.repository === repository.name)?.label;
    const ages = { backup: Number.POSITIVE_INFINITY, wal: Number.POSITIVE_INFINITY };
    const proved = await (0,_postgres_proving_js__WEBPACK_IMPORTED_MODULE_4__.proveRepository)({
        exec: copy.exec,
        verifying: copy.detached('verify'),
        place,
        size,
        limits: ages,
        signal,
        now: () => cluster.now(),
    });
    const restored = await (0,_restore_js__WEBPACK_IMPORTED_MODULE_6__.restoreInto)({
        copy,
        database: lost.database,
        place,
        size,
        set: label,
        target: { kind: 'latest' },
        expected: database && { manifest, name: lost.name },
        during: recorder.during,
        signal,
        sleep,
        report,
    });
    const indexes = await (0,_restore_js__WEBPACK_IMPORTED_MODULE_6__.checkIndexes)({ copy, database: lost.database, report, signal });
    await copy.finish();
    const name = nameOfCopy(lost);
    await (0,_starting_js__WEBPACK_IMPORTED_MODULE_7__/* .createMissing */ .PM)(task, [
        {
            apiVersion: 'v1',
            kind: 'Service',
            metadata: { name: lost.service, namespace: into, labels: (0,_copy_js__WEBPACK_IMPORTED_MODULE_2__.copyLabels)({ app: task.app, name }) },
            spec: {
                selector: (0,_copy_js__WEBPACK_IMPORTED_MODULE_2__.copyLabels)({ app: task.app, name }),
                ports: [{ name: 'postgresql', port: 5432 }],
            },
        },
    ]);
    return {
        levelChecks: [...proved, ...restored.levelChecks, ...indexes],
        backup: (0,_drill_report_js__WEBPACK_IMPORTED_MODULE_3__.backupFacts)(restored.database.choice.backup, repository.name),
    };
}
const nameOfCopy = ({ name }) => `${name}-recovered`;
async function raise(task, lost, objects) {
    const { cluster, app, from, into, run, patience, signal, sleep, report } = task;
    const workload = objects.find(({ kind, metadata }) => kind === lost.workload.kind && metadata.name === lost.workload.name && metadata.namespace === from);
    const template = (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .templateOf */ .kW)(workload)?.spec;
    if (template === undefined)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the backup has no ${lost.workload.kind}/${lost.workload.name} in ${from}`, 'check that its objects were backed up, and correct `workload` of the database in slipway.yml');
    const name = nameOfCopy(lost);
    return (0,_copy_js__WEBPACK_IMPORTED_MODULE_2__.createCopy)(cluster, {
        app,
        template,
        volume: lost.volume,
        run,
        patience,
        signal,
        sleep,
        report,
        name,
        namespace: into,
        from: into,
        container: lost.container,
        configuration: lost.configuration,
    });
}


/***/ }),

/***/ 95260:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  loadArchive: () => (/* binding */ loadArchive),
  notRestoredOffline: () => (/* binding */ notRestoredOffline),
  openContents: () => (/* binding */ openContents),
  recoverOffline: () => (/* binding */ recoverOffline)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var errors = __webpack_require__(92317);
// EXTERNAL MODULE: ./.build/js/src/recovery/images.js + 1 modules
var recovery_images = __webpack_require__(33451);
// EXTERNAL MODULE: ./.build/js/src/recovery/not-restored.js
var not_restored = __webpack_require__(97959);
// EXTERNAL MODULE: ./.build/js/src/recovery/object-stores/mirror.js + 1 modules
var mirror = __webpack_require__(55893);
// EXTERNAL MODULE: ./.build/js/src/recovery/offline/checking.js
var checking = __webpack_require__(59453);
// EXTERNAL MODULE: ./.build/js/src/recovery/offline/databases.js
var databases = __webpack_require__(14111);
// EXTERNAL MODULE: ./.build/js/src/recovery/offline/files.js
var offline_files = __webpack_require__(1434);
// EXTERNAL MODULE: ./.build/js/src/recovery/offline/inventory.js
var inventory = __webpack_require__(58869);
// EXTERNAL MODULE: ./.build/js/src/cluster/resources.js
var resources = __webpack_require__(14485);
// EXTERNAL MODULE: ./.build/js/src/toolkit/map.js
var map = __webpack_require__(60630);
;// CONCATENATED MODULE: ./.build/js/src/recovery/offline/pvcs.js



async function pvcsFor({ cluster, into }, objects) {
    if (!objects.some(each => classesNamed(each).length > 0))
        return inClasses(objects, nothing);
    const found = inClasses(objects, await classesOf(cluster));
    for (const { pvc, storageClass } of found.missingClasses)
        if ((await cluster.get((0,resources/* pathOf */.XM)(resources/* resources */.ES.pvc, into, pvc))) === undefined)
            throw new errors/* UserError */.yo(`the PVC ${pvc} cannot be created: the cluster has neither its storage class ${storageClass} nor a default one`, `create that class, or the PVC itself in ${into}, then run it again`);
    return found;
}
const nothing = { names: [], defaultClass: undefined };
async function classesOf(cluster) {
    const { items } = await cluster.list((0,resources/* pathOf */.XM)(resources/* resources */.ES.storageClass, ''));
    const isUsual = ({ metadata }) => metadata?.annotations?.['storageclass.kubernetes.io/is-default-class'] === 'true';
    return {
        names: items.flatMap(({ metadata }) => metadata?.name ?? []),
        defaultClass: items.find(isUsual)?.metadata?.name,
    };
}
function inClasses(objects, { names, defaultClass }) {
    const isLost = (storageClass) => !names.includes(storageClass);
    const lost = objects
        .filter(({ kind }) => kind === 'PersistentVolumeClaim')
        .flatMap(each => classesNamed(each)
        .filter(isLost)
        .map(storageClass => ({ pvc: each.metadata.name, storageClass })));
    const wanted = (spec) => {
        const { dataSource: _, dataSourceRef: __, storageClassName, ...rest } = (0,map/* isMap */.jh)(spec) ? spec : {};
        const stays = typeof storageClassName === 'string' && (defaultClass === undefined || !isLost(storageClassName));
        return { ...rest, ...(stays || storageClassName === '' ? { storageClassName } : {}) };
    };
    return {
        objects: objects.map(object => withPvcs(object, wanted)),
        changes: defaultClass === undefined
            ? []
            : lost.map(({ pvc, storageClass }) => `the PVC ${pvc} gets the storage class ${defaultClass} instead of ${storageClass}, which this cluster does not have`),
        missingClasses: defaultClass === undefined ? lost : [],
    };
}
function withPvcs(object, change) {
    if (object.kind === 'PersistentVolumeClaim')
        return { ...object, spec: change(object.spec) };
    if (object.kind !== 'StatefulSet' || !(0,map/* isMap */.jh)(object.spec))
        return object;
    const { volumeClaimTemplates: templates } = object.spec;
    if (templates === undefined)
        return object;
    const changed = (0,map/* mapsIn */.nf)(templates).map(each => ({ ...each, spec: change(each.spec) }));
    return { ...object, spec: { ...object.spec, volumeClaimTemplates: changed } };
}
function classesNamed({ kind, spec }) {
    if (!(0,map/* isMap */.jh)(spec))
        return [];
    const pvcs = kind === 'PersistentVolumeClaim'
        ? [spec]
        : kind === 'StatefulSet'
            ? (0,map/* mapsIn */.nf)(spec.volumeClaimTemplates).map(each => each.spec)
            : [];
    return pvcs.flatMap(each => (0,map/* isMap */.jh)(each) && typeof each.storageClassName === 'string' && each.storageClassName !== ''
        ? [each.storageClassName]
        : []);
}

// EXTERNAL MODULE: ./.build/js/src/recovery/offline/relocation.js
var relocation = __webpack_require__(3707);
// EXTERNAL MODULE: ./.build/js/src/recovery/cluster-objects/portable.js
var portable = __webpack_require__(83622);
;// CONCATENATED MODULE: ./.build/js/src/recovery/offline/pgbackrest-config.js

const configures = (text, number) => new RegExp(`^\\s*repo${number}-s3-bucket\\s*=`, 'm').test(text);
function withBucket(text, number, bucket) {
    if (!configures(text, number))
        throw new errors/* UserError */.yo(`repository ${number} in the configuration of pgBackRest is not in a bucket`, 'write its configuration for the new place by hand, and create it in the namespace before the recovery');
    const { origin, host, pathname } = new URL(bucket.url);
    const own = {
        's3-endpoint': host,
        's3-region': bucket.region,
        's3-bucket': pathname.replace(/^\/+|\/+$/g, ''),
        's3-uri-style': 'path',
        's3-key': bucket.accessKey,
        's3-key-secret': bucket.secretKey,
        ...(bucket.sessionToken === undefined ? {} : { 's3-token': bucket.sessionToken }),
    };
    const lost = /^s3-(?!.*(?:^$))|^storage-(?:host|port|upload-chunk-size)$/;
    const lines = text.split('\n').flatMap(line => {
        const [, found, option = ''] = /^\s*repo(\d+)-([a-z0-9-]+)\s*=/.exec(line) ?? [];
        if (found === undefined)
            return [line];
        if (Number(found) !== number || lost.test(option))
            return [];
        return [line];
    });
    const at = lines.findIndex(line => new RegExp(`^\\s*repo${number}-`).test(line));
    const added = Object.entries(own).map(([option, value]) => `repo${number}-${option}=${value}`);
    if (origin.startsWith('http:'))
        throw new errors/* UserError */.yo(`${bucket.url} is not an https address`, 'use an https address: pgBackRest requires TLS');
    return [...lines.slice(0, at), ...added, ...lines.slice(at)].join('\n');
}

;// CONCATENATED MODULE: ./.build/js/src/recovery/offline/settings.js



function secretsOf(secrets, place) {
    const pointed = (0,portable/* movedTo */.r)(secrets, place.from, place.into).map(each => pointedSecret(each, place));
    if (place.databases.length > 0 && pointed.every(({ changed }) => !changed))
        place.report(`no archived Secret configures repository ${place.repository.number} of pgBackRest: its configuration must exist in ${place.into}`);
    return pointed.map(({ secret }) => secret);
}
function pointedSecret(secret, { repository, newBucket }) {
    if (!(0,map/* isMap */.jh)(secret.data))
        return { changed: false, secret };
    let changed = false;
    const data = Object.entries(secret.data).map(([key, value]) => {
        const text = Buffer.from(String(value), 'base64').toString('utf8');
        if (!configures(text, repository.number))
            return [key, value];
        changed = true;
        return [key, Buffer.from(withBucket(text, repository.number, newBucket)).toString('base64')];
    });
    return { changed, secret: { ...secret, data: Object.fromEntries(data) } };
}
function configurationOf(objects, { databases, backupPod, from, into }) {
    const wanted = new Set([
        ...databases.flatMap(({ configuration }) => configuration.flatMap(({ kind, name }) => (kind === 'ConfigMap' ? [name] : []))),
        ...(backupPod?.['ca-configmap'] === undefined ? [] : [backupPod['ca-configmap']]),
    ]);
    const own = objects.filter(({ kind, metadata }) => kind === 'ConfigMap' && metadata.namespace === from && wanted.has(metadata.name));
    return (0,portable/* movedTo */.r)(own, from, into);
}

// EXTERNAL MODULE: ./.build/js/src/recovery/offline/starting.js
var starting = __webpack_require__(39653);
;// CONCATENATED MODULE: ./.build/js/src/recovery/offline/recovering.js













async function recoverOffline(task) {
    await loadArchive(task);
    const opened = await openContents(task);
    const files = await (0,offline_files.restorePvcs)(task, opened);
    const { levelChecks, backups } = await (0,databases/* restoreDatabases */.b)(task, opened);
    const { started, changes } = await task.recorder.during('start', async () => {
        await (0,starting/* createMissing */.PM)(task, opened.application);
        return (0,starting/* startApplication */.xL)(task, opened.application, files.notRestored);
    });
    return {
        levelChecks: [
            ...files.levelChecks,
            ...levelChecks,
            ...notRestoredOffline(opened.contents.manifest, task.databases),
        ],
        started,
        backups,
        changes: [...new Set([...opened.changes, ...changes])],
    };
}
async function loadArchive({ folder, index, bucket, registry, place, report, recorder, }) {
    report('verifying every byte of the archive');
    const problems = await recorder.during('decide', () => (0,checking.checkArchive)(folder, index));
    if (problems.length > 0)
        throw new errors/* UserError */.yo(`the archive is damaged: ${problems[0]}${problems.length === 1 ? '' : `, and ${problems.length - 1} more`}`, 'use another copy of it');
    await recorder.during('provision', async () => {
        await (0,mirror/* restoreBucket */.VZ)((0,external_node_path_.join)(folder, inventory.places.bucket), bucket, report, { again: true });
        await (0,recovery_images.restoreImages)({ registry, folder: (0,external_node_path_.join)(folder, inventory.places.images), report }, place);
    });
}
async function openContents(task) {
    const contents = await task.contents();
    const { objects, foreign } = (0,relocation.relocated)(contents.objects, contents.manifest.images, task.place);
    const application = (0,starting/* applicationIn */.cm)(task, objects);
    const pvcs = await pvcsFor(task, application.objects);
    await (0,starting/* createMissing */.PM)(task, secretsOf(contents.secrets, task));
    await (0,starting/* createMissing */.PM)(task, configurationOf(objects, task));
    return {
        contents,
        objects,
        application: pvcs.objects,
        changes: [
            ...foreign.map(image => `${image} is not in the archive: the cluster must pull it from its old registry`),
            ...application.changes,
            ...pvcs.changes,
        ],
    };
}
function notRestoredOffline(manifest, databases, notDrilled = {}) {
    const sentence = 'their backup is in the new bucket, but they are not restored yet';
    const lacking = [
        ...manifest.objectStores.map(({ name }) => `objects of the bucket ${name}`),
        ...(manifest.redis ?? []).map(({ name }) => `redis ${name}`),
    ];
    return [
        ...lacking.map((what) => ({ level: 'L2', what, state: 'skipped', sentence })),
        ...(0,not_restored/* notRestoredChecks */.n)(manifest, databases.map(({ name }) => name), notDrilled),
    ];
}


/***/ }),

/***/ 3707:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   imageNow: () => (/* binding */ imageNow),
/* harmony export */   imagesFor: () => (/* binding */ imagesFor),
/* harmony export */   relocated: () => (/* binding */ relocated)
/* harmony export */ });
/* harmony import */ var _image_reference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(85898);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60630);


function imagesFor(running, backupPod) {
    return [...new Set([...running, ...(backupPod === undefined ? [] : [byDigest(backupPod)])])].sort();
}
function imageNow(image, archived, place) {
    const { repository, digest } = (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseReference */ .F2)(image);
    return archived.includes(byDigest(image)) ? `${place(repository)}@${digest}` : undefined;
}
function byDigest(image) {
    const { repository, digest } = (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseReference */ .F2)(image);
    return `${repository}@${digest}`;
}
function relocated(objects, archived, place) {
    const digests = new Map();
    for (const image of archived) {
        const { repository, digest } = (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseReference */ .F2)(image);
        if (digest !== undefined)
            digests.set(repository, (digests.get(repository) ?? new Set()).add(digest));
    }
    const foreign = new Set();
    const found = (image) => {
        const { repository, digest } = (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseReference */ .F2)(image);
        const known = digests.get(repository) ?? new Set();
        const [only] = known;
        const chosen = digest !== undefined && known.has(digest) ? digest : known.size === 1 ? only : undefined;
        if (chosen !== undefined && (digest === undefined || digest === chosen))
            return `${place(repository)}@${chosen}`;
        foreign.add(image);
        return image;
    };
    const moved = (name, value) => isContainers(name, value) ? value.map(container => withImage(container, found)) : value;
    return {
        objects: objects.map(each => JSON.parse(JSON.stringify(each, moved))),
        foreign: [...foreign].sort(),
    };
}
const isContainers = (name, value) => /^(?:initContainers|containers|ephemeralContainers)$/.test(name) && Array.isArray(value);
const withImage = (container, found) => (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__/* .isMap */ .jh)(container) && typeof container.image === 'string'
    ? { ...container, image: found(container.image) }
    : container;


/***/ }),

/***/ 7722:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ measureOutage),
/* harmony export */   H: () => (/* binding */ outageText)
/* harmony export */ });
/* harmony import */ var _toolkit_count_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8999);
/* harmony import */ var _toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38650);


function measureOutage({ samples, injectedAt, every, consecutive = 30 }) {
    if (!(every > 0) || !Number.isInteger(consecutive) || consecutive < 1)
        throw new RangeError(`${consecutive} probes every ${every} ms`);
    const inOrder = samples.toSorted((a, b) => a.at - b.at);
    const steady = inOrder.filter(sample => endOf(sample) <= injectedAt);
    const watched = inOrder.filter(sample => endOf(sample) > injectedAt);
    const early = steady.slice(steady.findLastIndex(({ ok }) => ok) + 1);
    const bad = [...early, ...watched].filter(({ ok }) => !ok);
    const [first] = bad;
    const last = bad.at(-1);
    const from = early[0]?.at ?? injectedAt;
    const runs = goodRuns(watched, every);
    const since = runs.filter(([begin]) => begin.at > (last?.at ?? Number.NEGATIVE_INFINITY));
    const back = since.find(({ length }) => length >= consecutive)?.[0];
    const seen = {
        from,
        ...(first?.reason === undefined ? {} : { reason: first.reason }),
        notes: [
            ...unsteady(steady.slice(0, steady.length - early.length)),
            ...pauses(watched, every),
            ...relapses(runs, last, consecutive),
        ],
    };
    const atLeast = last === undefined ? 0 : Math.max(0, last.at - from);
    if (back === undefined)
        return { kind: 'unresolved', ...seen, atLeast, why: tooFew(since.at(-1)?.length ?? 0, consecutive) };
    if (last === undefined)
        return { kind: 'unnoticed', ...seen, atMost: longestUnseen(watched, injectedAt) };
    return { kind: 'over', ...seen, to: endOf(back), rto: endOf(back) - from, atLeast };
}
function outageText(outage) {
    switch (outage.kind) {
        case 'unnoticed':
            return `at most ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(outage.atMost)}`;
        case 'over':
            return `${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(outage.rto)} (at least ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(outage.atLeast)})`;
        case 'unresolved':
            return `at least ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(outage.atLeast)}`;
    }
}
function goodRuns(samples, every) {
    const runs = [];
    let previous;
    for (const sample of samples) {
        const run = runs.at(-1);
        const continues = previous?.ok === true && pauseBetween(previous, sample) <= longestPause(every);
        if (sample.ok && continues && run !== undefined)
            run.push(sample);
        else if (sample.ok)
            runs.push([sample]);
        previous = sample;
    }
    return runs;
}
const endOf = ({ at, tookMs }) => at + tookMs;
const pauseBetween = (one, next) => next.at - endOf(one);
const longestPause = (every) => Math.max(3 * every, 1000);
function longestUnseen(watched, injectedAt) {
    const begins = [injectedAt, ...watched.map(({ at }) => Math.max(at, injectedAt))];
    return watched.reduce((most, each, index) => Math.max(most, endOf(each) - (begins[index] ?? injectedAt)), 0);
}
function unsteady(steady) {
    const bad = steady.filter(({ ok }) => !ok);
    if (bad.length === 0)
        return [];
    const reason = bad[0]?.reason;
    return [
        `${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .h)(bad.length, 'probe')} failed before the injection, and the service recovered: it was not steady${reason === undefined ? '' : ` (${reason})`}`,
    ];
}
function pauses(samples, every) {
    const long = samples
        .slice(1)
        .map((sample, index) => pauseBetween(samples[index] ?? sample, sample))
        .filter(pause => pause > longestPause(every));
    if (long.length === 0)
        return [];
    const all = long.reduce((sum, pause) => sum + pause, 0);
    return [
        `the prober paused ${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .h)(long.length, 'time')}, ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(all)} in total: nothing was observed then`,
    ];
}
function relapses(runs, last, consecutive) {
    const early = runs.filter(run => run.length >= consecutive && run[0].at < (last?.at ?? run[0].at));
    if (early.length === 0)
        return [];
    return [
        `it failed again after at least ${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .h)(consecutive, 'successful probe')}, ${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .h)(early.length, 'time')}`,
    ];
}
const tooFew = (good, consecutive) => `only ${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .h)(good, 'successful probe')} in a row at the end, but ${consecutive} are needed`;


/***/ }),

/***/ 67759:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ removePod)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);

async function removePod(cluster, path, uid, { patience, signal, sleep, }) {
    await cluster.remove(path, uid);
    const end = performance.now() + patience;
    for (;;) {
        const there = await cluster.get(path);
        if (there === undefined || (uid !== undefined && there.metadata?.uid !== uid))
            return;
        if (signal.aborted)
            throw (0,_toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .cancelled */ .KW)();
        if (performance.now() >= end)
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the pod ${path.slice(path.lastIndexOf('/') + 1)} does not terminate`, 'check whether its node is running; remove the pod with kubectl delete');
        await sleep(500);
    }
}


/***/ }),

/***/ 94094:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   copyCommands: () => (/* binding */ copyCommands),
/* harmony export */   copyContainer: () => (/* binding */ copyContainer),
/* harmony export */   copyPod: () => (/* binding */ copyPod),
/* harmony export */   copySocket: () => (/* binding */ copySocket),
/* harmony export */   dataOf: () => (/* binding */ dataOf),
/* harmony export */   openCopy: () => (/* binding */ openCopy),
/* harmony export */   restartCopy: () => (/* binding */ restartCopy),
/* harmony export */   separatePlace: () => (/* binding */ separatePlace),
/* harmony export */   startCopy: () => (/* binding */ startCopy),
/* harmony export */   stopCopy: () => (/* binding */ stopCopy),
/* harmony export */   volumeFolder: () => (/* binding */ volumeFolder)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);

const separatePlace = { folder: 'pg', archives: false };
const copyContainer = 'postgres';
const volumeFolder = '/slipway/data';
const dataOf = ({ folder }) => `${volumeFolder}/${folder}`;
const copySocket = '/slipway/run';
const copyCommands = '/slipway/run/commands';
const script = `d=$1 archive=$2 access=$3 conf=$1/postgresql.conf hba=$1/pg_hba.conf ident=$1/pg_ident.conf
rm -f $d.open
mkdir -p $d ${copySocket}/spool && chmod 700 $d
until [ -e $d.ready ]; do sleep 0.2; done
if ! [ -e $conf ]; then
  conf=${copySocket}/postgresql.conf
  for each in max_connections max_worker_processes max_wal_senders; do
    pg_controldata $d | sed -n "s/^$each setting: */$each = /p"
  done > $conf
  pg_controldata $d | sed -n 's/^max_prepared_xacts setting: */max_prepared_transactions = /p;
    s/^max_locks_per_xact setting: */max_locks_per_transaction = /p' >> $conf
fi
if ! [ -e $hba ]; then
  hba=${copySocket}/pg_hba.conf
  printf 'local all all trust\\nhost all all all scram-sha-256\\n' > $hba
fi
if ! [ -e $ident ]; then
  ident=${copySocket}/pg_ident.conf
  : > $ident
fi
while :; do
  rm -f $d.again
  listen='*'
  [ "$access" = open ] || [ -e $d.open ] || listen=
  postgres -D $d \\
    -c config_file=$conf -c data_directory=$d -c hba_file=$hba -c ident_file=$ident -c external_pid_file= \\
    -c unix_socket_directories=${copySocket} -c "listen_addresses=$listen" -c port=5432 -c ssl=off \\
    -c archive_mode=$archive -c archive_command=false -c synchronous_standby_names= \\
    -c primary_conninfo= -c primary_slot_name= -c hot_standby=on -c logging_collector=off -c log_destination=stderr &
  server=$!
  trap 'kill -INT $server' TERM
  code=0
  wait $server || code=$?
  [ -e $d.again ] || exit $code
done`;
const startCopy = (data) => ['touch', `${data}.ready`];
const restartCopy = (data) => [
    ...['sh', '-c', 'touch "$1.again" && exec pg_ctl stop --mode=fast --no-wait --silent --pgdata="$1"'],
    ...['restart', data],
];
const openCopy = (data) => [...['sh', '-ec', opening, 'open', data]];
const opening = `command -v pg_isready > /dev/null || { echo 'the image has no pg_isready' >&2; exit 127; }
touch "$1.open" "$1.again"
pg_ctl stop --mode=fast --no-wait --silent --pgdata="$1"
until pg_isready --quiet --host=127.0.0.1 --port=5432; do sleep 0.2; done`;
const stopCopy = (data) => [
    ['rm', '-f', `${data}.ready`, `${data}.again`, `${data}.open`],
    ['pg_ctl', 'stop', '--mode=fast', '--no-wait', '--silent', `--pgdata=${data}`],
];
function copyPod(copy) {
    const { name, namespace, labels, template, volume, place = separatePlace } = copy;
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
                    command: [
                        ...['/bin/sh', '-ec', script, copyContainer, dataOf(place), place.archives ? 'on' : 'off'],
                        copy.closed === true ? 'closed' : 'open',
                    ],
                    env: [...env, { name: 'PGBACKREST_SPOOL_PATH', value: `${copySocket}/spool` }],
                    ...(source.resources === undefined ? {} : { resources: source.resources }),
                    ...(source.securityContext === undefined ? {} : { securityContext: source.securityContext }),
                    volumeMounts: [
                        ...mounts,
                        { name: volume.name, mountPath: volumeFolder },
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
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the workload of the database has no container ${name ?? ''}`.trimEnd(), `set \`container\` in slipway.yml to one of ${containers.map(each => each.name).join(', ')}`);
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

/***/ 94383:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   checkIndexes: () => (/* binding */ checkIndexes),
/* harmony export */   restoreInto: () => (/* binding */ restoreInto)
/* harmony export */ });
/* harmony import */ var _differences_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(65561);
/* harmony import */ var _postgres_copy_pod_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(94094);
/* harmony import */ var _postgres_inventory_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(80845);
/* harmony import */ var _postgres_restoring_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(79111);
/* harmony import */ var _postgres_wal_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(26401);
/* harmony import */ var _steps_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(94410);






async function restoreInto(task) {
    const { copy, expected, place, once = _steps_js__WEBPACK_IMPORTED_MODULE_5__/* .inOneJob */ .L } = task;
    const counted = expected?.manifest.databases.find(({ name }) => name === expected.name);
    const lsn = counted && (0,_postgres_wal_js__WEBPACK_IMPORTED_MODULE_4__.parseLsn)(counted.lsn);
    let differences = [];
    let content = [notCompared(counted?.name)];
    const connection = { database: task.database, host: _postgres_copy_pod_js__WEBPACK_IMPORTED_MODULE_1__.copySocket };
    const look = async (of, there) => {
        content = await once('compared', async () => {
            await there();
            differences = await differencesFrom(of, task, connection);
            return [(0,_differences_js__WEBPACK_IMPORTED_MODULE_0__/* .contentCheck */ .w)(of.name, of.tables, differences)];
        });
    };
    const database = await (0,_postgres_restoring_js__WEBPACK_IMPORTED_MODULE_3__.restoreDatabase)({
        ...task,
        ...copy,
        connection,
        ...(counted === undefined || lsn === undefined || expected === undefined
            ? {}
            : { pauseAt: { lsn, at: expected.manifest.at, look: there => look(counted, there) } }),
    });
    const { target } = database.choice;
    if (counted !== undefined && target.kind === 'lsn' && target.exclusive && target.lsn === lsn)
        await task.during('verify', () => look(counted, async () => undefined));
    const ended = {
        level: 'L2',
        what: `recovery of ${place.stanza}`,
        ...(database.deviations.length === 0
            ? { state: 'passed', sentence: `ended at ${database.reached}, its target` }
            : { state: 'failed', sentence: database.deviations.map(({ sentence }) => sentence).join('; ') }),
    };
    return { database, differences, levelChecks: [ended, ...content] };
}
const notCompared = (name = 'the database') => ({
    level: 'L3',
    what: `content of ${name}`,
    state: 'skipped',
    sentence: 'the backup has no counts to compare it with',
});
async function differencesFrom(counted, { copy, report, signal }, connection) {
    report(`comparing with the counts at ${counted.lsn}`);
    const inventory = await (0,_postgres_inventory_js__WEBPACK_IMPORTED_MODULE_2__/* .takeInventory */ .O1)(copy.detached('count'), connection, {
        sampling: (0,_postgres_inventory_js__WEBPACK_IMPORTED_MODULE_2__/* .sampledIn */ .Ag)(counted.tables),
        signal,
    });
    const { lsn, timeline, backups, name } = counted;
    return (0,_differences_js__WEBPACK_IMPORTED_MODULE_0__/* .compareDatabase */ .bx)(counted, { ...(0,_postgres_inventory_js__WEBPACK_IMPORTED_MODULE_2__/* .databaseOf */ .zJ)(inventory, { lsn, timeline, backups }), name });
}
async function checkIndexes({ copy, database, report, signal, }) {
    const command = ['pg_amcheck', `--host=${_postgres_copy_pod_js__WEBPACK_IMPORTED_MODULE_1__.copySocket}`, `--database=${database}`, '--install-missing'];
    const checked = copy.detached('amcheck');
    const { code, stdout, stderr } = await checked([...command, '--heapallindexed', '--parent-check'], {
        signal,
    });
    const said = `${stdout}\n${stderr}`.split('\n').filter(line => line.trim() !== '');
    if (code === 127 || said.some(line => /could not open extension control file/.test(line))) {
        report('indexes are not checked: the image has no pg_amcheck');
        return [];
    }
    const what = `indexes of ${database}`;
    if (code === 0)
        return [{ level: 'L3', what, state: 'passed', sentence: 'each leads to all rows of its table' }];
    return [{ level: 'L3', what, state: 'failed', sentence: (said[0] ?? 'pg_amcheck failed').slice(0, 300) }];
}


/***/ })

};
