export const id = 4621;
export const ids = [4621,2835,6604,4010];
export const modules = {

/***/ 66779:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  d: () => (/* binding */ disruptionDrill),
  M: () => (/* binding */ loadOf)
});

// EXTERNAL MODULE: ./.build/js/src/cluster/resources.js
var resources = __webpack_require__(14485);
// EXTERNAL MODULE: ./.build/js/src/recovery/drill/application-system.js
var application_system = __webpack_require__(49691);
// EXTERNAL MODULE: ./.build/js/src/toolkit/count.js
var count = __webpack_require__(8999);
// EXTERNAL MODULE: ./.build/js/src/toolkit/duration.js
var duration = __webpack_require__(38650);
// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var errors = __webpack_require__(92317);
// EXTERNAL MODULE: ./.build/js/src/workloads/pods.js
var workloads_pods = __webpack_require__(12502);
// EXTERNAL MODULE: ./.build/js/src/recovery/levels.js
var levels = __webpack_require__(92954);
// EXTERNAL MODULE: ./.build/js/src/recovery/drill/disruption.js
var disruption = __webpack_require__(63454);
// EXTERNAL MODULE: ./.build/js/src/recovery/drill/facts.js
var facts = __webpack_require__(16696);
// EXTERNAL MODULE: ./.build/js/src/recovery/drill/patience.js
var patience = __webpack_require__(22724);
// EXTERNAL MODULE: ./.build/js/src/recovery/drill/run-drill.js
var run_drill = __webpack_require__(93086);
;// CONCATENATED MODULE: ./.build/js/src/recovery/drill/autoscaling.js









function notScalable({ metadata, spec, status }) {
    const name = `HorizontalPodAutoscaler/${metadata?.name}`;
    const active = status?.conditions?.find(({ type }) => type === 'ScalingActive');
    if (active?.status !== 'True' || (status?.currentMetrics ?? []).length === 0)
        return `${name} has no metrics${active?.message ? `: ${active.message}` : ''}`;
    const { currentReplicas = 0, desiredReplicas = 0 } = status ?? {};
    if (currentReplicas !== desiredReplicas)
        return `${name} is scaling from ${currentReplicas} to ${desiredReplicas}`;
    return desiredReplicas >= (spec?.maxReplicas ?? 0)
        ? `${name} is at its maximum of ${(0,count/* counted */.h)(desiredReplicas, 'pod')} already`
        : undefined;
}
function drillAutoscaling(drill, system) {
    return (0,run_drill/* runDrill */.B)(drill, system, async (progress, recorder) => {
        const hpa = await system.autoscaler();
        const why = notScalable(hpa);
        if (why !== undefined)
            progress.skipped = why;
        else
            await scaled(drill, system, progress, recorder, hpa);
    });
}
const readyIn = (pods) => pods.filter(pod => (0,workloads_pods/* isLiving */.O)(pod) && (0,workloads_pods/* isReady */.i_)(pod)).length;
async function scaled(drill, system, progress, recorder, hpa) {
    const { signal, pace, rejoinTimeout, load: plan } = drill;
    const { now } = system;
    const load = system.startLoad?.();
    if (load === undefined || plan === undefined)
        throw new errors/* UserError */.yo('the drill sends no requests', 'add `drills.load`');
    const was = hpa.status?.desiredReplicas ?? 0;
    const until = async (done, isLate) => {
        const from = now();
        for (;;) {
            if (done((await system.look()).pods))
                return now() - from;
            if (isLate())
                return undefined;
            await (0,patience/* pause */.v7)(pace.probes.every, signal);
        }
    };
    try {
        (0,facts/* recordStep */.IC)(drill, progress, 'scale-up');
        progress.injectedAt = now();
        system.report(`sending ${plan.rate} requests per second until the autoscaler adds pods`);
        const up = await recorder.during('detect', () => until(pods => readyIn(pods) > was, load.isOver));
        const samples = await load.stop();
        progress.mustNotice = { noticed: up !== undefined, what: 'the load (the autoscaler added no ready pod)' };
        progress.levelChecks.push((0,levels/* checkFor */.G5)('L0', 'metrics', undefined, `HorizontalPodAutoscaler/${hpa.metadata?.name} has metrics; desired replicas: ${was}`), (0,levels/* checkFor */.G5)('L1', 'scale-up', up === undefined
            ? `${(0,count/* counted */.h)(samples.length, 'request')} brought no more than ${(0,count/* counted */.h)(was, 'ready pod')}`
            : undefined, `more pods ready ${(0,duration/* formatDuration */.a3)(up ?? 0)} after the load began`));
        if (up === undefined)
            return;
        (0,facts/* recordStep */.IC)(drill, progress, 'scale-down');
        const end = now() + rejoinTimeout;
        const down = await recorder.during('verify', () => until(pods => pods.length <= was, () => now() >= end));
        progress.levelChecks.push((0,levels/* checkFor */.G5)('L2', 'scale-down', down === undefined
            ? `${(0,duration/* formatDuration */.a3)(rejoinTimeout)} after the load ended, the autoscaler had not scaled down to ${(0,count/* counted */.h)(was, 'pod')}`
            : undefined, `${(0,count/* counted */.h)(was, 'pod')} left ${(0,duration/* formatDuration */.a3)(down ?? 0)} after the load ended`), (0,disruption/* requestsCheck */.Fq)(samples, plan));
    }
    finally {
        await load.stop();
    }
}

// EXTERNAL MODULE: ./.build/js/src/recovery/drill/commands.js
var drill_commands = __webpack_require__(69549);
// EXTERNAL MODULE: ./.build/js/src/workloads/kinds.js
var kinds = __webpack_require__(17103);
// EXTERNAL MODULE: ./.build/js/src/actions/drill-guard.js
var drill_guard = __webpack_require__(17956);
// EXTERNAL MODULE: ./.build/js/src/actions/drill-live.js
var drill_live = __webpack_require__(77643);
;// CONCATENATED MODULE: ./.build/js/src/actions/drill-disruption.js









const disruptions = {
    'container-kill': 'container',
    'pod-loss': 'pod',
    'zone-drain': 'zone',
    autoscaling: 'pod',
};
async function disruptionDrill(cluster, order, id) {
    const { drills, environment, seed } = order;
    const { namespace, workload } = environment;
    if (id === 'autoscaling' && order.confirm !== '')
        throw new errors/* UserError */.yo('the `autoscaling` drill cannot run in production', 'run it in an environment for tests');
    const breaks = disruptions[id];
    const load = id === 'container-kill' ? undefined : loadOf(order, id);
    const commands = (0,drill_commands.drillCommandsOf)(drills);
    const target = { namespace, workload, breaks };
    const system = (0,application_system/* applicationSystem */.a2)(cluster, { ...target, commands, load, deadline: drills.deadline, scratch: drills.scratch?.namespace }, (0,drill_guard/* drillerOf */.i6)(order));
    const limits = (0,drill_live/* inLimits */.m7)(cluster, order, system);
    const drill = { ...(0,drill_guard/* liveFacts */.k4)(order, limits.signal), load };
    return (0,drill_guard/* behindGuard */.YU)(order, cluster, async () => {
        if (id !== 'autoscaling') {
            await (0,application_system/* requireBreakable */.DG)(cluster, target, seed);
            return (0,disruption/* drillDisruption */.bQ)({ ...drill, target: (0,drill_guard/* targetOf */.$r)(order) }, limits.system);
        }
        const autoscaler = () => autoscalerOf(cluster, order);
        await autoscaler();
        return drillAutoscaling({ ...drill, target: undefined }, { ...limits.system, autoscaler });
    });
}
function loadOf({ drills, pace }, id) {
    const { load } = drills;
    if (load === undefined)
        throw new errors/* UserError */.yo(`the drill \`${id}\` sends requests, but slipway.yml allows none`, 'add `drills.load` with the `url` that they may be sent to');
    const { url, for: time, ...rest } = load;
    return { ...rest, time, url: new URL(url), patience: pace.probes.patience };
}
async function autoscalerOf(cluster, { environment: { namespace, workload } }) {
    const { items } = await cluster.list((0,resources/* pathOf */.XM)(resources/* resources */.ES.horizontalPodAutoscaler, namespace));
    const [found, ...more] = items.filter(({ spec }) => {
        const { kind, name } = spec?.scaleTargetRef ?? {};
        return kind === workload.kind && name === workload.name;
    });
    if (found === undefined || more.length > 0)
        throw new errors/* UserError */.yo(`${(0,kinds/* titleOf */.Gg)(workload)} has ${found === undefined ? 'no autoscaler' : 'several autoscalers'}`, 'give it one HorizontalPodAutoscaler');
    return found;
}


/***/ }),

/***/ 17956:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $r: () => (/* binding */ targetOf),
/* harmony export */   Ix: () => (/* binding */ facts),
/* harmony export */   Sx: () => (/* binding */ withGuard),
/* harmony export */   YU: () => (/* binding */ behindGuard),
/* harmony export */   eI: () => (/* binding */ declaredIn),
/* harmony export */   ek: () => (/* binding */ placesOf),
/* harmony export */   i6: () => (/* binding */ drillerOf),
/* harmony export */   k4: () => (/* binding */ liveFacts),
/* harmony export */   m5: () => (/* binding */ withLeftover)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _cluster_port_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(13269);
/* harmony import */ var _recovery_drill_clock_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(66837);
/* harmony import */ var _recovery_guard_consent_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(20494);
/* harmony import */ var _recovery_guard_guarded_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(64375);
/* harmony import */ var _release_status_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(23869);
/* harmony import */ var _toolkit_origin_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(93240);
/* harmony import */ var _recovery_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(57346);








const facts = ({ owner, run, pace, signal, scenario, drills }) => ({
    ...owner,
    run,
    pace,
    signal,
    scenario,
    tools: {},
    assumedDetection: drills['assumed-detection'] ?? 0,
});
const liveFacts = (order, signal) => ({
    ...facts(order),
    seed: order.seed,
    signal,
    deadline: order.drills.deadline,
    rejoinTimeout: order.drills['rejoin-timeout'],
});
const drillerOf = ({ run, origin, pace, env, report, config }) => ({
    runId: run.id,
    holder: (0,_toolkit_origin_js__WEBPACK_IMPORTED_MODULE_5__/* .originText */ .C)(origin),
    pace,
    env,
    report,
    folder: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(config)),
    now: (0,_recovery_drill_clock_js__WEBPACK_IMPORTED_MODULE_7__/* .steadyClock */ .L)(),
});
function targetOf({ target, scenario }) {
    if (target === undefined)
        throw new Error(`${scenario.id} has no target`);
    return { rto: target.rto, rpo: target.rpo };
}
const declaredIn = ({ recovery, drills }) => (0,_recovery_js__WEBPACK_IMPORTED_MODULE_6__/* .databaseOf */ .zJ)(recovery, (0,_recovery_js__WEBPACK_IMPORTED_MODULE_6__/* .nameOfDatabase */ .US)(drills.database ?? '', recovery));
const withLeftover = (seen, left) => ({
    ...seen,
    left: [...seen.left, left],
});
async function withGuard(order, cluster, use) {
    const { drills, namespaces, released, owner } = order;
    const { 'production-context': context, clusters: allowed, 'production-clusters': production } = drills;
    const source = (0,_recovery_guard_consent_js__WEBPACK_IMPORTED_MODULE_2__/* .alertsOf */ .H)(order, cluster);
    if (source === undefined)
        order.report('firing alerts are not checked: `drills.alerts` names no Prometheus');
    const inProduction = await (0,_recovery_guard_consent_js__WEBPACK_IMPORTED_MODULE_2__/* .consentOf */ .e)(order, source);
    const rest = {
        cluster,
        productionNamespaces: namespaces,
        allowed,
        production,
        inProduction,
        hours: drills.hours,
        resumed: order.resumed,
        alerts: source && { firing: drills.alerts.firing, query: source.query.bind(source) },
        rollouts: [{ name: owner.environment, read: () => (0,_release_status_js__WEBPACK_IMPORTED_MODULE_4__.status)(cluster, released) }],
    };
    if (context === undefined || inProduction !== undefined)
        return use({ ...rest, productionCluster: undefined });
    const productionCluster = await (0,_cluster_port_js__WEBPACK_IMPORTED_MODULE_1__/* .connect */ .N)({ context });
    try {
        return await use({ ...rest, productionCluster });
    }
    finally {
        await productionCluster.close();
    }
}
const behindGuard = (order, cluster, drill) => withGuard(order, cluster, guard => (0,_recovery_guard_guarded_js__WEBPACK_IMPORTED_MODULE_3__/* .guardedLive */ .Xf)({ ...guard, namespace: order.environment.namespace }, drill));
function placesOf({ cidr, port }) {
    const [host = '', bits] = cidr.split('/');
    return bits === (host.includes(':') ? '128' : '32') ? [{ host, port }] : [];
}


/***/ }),

/***/ 34621:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  drillBy: () => (/* binding */ drillBy),
  endedFacts: () => (/* binding */ endedFacts)
});

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./.build/js/src/recovery/drill/clock.js
var clock = __webpack_require__(66837);
// EXTERNAL MODULE: ./.build/js/src/recovery/drill/errors.js
var errors = __webpack_require__(46256);
// EXTERNAL MODULE: ./.build/js/src/recovery/drill/facts.js
var facts = __webpack_require__(16696);
// EXTERNAL MODULE: ./.build/js/src/toolkit/count.js
var count = __webpack_require__(8999);
// EXTERNAL MODULE: ./.build/js/src/toolkit/duration.js
var duration = __webpack_require__(38650);
// EXTERNAL MODULE: ./.build/js/src/recovery/levels.js
var levels = __webpack_require__(92954);
// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var toolkit_errors = __webpack_require__(92317);
// EXTERNAL MODULE: ./.build/js/src/toolkit/map.js
var map = __webpack_require__(60630);
// EXTERNAL MODULE: ./.build/js/src/recovery/postgres/archive.js
var archive = __webpack_require__(8787);
// EXTERNAL MODULE: ./.build/js/src/recovery/postgres/gaps.js
var gaps = __webpack_require__(45120);
// EXTERNAL MODULE: ./.build/js/src/recovery/postgres/info.js
var info = __webpack_require__(37417);
// EXTERNAL MODULE: ./.build/js/src/recovery/postgres/pgbackrest.js
var pgbackrest = __webpack_require__(71673);
// EXTERNAL MODULE: ./.build/js/src/recovery/postgres/proving.js + 3 modules
var postgres_proving = __webpack_require__(73279);
// EXTERNAL MODULE: ./.build/js/src/recovery/postgres/timeline.js
var timeline = __webpack_require__(41902);
// EXTERNAL MODULE: ./.build/js/src/recovery/postgres/wal.js
var wal = __webpack_require__(26401);
;// CONCATENATED MODULE: ./.build/js/src/recovery/postgres/repository-copy.js









async function partOf(task) {
    const { exec, place, size, signal } = task;
    const { stanza, archive, listing, histories } = await (0,postgres_proving.readRepository)(task);
    const newest = (0,info/* newestGood */.an)(stanza, place.repository);
    const chain = newest && (0,info/* chainOf */.dR)(stanza, newest)?.toSorted((a, b) => b.startedAt - a.startedAt);
    const full = chain?.at(-1);
    if (chain === undefined || full === undefined || archive === undefined)
        throw new toolkit_errors/* UserError */.yo(`repository ${place.repository} of ${place.stanza} holds no backup that can be restored`, 'make a backup');
    const lists = await Promise.all(chain.map(async ({ label }) => {
        const answer = await exec((0,pgbackrest/* listBackupArguments */.JK)(place, label), { signal });
        if (answer.code === 0)
            return filesIn(answer.stdout, `backup/${place.stanza}/${label}`);
        throw new toolkit_errors/* UserError */.yo(`the backup ${label} in repository ${place.repository} cannot be listed: ${(0,pgbackrest/* pgbackrestFailure */.Tj)(answer)}`, 'check whether its files exist');
    }));
    const { number: from = 0 } = (0,wal.parseSegment)(full.startWal, size) ?? {};
    const needed = listing.segments.filter(({ segment }) => segment.number >= from);
    const below = `archive/${place.stanza}/${archive.id}`;
    const archived = needed.map(({ path, size: bytes }) => ({ path: `${below}/${path}`, bytes }));
    const branches = listing.histories.map(timeline => ({
        path: `${below}/${(0,wal.historyName)(timeline)}`,
        bytes: 0,
    }));
    const infos = ['backup', 'archive'].map(each => `${each}/${place.stanza}/${each}.info`);
    const files = [
        ...infos.flatMap(path => [path, `${path}.copy`].map(each => ({ path: each, bytes: 0 }))),
        ...lists.flat(),
        ...archived,
        ...branches,
    ];
    return {
        chain,
        files: files.map(checked),
        bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
        segments: onPath(needed, histories, size).map(({ segment, path }) => ({
            name: (0,wal.segmentName)(segment, size),
            path: `${below}/${path}`,
        })),
    };
}
function onPath(segments, histories, size) {
    const all = segments.map(({ segment }) => segment);
    const newest = (0,archive/* newestTimeline */.m_)([...histories.keys()], all);
    const spans = (0,timeline/* lineage */.OZ)(newest, histories);
    return spans === undefined ? segments : segments.filter(({ segment }) => (0,gaps/* isOnPath */.jY)(segment, spans, size));
}
function checked(file) {
    if (/^[A-Za-z0-9._/-]{1,1000}$/.test(file.path) && !file.path.split('/').includes('..'))
        return file;
    throw new toolkit_errors/* UserError */.yo(`the repository cannot be copied: pgBackRest does not make files with the name ${JSON.stringify(file.path.slice(0, 100))}`, 'find out what else writes to the repository');
}
function filesIn(text, below) {
    const value = JSON.parse(text);
    if (!(0,map/* isMap */.jh)(value))
        throw new Error('pgBackRest listed no files');
    return Object.entries(value).flatMap(([path, entry]) => (0,map/* isMap */.jh)(entry) && entry.type === 'file' ? [{ path: `${below}/${path}`, bytes: Number(entry.size) }] : []);
}
const copyScript = `stanza=$1 repo=$2 to=$3
export stanza repo to
rm -rf "$to" && mkdir -p "$to"
xargs -n 1 -P 4 sh -ec 'mkdir -p "$to/\${1%/*}"
pgbackrest --stanza="$stanza" --repo="$repo" --log-level-console=off --log-level-stderr=warn --raw repo-get "$1" > "$to/$1" < /dev/null' get`;
async function copyPart(exec, { files }, { stanza, repository }, folder, signal) {
    const input = `${files.map(({ path }) => path).join('\n')}\n`;
    await execOrThrow(exec, ['sh', '-ec', copyScript, 'sh', stanza, String(repository), folder], signal, input);
}
const damages = ['byte', 'segment', 'full'];
const flipScript = `byte=$(od -An -tu1 -j "$2" -N 1 "$1" | tr -d ' ')
printf "\\\\$(printf %03o $((byte ^ 1)))" | dd of="$1" bs=1 seek="$2" conv=notrunc status=none`;
const asideScript = 'mv -- "$1" "$2"';
async function damage(exec, part, stanza, folder, kind, drawn) {
    const run = (script, ...args) => execOrThrow(exec, ['sh', '-ec', script, 'sh', ...args]);
    const aside = async (path, what) => {
        await run(asideScript, `${folder}/${path}`, `${folder}.aside`);
        return { description: what, fix: () => run(asideScript, `${folder}.aside`, `${folder}/${path}`) };
    };
    switch (kind) {
        case 'byte': {
            const { path, bytes } = largest(part, stanza);
            const at = Math.floor(drawn * bytes);
            const flip = () => run(flipScript, `${folder}/${path}`, String(at));
            await flip();
            return { description: `one bit flipped in byte ${at} of ${path}`, fix: flip };
        }
        case 'segment': {
            const segment = part.segments[Math.floor(drawn * part.segments.length)];
            if (segment === undefined)
                throw new toolkit_errors/* UserError */.yo('the copied archive holds no WAL', 'run select pg_switch_wal() on the primary, and wait until the segment is archived');
            return aside(segment.path, `segment ${segment.name} removed`);
        }
        case 'full': {
            const { label } = fullOf(part);
            return aside(`backup/${stanza}/${label}`, `full backup ${label} removed`);
        }
    }
}
function largest(part, stanza) {
    const below = `backup/${stanza}/${fullOf(part).label}/`;
    const own = part.files.filter(({ path }) => path.startsWith(below) && !/\.manifest(\.copy)?$/.test(path));
    const found = own.toSorted((a, b) => b.bytes - a.bytes)[0];
    if (found !== undefined && found.bytes > 0)
        return found;
    throw new toolkit_errors/* UserError */.yo(`the backup ${fullOf(part).label} holds no file`, 'make a new backup');
}
function fullOf({ chain }) {
    const full = chain.at(-1);
    if (full === undefined)
        throw new Error('the chain has no backup');
    return full;
}
async function execOrThrow(exec, command, signal, input) {
    const answer = await exec(command, (0,map/* defined */.sw)({ signal, input }));
    if (answer.code === 0)
        return;
    throw new toolkit_errors/* UserError */.yo(`the copy of the repository could not be made or damaged (${answer.code ?? 'no exit code'}): ${(0,pgbackrest/* pgbackrestFailure */.Tj)(answer)}`, 'check whether the volume of the copy has enough space');
}

// EXTERNAL MODULE: ./.build/js/src/recovery/drill/pace.js
var drill_pace = __webpack_require__(76080);
// EXTERNAL MODULE: ./.build/js/src/recovery/drill/run-drill.js
var run_drill = __webpack_require__(93086);
;// CONCATENATED MODULE: ./.build/js/src/recovery/drill/rot.js







function drillRot(drill, system) {
    return (0,run_drill/* runDrill */.B)(drill, system, async (progress, recorder) => {
        await recorder.during('provision', system.provision);
        progress.levelChecks.push(...(await recorder.during('verify', system.prove)));
        const copied = await recorder.during('restore', system.copy);
        progress.backup = copied.backup;
        progress.notes.push(copied.sentence);
        progress.injectedAt = system.now();
        (0,facts/* recordStep */.IC)(drill, progress, 'notice');
        const unnoticed = await recorder.during('detect', () => damageEach(drill, system, progress));
        progress.mustNotice = { noticed: unnoticed.length === 0, what: unnoticed.join(', ') || 'damage' };
    });
}
async function damageEach({ seed, signal }, system, { levelChecks }) {
    const unnoticed = [];
    levelChecks.push(wholeCheck('intact copy', await system.proveCopy()));
    for (const kind of damages) {
        signal.throwIfAborted();
        const { description, fix } = await system.damage(kind, (0,drill_pace/* seededDelay */._)(`${seed} ${kind}`, 2 ** 31) / 2 ** 31);
        system.report(`checking the copy after damage: ${description}`);
        const begun = system.now();
        const fault = (await system.proveCopy()).find(({ state }) => state === 'failed');
        const took = system.now() - begun;
        await fix();
        if (fault === undefined)
            unnoticed.push(description);
        levelChecks.push({
            level: 'L1',
            what: `damage: ${description}`,
            took,
            ...(fault === undefined
                ? { state: 'failed', sentence: 'it was not detected' }
                : { state: 'passed', sentence: `detected after ${(0,duration/* formatDuration */.a3)(took)}: ${fault.sentence}` }),
        });
    }
    levelChecks.push(wholeCheck('repaired copy', await system.proveCopy()));
    return unnoticed;
}
function wholeCheck(what, proved) {
    const fault = proved.find(({ state }) => state !== 'passed');
    return (0,levels/* checkFor */.G5)('L1', what, fault && `reported as damaged although it is intact: ${fault.sentence}`, `intact, by ${(0,count/* counted */.h)(proved.length, 'check')}`);
}

// EXTERNAL MODULE: ./.build/js/src/recovery/copy.js
var recovery_copy = __webpack_require__(69060);
// EXTERNAL MODULE: ./.build/js/src/recovery/drill-report.js
var drill_report = __webpack_require__(93391);
;// CONCATENATED MODULE: ./.build/js/src/recovery/drill/rot-system.js






const folder = '/slipway/data/repository';
const noLimits = { backup: Number.POSITIVE_INFINITY, wal: Number.POSITIVE_INFINITY };
function rotSystem(cluster, target, options) {
    const { signal, now, report } = options;
    const { size, stanza, repository } = target;
    const place = { stanza, repository: repository.number };
    let copy;
    let part;
    const exec = (command, given) => {
        if (copy === undefined)
            throw new Error('there is no copy yet');
        return copy.exec(command, given);
    };
    const given = { exec, size, signal, now };
    const copied = () => {
        if (part === undefined)
            throw new Error('nothing is copied yet');
        return part;
    };
    return {
        now,
        report,
        provision: async () => {
            copy = await (0,recovery_copy.createCopy)(cluster, target.copy);
        },
        prove: async () => {
            const { archived, behind } = (await target.archiving?.(signal)) ?? {};
            return (0,postgres_proving/* proveRepository */.FC)({ ...given, limits: target.limits, place, archived, behind: behind?.atMost });
        },
        copy: async () => {
            part = await partOf({ exec, place, size, signal });
            const { bytes, files, chain, segments } = part;
            if (bytes > target.maxSize)
                throw new toolkit_errors/* UserError */.yo(`${(bytes / 2 ** 30).toFixed(1)} GiB would have to be copied, and ${(target.maxSize / 2 ** 30).toFixed(1)} are allowed`, 'increase `drills.rot.max-size`, and the size of `scratch.volume`');
            await copyPart(exec, part, place, folder, signal);
            const [newest] = chain;
            if (newest === undefined)
                throw new Error('a chain without a backup');
            return {
                backup: (0,drill_report/* backupFacts */.C)(newest, repository.name),
                sentence: `copied from ${repository.name}: ${(0,count/* counted */.h)(files.length, 'file')} of ${(0,count/* counted */.h)(chain.length, 'backup')} and ${(0,count/* counted */.h)(segments.length, 'segment')}, ${(bytes / 1e6).toFixed(1)} MB`,
            };
        },
        proveCopy: () => {
            const { chain, segments } = copied();
            return (0,postgres_proving/* proveRepository */.FC)({
                ...given,
                limits: noLimits,
                place: { ...place, folder },
                only: chain.map(({ label }) => label),
                archived: segments.at(-1)?.name,
            });
        },
        damage: (kind, drawn) => damage(exec, copied(), stanza, folder, kind, drawn),
    };
}

// EXTERNAL MODULE: ./.build/js/src/recovery/loss.js
var loss = __webpack_require__(93638);
// EXTERNAL MODULE: ./.build/js/src/recovery/outage.js
var outage = __webpack_require__(7722);
// EXTERNAL MODULE: ./.build/js/src/recovery/drill/accidental-deletion.js
var accidental_deletion = __webpack_require__(95754);
// EXTERNAL MODULE: ./.build/js/src/recovery/drill/patience.js
var patience = __webpack_require__(22724);
;// CONCATENATED MODULE: ./.build/js/src/recovery/drill/cutover.js



async function cutoverCheck(cutover) {
    const wrong = 'a record written through the public address is not in the restored system';
    const fault = await pointingFault(cutover, { wanted: true, wrong });
    return (0,levels/* checkFor */.G5)('L5', 'cut-over', fault, 'a record written through the public address is in the restored system');
}
async function failbackCheck(cutover, { pace, deadline, signal, now }) {
    const begun = now();
    await cutover.back();
    let good = 0;
    let why = 'it was not probed';
    while (good < pace.consecutive && now() - begun < deadline && !signal.aborted) {
        const fault = await cutover.probe();
        good = fault === undefined ? good + 1 : 0;
        why = fault ?? why;
        await (0,patience/* pause */.v7)(pace.probes.every, signal).catch(() => undefined);
    }
    if (good < pace.consecutive)
        return (0,levels/* checkFor */.G5)('L5', 'fail-back', `the public address has not recovered: ${why}`, '');
    const wrong = 'the public address still points to the restored system';
    const fault = await pointingFault(cutover, { wanted: false, wrong });
    return {
        ...(0,levels/* checkFor */.G5)('L5', 'fail-back', fault, `the public address points back, and ${pace.consecutive} probes in a row succeeded`),
        took: now() - begun,
    };
}
async function pointingFault({ pointsToRestored }, { wanted, wrong }) {
    const answer = await pointsToRestored();
    if ('fault' in answer)
        return `it is unknown which system answers: ${answer.fault}`;
    return answer.there === wanted ? undefined : wrong;
}
const notDrilled = {
    level: 'L5',
    what: 'cut-over',
    state: 'skipped',
    sentence: 'the cut-over was not drilled: no `cutover` is declared',
};
const notSwitched = (fault) => ({
    ...notDrilled,
    sentence: `the public address was not switched, because the restored system does not work: ${fault}`,
});
async function switchBack({ back }, system) {
    try {
        await back();
        return undefined;
    }
    catch (error) {
        return `the public address may still point to the restored system: ${(0,errors/* reportedError */.k)(error, system)}`;
    }
}

// EXTERNAL MODULE: ./.build/js/src/recovery/drill/live-checks.js
var live_checks = __webpack_require__(96431);
// EXTERNAL MODULE: ./.build/js/src/recovery/drill/phase-recorder.js
var phase_recorder = __webpack_require__(87947);
// EXTERNAL MODULE: ./.build/js/src/recovery/drill/prober.js
var drill_prober = __webpack_require__(25115);
// EXTERNAL MODULE: ./.build/js/src/recovery/drill/relay.js + 2 modules
var drill_relay = __webpack_require__(5225);
;// CONCATENATED MODULE: ./.build/js/src/recovery/drill/serving.js




async function serve(drill, system, application, prober, recorder, serving) {
    const { cutover } = system;
    const until = (look, isEnough) => (0,patience/* lookUntil */.c)(look, isEnough, { ...drill, now: system.now, end: system.now() + drill.deadline });
    const untilServed = () => until(() => (0,drill_prober/* areGood */.g)(prober.samples(), drill.pace.consecutive), Boolean);
    await recorder.during('start', application.apply);
    await recorder.during('start', application.start);
    const fault = cutover &&
        (await recorder.during('verify', () => until(application.direct, found => found === undefined)));
    if (fault !== undefined)
        serving.levelChecks.push(notSwitched(fault));
    else if (cutover !== undefined) {
        system.report('cutting over');
        await recorder.during('cutover', async () => {
            serving.isOver = true;
            await cutover.there(drill.signal);
            await untilServed();
        });
        await prober.stop();
        serving.levelChecks.push(await cutoverCheck(cutover));
    }
    else
        await recorder.during('verify', untilServed);
    serving.levelChecks.push(await (0,live_checks/* knownCheck */.qI)(application));
    serving.levelChecks.push(await (0,live_checks.freshCheck)(application));
    if (cutover === undefined || !serving.isOver)
        return;
    system.report('switching the public address back');
    serving.levelChecks.push(await failbackCheck(cutover, { ...drill, now: system.now }));
    serving.isOver = false;
}

;// CONCATENATED MODULE: ./.build/js/src/recovery/drill/scratch-drill.js














function drillScratch(drill, system, relay = drill_relay/* alone */.Q) {
    const { now, report, application, cutover } = system;
    const { required, steps } = drill.scenario;
    const has = (action) => steps.some(step => step.action === action);
    const serving = { levelChecks: [], isOver: false };
    let prober;
    const recover = async (progress, recorder) => {
        const prove = async (name, phase, look) => void progress.levelChecks.push(...(await relay.once(name, () => recorder.during(phase, look))));
        const unsteady = system.markers?.unsteady;
        if (unsteady !== undefined) {
            progress.skipped = unsteady;
            return;
        }
        const failing = await cutover?.remember();
        if (failing !== undefined)
            throw new toolkit_errors/* UserError */.yo(`the public address fails before the drill: ${failing}`, 'fix that first');
        const lost = await relay.once('lost', () => lose(drill, system));
        const { at: injectedAt, mistake, ledger, bound } = lost;
        progress.bound = bound;
        progress.injectedAt = injectedAt;
        if (mistake !== undefined)
            progress.notes.push(mistake.sentence);
        if (application !== undefined)
            prober = (0,drill_prober/* startProber */.h)({ ...drill.pace.probes, probe: application.probe, now });
        (0,facts/* recordStep */.IC)(drill, progress, 'provision');
        await recorder.during('provision', system.provision);
        if (has('load-images'))
            (0,facts/* recordStep */.IC)(drill, progress, 'load-images');
        await prove('proved', 'provision', () => system.prove(lost));
        if (has('restore-secrets'))
            (0,facts/* recordStep */.IC)(drill, progress, 'restore-secrets');
        await prove('secrets', 'restore', system.secrets);
        if (system.files !== undefined) {
            (0,facts/* recordStep */.IC)(drill, progress, 'restore-files');
            await prove('files', 'restore', system.files);
        }
        (0,facts/* recordStep */.IC)(drill, progress, 'restore-database');
        const during = (phase, work) => recorder.during(phase_recorder.phaseInRecovery[phase] ?? phase, work);
        const restored = await system.restore(injectedAt, during, mistake);
        progress.levelChecks.push(...restored.levelChecks);
        progress.backup = restored.backup;
        if (ledger === undefined)
            progress.bound ??= restored.bound;
        if (ledger !== undefined) {
            progress.loss = (0,loss/* measureLoss */.uk)({
                ledger,
                recovered: restored.recovered,
                failedAt: injectedAt,
                every: drill.pace.markers.every,
                ...(mistake && { target: (mistake.from + mistake.to) / 2, skew: (mistake.to - mistake.from) / 2 }),
            });
            progress.levelChecks.push((0,live_checks/* markersCheck */.qs)(progress.loss));
            if (progress.loss.point.kind === 'all' && mistake === undefined && restored.bound !== undefined) {
                progress.bound = restored.bound;
                progress.notes.push(`every marker was lost; the loss of all writes is ${(0,loss/* boundText */.O6)(restored.bound)}`);
            }
            if (mistake !== undefined) {
                progress.levelChecks.push((0,accidental_deletion/* deletionCheck */.nP)(mistake, ledger, restored.recovered));
                const replayed = recorder.phaseTimes().find(({ phase }) => phase === 'replay')?.from ?? injectedAt;
                progress.outage = (0,accidental_deletion/* outageOf */.nu)(mistake, replayed, restored.at);
            }
        }
        const watching = prober;
        if (application !== undefined && watching !== undefined) {
            for (const does of ['apply-objects', 'start', 'verify'])
                (0,facts/* recordStep */.IC)(drill, progress, does);
            if (cutover !== undefined)
                (0,facts/* recordStep */.IC)(drill, progress, 'cut-over');
            const { levelChecks, outage } = await relay.once('served', async () => {
                await serve(drill, system, application, watching, recorder, serving);
                return {
                    levelChecks: serving.levelChecks,
                    outage: outageSeen(drill, await watching.stop(), injectedAt),
                };
            });
            serving.levelChecks = [];
            progress.levelChecks.push(...levelChecks);
            if (outage !== undefined)
                progress.outage = outage;
        }
        if (cutover === undefined && has('cut-over'))
            progress.levelChecks.push(notDrilled);
        (0,facts/* recordStep */.IC)(drill, progress, 'verify');
        progress.levelChecks.push(...(await relay.once('inspected', system.inspect)));
    };
    const clear = async (progress) => {
        progress.levelChecks.push(...serving.levelChecks);
        const left = serving.isOver && cutover !== undefined ? await switchBack(cutover, system) : undefined;
        const samples = await prober?.stop();
        if (progress.outage === undefined && samples !== undefined && progress.injectedAt !== undefined)
            progress.outage = outageSeen(drill, samples, progress.injectedAt);
        if (relay.jobs > 1)
            progress.notes.push(`the drill ran in ${relay.jobs} consecutive jobs`);
        return left === undefined ? [] : [left];
    };
    const conducting = {
        relay,
        jobs: relay.jobs,
        required: required === 'L5' && cutover === undefined ? 'L4' : required,
    };
    return (0,run_drill/* runDrill */.B)(drill, { now, report, clear }, recover, (0,facts/* newProgress */.gu)(), conducting).finally(() => prober?.stop());
}
async function lose(drill, system) {
    const mistake = await deleteByMistake(drill, system);
    const ledger = await system.markers?.stop();
    const { behind: bound, archived } = (ledger === undefined ? await system.behind() : undefined) ?? {};
    const at = mistake?.to ?? system.now();
    return {
        at,
        ...(mistake && { mistake }),
        ...(ledger && { ledger }),
        ...(bound && { bound }),
        ...(archived === undefined ? {} : { archived }),
    };
}
const outageSeen = ({ pace }, samples, injectedAt) => (0,outage/* measureOutage */.C)({ samples, injectedAt, every: pace.probes.every, consecutive: pace.consecutive });
async function deleteByMistake({ pace, seed, run, signal }, system) {
    if (system.mistake === undefined)
        return undefined;
    await (0,patience/* pause */.v7)((0,drill_pace/* seededDelay */._)(seed ?? run.id, pace.spread), signal);
    const mistake = await system.mistake(signal);
    system.report(mistake.sentence);
    await (0,patience/* pause */.v7)(pace.consecutive * pace.markers.every, signal);
    return mistake;
}

// EXTERNAL MODULE: ./.build/js/src/recovery/drill/scratch-objects.js
var scratch_objects = __webpack_require__(83956);
// EXTERNAL MODULE: ./.build/js/src/cluster/resources.js
var resources = __webpack_require__(14485);
// EXTERNAL MODULE: ./.build/js/src/recovery/cluster-objects/applying.js
var applying = __webpack_require__(5809);
// EXTERNAL MODULE: ./.build/js/src/recovery/postgres/copy-pod.js
var copy_pod = __webpack_require__(94094);
// EXTERNAL MODULE: ./.build/js/src/recovery/postgres/markers.js
var postgres_markers = __webpack_require__(21014);
// EXTERNAL MODULE: ./.build/js/src/recovery/postgres/sql.js
var sql = __webpack_require__(16677);
// EXTERNAL MODULE: ./.build/js/src/recovery/restore.js
var restore = __webpack_require__(94383);
// EXTERNAL MODULE: ./.build/js/src/cluster/forward.js
var forward = __webpack_require__(31629);
// EXTERNAL MODULE: ./.build/js/src/recovery/drill/functional.js
var drill_functional = __webpack_require__(51594);
;// CONCATENATED MODULE: ./.build/js/src/recovery/drill/application-client.js


const notUp = 'it is not ready yet';
function applicationClient(cluster, of) {
    const { patience, signal, sleep } = of;
    let forward;
    let check;
    return {
        check: () => check,
        open: async () => {
            forward = await untilForwarded(cluster, of);
            const { functional, before, report } = of;
            check = (0,drill_functional.functionalCheck)({ ...functional, base: forward.base }, before, report);
            const end = performance.now() + patience.start;
            while ((await check.remember(patience.look)) !== undefined && performance.now() < end) {
                signal.throwIfAborted();
                await sleep(500);
            }
        },
        direct: async () => (check === undefined ? notUp : check.whole(patience.look)),
        knownRecord: async () => (check === undefined ? notUp : check.knownRecord(patience.look)),
        notCompared: of.before === undefined && of.functional['known-value'] === undefined
            ? 'nothing is known to compare it with, because the live system did not return it before: set `drills.application.known-value`'
            : undefined,
        fresh: of.functional.write && (async () => (check === undefined ? notUp : check.fresh?.(patience.look))),
        close: () => forward?.close(),
    };
}
async function untilForwarded({ reach }, of) {
    const end = performance.now() + of.patience.start;
    for (;;) {
        try {
            return await (0,forward.forwardTo)({ namespace: of.namespace, service: of.service, port: of.port }, reach);
        }
        catch (error) {
            if (performance.now() >= end)
                throw error;
            of.signal.throwIfAborted();
            await of.sleep(1000);
        }
    }
}

// EXTERNAL MODULE: ./.build/js/src/recovery/drill/encrypted.js
var encrypted = __webpack_require__(2723);
// EXTERNAL MODULE: ./.build/js/src/recovery/guard/side-effects.js
var side_effects = __webpack_require__(13727);
// EXTERNAL MODULE: ./.build/js/src/recovery/restoring-parts.js + 1 modules
var restoring_parts = __webpack_require__(84158);
;// CONCATENATED MODULE: ./.build/js/src/recovery/drill/scratch-application.js





function objectsOf(cluster, { copy }, { objects, start, secrets }) {
    const copied = [...copy.configuration, ...secrets].map(({ kind, name }) => `${kind}/${name}`);
    const expected = objects.filter(each => !copied.includes(titleOf(each)));
    const awake = expected.map(each => {
        const replicas = start.includes(titleOf(each)) ? (0,side_effects/* replicasBefore */.PY)(each) : undefined;
        return replicas === undefined
            ? (0,applying/* scaleDown */.R)(each)
            : { ...each, spec: { ...each.spec, replicas } };
    });
    return (0,restoring_parts.objectsCheck)({ cluster, from: copy.from, into: copy.namespace }, awake, `${(0,count/* counted */.h)(expected.length, 'object')} of the set created, all unchanged; those with side effects are suspended`);
}
const titleOf = ({ kind, metadata }) => `${kind}/${metadata.name}`;
async function startAll(cluster, { objects, start }, namespace) {
    for (const object of objects) {
        const replicas = (0,side_effects/* replicasBefore */.PY)(object);
        if (!start.includes(titleOf(object)) || replicas === undefined)
            continue;
        const resource = object.kind === 'StatefulSet' ? resources/* resources */.ES.statefulSet : resources/* resources */.ES.deployment;
        await cluster.patch((0,resources/* pathOf */.XM)(resource, namespace, object.metadata.name), 'merge', { spec: { replicas } });
    }
}

;// CONCATENATED MODULE: ./.build/js/src/recovery/drill/scratch-system.js














function scratchSystem(cluster, target, options) {
    const { signal, now, waits, once, report } = options;
    const { namespace } = target.copy;
    const place = { stanza: target.stanza, repository: target.repository.number };
    const { application, markers } = target;
    let copy;
    const copyOrThrow = () => {
        if (copy === undefined)
            throw new Error('there is no copy yet');
        return copy;
    };
    const client = application &&
        applicationClient(cluster, {
            ...application,
            namespace,
            signal,
            sleep: options.sleep,
            patience: { start: target.copy.patience, look: options.patience },
            report,
        });
    let isOver = false;
    const cutover = target.cutover && cutoverBy(target.cutover, options, () => client?.check());
    const system = {
        now,
        report,
        markers: markers && { stop: markers.stop, unsteady: markers.unsteady },
        mistake: markers?.mistake,
        cutover: cutover && {
            ...cutover,
            there: async (signal) => {
                await cutover.there(signal);
                isOver = true;
            },
        },
        behind: async () => target.archiving?.(signal),
        provision: async () => {
            const service = (0,resources/* pathOf */.XM)(resources/* resources */.ES.service, namespace);
            const raise = async (resumed) => {
                copy = await (0,recovery_copy.createCopy)(cluster, { ...target.copy, waits, resumed });
                if ((await cluster.get(`${service}/${target.service}`)) === undefined)
                    await cluster.create(service, (0,recovery_copy.serviceOfCopy)(target.service, target.copy));
                return { pod: copy.uid };
            };
            const { pod } = await once('raised', () => raise());
            if (copy === undefined)
                await raise(pod);
        },
        prove: ({ archived, bound }) => (0,postgres_proving/* proveRepository */.FC)({
            exec: copyOrThrow().exec,
            files: Promise.resolve([]),
            place,
            size: target.size,
            limits: target.limits,
            archived,
            behind: bound?.atMost,
            signal,
            now,
        }),
        restore: async (lostAt, during, mistake) => {
            const read = () => (0,postgres_proving.readRepository)({ exec: copyOrThrow().exec, place, size: target.size, signal });
            const to = async () => {
                if (mistake === undefined)
                    return { kind: 'latest', at: lostAt };
                await (0,accidental_deletion/* untilArchived */.xI)(mistake, { ...target, repository: target.repository.name }, options, read);
                return mistake.target;
            };
            const brought = await once('restored', async () => {
                const restored = await (0,restore.restoreInto)({
                    copy: copyOrThrow(),
                    database: target.database,
                    place,
                    expected: target.expected,
                    target: to,
                    once,
                    set: target.set,
                    size: target.size,
                    during,
                    signal,
                    sleep: waits,
                    report,
                });
                const { backup, last, lastAt } = restored.database.choice;
                return {
                    levelChecks: restored.levelChecks,
                    backup: (0,drill_report/* backupFacts */.C)(backup, target.repository.name),
                    ...(lastAt === undefined
                        ? {}
                        : {
                            bound: {
                                atMost: Math.max(0, lostAt - lastAt),
                                because: `${last} is the newest segment in the archive`,
                            },
                        }),
                    at: now(),
                };
            });
            const connection = { database: target.database, host: copy_pod.copySocket };
            const markersNow = async (run) => (0,postgres_markers/* markersOf */.Bs)(await (0,sql/* rowsOf */.RO)(copyOrThrow().exec, connection, (0,postgres_markers/* readMarkers */.mC)(run, 0), signal));
            return { ...brought, recovered: markers === undefined ? [] : await markersNow(markers.runId) };
        },
        secrets: async () => [...target.known],
        files: target.files && (() => target.files?.(cluster, once) ?? Promise.resolve([])),
        inspect: async () => {
            const { exec } = copyOrThrow();
            const connection = { database: target.database, host: copy_pod.copySocket };
            const levelChecks = await (0,restore.checkIndexes)({
                copy: copyOrThrow(),
                database: target.database,
                report,
                signal,
            });
            const verifying = copyOrThrow().detached('verify');
            levelChecks.push(await (0,postgres_proving/* readBackWhole */.x2)({ exec, verifying, place, size: target.size, signal, now }));
            for (const each of target.encrypted) {
                const path = (0,resources/* pathOf */.XM)(resources/* resources */.ES.secret, target.copy.from, each.secret);
                levelChecks.push(await (0,encrypted/* encryptedCheck */.py)(exec, connection, each, await cluster.get(path), signal));
            }
            if (application !== undefined)
                levelChecks.push(await objectsOf(cluster, target, application));
            return levelChecks;
        },
        application: application &&
            client && {
            ...client,
            apply: async () => {
                for (const each of application.secrets)
                    await (0,recovery_copy.copyConfiguration)(cluster, each, target.copy);
                const { objects } = application;
                await (0,applying/* applyExport */.T)({ cluster, objects, overwrite: true, scaledDown: true, report });
            },
            start: async () => {
                await startAll(cluster, application, namespace);
                await client.open();
            },
            probe: async () => {
                if (cutover === undefined || client.check() === undefined)
                    return client.direct();
                return isOver ? cutover.probe() : 'it is not cut over yet';
            },
        },
    };
    return { system, close: () => client?.close() };
}
function cutoverBy({ public: address, there, back }, { patience, report }, restored) {
    const check = (0,drill_functional.functionalCheck)(address, undefined, report);
    return {
        there,
        back,
        remember: () => check.remember(patience),
        probe: () => check.whole(patience),
        pointsToRestored: async () => {
            const put = await check.put(patience);
            if ('fault' in put)
                return put;
            const copy = restored();
            if (copy === undefined)
                return { fault: 'the restored application is not ready' };
            return { there: (await copy.holds(put.kept, patience)) === undefined };
        },
    };
}

// EXTERNAL MODULE: ./.build/js/src/recovery/guard/guarded.js + 5 modules
var guarded = __webpack_require__(64375);
// EXTERNAL MODULE: ./.build/js/src/recovery/postgres/freshness.js
var freshness = __webpack_require__(24058);
// EXTERNAL MODULE: ./.build/js/src/workloads/kinds.js
var kinds = __webpack_require__(17103);
;// CONCATENATED MODULE: ./.build/js/src/actions/drill-application.js

async function readKnownRecord({ url, ...rest }, { pace, report }) {
    const check = (0,drill_functional.functionalCheck)({ ...rest, base: new URL(url) }, undefined, report);
    const found = await check.read(pace.probes.patience);
    if (found.body === undefined)
        report(`the known record cannot be compared with that at ${url}, which cannot be read: ${found.fault}`);
    return found.body;
}
const withoutUrl = ({ url: _, ...rest }) => rest;
const functionalOf = ({ url: _, host: __, ...rest }) => rest;

// EXTERNAL MODULE: ./.build/js/src/recovery/postgres/archiver.js
var archiver = __webpack_require__(20597);
;// CONCATENATED MODULE: ./.build/js/src/recovery/postgres/loss-bound.js


function lossBound(archiver, size, lag) {
    const { archived, archivedAgo, current, timeout, waiting } = archiver;
    const name = archived?.slice(0, 24);
    const last = (0,wal.parseSegment)(name, size);
    const open = (0,wal.parseSegment)(current, size);
    if (last === undefined || open === undefined || archivedAgo === undefined)
        return undefined;
    const since = archivedAgo + lag;
    if (waiting > 0 || last.number < open.number - 1)
        return {
            atMost: since,
            because: `${name} was archived ${(0,duration/* formatDuration */.a3)(archivedAgo)} earlier, and segments closed since then are not archived`,
        };
    if (timeout > 0 && timeout + lag < since)
        return {
            atMost: timeout + lag,
            because: `everything before ${current} was archived, and archive_timeout closes that segment after ${(0,duration/* formatDuration */.a3)(timeout)}`,
        };
    return {
        atMost: since,
        because: `${name} was archived ${(0,duration/* formatDuration */.a3)(archivedAgo)} earlier${timeout > 0 ? '' : ', and archive_timeout is off'}`,
    };
}

// EXTERNAL MODULE: ./.build/js/src/recovery/postgres/members.js
var members = __webpack_require__(84650);
// EXTERNAL MODULE: ./.build/js/src/actions/drill-guard.js
var drill_guard = __webpack_require__(17956);
// EXTERNAL MODULE: ./.build/js/src/actions/recovery.js
var actions_recovery = __webpack_require__(57346);
;// CONCATENATED MODULE: ./.build/js/src/actions/drill-archiving.js








const settled = 2000;
const looks = 20;
async function primaryOf(cluster, namespace, declared, signal) {
    const { pods } = await (0,actions_recovery/* podsOf */.EB)(cluster, namespace, declared);
    return (await (0,members.membersOf)(pods, { database: declared.database }, signal)).primary;
}
async function segmentSizeOf(cluster, order) {
    const { namespace } = order.environment;
    const declared = (0,drill_guard/* declaredIn */.eI)(order);
    try {
        return (await primaryOf(cluster, namespace, declared, order.signal)).segmentSize;
    }
    catch (error) {
        if (!(error instanceof toolkit_errors/* UserError */.yo) || order.signal.aborted)
            throw error;
        order.report(`the size of WAL segments is taken to be 16 MiB: ${error.message}`);
        return wal.usualSize;
    }
}
const archivingBy = (cluster, order) => async (signal) => {
    const { namespace } = order.environment;
    const declared = (0,drill_guard/* declaredIn */.eI)(order);
    const { database, 'archive-lag': lag } = declared;
    try {
        const primary = await primaryOf(cluster, namespace, declared, signal);
        const ask = () => (0,archiver/* askArchiver */.k)(primary.exec, { database }, signal);
        let state = await ask();
        for (let look = 1; (state.archivedAgo ?? settled) < settled && look < looks; look += 1) {
            await (0,promises_.setTimeout)(500, undefined, { signal });
            state = await ask();
        }
        const behind = lossBound(state, primary.segmentSize, lag);
        return behind && { behind, archived: state.archived?.slice(0, 24) };
    }
    catch (error) {
        if (!(error instanceof toolkit_errors/* UserError */.yo) || signal.aborted)
            throw error;
        order.report(`the state of WAL archiving is unknown: ${error.message}`);
        return undefined;
    }
};

// EXTERNAL MODULE: ./.build/js/src/actions/drill-disruption.js + 1 modules
var drill_disruption = __webpack_require__(66779);
// EXTERNAL MODULE: ./.build/js/src/recovery/scratch/probe.js
var probe = __webpack_require__(71794);
// EXTERNAL MODULE: ./.build/js/src/cluster/exec.js
var exec = __webpack_require__(90555);
// EXTERNAL MODULE: ./.build/js/src/recovery/drill/egress-cut.js
var egress_cut = __webpack_require__(31213);
// EXTERNAL MODULE: ./.build/js/src/recovery/feasibility.js
var feasibility = __webpack_require__(95344);
// EXTERNAL MODULE: ./.build/js/src/recovery/ledger.js
var ledger = __webpack_require__(7840);
// EXTERNAL MODULE: ./.build/js/src/recovery/drill/fault.js
var fault = __webpack_require__(10159);
// EXTERNAL MODULE: ./.build/js/src/recovery/drill/live.js + 1 modules
var live = __webpack_require__(17759);
;// CONCATENATED MODULE: ./.build/js/src/recovery/drill/off-site-down.js









function drillOffSiteDown(drill, system, archives) {
    return (0,run_drill/* runDrill */.B)(drill, system, (progress, recorder) => (0,live/* underWatch */.G)(drill, system, progress, (watch, { victim }) => whileCutOff(drill, system, archives, progress, watch, recorder, victim)));
}
async function whileCutOff(drill, system, archives, progress, watch, recorder, victim) {
    const { signal } = drill;
    const already = await archives.offSiteFault(signal);
    if (already !== undefined) {
        progress.skipped = `the off-site repository failed before the drill: ${already}`;
        return;
    }
    progress.levelChecks.length = 0;
    const before = await archives.archiver(signal);
    await (0,fault/* withFault */.D)(system, victim, progress, 'the off-site repository is still cut off', async (fix) => {
        system.report('cutting off the off-site repository');
        await recorder.during('inject', () => system.inject(victim, signal));
        const injectedAt = system.now();
        progress.injectedAt = injectedAt;
        (0,facts/* recordStep */.IC)(drill, progress, 'notice');
        const noticing = await recorder.during('detect', () => untilNoticed(drill, system, archives, before));
        progress.mustNotice = { noticed: noticing.noticed, what: 'the outage of the off-site repository' };
        progress.levelChecks.push(...noticing.levelChecks);
        system.report('restoring access to the off-site repository');
        await fix();
        (0,facts/* recordStep */.IC)(drill, progress, 'catch-up');
        progress.levelChecks.push(await recorder.during('replay', () => untilCaughtUp(drill, system, archives, noticing.most, progress)));
        const { archived } = await archives.archiver(signal);
        progress.levelChecks.push(...(await recorder.during('verify', () => archives.prove(archived))));
        progress.levelChecks.push(writesCheck(watch.writer.entries(), injectedAt, system.now()));
        const bad = watch.prober.samples().filter(({ ok, at }) => !ok && at >= injectedAt).length;
        progress.notes.push(`${(0,count/* counted */.h)(bad, 'probe')} of the application failed meanwhile`);
    });
}
async function untilNoticed({ within, pace, signal }, { now }, archives, before) {
    const begun = now();
    const most = { waiting: before.waiting, bytes: before.bytes };
    const until = async (look) => {
        for (;;) {
            const found = await look();
            const after = now() - begun;
            if (found !== undefined && after <= within)
                return { after, found };
            if (after > within)
                return undefined;
            await (0,patience/* pause */.v7)(pace.probes.every, signal);
        }
    };
    const [proving, counting, archiving] = await Promise.all([
        until(() => archives.offSiteFault(signal)),
        until(async () => {
            const { failed, waiting, bytes } = await archives.archiver(signal);
            most.waiting = Math.max(most.waiting, waiting);
            most.bytes = Math.max(most.bytes, bytes);
            return failed > before.failed ? failed : undefined;
        }),
        until(async () => {
            const newest = await archives.onSite(signal);
            return newest !== undefined && newest >= before.current ? newest : undefined;
        }),
    ]);
    const allowed = `${(0,duration/* formatDuration */.a3)(within)} allowed`;
    return {
        noticed: proving !== undefined && counting !== undefined,
        most,
        levelChecks: [
            levelCheck('L0', 'detection by the repository check', proving !== undefined, proving === undefined
                ? `it reported nothing (${allowed})`
                : `after ${(0,duration/* formatDuration */.a3)(proving.after)} (${allowed}): ${proving.found}`),
            levelCheck('L0', 'detection by the alert rule', counting !== undefined, counting === undefined
                ? `PostgreSQL counted no failure (${allowed})`
                : `PostgreSQL counted a failure after ${(0,duration/* formatDuration */.a3)(counting.after)} (${allowed}); ${feasibility/* notArchived */.AF.alert} fires ${feasibility/* notArchived */.AF.for} later`),
            levelCheck('L0', 'archiving to the on-site repository', archiving !== undefined, archiving === undefined
                ? `${before.current} has not arrived (${allowed})`
                : `${archiving.found} arrived after ${(0,duration/* formatDuration */.a3)(archiving.after)}`),
        ],
    };
}
async function untilCaughtUp({ rejoinTimeout, pace, signal }, { now }, archives, most, { notes }) {
    const begun = now();
    const { current } = await archives.archiver(signal);
    let { waiting, bytes } = most;
    const isDone = ({ archived }) => archived !== undefined && archived.slice(0, 24) >= current;
    const look = async () => {
        const found = await archives.archiver(signal);
        waiting = Math.max(waiting, found.waiting);
        bytes = Math.max(bytes, found.bytes);
        return found;
    };
    const every = Math.max(500, pace.probes.every);
    const state = await (0,patience/* lookUntil */.c)(look, isDone, { pace, signal, every, now, end: begun + rejoinTimeout });
    const mega = (count) => `${(count / 1e6).toFixed(0)} MB`;
    notes.push(`up to ${(0,count/* counted */.h)(waiting, 'segment')} waited for archiving, ${state.waiting} at the end; pg_wal grew to ${mega(bytes)}, with ${mega(state.bytes)} at the end: PostgreSQL recycles some segments`);
    const took = now() - begun;
    const good = isDone(state);
    return {
        ...levelCheck('L1', 'all WAL archived afterwards', good, good
            ? `${current}, written when access was restored, was archived ${(0,duration/* formatDuration */.a3)(took)} later, with ${state.waiting} waiting`
            : `${current} is not archived after ${(0,duration/* formatDuration */.a3)(took)}, with ${(0,count/* counted */.h)(state.waiting, 'segment')} waiting`),
        took,
    };
}
const longestSilence = 10_000;
function writesCheck(entries, from, to) {
    const acked = (0,ledger/* acknowledged */.Hn)(entries).flatMap(({ ackedAt }) => (ackedAt >= from ? [ackedAt] : []));
    const times = [from, ...acked.toSorted((a, b) => a - b), to];
    const silence = Math.max(...times.slice(1).map((at, index) => at - (times[index] ?? at)));
    return levelCheck('L0', 'writes continue', silence <= longestSilence, `${(0,count/* counted */.h)(acked.length, 'marker')} acknowledged meanwhile, the longest gap was ${(0,duration/* formatDuration */.a3)(silence)}`);
}
const levelCheck = (level, what, good, sentence) => ({
    level,
    what,
    sentence,
    state: good ? 'passed' : 'failed',
});

// EXTERNAL MODULE: ./.build/js/src/actions/drill-live.js
var drill_live = __webpack_require__(77643);
;// CONCATENATED MODULE: ./.build/js/src/actions/drill-off-site-repository.js














async function offSiteDownDrill(cluster, order) {
    const { drills, environment } = order;
    const { namespace } = environment;
    const declared = (0,drill_guard/* declaredIn */.eI)(order);
    const { workload } = await (0,actions_recovery/* podsOf */.EB)(cluster, namespace, declared);
    const cut = { selector: workload.spec?.selector ?? {}, destinations: drills['off-site'].addresses };
    if (drills.inject['off-site'] === undefined) {
        (0,egress_cut/* cutPolicy */.r9)(namespace, order.run.id, cut);
        await (0,egress_cut/* requireNoEgressPolicy */.Gh)(cluster, namespace);
    }
    const live = (0,drill_live/* liveSystemOf */.Lm)(cluster, order, workload, 'off-site', cut);
    const { system, signal } = (0,drill_live/* inLimits */.m7)(cluster, order, live);
    const drill = { ...(0,drill_guard/* liveFacts */.k4)(order, signal), within: (0,freshness/* declaredLimits */.F)(declared).wal };
    return (0,drill_guard/* behindGuard */.YU)(order, cluster, async () => {
        const size = await segmentSizeOf(cluster, order);
        return drillOffSiteDown(drill, system, archivesOf(cluster, order, system, size));
    });
}
const archivePatience = 20_000;
function archivesOf(cluster, order, system, size) {
    const declared = (0,drill_guard/* declaredIn */.eI)(order);
    const { stanza, database, container } = declared;
    const { namespace } = order.environment;
    const offSite = offSiteIn(order);
    const onSite = declared.to.find(name => name !== offSite);
    if (onSite === undefined)
        throw new toolkit_errors/* UserError */.yo('the database is backed up to the off-site repository only, so no backup would continue without it', 'add another repository to `to`');
    const placeOf = (name) => ({ stanza, repository: numberOf(order, name) });
    const inPrimary = async (command, options = {}) => {
        const { pod } = await system.primary();
        return (0,exec/* execIn */.Xm)({ namespace, pod, container }, command, { reach: cluster.reach, ...options });
    };
    const limits = (0,freshness/* declaredLimits */.F)(declared);
    const common = { exec: inPrimary, size, now: system.now };
    return {
        archiver: signal => (0,archiver/* askArchiver */.k)(inPrimary, { database }, signal),
        offSiteFault: async (outer) => {
            const read = (signal) => (0,postgres_proving.readRepository)({ ...common, place: placeOf(offSite), signal: AbortSignal.any([signal, outer]) });
            const answer = await (0,patience/* within */.ux)(archivePatience, read);
            if ('fault' in answer)
                return answer.fault;
            const { stanza: seen, listing } = answer.answer;
            return (0,freshness/* freshness */.I)(seen, numberOf(order, offSite), (0,archive/* newest */.BP)(listing), limits, system.now()).problems[0];
        },
        onSite: async (signal) => {
            const { listing } = await (0,postgres_proving.readRepository)({ ...common, place: placeOf(onSite), signal });
            const last = listing.segments.at(-1)?.segment;
            return last && (0,wal.segmentName)(last, size);
        },
        prove: async (archived) => {
            const proving = { ...common, limits, archived, signal: order.signal };
            const levelChecks = [];
            for (const name of [onSite, offSite])
                levelChecks.push(...(await (0,postgres_proving/* proveRepository */.FC)({ ...proving, place: placeOf(name) })));
            return levelChecks;
        },
    };
}
function offSiteIn(order) {
    const { drills, recovery } = order;
    const { to } = (0,drill_guard/* declaredIn */.eI)(order);
    const named = drills['off-site'].repository;
    const found = to.find(name => named === undefined ? recovery.repositories[name]?.survives === 'region' : name === named);
    if (found !== undefined)
        return found;
    throw new toolkit_errors/* UserError */.yo(named === undefined
        ? 'the database is not backed up to another region'
        : `the database is not backed up to the repository ${named}`, 'add a repository with `survives: region` to `to` of the database');
}
const numberOf = ({ recovery }, repository) => recovery.repositories[repository]?.pgbackrest ?? 0;

;// CONCATENATED MODULE: ./.build/js/src/actions/drill-in-scratch.js







function scratchOf({ drills }) {
    if (drills.scratch !== undefined)
        return drills.scratch;
    throw new toolkit_errors/* UserError */.yo('the drill has no namespace to restore into: `drills.scratch` is missing', 'add it to slipway.yml');
}
function guardOfScratch(order, egress, { image, controls }) {
    const scratch = scratchOf(order);
    const isOpen = ({ cidr, port }) => egress.some(each => each.cidr === cidr && each.port === port);
    const closed = scratch['allow-egress'].filter(each => !isOpen(each));
    return {
        where: 'scratch',
        scratch: { name: scratch.namespace, run: order.run.id, ttl: scratch.ttl, egress },
        probe: {
            image,
            forbidden: [...scratch['must-not-reach'].map(probe/* addressOf */.ci), ...closed.flatMap(drill_guard/* placesOf */.ek)],
            positiveControls: controls ?? egress.flatMap(drill_guard/* placesOf */.ek),
            negativeControls: [],
        },
    };
}
async function inScratch(cluster, order, { workload, manifests, parts }, go) {
    const scratch = scratchOf(order);
    const repositories = await readers(order, parts?.repositories ?? []);
    const image = (0,kinds/* templateOf */.kW)(workload)?.spec?.containers[0]?.image ?? '';
    const own = order.scenario.id === 'region'
        ? guardOfScratch(order, offSiteDestinations(order), { image })
        : guardOfScratch(order, scratch['allow-egress'], {
            image,
            controls: scratch['must-reach'].map(probe/* addressOf */.ci),
        });
    return (0,drill_guard/* withGuard */.Sx)(order, cluster, guard => (0,guarded/* guarded */.Nj)({ ...guard, ...own, repositories, manifests }, go, (seen, left) => 'running' in seen ? seen : (0,drill_guard/* withLeftover */.m5)(seen, left)));
}
async function readers(order, files) {
    const { recovery, config, env, report } = order;
    const { credentials, 'read-only-secrets': others } = scratchOf(order);
    if (credentials === 'read-write') {
        report('the drill reads the repositories with the credentials of backups, which may be able to delete from them');
        return [];
    }
    const own = (0,drill_guard/* declaredIn */.eI)(order).configuration.find(({ kind, name }) => kind === 'Secret' && others[name] === undefined);
    if (own !== undefined)
        throw new toolkit_errors/* UserError */.yo(`the copy would read its repository with Secret/${own.name}, the read-write credentials of backups`, 'name a read-only one in `drills.scratch.read-only-secrets`, or set `credentials: read-write` if this is intended');
    const stores = await (0,actions_recovery.openStores)(recovery, config, env);
    const read = new Set([repositoryNameOf(order), ...files]);
    return [...read].map(name => stores.find(each => each.name === name)?.store ?? unknownStore(name));
}
const unknownStore = (name) => ({ name, mayDelete: async () => 'unknown' });
const repositoryNameOf = (order) => order.scenario.id === 'region' ? offSiteIn(order) : ((0,drill_guard/* declaredIn */.eI)(order).to[0] ?? '');
function offSiteDestinations({ drills }) {
    if (drills['off-site'].addresses.length > 0)
        return drills['off-site'].addresses;
    throw new toolkit_errors/* UserError */.yo('the network cannot be restricted to the off-site repository: `drills.off-site.addresses` is missing', 'add it to slipway.yml');
}

// EXTERNAL MODULE: ./.build/js/src/recovery/not-restored.js
var not_restored = __webpack_require__(97959);
// EXTERNAL MODULE: ./.build/js/src/recovery/object-stores/bucket.js + 1 modules
var object_stores_bucket = __webpack_require__(90750);
// EXTERNAL MODULE: ./.build/js/src/recovery/s3.js
var s3 = __webpack_require__(10031);
// EXTERNAL MODULE: ./.build/js/src/toolkit/parallel.js
var parallel = __webpack_require__(48961);
// EXTERNAL MODULE: ./.build/js/src/actions/kept.js
var kept = __webpack_require__(48653);
// EXTERNAL MODULE: ./.build/js/src/actions/restore-parts.js
var restore_parts = __webpack_require__(15484);
;// CONCATENATED MODULE: ./.build/js/src/actions/drill-parts.js













async function drillParts(order, set, before) {
    const { scenario, drills, env, report } = order;
    if (!scenario.steps.some(({ action }) => action === 'restore-files'))
        return undefined;
    const { manifest } = set.at.set;
    const pvcs = (0,restoring_parts.pvcsIn)(manifest);
    const { managed = [] } = manifest;
    const targets = drills.scratch?.buckets ?? {};
    const named = Object.entries(targets).map(([name, { url }]) => [`drills.scratch.buckets.${name}`, url]);
    requireApart(named, order.recovery);
    const repository = scenario.breaks.kind === 'out-of-reach' ? offSiteIn(order) : '';
    const recovery = narrowed(order.recovery, repository, targets);
    const buckets = manifest.objectStores.filter(({ name }) => targets[name] !== undefined);
    const { at, identities } = set;
    if (pvcs.length + managed.length + buckets.length > 0)
        await (0,restore_parts/* resticFor */.GV)({ recovery, env, identities, at });
    const restored = { ...order, recovery, repository };
    let vacant = before?.vacant ?? [];
    const addressed = (names) => names.flatMap(name => (targets[name] === undefined ? [] : [targets[name]]));
    return {
        repositories: [
            ...manifest.volumes.flatMap(({ files }) => readFrom(files?.backups, recovery)),
            ...[...managed, ...buckets].flatMap(({ backups }) => readFrom(backups, recovery)),
        ],
        restore: async (cluster, once) => {
            const restoring = { ...restored, replace: before !== undefined };
            const levelChecks = [];
            const part = async (kind, name) => void levelChecks.push(...(await restorePart(cluster, restoring, set, kind, name)));
            for (const pvc of pvcs)
                await part('volumes', pvc);
            for (const { name } of managed)
                await part('managed', name);
            vacant = await once('vacant', async () => {
                const names = buckets.map(({ name }) => name);
                const held = await (0,parallel.mapOf)(addressed(names), 8, async (target) => (await opened(target, env)).list());
                return names.filter((_, index) => held[index]?.length === 0);
            });
            for (const target of addressed(before?.vacant ?? []))
                await emptyBucket(target, env, report);
            for (const { name, backups } of manifest.objectStores) {
                const refusal = refusalOf(name, targets[name], backups, restored, vacant);
                if (refusal === undefined)
                    await part('buckets', name);
                else
                    levelChecks.push(refusal);
            }
            for (const { name } of manifest.redis ?? [])
                if (identities.length === 0)
                    levelChecks.push(sealedRedis(name));
                else
                    await part('redis', name);
            const database = (0,actions_recovery/* nameOfDatabase */.US)(drills.database ?? '', order.recovery);
            const brought = [database, ...managed.map(({ name }) => name)];
            return [...levelChecks, ...(0,not_restored/* notRestoredChecks */.n)(manifest, brought, drills['not-drilled'])];
        },
        clear: async () => {
            const left = await Promise.all(addressed(vacant).map(target => emptyBucket(target, env, report)));
            vacant = [];
            return left.flat();
        },
    };
}
function requireApart(targets, { buckets, repositories }) {
    const used = [
        ...Object.values(buckets).map(({ url }) => url),
        ...Object.values(repositories).flatMap(({ store, restic }) => [store?.url, restic?.url]),
    ].filter(each => each !== undefined);
    const within = (one, other) => `${one.replace(/\/+$/, '')}/`.startsWith(`${other}/`);
    for (const [key, url] of targets) {
        const own = url.replace(/\/+$/, '');
        const clash = used.find(each => within(own, each.replace(/\/+$/, '')) || within(each, own));
        if (clash !== undefined)
            throw new toolkit_errors/* UserError */.yo(`the drill bucket ${url} overlaps with ${clash}, which is in use`, `set \`${key}\` to a bucket that is used for drills only`);
    }
}
function narrowed(recovery, only, targets) {
    const { repositories, buckets } = recovery;
    return {
        ...recovery,
        repositories: Object.fromEntries(Object.entries(repositories).filter(([name]) => only === '' || name === only)),
        buckets: (0,map/* mapValues */.LG)(buckets, (bucket, name) => ({ ...bucket, ...targets[name] })),
    };
}
const readFrom = (backups, { repositories }) => (backups ?? [])
    .map(({ repository }) => repository)
    .filter(name => repositories[name]?.restic !== undefined)
    .slice(0, 1);
function refusalOf(name, target, backups, { recovery }, vacant) {
    const what = `objects of the bucket ${name}`;
    const fault = (sentence, state = 'failed') => ({
        level: 'L3',
        what,
        state,
        sentence,
    });
    if (target === undefined) {
        const place = `drills.scratch.buckets.${name}`;
        return fault(`there is no bucket to restore them into: name an empty one in \`${place}\``, 'skipped');
    }
    if (recovery.buckets[name] === undefined)
        return fault('slipway.yml no longer declares the bucket');
    if (readFrom(backups, recovery).length === 0)
        return fault(`the backup set has none of them in ${Object.keys(recovery.repositories).join(' or ')}`);
    if (vacant.includes(name))
        return undefined;
    return fault(`the bucket ${target.url} is not empty, so it may not be for drills only: empty it if a killed drill left the objects`);
}
const opened = ({ url, region, 'credentials-prefix': prefix }, env) => (0,object_stores_bucket.openBucket)({ url, region, ...(0,kept/* s3CredentialsOf */.AO)(prefix, env, `the bucket ${(0,s3.placeOf)(url).bucket}`) });
async function emptyBucket(target, env, report) {
    try {
        const bucket = await opened(target, env);
        await (0,object_stores_bucket/* removeObjects */.$)(bucket, await bucket.list());
        report(`emptied ${target.url}`);
        return [];
    }
    catch (error) {
        return [`objects in ${target.url}: ${error instanceof Error ? error.message : String(error)}`];
    }
}
const titles = {
    volumes: 'files of',
    managed: 'managed database',
    buckets: 'objects of the bucket',
    redis: 'redis',
};
const noParts = { all: false, database: false, objects: false, secrets: false };
const noNames = { volumes: [], managed: [], buckets: [], redis: [] };
const sealedRedis = (name) => ({
    level: 'L2',
    what: `redis ${name}`,
    state: 'skipped',
    sentence: 'its backup is encrypted: set the input `drill-key-file`',
});
async function restorePart(cluster, order, { at, identities }, kind, name) {
    const { recovery, repository, environment, config, env, owner, run, signal, report } = order;
    const scratch = scratchOf(order);
    return (0,levels/* partOrFailure */.z1)(`${titles[kind]} ${name}`, signal, async () => {
        const { levelChecks } = await (0,restore_parts/* restoreParts */.nX)(cluster, {
            parts: { ...noParts, ...noNames, [kind]: [name] },
            recovery,
            at,
            identities,
            repository,
            config,
            env,
            signal,
            report,
            into: scratch.namespace,
            from: environment.namespace,
            app: owner.app,
            run: run.id,
            volume: (0,actions_recovery/* volumeOf */.Iw)(scratch.volume ?? ''),
            buckets: kind === 'buckets' ? `${name}=${recovery.buckets[name]?.url}` : '',
            replace: order.replace,
            temporary: true,
        });
        return [...levelChecks];
    });
}

// EXTERNAL MODULE: ./.build/js/src/actions/drill-relay.js
var actions_drill_relay = __webpack_require__(99292);
// EXTERNAL MODULE: ./.build/js/src/recovery/attachments.js
var attachments = __webpack_require__(92787);
// EXTERNAL MODULE: ./.build/js/src/recovery/cluster-objects/exporting.js + 3 modules
var exporting = __webpack_require__(54328);
// EXTERNAL MODULE: ./.build/js/src/recovery/cluster-objects/order.js
var order = __webpack_require__(88325);
;// CONCATENATED MODULE: ./.build/js/src/recovery/drill/lost-view.js
function withoutLost(cluster, { isLost, known }) {
    const still = (path, ask) => isLost(path) ? Promise.reject(new Error(`${path} was requested, but is lost in this drill`)) : ask();
    return {
        ...cluster,
        call: (method, path, ...rest) => still(path, () => cluster.call(method, path, ...rest)),
        fetch: (path, signal, request) => still(path, () => cluster.fetch(path, signal, request)),
        get: async (path) => known.has(path) ? known.get(path) : still(path, () => cluster.get(path)),
        list: (path, query) => still(path, () => cluster.list(path, query)),
        create: (path, object) => still(path, () => cluster.create(path, object)),
        replace: (path, object) => still(path, () => cluster.replace(path, object)),
        patch: (path, kind, patch, query) => still(path, () => cluster.patch(path, kind, patch, query)),
        remove: (path, uid, version) => still(path, () => cluster.remove(path, uid, version)),
        watch: (path, query, signal) => {
            if (isLost(path))
                throw new Error(`${path} was watched, but is lost in this drill`);
            return cluster.watch(path, query, signal);
        },
    };
}
const isOf = (namespace, path) => `${path.split('?')[0]}/`.includes(`/namespaces/${namespace}/`);
const isSecretOf = (namespace, path) => `${path.split('?')[0]}/`.includes(`/namespaces/${namespace}/secrets/`);

;// CONCATENATED MODULE: ./.build/js/src/recovery/drill/from-set.js






const resourceOf = (kind) => (kind === 'Secret' ? resources/* resources */.ES.secret : resources/* resources */.ES.configMap);
function fromSet(cluster, { namespace, objects, secrets, known: elsewhere = new Map() }, needed) {
    const configMaps = objects.filter(({ kind }) => kind === 'ConfigMap');
    const own = [...configMaps, ...(secrets ?? [])].filter(({ metadata }) => metadata.namespace === namespace);
    const workloads = objects.filter(each => (0,kinds/* isReleased */.OZ)(each.kind) && each.metadata?.namespace === namespace);
    const known = new Map([
        ...elsewhere,
        ...workloads.map(each => [(0,kinds/* pathTo */.vs)(namespace, (0,kinds/* refOf */.H8)(each)), each]),
        ...own.map(each => [(0,resources/* pathOf */.XM)(resourceOf(each.kind), namespace, each.metadata.name), each]),
    ]);
    const isRead = (path) => secrets === undefined && isSecretOf(namespace, path);
    const missing = needed
        .map(({ kind, name, source }) => ({ kind, name: source ?? name }))
        .filter(({ kind, name }) => {
        const path = (0,resources/* pathOf */.XM)(resourceOf(kind), namespace, name);
        return !known.has(path) && !isRead(path);
    });
    if (missing.length > 0)
        throw new toolkit_errors/* UserError */.yo(`the backup set lacks objects that the recovery needs: ${missing.map(({ kind, name }) => `${kind}/${name}`).join(', ')}`, 'include them in the backup (`recovery.objects`, `recovery.secrets`): otherwise they are lost with the cluster');
    return withoutLost(cluster, { isLost: path => isOf(namespace, path) && !isRead(path), known });
}
function setChecks({ id, needed, secrets, whyNone, standIns }) {
    const levelCheck = (what, state, sentence) => ({
        level: 'L3',
        what,
        state,
        sentence,
        ...(state === 'skipped' ? { demanded: false } : {}),
    });
    const ofSecrets = secrets === undefined
        ? levelCheck('Secrets of the set', 'skipped', `${whyNone}: the live Secrets were used, so nothing proves that the backup holds them`)
        : levelCheck('Secrets of the set', 'passed', `${(0,count/* counted */.h)(needed.length, 'Secret')} that the recovery needs came from ${id}, decrypted with the offline key`);
    if (standIns.length === 0)
        return [ofSecrets];
    const sealed = levelCheck('encrypted objects of the set', 'skipped', `no offline key was given, so ${(0,count/* counted */.h)(standIns.length, 'object')} that may hold secrets ${standIns.length === 1 ? 'was' : 'were'} taken from the live namespace: ${standIns.slice(0, 3).join(', ')}${standIns.length > 3 ? ', …' : ''}`);
    return [ofSecrets, sealed];
}
const standInsOf = (sealed, live) => live.filter(each => sealed.includes((0,order/* keyOf */.TN)(each)));

// EXTERNAL MODULE: ./.build/js/src/recovery/secrets.js
var secrets = __webpack_require__(33688);
// EXTERNAL MODULE: ./.build/js/src/actions/verified-set.js
var verified_set = __webpack_require__(26604);
;// CONCATENATED MODULE: ./.build/js/src/actions/drill-set.js










const isLost = ({ scenario }) => scenario.breaks.kind === 'out-of-reach';
const demandsKey = (order) => isLost(order) || order.scenario.id === 'secrets';
async function openDrillSet(cluster, order, id) {
    const { environment, report } = order;
    const { namespace } = environment;
    const at = await (0,verified_set/* newestVerified */.x9)(await storesOf(order), { owner: order.owner, id }, report, order.verifySet);
    const identities = order.keyGiven || demandsKey(order) ? await order.identities() : [];
    const { objects, standIns } = await drill_set_objectsOf(cluster, order, at, identities);
    const { secrets, whyNone } = await secretsOf(order, at, identities);
    const needed = neededBy(order, at.set);
    const known = await knownElsewhere(cluster, order, secrets ?? []);
    const left = fromSet(cluster, { namespace, objects, secrets, known }, needed);
    const names = needed.filter(({ kind }) => kind === 'Secret').map(({ name, source }) => source ?? name);
    const opened = { id: at.set.id, needed: names, secrets, whyNone, standIns };
    const { workload: ref } = (0,drill_guard/* declaredIn */.eI)(order);
    const workload = objects.find(({ kind, metadata }) => kind === ref.kind && metadata.name === ref.name);
    if (workload === undefined)
        throw new toolkit_errors/* UserError */.yo(`the backup set ${at.set.id} does not contain ${ref.kind}/${ref.name}`, 'correct `workload` of the database in slipway.yml, or make a backup');
    return {
        at,
        identities,
        objects,
        cluster: left,
        levelChecks: setChecks(opened),
        workload: workload,
    };
}
async function storesOf(order) {
    const stores = await (0,actions_recovery.openStores)(order.recovery, order.config, order.env);
    if (!isLost(order))
        return stores;
    const far = offSiteIn(order);
    const own = stores.filter(({ name }) => name === far);
    if (own.length > 0)
        return own;
    throw new toolkit_errors/* UserError */.yo(`the off-site repository ${far} has no backup sets to restore from: it has no \`store\``, 'add a `store` to this repository in slipway.yml');
}
async function drill_set_objectsOf(cluster, order, at, identities) {
    if (identities.length > 0 || isLost(order))
        return { objects: await (0,attachments.exportIn)(at, identities), standIns: [] };
    const known = await (0,attachments.knownIn)(at);
    if (known === undefined)
        throw new toolkit_errors/* UserError */.yo(`the backup set ${at.set.id} contains no Kubernetes objects, which a drill restores`, 'remove `recovery.objects.export: false` from slipway.yml if it is there, then make a backup');
    if (known.sealed.length === 0)
        return { objects: known.plain, standIns: [] };
    const live = await (0,exporting/* exportNamespace */.m9)(cluster, order.environment.namespace);
    return { objects: [...known.plain, ...standInsOf(known.sealed, live.objects)], standIns: known.sealed };
}
async function secretsOf(order, at, identities) {
    const isHeld = (0,attachments.holds)(at.set.manifest, attachments.fileNames.secrets);
    if (identities.length > 0 && isHeld)
        return { secrets: await (0,attachments.secretsIn)(at, identities), whyNone: '' };
    if (identities.length > 0 && order.sealedFile !== undefined)
        return { secrets: await (0,secrets/* openSecrets */.cA)(await order.sealedFile(), identities), whyNone: '' };
    if (demandsKey(order))
        throw new toolkit_errors/* UserError */.yo(`the drill \`${order.scenario.id}\` needs Secrets, but the backup set ${at.set.id} contains none`, 'add `recipients` to `recovery`, so that `backup` includes them, or set `drills.sealed` to a file of them');
    return { secrets: undefined, whyNone: isHeld ? 'no offline key was given' : 'the set contains none' };
}
function neededBy(order, { manifest }) {
    const { drills, scenario, recovery } = order;
    const { scratch, encrypted } = drills;
    const starts = scenario.steps.some(({ action }) => action === 'start');
    const reads = scenario.steps.some(({ action: does }) => does === 'restore-files');
    const ca = reads ? recovery['backup-pod']?.['ca-configmap'] : undefined;
    const dumped = reads ? (manifest.managed ?? []).flatMap(({ name }) => recovery.managed[name] ?? []) : [];
    const all = [
        ...(0,drill_guard/* declaredIn */.eI)(order).configuration.map(each => ({ ...each, source: sourceOf(order, each) })),
        ...(starts ? (scratch?.configuration ?? []) : []),
        ...encrypted.map(({ secret }) => ({ kind: 'Secret', name: secret })),
        ...dumped.map(({ secret }) => ({ kind: 'Secret', name: secret })),
        ...(ca === undefined ? [] : [{ kind: 'ConfigMap', name: ca }]),
    ];
    const keys = all.map(({ kind, name, source }) => `${kind}/${source ?? name}`);
    return all.filter((_, index) => keys.indexOf(keys[index] ?? '') === index);
}
const sourceOf = ({ drills }, { kind, name }) => (kind === 'Secret' ? drills.scratch?.['read-only-secrets'][name] : undefined);
async function knownElsewhere(cluster, order, secrets) {
    const { namespace } = order.environment;
    const own = Object.values(order.drills.scratch?.['read-only-secrets'] ?? {}).filter(name => !secrets.some(({ metadata }) => metadata.name === name));
    const found = await Promise.all(own.map(async (name) => {
        const path = (0,resources/* pathOf */.XM)(resources/* resources */.ES.secret, namespace, name);
        const secret = await cluster.get(path);
        return secret === undefined ? [] : [[path, secret]];
    }));
    for (const name of own)
        order.report(`reading Secret/${name}, the login of drills, from the live system`);
    return new Map(found.flat());
}

// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
// EXTERNAL MODULE: ./.build/js/src/recovery/checksum.js
var checksum = __webpack_require__(77462);
// EXTERNAL MODULE: ./.build/js/src/recovery/offline/databases.js
var databases = __webpack_require__(14111);
// EXTERNAL MODULE: ./.build/js/src/recovery/offline/files.js
var offline_files = __webpack_require__(1434);
// EXTERNAL MODULE: ./.build/js/src/recovery/offline/recovering.js + 2 modules
var recovering = __webpack_require__(23367);
// EXTERNAL MODULE: ./.build/js/src/recovery/offline/redis.js
var redis = __webpack_require__(61230);
// EXTERNAL MODULE: ./.build/js/src/recovery/offline/starting.js
var starting = __webpack_require__(39653);
// EXTERNAL MODULE: ./.build/js/src/recovery/scratch/manifests.js
var manifests = __webpack_require__(7926);
;// CONCATENATED MODULE: ./.build/js/src/recovery/drill/total-system.js













function totalSystem(cluster, target) {
    const { bucket, now, report } = target;
    const client = target.application && applicationClient(cluster, target.application);
    const offline = {
        ...target.offline,
        cluster,
        bucket: withoutMark(bucket),
        recorder: { during: atOnce },
    };
    let opened;
    let notRestored = { pvcs: [], databases: [] };
    const contents = () => {
        if (opened === undefined)
            throw new Error('nothing is opened yet');
        return opened;
    };
    const system = {
        now,
        report,
        behind: async () => ({ behind: target.lost }),
        provision: async () => {
            await total_system_emptyBucket(bucket, report);
            await (0,recovering/* loadArchive */.bt)(offline);
        },
        prove: async () => [],
        secrets: async () => {
            opened = await (0,recovering/* openContents */.h1)(offline);
            for (const each of opened.changes)
                report(each);
            const sentence = `${(0,count/* counted */.h)(opened.contents.secrets.length, 'Secret')} decrypted with the offline key`;
            return [{ level: 'L2', what: 'Secrets of the archive', state: 'passed', sentence }];
        },
        files: async () => {
            const files = await (0,offline_files/* restorePvcs */.R)(offline, contents());
            notRestored = { ...notRestored, pvcs: files.notRestored };
            return [
                ...files.levelChecks,
                ...(await (0,redis/* restoreRedisCopies */.J)(offline, contents(), true)),
                ...(0,recovering/* notRestoredOffline */.ng)(contents().contents.manifest, offline.databases, target.notDrilled),
            ];
        },
        restore: async (_, during) => {
            const { all, recorder } = databasesIn(during, offline.databases.length);
            const { levelChecks, backups, failed } = await all(() => (0,databases/* restoreDatabases */.b)({ ...offline, recorder }, contents()));
            notRestored = { ...notRestored, databases: failed };
            const [backup] = backups;
            if (backup === undefined)
                throw new toolkit_errors/* UserError */.yo('the archive has no database', 'check `recovery` in the slipway.yml of the archive');
            return { levelChecks, backup, recovered: [], at: now() };
        },
        inspect: async () => [],
        application: client && {
            ...client,
            apply: () => (0,starting/* createMissing */.PM)(offline, contents().application),
            start: async () => {
                const { changes } = await (0,starting/* startApplication */.xL)(offline, contents().application, notRestored);
                for (const each of changes)
                    report(each);
                await client.open();
            },
            probe: client.direct,
        },
    };
    return {
        system,
        close: async () => {
            client?.close();
            try {
                await total_system_emptyBucket(bucket, report);
            }
            catch (error) {
                return (0,errors/* reportedError */.k)(error, target);
            }
            return undefined;
        },
    };
}
async function total_system_emptyBucket(bucket, report) {
    const found = await bucket.list();
    const others = found.filter(({ key }) => key !== manifests/* disposableLabel */.LQ);
    if (others.length === found.length && found.length > 0) {
        throw new toolkit_errors/* UserError */.yo(`the bucket ${bucket.name} is not marked for drills, and holds ${(0,count/* counted */.h)(found.length, 'object')}`, `use an empty bucket, or put an object ${manifests/* disposableLabel */.LQ} into this one if everything in it may be lost`);
    }
    await (0,object_stores_bucket/* removeObjects */.$)(bucket, others);
    if (others.length > 0)
        report(`removed ${(0,count/* counted */.h)(others.length, 'object')} of a drill from the bucket ${bucket.name}`);
    if (found.length === 0)
        await bucket.put(manifests/* disposableLabel */.LQ, nothing());
}
const nothing = () => ({
    bytes: 0,
    sha256: (0,checksum/* sha256Of */.Bj)(new Uint8Array()),
    headers: {},
    body: () => external_node_stream_.Readable.from([]),
});
const withoutMark = (bucket) => ({
    ...bucket,
    list: async () => (await bucket.list()).filter(({ key }) => key !== manifests/* disposableLabel */.LQ),
});
const atOnce = (_, work) => work();
function databasesIn(during, count) {
    if (count > 1)
        return { all: work => during('restore', work), recorder: { during: atOnce } };
    return {
        all: work => work(),
        recorder: { during: (phase, work) => during(phase === 'provision' ? 'restore' : phase, work) },
    };
}

// EXTERNAL MODULE: ./.build/js/src/recovery/sets.js
var sets = __webpack_require__(58888);
// EXTERNAL MODULE: ./.build/js/src/actions/open-archive.js + 1 modules
var open_archive = __webpack_require__(83839);
;// CONCATENATED MODULE: ./.build/js/src/actions/drill-total.js













const drill_total_patience = 600_000;
async function totalDrill(cluster, order) {
    const { drills, run, env, signal, report, environment } = order;
    const { total, scratch, application } = drills;
    if (total === undefined || scratch === undefined)
        throw new toolkit_errors/* UserError */.yo(`the drill \`total\` needs \`drills.${total === undefined ? 'total' : 'scratch'}\``, 'add it to slipway.yml');
    if (order.archive === '' || order.drillKeyFile === '')
        throw new toolkit_errors/* UserError */.yo('the `total` drill needs the offline archive and its key', 'set the input `archive` to the folder and `drill-key-file` to that of the key');
    requireApart([['drills.total.bucket', total.bucket]], order.recovery);
    const { offline } = await (0,open_archive/* openArchive */.p)({
        archive: order.archive,
        'offline-key-file': order.drillKeyFile,
        volume: scratch.volume ?? '',
        registry: total.registry,
        bucket: total.bucket,
        region: total.region,
        'credentials-prefix': total['credentials-prefix'],
        checksum: '',
        config: '',
    }, { env, report }, signal, order);
    const live = await cluster.get((0,kinds/* pathTo */.vs)(environment.namespace, (0,drill_guard/* declaredIn */.eI)(order).workload));
    const image = total.image ?? (0,kinds/* templateOf */.kW)(live ?? {})?.spec?.containers[0]?.image;
    if (image === undefined)
        throw new toolkit_errors/* UserError */.yo('the isolation cannot be tested: there is no image for the probe', 'set `drills.total.image`');
    const before = application && (await readKnownRecord(application, order));
    const own = guardOfScratch(order, total.addresses, { image });
    return (0,drill_guard/* withGuard */.Sx)(order, cluster, guard => (0,guarded/* guarded */.Nj)({ ...guard, ...own, repositories: [], manifests: [] }, async () => {
        const now = (0,clock/* steadyClock */.L)();
        const { set } = offline.index;
        const { system, close } = totalSystem(cluster, {
            bucket: offline.bucket,
            now,
            report,
            notDrilled: drills['not-drilled'],
            lost: { atMost: now() - (0,sets.setTime)(set), because: `the newest set in the archive is ${set}` },
            offline: { ...offline, into: scratch.namespace, run: run.id, patience: drill_total_patience, signal },
            application: application && {
                namespace: scratch.namespace,
                service: scratch.service,
                port: scratch.port,
                functional: functionalOf(application),
                report,
                before,
                signal,
                sleep: promises_.setTimeout,
                patience: { start: drill_total_patience, look: order.pace.probes.patience },
            },
        });
        const more = { deadline: drills.deadline, seed: order.seed, target: (0,drill_guard/* targetOf */.$r)(order) };
        const found = await drillScratch({ ...(0,drill_guard/* facts */.Ix)(order), ...more }, system);
        const left = await close();
        return left === undefined ? found : (0,drill_guard/* withLeftover */.m5)(found, left);
    }, drill_guard/* withLeftover */.m5));
}

;// CONCATENATED MODULE: ./.build/js/src/actions/drill-kinds.js


























async function endedFacts(order, error) {
    const { TakenOver } = await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 47572));
    const { NothingLeft } = await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 5225));
    const isGone = error instanceof NothingLeft;
    if (error instanceof TakenOver || (order.resumed && !isOver(error) && !isGone))
        return undefined;
    return (0,facts/* factsOf */.xS)({ ...(0,drill_guard/* facts */.Ix)(order), target: order.target && (0,drill_guard/* targetOf */.$r)(order) }, { ...(0,facts/* newProgress */.gu)(), [order.resumed && !isGone ? 'error' : 'refused']: error.sentence }, { startedAt: Date.now(), endedAt: Date.now(), phaseTimes: [] });
}
const alone = {
    pod: (cluster, order) => (0,drill_live/* liveDrill */.Av)(cluster, order, 'pod'),
    node: (cluster, order) => (0,drill_live/* liveDrill */.Av)(cluster, order, 'node'),
    zone: (cluster, order) => (0,drill_live/* liveDrill */.Av)(cluster, order, 'zone'),
    'off-site-down': offSiteDownDrill,
    'container-kill': (cluster, order) => (0,drill_disruption/* disruptionDrill */.d)(cluster, order, 'container-kill'),
    'pod-loss': (cluster, order) => (0,drill_disruption/* disruptionDrill */.d)(cluster, order, 'pod-loss'),
    'zone-drain': (cluster, order) => (0,drill_disruption/* disruptionDrill */.d)(cluster, order, 'zone-drain'),
    autoscaling: (cluster, order) => (0,drill_disruption/* disruptionDrill */.d)(cluster, order, 'autoscaling'),
    'bad-release': async (cluster, order) => (await Promise.all(/* import() */[__webpack_require__.e(2057), __webpack_require__.e(956), __webpack_require__.e(3167), __webpack_require__.e(4326), __webpack_require__.e(9224), __webpack_require__.e(5767), __webpack_require__.e(1629), __webpack_require__.e(723), __webpack_require__.e(1876), __webpack_require__.e(7337)]).then(__webpack_require__.bind(__webpack_require__, 5578))).badReleaseDrill(cluster, order),
    rot: rotDrill,
    total: totalDrill,
};
async function drillBy(cluster, order) {
    const drill = alone[order.scenario.id];
    if (drill === undefined)
        return scratchDrill(cluster, order);
    (0,actions_drill_relay/* requireNewDrill */.rO)(order);
    return drill(cluster, order);
}
async function scratchDrill(cluster, order) {
    const { drills, environment, report, signal } = order;
    const scratch = scratchOf(order);
    const declared = (0,drill_guard/* declaredIn */.eI)(order);
    requireMarkers(order);
    const left = await (0,actions_drill_relay/* leftOf */.lC)(cluster, order, scratch.namespace);
    const set = await openDrillSet(cluster, order, left?.state.set);
    const parts = await drillParts(order, set, left?.state.done);
    const around = {
        from: environment.namespace,
        to: scratch.namespace,
        database: declared.workload,
        service: drills.markers?.service ?? declared.workload.name,
    };
    const { objects, changes } = (0,scratch_objects/* applicationOf */.K)(set.objects, around);
    for (const change of changes)
        report(change);
    const restoring = { workload: set.workload, manifests: objects, parts };
    const drilled = inScratch(cluster, order, restoring, async (place, keep) => {
        keep(left !== undefined);
        const writing = await (left === undefined ? drill_live/* startWriting */.Zk : drill_live/* resumedWriting */.uz)(cluster, order);
        const now = (0,clock/* steadyClock */.L)(left?.state.at);
        const clear = async () => [...(await cleared(writing, order)), ...(await cleared(parts, order))];
        let seen;
        try {
            const target = await scratchTarget(cluster, order, set, objects, parts, writing);
            const handed = { scratch: place, ttl: scratch.ttl, keep, left, now, set: set.at.set.id };
            seen = await (0,actions_drill_relay/* inRelay */.HE)(cluster, order, handed, async (relay) => {
                const { waits, once } = relay;
                const { patience } = order.pace.probes;
                const how = { signal, now, report, patience, sleep: (ms) => (0,promises_.setTimeout)(ms), waits, once };
                const { system, close } = scratchSystem(set.cluster, target, how);
                const seed = left?.state.seed ?? order.seed;
                const more = { deadline: drills.deadline, seed, target: (0,drill_guard/* targetOf */.$r)(order) };
                return drillScratch({ ...(0,drill_guard/* facts */.Ix)(order), ...more }, system, relay).finally(close);
            });
        }
        catch (error) {
            const { TakenOver } = await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 47572));
            const isTaken = error instanceof TakenOver;
            for (const each of isTaken ? await cleared(writing, order) : await clear())
                report(each);
            throw error;
        }
        if ('running' in seen) {
            for (const each of await cleared(writing, order))
                report(each);
            return seen;
        }
        return { ...seen, left: [...seen.left, ...(await clear())] };
    });
    return drilled.catch(async (error) => {
        if (isOver(error))
            for (const each of await cleared(parts, order))
                report(each);
        throw error;
    });
}
async function cleared(of, order) {
    try {
        return (await of?.clear()) ?? [];
    }
    catch (error) {
        return [(0,errors/* reportedError */.k)(error, order)];
    }
}
const isOver = (error) => error instanceof guarded/* DrillRefused */.UE && error.ends;
async function rotDrill(cluster, order) {
    const { environment, drills, signal, report, seed } = order;
    const { workload } = await (0,actions_recovery/* podsOf */.EB)(cluster, environment.namespace, (0,drill_guard/* declaredIn */.eI)(order));
    return inScratch(cluster, order, { workload, manifests: [], parts: undefined }, async () => {
        const target = await repositoryTarget(order, workload);
        const size = await segmentSizeOf(cluster, order);
        const broken = {
            ...target,
            size,
            archiving: archivingBy(cluster, order),
            maxSize: drills.rot['max-size'],
        };
        const system = rotSystem(cluster, broken, { signal, now: (0,clock/* steadyClock */.L)(), report });
        return drillRot({ ...(0,drill_guard/* facts */.Ix)(order), seed }, system);
    });
}
function requireMarkers({ drills, scenario }) {
    const needed = scenario.id === 'corruption' || (scenario.id === 'region' && drills.cutover !== undefined);
    if (!needed || (drills.markers !== undefined && drills.application !== undefined))
        return;
    throw new toolkit_errors/* UserError */.yo(`the drill \`${scenario.id}\` needs \`drills.markers\` and \`drills.application\``, 'add both to slipway.yml');
}
async function repositoryTarget(order, workload) {
    const { recovery, drills, environment, owner, run, signal, target } = order;
    const scratch = scratchOf(order);
    const declared = (0,drill_guard/* declaredIn */.eI)(order);
    const name = (0,actions_recovery/* nameOfDatabase */.US)(drills.database ?? '', recovery);
    const repository = repositoryNameOf(order);
    const template = (0,kinds/* templateOf */.kW)(workload)?.spec;
    if (template === undefined)
        throw new Error('a workload without a template');
    const limits = (0,freshness/* declaredLimits */.F)(declared);
    return {
        copy: {
            app: owner.app,
            template,
            signal,
            run: run.id,
            patience: 300_000,
            report: order.report,
            name: `${name}-copy`,
            namespace: scratch.namespace,
            from: environment.namespace,
            container: declared.container,
            configuration: declared.configuration.map(each => ({ ...each, source: sourceOf(order, each) })),
            volume: (0,actions_recovery/* volumeOf */.Iw)(scratch.volume ?? ''),
            sleep: milliseconds => (0,promises_.setTimeout)(milliseconds),
        },
        stanza: declared.stanza,
        repository: { name: repository, number: numberOf(order, repository) },
        limits: { ...limits, wal: Math.max(target?.rpo ?? 0, limits.wal) },
    };
}
async function scratchTarget(cluster, order, { at, workload, levelChecks }, objects, parts, writing) {
    const { recovery, drills, run, scenario } = order;
    const scratch = scratchOf(order);
    const { application, markers, cutover } = drills;
    const declared = (0,drill_guard/* declaredIn */.eI)(order);
    const name = (0,actions_recovery/* nameOfDatabase */.US)(drills.database ?? '', recovery);
    const { manifest } = at.set;
    const counted = manifest.databases.find(each => each.name === name);
    const before = application && (await readKnownRecord(application, order));
    const own = await repositoryTarget(order, workload);
    return {
        ...own,
        database: declared.database,
        set: counted?.backups.find(({ repository }) => repository === own.repository.name)?.label,
        size: (0,wal.parseSegmentSize)(counted?.segment ?? 0) ?? wal.usualSize,
        expected: { manifest, name },
        known: levelChecks,
        files: parts?.restore,
        archiving: writing === undefined ? archivingBy(cluster, order) : undefined,
        encrypted: drills.encrypted,
        service: markers?.service ?? declared.workload.name,
        markers: writing && {
            runId: run.id,
            unsteady: writing.unsteady,
            stop: writing.stop,
            ...(scenario.id === 'corruption' ? { mistake: writing.mistake } : {}),
        },
        application: application === undefined || !scenario.steps.some(({ action }) => action === 'start')
            ? undefined
            : {
                objects,
                start: scratch.start.map(({ kind, name: of }) => `${kind}/${of}`),
                secrets: scratch.configuration,
                service: scratch.service,
                port: scratch.port,
                functional: functionalOf(application),
                before,
            },
        cutover: scenario.id !== 'region' || cutover === undefined || writing === undefined || application === undefined
            ? undefined
            : {
                public: { ...withoutUrl(application), base: new URL(application.url) },
                there: writing.there,
                back: writing.back,
            },
    };
}


/***/ }),

/***/ 77643:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Av: () => (/* binding */ liveDrill),
/* harmony export */   Lm: () => (/* binding */ liveSystemOf),
/* harmony export */   Zk: () => (/* binding */ startWriting),
/* harmony export */   m7: () => (/* binding */ inLimits),
/* harmony export */   uz: () => (/* binding */ resumedWriting)
/* harmony export */ });
/* unused harmony exports prepared, readingProbe, steadyWriter */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _recovery_drill_accidental_deletion_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(95754);
/* harmony import */ var _recovery_drill_commands_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(69549);
/* harmony import */ var _recovery_drill_functional_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(51594);
/* harmony import */ var _recovery_drill_kubernetes_system_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(67069);
/* harmony import */ var _recovery_drill_limits_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(45107);
/* harmony import */ var _recovery_drill_live_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(17759);
/* harmony import */ var _recovery_drill_prober_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(25115);
/* harmony import */ var _recovery_drill_steady_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(57613);
/* harmony import */ var _recovery_drill_writer_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(89416);
/* harmony import */ var _recovery_guard_consent_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(20494);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_16__ = __webpack_require__(60630);
/* harmony import */ var _workloads_pods_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(12502);
/* harmony import */ var _drill_guard_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(17956);
/* harmony import */ var _recovery_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(57346);

















async function liveDrill(cluster, order, breaks) {
    const { workload } = await (0,_recovery_js__WEBPACK_IMPORTED_MODULE_15__/* .podsOf */ .EB)(cluster, order.environment.namespace, (0,_drill_guard_js__WEBPACK_IMPORTED_MODULE_14__/* .declaredIn */ .eI)(order));
    const { system, signal } = inLimits(cluster, order, liveSystemOf(cluster, order, workload, breaks));
    return (0,_drill_guard_js__WEBPACK_IMPORTED_MODULE_14__/* .behindGuard */ .YU)(order, cluster, () => (0,_recovery_drill_live_js__WEBPACK_IMPORTED_MODULE_7__/* .drillLive */ .w)({ ...(0,_drill_guard_js__WEBPACK_IMPORTED_MODULE_14__/* .liveFacts */ .k4)(order, signal), target: (0,_drill_guard_js__WEBPACK_IMPORTED_MODULE_14__/* .targetOf */ .$r)(order) }, system));
}
const lookEvery = 5_000;
function inLimits(cluster, order, system) {
    const limits = order.drills['in-production'];
    const source = (0,_recovery_guard_consent_js__WEBPACK_IMPORTED_MODULE_11__/* .alertsOf */ .H)(order, cluster);
    if (order.confirm === '' || limits === undefined || source === undefined)
        return { system, signal: order.signal };
    return (0,_recovery_drill_limits_js__WEBPACK_IMPORTED_MODULE_6__/* .abortWhenDegraded */ .h)(system, { ...limits, source, every: lookEvery }, order.signal);
}
function liveSystemOf(cluster, order, workload, breaks, cut) {
    const { drills, environment, pace, folder } = order;
    const { application, markers, failover, switchover, deadline, 'rejoin-timeout': rejoinTimeout } = drills;
    if (application === undefined || markers === undefined)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_12__/* .UserError */ .yo(`a drill in the live system needs \`drills.${application === undefined ? 'application' : 'markers'}\``, 'add it to slipway.yml');
    const declared = (0,_drill_guard_js__WEBPACK_IMPORTED_MODULE_14__/* .declaredIn */ .eI)(order);
    const { url, ...rest } = application;
    return (0,_recovery_drill_kubernetes_system_js__WEBPACK_IMPORTED_MODULE_5__/* .liveSystem */ .y)(cluster, {
        namespace: environment.namespace,
        breaks,
        cut,
        scratch: drills.scratch?.namespace,
        commands: (0,_recovery_drill_commands_js__WEBPACK_IMPORTED_MODULE_3__.drillCommandsOf)(drills),
        role: markers.role,
        container: declared.container,
        selector: (0,_workloads_pods_js__WEBPACK_IMPORTED_MODULE_13__/* .selectorOf */ .Bk)(workload),
        local: { database: declared.database },
        service: { database: declared.database, host: markers.service },
        client: { user: markers.user, password: { secret: markers.secret, key: markers.key } },
        application: { ...rest, base: new URL(url) },
        ...(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_16__/* .defined */ .sw)({ failover, switchover }),
    }, {
        ...(0,_drill_guard_js__WEBPACK_IMPORTED_MODULE_14__/* .drillerOf */ .i6)(order),
        activeDeadlineSeconds: Math.ceil((pace.steady * 4 + deadline + rejoinTimeout) / 1000) + 600,
        append: line => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.appendFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'markers.jsonl'), line),
    });
}
async function prepared(system, signal) {
    try {
        await system.prepare(signal);
        return await system.primary();
    }
    catch (error) {
        const left = await system.clear().catch((problem) => [String(problem)]);
        for (const each of left)
            system.report(each);
        throw error;
    }
}
async function startWriting(cluster, order) {
    const { drills, pace, signal, run, report } = order;
    if (drills.markers === undefined || drills.application === undefined)
        return undefined;
    const { system, ...publicAddress } = await publicAddressIn(cluster, order);
    const probe = readingProbe(order, drills.application);
    report('writing markers');
    const starting = steadyWriter({ ...system, probe }, { pace, runId: run.id, signal });
    const { writer, unsteady } = await starting.catch(async (error) => {
        await system.clear();
        throw signal.aborted ? (0,_toolkit_errors_js__WEBPACK_IMPORTED_MODULE_12__/* .cancelled */ .KW)() : error;
    });
    const clear = async () => {
        await writer.stop().catch(() => undefined);
        return system.clear();
    };
    return {
        unsteady,
        stop: writer.stop,
        mistake: given => (0,_recovery_drill_accidental_deletion_js__WEBPACK_IMPORTED_MODULE_2__/* .deletionBy */ .Or)(system.markers.remove, system.now, given),
        ...publicAddress,
        clear,
    };
}
function readingProbe({ pace: { probes }, report }, { url, write: _, ...reading }) {
    const check = (0,_recovery_drill_functional_js__WEBPACK_IMPORTED_MODULE_4__.functionalCheck)({ ...reading, base: new URL(url) }, undefined, report);
    const remembered = check.remember(probes.patience);
    return async () => (await remembered) ?? check.whole(probes.patience);
}
async function steadyWriter({ markers, append, probe, now }, { pace, runId, signal }) {
    const from = now();
    const writer = (0,_recovery_drill_writer_js__WEBPACK_IMPORTED_MODULE_10__/* .startWriter */ .A)({ ...pace.markers, runId, send: markers.send, append, now });
    const prober = (0,_recovery_drill_prober_js__WEBPACK_IMPORTED_MODULE_8__/* .startProber */ .h)({ ...pace.probes, probe, now });
    const seen = () => ({ samples: prober.samples(), entries: writer.entries(), from, now: now() });
    try {
        const steady = await (0,_recovery_drill_steady_js__WEBPACK_IMPORTED_MODULE_9__/* .untilSteady */ .p6)(seen, pace, signal);
        return { writer, unsteady: 'unsteady' in steady ? steady.unsteady : undefined };
    }
    catch (error) {
        await writer.stop().catch(() => undefined);
        throw error;
    }
    finally {
        await prober.stop();
    }
}
async function resumedWriting(cluster, order) {
    const { drills, scenario } = order;
    if (drills.markers === undefined || drills.application === undefined)
        return undefined;
    const written = () => Promise.reject(new Error('an earlier job has written it'));
    const ended = { unsteady: undefined, stop: written, mistake: written };
    const unneeded = { there: async () => undefined, back: async () => undefined, clear: async () => [] };
    if (scenario.id !== 'region' || drills.cutover === undefined)
        return { ...ended, ...unneeded };
    const { system, ...publicAddress } = await publicAddressIn(cluster, order);
    return { ...ended, ...publicAddress, clear: system.clear };
}
async function publicAddressIn(cluster, order) {
    const { workload } = await (0,_recovery_js__WEBPACK_IMPORTED_MODULE_15__/* .podsOf */ .EB)(cluster, order.environment.namespace, (0,_drill_guard_js__WEBPACK_IMPORTED_MODULE_14__/* .declaredIn */ .eI)(order));
    const breaks = order.drills.cutover === undefined ? 'pod' : 'cutover';
    const system = liveSystemOf(cluster, order, workload, breaks);
    const victim = await prepared(system, order.signal);
    return {
        system,
        there: async (given) => {
            await system.note(victim);
            await system.inject(victim, given);
        },
        back: async () => {
            await system.fix(victim);
            await system.note(undefined);
        },
    };
}


/***/ }),

/***/ 83839:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  p: () => (/* binding */ openArchive)
});

// UNUSED EXPORTS: pathIn

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./.build/js/src/config/load.js
var load = __webpack_require__(63114);
// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var errors = __webpack_require__(92317);
// EXTERNAL MODULE: external "node:fs/promises"
var external_node_fs_promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./.build/js/src/toolkit/child.js
var child = __webpack_require__(83402);
// EXTERNAL MODULE: ./.build/js/src/actions/documents.js
var documents = __webpack_require__(94191);
;// CONCATENATED MODULE: ./.build/js/src/actions/archive-proof.js






async function proveArchive(read, apart, host, signal) {
    if (apart.config !== '')
        await requireOutside(apart, apart.config, 'the slipway.yml that `config` names');
    if (apart.checksum !== '') {
        await requireChecksum(read, apart.checksum);
        return 'its checksum';
    }
    if (apart.config !== '')
        return bySignature(read, apart, host, signal);
    throw new errors/* UserError */.yo('the archive cannot be authenticated: neither `checksum` nor `config` is given', 'set `checksum` to the value that `archive` printed and that is kept with the key, or `config` to a slipway.yml with `trust` that is not on this disk');
}
async function requireChecksum({ sums }, given) {
    const { checksumOf } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(8869)]).then(__webpack_require__.bind(__webpack_require__, 58869));
    const wanted = given
        .trim()
        .toLowerCase()
        .replace(/^sha256:/, '');
    if (!/^[0-9a-f]{64}$/.test(wanted))
        throw new errors/* UserError */.yo('the input `checksum` is not a SHA-256', 'write its 64 hexadecimal digits');
    if (checksumOf(sums) === wanted)
        return;
    throw new errors/* UserError */.yo('the archive does not match the input `checksum`', 'run nothing from it; use another copy, or the checksum of the newest state of this one');
}
async function bySignature({ index, sums }, apart, host, signal) {
    const { trustOfDocuments } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(5139)]).then(__webpack_require__.bind(__webpack_require__, 45139));
    const config = await (0,load/* loadConfig */.Z9)(apart.config);
    const trust = trustOfDocuments(config, (0,load/* environmentOf */.p7)(config, index.environment).trust);
    if (trust === undefined)
        throw new errors/* UserError */.yo(`the archive cannot be authenticated: ${apart.config} requires no signatures`, 'set `checksum` to the value that is kept with the key');
    const cosign = (0,child/* findOnPath */.a)('cosign');
    if (cosign !== undefined)
        await requireOutside(apart, cosign, 'the cosign on the PATH');
    const { documentOfSums, places } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(8869)]).then(__webpack_require__.bind(__webpack_require__, 58869));
    const bundle = await (0,external_node_fs_promises_.readFile)((0,external_node_path_.join)(apart.archive, places.signature), 'utf8').catch(() => undefined);
    const document = documentOfSums({ app: config.app, environment: index.environment }, sums);
    return (0,documents/* verifyBy */.$)(trust, document, bundle, { config, path: apart.config, host, signal });
}
async function requireOutside({ archive }, file, what) {
    const [folder, found] = await Promise.all([(0,external_node_fs_promises_.realpath)(archive), (0,external_node_fs_promises_.realpath)(file).catch(() => undefined)]);
    if (found === undefined)
        throw new errors/* UserError */.yo(`${what} does not exist: ${file}`, 'correct its path');
    if (!found.startsWith(`${folder}${external_node_path_.sep}`))
        return;
    throw new errors/* UserError */.yo(`${what} is in the archive, so it cannot authenticate the archive`, 'use one that is not on the disk, or set `checksum`');
}

// EXTERNAL MODULE: ./.build/js/src/actions/kept.js
var kept = __webpack_require__(48653);
// EXTERNAL MODULE: ./.build/js/src/actions/recovery.js
var actions_recovery = __webpack_require__(57346);
// EXTERNAL MODULE: ./.build/js/src/actions/registry.js
var registry = __webpack_require__(566);
// EXTERNAL MODULE: ./.build/js/src/actions/verified-set.js
var verified_set = __webpack_require__(26604);
;// CONCATENATED MODULE: ./.build/js/src/actions/open-archive.js









async function openArchive(inputs, host, signal, known) {
    const { report, env } = host;
    const { readArchive, faultsInFiles } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(2567), __webpack_require__.e(9453), __webpack_require__.e(9795)]).then(__webpack_require__.bind(__webpack_require__, 59453));
    const attachments = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(8888), __webpack_require__.e(2787), __webpack_require__.e(5274)]).then(__webpack_require__.bind(__webpack_require__, 92787));
    const { openBucket } = await __webpack_require__.e(/* import() */ 8369).then(__webpack_require__.bind(__webpack_require__, 90750));
    const { s3Store, placeOf } = await __webpack_require__.e(/* import() */ 2412).then(__webpack_require__.bind(__webpack_require__, 10031));
    const { resticIn } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(9468), __webpack_require__.e(6695), __webpack_require__.e(5221), __webpack_require__.e(3407), __webpack_require__.e(2216), __webpack_require__.e(35), __webpack_require__.e(8888), __webpack_require__.e(7236), __webpack_require__.e(2787), __webpack_require__.e(845), __webpack_require__.e(6473), __webpack_require__.e(9706), __webpack_require__.e(4158), __webpack_require__.e(1434), __webpack_require__.e(1257)]).then(__webpack_require__.bind(__webpack_require__, 1434));
    const { imageNow } = await __webpack_require__.e(/* import() */ 3707).then(__webpack_require__.bind(__webpack_require__, 3707));
    const read = await readArchive(inputs.archive);
    const { index } = read;
    if (known !== undefined)
        requireOwner(index, known.owner);
    else
        report(`the archive is authenticated by ${await proveArchive(read, inputs, host, signal)}`);
    const [fault] = await faultsInFiles(inputs.archive, index);
    if (fault !== undefined)
        throw new errors/* UserError */.yo(`the archive is damaged or incomplete: ${fault}`, 'run nothing from it; use another copy');
    const identities = await attachments.readIdentities(inputs['offline-key-file']);
    const path = inputs.config === '' ? (0,external_node_path_.join)(inputs.archive, index.config) : inputs.config;
    const config = await (0,load/* loadConfig */.Z9)(path);
    if (known !== undefined)
        requireOwner({ ...index, app: config.app }, known.owner);
    const environment = (0,load/* environmentOf */.p7)(config, index.environment);
    const recovery = (0,actions_recovery/* recoveryOf */.rU)(environment, index.environment);
    const newBucket = {
        url: inputs.bucket.replace(/\/+$/, ''),
        region: inputs.region,
        ...(0,kept/* s3CredentialsOf */.AO)(inputs['credentials-prefix'], env, 'the new bucket'),
    };
    const owner = known?.owner ?? { app: config.app, environment: index.environment };
    const { prefix } = placeOf(recovery.repositories[index.repository]?.store?.url ?? inputs.bucket);
    const contents = async () => {
        const url = `${newBucket.url}/${prefix}`.replace(/\/$/, '');
        const store = await s3Store({ ...newBucket, url });
        const place = { ...inputs, config: path };
        const byArchive = set => (0,actions_recovery/* verifySet */.mS)(set, owner, { config, environment, inputs: place, host, signal });
        const at = await (0,verified_set.readVerifiedSet)({ store, owner, id: index.set }, report, known?.verifySet ?? byArchive);
        const { set } = at;
        const objects = await attachments.exportIn(at, identities);
        const secrets = set.manifest.secrets.length === 0 ? [] : await attachments.secretsIn(at, identities);
        return { manifest: set.manifest, objects, secrets, at, identities };
    };
    const placed = (repository) => `${inputs.registry.replace(/\/+$/, '')}/${pathIn(repository)}`;
    const image = recovery['backup-pod'] && imageNow(recovery['backup-pod'].image, index.images, placed);
    return {
        recovery,
        offline: {
            folder: inputs.archive,
            index,
            app: config.app,
            from: environment.namespace,
            contents,
            newBucket,
            bucket: await openBucket(newBucket),
            registry: await (0,registry/* registryClient */.R)({ signal }),
            sleep: promises_.setTimeout,
            report,
            repository: {
                name: index.repository,
                number: recovery.repositories[index.repository]?.pgbackrest ?? 0,
                restic: resticIn(recovery, index.repository),
            },
            backupPod: image === undefined ? undefined : { ...recovery['backup-pod'], image },
            place: placed,
            databases: databasesIn(recovery, inputs.volume),
            redis: Object.entries(recovery.redis).map(([name, { workload, container }]) => ({
                name,
                workload,
                container,
            })),
        },
    };
}
function requireOwner({ app, environment }, owner) {
    if (app === owner.app && environment === owner.environment)
        return;
    throw new errors/* UserError */.yo(`the archive belongs to ${app} in ${environment}, not to ${owner.app} in ${owner.environment}`, 'set the input `archive` to the folder of the right one');
}
const pathIn = (repository) => /^[^/]+\/(.+)$/.exec(/^(?:[^/]*[.:][^/]*|localhost)\//.test(repository) ? repository : `docker.io/${repository}`)?.[1] ?? repository;
const databasesIn = ({ databases, drills }, volume) => Object.entries(databases).map(([name, { workload, container, configuration, stanza, database }]) => ({
    name,
    workload,
    container,
    configuration,
    stanza,
    database,
    volume: (0,actions_recovery/* volumeOf */.Iw)(volume),
    service: drills?.markers !== undefined && (drills.database ?? name) === name
        ? drills.markers.service
        : workload.name,
}));


/***/ }),

/***/ 15484:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GV: () => (/* binding */ resticFor),
/* harmony export */   Rc: () => (/* binding */ workloadOf),
/* harmony export */   nX: () => (/* binding */ restoreParts)
/* harmony export */ });
/* unused harmony export requireDeclared */
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(58500);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92317);
/* harmony import */ var _workloads_kinds_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(17103);
/* harmony import */ var _kept_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(48653);





async function restoreParts(cluster, order) {
    const { parts, recovery, at } = order;
    const restoring = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(9468), __webpack_require__.e(6695), __webpack_require__.e(5221), __webpack_require__.e(3407), __webpack_require__.e(2216), __webpack_require__.e(35), __webpack_require__.e(8888), __webpack_require__.e(7236), __webpack_require__.e(2787), __webpack_require__.e(845), __webpack_require__.e(6473), __webpack_require__.e(9706), __webpack_require__.e(4158), __webpack_require__.e(126)]).then(__webpack_require__.bind(__webpack_require__, 84158));
    const { partsInSet, parseTargets } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(9468), __webpack_require__.e(6695), __webpack_require__.e(5221), __webpack_require__.e(3407), __webpack_require__.e(2216), __webpack_require__.e(35), __webpack_require__.e(8888), __webpack_require__.e(7236), __webpack_require__.e(2787), __webpack_require__.e(845), __webpack_require__.e(6473), __webpack_require__.e(9706), __webpack_require__.e(4158), __webpack_require__.e(8305)]).then(__webpack_require__.bind(__webpack_require__, 68614));
    const { requireBackups } = await Promise.all(/* import() */[__webpack_require__.e(845), __webpack_require__.e(6473), __webpack_require__.e(5364)]).then(__webpack_require__.bind(__webpack_require__, 4554));
    const { withFilesNote } = await __webpack_require__.e(/* import() */ 4363).then(__webpack_require__.bind(__webpack_require__, 44363));
    const { objects, secrets, managed, volumes, buckets, redis } = partsInSet(parts, at.set.manifest);
    const targets = parseTargets(order.buckets, buckets);
    const task = { ...order, cluster, repository: order.repository || undefined };
    const repositories = managed.length + volumes.length + buckets.length === 0 ? new Map() : await resticFor(order);
    requireDeclared(recovery, { managed, volumes, buckets, redis });
    requireBackups(task, { managed, volumes, buckets }, repositories);
    const levelChecks = [];
    if (objects)
        levelChecks.push(...(await restoring.restoreObjects(task)));
    if (secrets)
        levelChecks.push(...(await restoring.restoreSecrets(task)));
    const reached = (0,_kept_js__WEBPACK_IMPORTED_MODULE_4__/* .inPods */ .mj)(repositories, recovery);
    for (const pvc of volumes) {
        await copyCa(cluster, order);
        const place = { namespace: order.into, pvc, writes: true, signal: order.signal, sleep: node_timers_promises__WEBPACK_IMPORTED_MODULE_1__.setTimeout };
        const raise = () => (0,_kept_js__WEBPACK_IMPORTED_MODULE_4__/* .backupPodFor */ .Jg)(cluster, recovery, place);
        const volume = { ...task, pvc, repositories: reached, raise };
        levelChecks.push(...(await (order.temporary
            ? restoring.restoreVolume(volume)
            : withFilesNote({ ...task, pvc, set: at.set.id, back: `back ${at.set.id}` }, (replace, begins) => restoring.restoreVolume({ ...volume, replace, begins })))));
    }
    const addresses = [];
    for (const name of managed) {
        levelChecks.push(...(await restoreManagedPart(cluster, order, name, reached)));
        addresses.push(`${copyName(name)}.${order.into}`);
    }
    const wanted = Object.fromEntries(Object.entries(recovery.buckets).filter(([name]) => buckets.includes(name)));
    await (0,_kept_js__WEBPACK_IMPORTED_MODULE_4__/* .withBuckets */ .cT)({ ...order, recovery: { buckets: wanted }, repositories, targets }, async (opened) => {
        for (const kept of opened) {
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(kept.folder, { recursive: true });
            levelChecks.push(...(await restoring.restoreBucketOf({ ...task, kept, target: kept.bucket })));
        }
    });
    for (const name of redis)
        levelChecks.push(...(await restoreRedisPart(cluster, order, name)));
    return { levelChecks, addresses };
}
function requireDeclared({ managed, buckets, redis, 'backup-pod': backupPod }, wanted) {
    const require = (kind, names, declared, lacks) => {
        const absent = names.find(name => !Object.hasOwn(declared, name));
        if (absent === undefined)
            return;
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`\`recovery\` declares no ${kind} ${absent}`, `declare it as when the set was made, because the set does not contain ${lacks}`);
    };
    require('managed database', wanted.managed, managed, 'its user');
    require('bucket', wanted.buckets, buckets, 'its credentials');
    require('Redis', wanted.redis, redis, 'its image');
    if (backupPod === undefined && wanted.managed.length + wanted.volumes.length > 0)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo('`recovery` declares no `backup-pod`, which restores files and managed databases', 'declare it as when the set was made');
}
const copyName = (managed) => `${managed}-managed`;
async function restoreManagedPart(cluster, order, name, repositories) {
    const { recovery, from, into, app, run, volume, signal, report } = order;
    const { 'backup-pod': backupPod } = recovery;
    const declared = recovery.managed[name];
    if (declared === undefined || backupPod === undefined)
        throw new Error(`${name} is not declared`);
    const { createCopy } = await __webpack_require__.e(/* import() */ 9060).then(__webpack_require__.bind(__webpack_require__, 69060));
    const { resticHost } = await __webpack_require__.e(/* import() */ 2484).then(__webpack_require__.bind(__webpack_require__, 72484));
    const { restoreManaged } = await Promise.all(/* import() */[__webpack_require__.e(845), __webpack_require__.e(1101)]).then(__webpack_require__.bind(__webpack_require__, 95190));
    const { managedIn } = await Promise.all(/* import() */[__webpack_require__.e(845), __webpack_require__.e(6473), __webpack_require__.e(5364)]).then(__webpack_require__.bind(__webpack_require__, 4554));
    const copies = await __webpack_require__.e(/* import() */ 9478).then(__webpack_require__.bind(__webpack_require__, 49478));
    const place = managedIn({ ...order, repository: order.repository || undefined }, name, repositories);
    const copy = await createCopy(cluster, {
        app,
        run,
        volume,
        signal,
        sleep: node_timers_promises__WEBPACK_IMPORTED_MODULE_1__.setTimeout,
        report,
        from,
        namespace: into,
        patience: 300_000,
        name: copyName(name),
        hostname: await resticHost(cluster, { namespace: into, name: copyName(name) }),
        template: copies.managedTemplate(declared, backupPod),
        configuration: copies.managedConfiguration(declared, backupPod),
    });
    const { database, user } = declared;
    const levelChecks = await restoreManaged({ ...place, database, user, copy, signal, sleep: node_timers_promises__WEBPACK_IMPORTED_MODULE_1__.setTimeout, report });
    if (!order.temporary)
        await copy.finish();
    return levelChecks;
}
async function restoreRedisPart(cluster, order, name) {
    const { at, identities, into, signal, report, replace = false, temporary = false } = order;
    const declared = order.recovery.redis[name];
    if (declared === undefined)
        throw new Error(`${name} is not declared`);
    const { restoreRedis } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(8888), __webpack_require__.e(2787), __webpack_require__.e(4931)]).then(__webpack_require__.bind(__webpack_require__, 18648));
    const place = { namespace: order.from, ref: declared.workload, identities };
    const workload = await workloadOf(cluster, place, at);
    const { container } = declared;
    return restoreRedis({
        cluster,
        at,
        identities,
        into,
        name,
        workload,
        container,
        replace,
        temporary,
        signal,
        sleep: node_timers_promises__WEBPACK_IMPORTED_MODULE_1__.setTimeout,
        report,
    });
}
async function workloadOf(cluster, { namespace, ref, identities }, at) {
    const live = await cluster.get((0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_3__/* .pathTo */ .vs)(namespace, ref));
    if (live !== undefined)
        return live;
    const { exportIn, fileNames, holds } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(8888), __webpack_require__.e(2787), __webpack_require__.e(5081)]).then(__webpack_require__.bind(__webpack_require__, 92787));
    const exported = at !== undefined && holds(at.set.manifest, fileNames.objects);
    const objects = exported ? await exportIn(at, identities) : [];
    const kept = objects.find(({ kind, metadata }) => kind === ref.kind && metadata.name === ref.name);
    if (kept !== undefined)
        return kept;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`there is no ${ref.kind}/${ref.name} in ${namespace}, nor in a backup set`, 'correct its `workload` in slipway.yml, or choose a set that contains it');
}
async function resticFor({ recovery, env, identities, at, }) {
    const { passphraseIn } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(8888), __webpack_require__.e(2787), __webpack_require__.e(5081)]).then(__webpack_require__.bind(__webpack_require__, 92787));
    if (identities.length === 0)
        return (0,_kept_js__WEBPACK_IMPORTED_MODULE_4__/* .resticOf */ .Sv)(recovery, env);
    const found = new Map();
    for (const [name, { restic }] of Object.entries(recovery.repositories))
        if (restic !== undefined && !env[`${restic['credentials-prefix']}_PASSPHRASE`])
            found.set(name, await passphraseIn(at, name, identities));
    return (0,_kept_js__WEBPACK_IMPORTED_MODULE_4__/* .resticOf */ .Sv)(recovery, env, found);
}
async function copyCa(cluster, { recovery, from, into, app }) {
    const name = recovery['backup-pod']?.['ca-configmap'];
    if (name === undefined)
        return;
    const { copyConfiguration } = await __webpack_require__.e(/* import() */ 9060).then(__webpack_require__.bind(__webpack_require__, 69060));
    const place = { from, namespace: into, app, name: 'files' };
    await copyConfiguration(cluster, { kind: 'ConfigMap', name }, place);
}


/***/ }),

/***/ 26604:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readVerifiedSet: () => (/* binding */ readVerifiedSet),
/* harmony export */   v: () => (/* binding */ firstSet),
/* harmony export */   x9: () => (/* binding */ newestVerified),
/* harmony export */   zr: () => (/* binding */ verified)
/* harmony export */ });
async function readVerifiedSet({ store, owner, id }, report, verify) {
    const { readSet } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(8888), __webpack_require__.e(7462)]).then(__webpack_require__.bind(__webpack_require__, 58888));
    return verified({ store, owner, set: await readSet(store, owner, id, report) }, report, verify);
}
async function verified(at, report, verify) {
    const { id } = at.set;
    const by = await verify(at.set);
    report(by === undefined ? `the backup set ${id} needs no signature` : `the manifest of ${id} is signed by ${by}`);
    return at;
}
async function newestVerified(stores, { owner, id }, report, verify) {
    const { readSet } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(8888), __webpack_require__.e(7462)]).then(__webpack_require__.bind(__webpack_require__, 58888));
    const found = await firstSet(stores, report, store => readSet(store, owner, id, report));
    return verified({ ...found, owner }, report, verify);
}
async function firstSet(stores, report, read) {
    let problem = new Error('no store');
    for (const { store } of stores) {
        try {
            return { store, set: await read(store) };
        }
        catch (error) {
            problem = error;
            report(`no backup set was read from ${store.name}`);
        }
    }
    throw problem;
}


/***/ }),

/***/ 31629:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   forwardTo: () => (/* binding */ forwardTo)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31421);
/* harmony import */ var node_readline__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(80481);
/* harmony import */ var _toolkit_child_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(83402);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92317);
/* harmony import */ var _environment_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(90677);
/* harmony import */ var _reach_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(65679);






const patience = 15_000;
async function forwardTo({ namespace, service, port }, reach) {
    const args = [
        'port-forward',
        `--namespace=${namespace}`,
        ...(0,_reach_js__WEBPACK_IMPORTED_MODULE_5__/* .reachFlags */ .x)(reach),
        `service/${service}`,
        `:${port}`,
    ];
    const [command, bound] = (0,_toolkit_child_js__WEBPACK_IMPORTED_MODULE_2__/* .dieWithParent */ .f)('kubectl', args);
    const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(command, bound, { env: (0,_environment_js__WEBPACK_IMPORTED_MODULE_4__/* .kubectlEnvironment */ .y)(), stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    child.stderr.on('data', chunk => {
        said = `${said}${chunk}`.slice(-2000);
    });
    const refused = () => new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`Service/${service} in ${namespace} cannot be reached: ${said.trim().split('\n').at(-1) || 'kubectl port-forward ended'}`, 'check that its pods are ready, and that the credential may `create` `pods/portforward` there');
    const local = await new Promise((resolve, reject) => {
        const timer = setTimeout(() => reject(refused()), patience);
        (0,node_readline__WEBPACK_IMPORTED_MODULE_1__.createInterface)({ input: child.stdout }).on('line', line => {
            const found = /^Forwarding from 127\.0\.0\.1:(\d+) ->/.exec(line)?.[1];
            if (found === undefined)
                return;
            clearTimeout(timer);
            resolve(Number(found));
        });
        for (const end of ['error', 'close'])
            child.once(end, () => {
                clearTimeout(timer);
                reject(refused());
            });
    }).catch(error => {
        child.kill('SIGKILL');
        throw error;
    });
    return { base: new URL(`http://127.0.0.1:${local}`), close: () => void child.kill('SIGKILL') };
}


/***/ }),

/***/ 95754:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Or: () => (/* binding */ deletionBy),
/* harmony export */   nP: () => (/* binding */ deletionCheck),
/* harmony export */   nu: () => (/* binding */ outageOf),
/* harmony export */   xI: () => (/* binding */ untilArchived)
/* harmony export */ });
/* harmony import */ var _toolkit_count_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8999);
/* harmony import */ var _toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38650);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);
/* harmony import */ var _ledger_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7840);
/* harmony import */ var _levels_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92954);
/* harmony import */ var _postgres_wal_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(26401);






async function deletionBy(remove, now, signal) {
    const from = now();
    const { before, after, xid, at, deleted } = await remove(signal);
    const to = now();
    if (deleted === 0)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('there is no marker to delete', 'check that markers are written, and that their role may delete them');
    return {
        from,
        to,
        deleted,
        end: after,
        target: { kind: 'lsn', lsn: before, exclusive: true },
        sentence: `${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_5__/* .counted */ .h)(deleted, 'marker')} deleted by transaction ${xid} at ${(0,_postgres_wal_js__WEBPACK_IMPORTED_MODULE_4__.formatLsn)(before)}, ${at} by the database's clock`,
    };
}
async function untilArchived({ end }, archive, { now, waits, signal, report }, read) {
    const begun = now();
    const { number } = (0,_postgres_wal_js__WEBPACK_IMPORTED_MODULE_4__.segmentAt)(1, end, archive.size);
    while (Math.max(0, ...(await read()).listing.segments.map(({ segment }) => segment.number)) < number) {
        if (now() - begun > archive.limits.wal)
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`the WAL up to ${(0,_postgres_wal_js__WEBPACK_IMPORTED_MODULE_4__.formatLsn)(end)} did not arrive in the repository ${archive.repository} within ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(archive.limits.wal)}`, 'check pg_stat_archiver, and `archive_timeout` of the database');
        report(`waiting until the WAL up to ${(0,_postgres_wal_js__WEBPACK_IMPORTED_MODULE_4__.formatLsn)(end)} is archived`);
        signal.throwIfAborted();
        await waits(1000);
    }
}
function deletionCheck({ to, deleted }, ledger, recovered) {
    const after = (0,_ledger_js__WEBPACK_IMPORTED_MODULE_2__/* .acknowledged */ .Hn)(ledger).filter(({ sentAt }) => sentAt > to).length;
    const fault = after === 0
        ? 'nothing was written after the mistake, so nothing proves that the recovery stopped before it'
        : recovered.length < deleted
            ? `only ${recovered.length} of ${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_5__/* .counted */ .h)(deleted, 'deleted row')} ${recovered.length === 1 ? 'is' : 'are'} back`
            : undefined;
    return (0,_levels_js__WEBPACK_IMPORTED_MODULE_3__/* .checkFor */ .G5)('L3', 'deleted rows', fault, `all ${deleted} are back, and none of ${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_5__/* .counted */ .h)(after, 'marker')} that came later`);
}
function outageOf({ to: from }, replayed, to) {
    const reason = 'the rows were gone';
    return { kind: 'over', from, to, rto: to - from, atLeast: Math.max(0, replayed - from), reason, notes: [] };
}


/***/ }),

/***/ 66837:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ steadyClock)
/* harmony export */ });
function steadyClock(notBefore = 0) {
    const origin = Date.now() - performance.now();
    return () => Math.max(notBefore, Math.round(origin + performance.now()));
}


/***/ }),

/***/ 2723:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   py: () => (/* binding */ encryptedCheck),
/* harmony export */   xB: () => (/* binding */ keyIn)
/* harmony export */ });
/* unused harmony export judgeEncrypted */
/* harmony import */ var _toolkit_count_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8999);
/* harmony import */ var _fernet_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57265);
/* harmony import */ var _postgres_sql_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(16677);



const most = 50;
function sampleScript({ table, column }) {
    const from = (sample) => `select format('(select %1$I::text as value from %2$s ${sample} where %1$I::text <> '''' limit ${most})', ${(0,_postgres_sql_js__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .eu)(column)}, ${(0,_postgres_sql_js__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .eu)(table)}::regclass)`;
    return `select format('select json_build_object(''value'', value) from (%s union all %s) sampled limit ${most}',
  (${from('tablesample system (10)')}), (${from('')})) \\gexec
`;
}
async function encryptedCheck(exec, connection, encrypted, secret, signal) {
    const rows = await (0,_postgres_sql_js__WEBPACK_IMPORTED_MODULE_1__/* .rowsOf */ .RO)(exec, connection, sampleScript(encrypted), signal);
    const values = rows.flatMap(({ value }) => (typeof value === 'string' ? [value] : []));
    return judgeEncrypted(encrypted, values, secret?.data?.[encrypted.key]);
}
function judgeEncrypted({ table, column, secret, key, 'key-derivation': derivation }, values, data) {
    const levelCheck = (state, sentence) => ({
        level: 'L3',
        what: `encrypted values of ${table}.${column}`,
        state,
        sentence,
    });
    const by = `Secret/${secret}, ${key}`;
    if (data === undefined)
        return levelCheck('failed', `the key is missing: ${by} does not exist`);
    const fernet = keyIn(Buffer.from(data, 'base64').toString('utf8'), derivation);
    if (fernet === undefined)
        return levelCheck('failed', `${by} is not a Fernet key of 32 bytes in base64`);
    if (values.length === 0)
        return levelCheck('skipped', 'the column has no values, so the key was not proved');
    const faults = values.flatMap(value => {
        const opened = (0,_fernet_js__WEBPACK_IMPORTED_MODULE_0__/* .openStored */ .c2)(value, fernet);
        return opened.ok ? [] : [opened.sentence];
    });
    const [first] = faults;
    return first === undefined
        ? levelCheck('passed', `${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_2__/* .counted */ .h)(values.length, 'value')} decrypted with ${by}`)
        : levelCheck('failed', `${faults.length} of ${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_2__/* .counted */ .h)(values.length, 'value')} cannot be decrypted with ${by}: ${first}`);
}
function keyIn(text, derivation) {
    const alphabet = 'url-safe';
    return (0,_fernet_js__WEBPACK_IMPORTED_MODULE_0__/* .parseKey */ .Do)(derivation === 'none' ? text.trim() : (0,_fernet_js__WEBPACK_IMPORTED_MODULE_0__/* .keyOfSecret */ .pk)(text.replace(/\n$/, ''), alphabet));
}


/***/ }),

/***/ 45107:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ isDegraded),
/* harmony export */   h: () => (/* binding */ abortWhenDegraded)
/* harmony export */ });
/* harmony import */ var _toolkit_count_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8999);
/* harmony import */ var _toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38650);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);



const silences = 3;
function abortWhenDegraded(system, limits, outer) {
    const ending = new AbortController();
    const signal = AbortSignal.any([outer, ending.signal]);
    let watching;
    const end = (problem) => {
        system.report(`aborting the drill: ${problem}`);
        ending.abort(new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`the drill was aborted: ${problem}`, 'see "Left behind" in the report for what could not be fixed'));
    };
    return {
        signal,
        system: {
            ...system,
            inject: async (...given) => {
                const answer = await limits.source.query(limits.abort);
                if (!answer.ok || isDegraded(answer.value)) {
                    end(answer.ok
                        ? 'production is already degraded'
                        : `the health of production is unknown (${answer.detail})`);
                    throw ending.signal.reason;
                }
                watching ??= watch(limits, end);
                return system.inject(given[0], given[1]);
            },
            fix: async (...given) => {
                watching?.fixed();
                return system.fix(given[0]);
            },
            clear: async () => {
                watching?.stop();
                return system.clear();
            },
        },
    };
}
function watch({ source, abort, 'max-duration': maxDuration, every }, end) {
    let isOver = false;
    let silent = 0;
    const stop = () => {
        isOver = true;
        clearTimeout(limit);
        clearTimeout(next);
    };
    const endOnce = (problem) => {
        if (isOver)
            return;
        stop();
        end(problem);
    };
    const limit = setTimeout(() => endOnce(`the time limit of ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(maxDuration)} is over`), maxDuration);
    const look = async () => {
        const answer = await source.query(abort, undefined, every);
        if (isOver)
            return;
        if (answer.ok && isDegraded(answer.value))
            return endOnce('production is degraded, according to the query `abort`');
        silent = answer.ok ? 0 : silent + 1;
        if (!answer.ok && silent >= silences)
            return endOnce(`the health of production was unknown in ${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_2__/* .counted */ .h)(silent, 'check')} (${answer.detail})`);
        next = setTimeout(look, every);
    };
    let next = setTimeout(look, every);
    return { stop, fixed: () => clearTimeout(limit) };
}
const isDegraded = (series) => series.some(({ samples }) => (samples.at(-1)?.[1] ?? 0) > 0);


/***/ }),

/***/ 96431:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Wp: () => (/* binding */ standbyCheck),
/* harmony export */   Xg: () => (/* binding */ applicationCheck),
/* harmony export */   Ye: () => (/* binding */ sameDatabaseCheck),
/* harmony export */   Yp: () => (/* binding */ takeoverCheck),
/* harmony export */   freshCheck: () => (/* binding */ freshCheck),
/* harmony export */   pZ: () => (/* binding */ whyNotRecovered),
/* harmony export */   qI: () => (/* binding */ knownCheck),
/* harmony export */   qs: () => (/* binding */ markersCheck)
/* harmony export */ });
/* harmony import */ var _toolkit_count_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8999);
/* harmony import */ var _levels_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92954);
/* harmony import */ var _placement_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(69448);



function standbyCheck({ members }) {
    const primary = members.find(({ role }) => role === 'primary');
    const followers = primary?.followers.filter(({ state }) => state === 'streaming') ?? [];
    const fault = primary === undefined
        ? 'no member is the primary'
        : followers.length === 0
            ? 'no standby follows the primary'
            : undefined;
    const each = followers.map(({ name, sync, behind }) => `${name} (${sync}, ${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_2__/* .counted */ .h)(behind, 'byte')} behind)`);
    return (0,_levels_js__WEBPACK_IMPORTED_MODULE_0__/* .checkFor */ .G5)('L0', 'standbys', fault, `${each.join(' and ')} followed before the injection`);
}
function sameDatabaseCheck(before, after) {
    const fault = before === undefined || after === undefined
        ? 'the primary before or after the failover did not answer'
        : before.system !== after.system
            ? `${after.pod} and ${before.pod} hold different databases: its system identifier is ${after.system}, not ${before.system}`
            : after.timeline < before.timeline
                ? `${after.pod} is on timeline ${after.timeline}, behind timeline ${before.timeline} of ${before.pod}`
                : (after.damaged ?? 0) > 0
                    ? `${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_2__/* .counted */ .h)(after.damaged ?? 0, 'page')} of ${after.pod} with a wrong checksum`
                    : undefined;
    const pages = after?.damaged === undefined ? 'pages have no checksums' : 'no page with a wrong checksum';
    return (0,_levels_js__WEBPACK_IMPORTED_MODULE_0__/* .checkFor */ .G5)('L1', 'same database', fault, `timeline ${before?.timeline} became ${after?.timeline}, ${pages}`);
}
function takeoverCheck(victim, successor, states) {
    const primaries = states.members.filter(({ role }) => role === 'primary');
    const fault = successor === undefined
        ? `no member took over from ${victim.pod}`
        : primaries.length > 1
            ? `${primaries.map(({ pod }) => pod).join(' and ')} accept writes`
            : primaries[0]?.pod === successor.pod
                ? undefined
                : `${successor.pod} is labeled as the primary, but ${primaries[0] === undefined ? 'is not' : `${primaries[0].pod} is`}`;
    const where = successor === undefined ? '' : (0,_placement_js__WEBPACK_IMPORTED_MODULE_1__/* .placementText */ .pr)(successor);
    const good = successor?.pod === victim.pod
        ? `a new pod ${where} is the primary again`
        : `${where} took over from ${(0,_placement_js__WEBPACK_IMPORTED_MODULE_1__/* .placementText */ .pr)(victim)}`;
    return (0,_levels_js__WEBPACK_IMPORTED_MODULE_0__/* .checkFor */ .G5)('L2', 'failover', fault, good);
}
function markersCheck({ demanded, lost, findings }) {
    const wrong = findings.filter(each => each.wrong).map(({ sentence }) => sentence);
    const fault = wrong.length === 0 ? undefined : wrong.join('; ');
    const good = `${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_2__/* .counted */ .h)(demanded, 'acknowledged marker')}, ${lost.length === 0 ? 'none' : lost.length} lost, none damaged or missing in between`;
    return (0,_levels_js__WEBPACK_IMPORTED_MODULE_0__/* .checkFor */ .G5)('L3', 'markers', fault, good);
}
const applicationCheck = (what, fault) => (0,_levels_js__WEBPACK_IMPORTED_MODULE_0__/* .checkFor */ .G5)('L4', what, fault, what === 'known record' ? 'unchanged' : 'written, and read back');
async function knownCheck({ knownRecord, notCompared }) {
    const found = applicationCheck('known record', await knownRecord());
    if (found.state === 'failed' || notCompared === undefined)
        return found;
    return { ...found, state: 'skipped', sentence: notCompared };
}
async function freshCheck({ fresh }) {
    if (fresh !== undefined)
        return applicationCheck('new record', await fresh());
    const sentence = 'slipway.yml does not say how to write a record: add `drills.application.write`';
    return { level: 'L4', what: 'new record', state: 'skipped', sentence };
}
function whyNotRecovered({ members, unreachable }, count) {
    const [primary, ...more] = members.filter(({ role }) => role === 'primary');
    if (primary === undefined)
        return 'it has no primary';
    if (more.length > 0)
        return `${[primary, ...more].map(({ pod }) => pod).join(' and ')} accept writes`;
    const apart = members.find(each => each.role === 'standby' && !(each.streams && each.timeline === primary.timeline));
    if (apart !== undefined)
        return `${apart.pod} does not follow ${primary.pod} yet`;
    if (members.length < count)
        return unreachable[0] ?? `${members.length} of ${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_2__/* .counted */ .h)(count, 'member')} are up`;
    return undefined;
}


/***/ }),

/***/ 17759:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  w: () => (/* binding */ drillLive),
  G: () => (/* binding */ underWatch)
});

// EXTERNAL MODULE: ./.build/js/src/toolkit/duration.js
var duration = __webpack_require__(38650);
// EXTERNAL MODULE: ./.build/js/src/recovery/loss.js
var loss = __webpack_require__(93638);
// EXTERNAL MODULE: ./.build/js/src/recovery/outage.js
var recovery_outage = __webpack_require__(7722);
// EXTERNAL MODULE: ./.build/js/src/recovery/drill/facts.js
var facts = __webpack_require__(16696);
// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var errors = __webpack_require__(92317);
// EXTERNAL MODULE: ./.build/js/src/recovery/levels.js
var levels = __webpack_require__(92954);
// EXTERNAL MODULE: ./.build/js/src/recovery/drill/live-checks.js
var live_checks = __webpack_require__(96431);
// EXTERNAL MODULE: ./.build/js/src/recovery/drill/patience.js
var drill_patience = __webpack_require__(22724);
// EXTERNAL MODULE: ./.build/js/src/recovery/drill/placement.js
var placement = __webpack_require__(69448);
;// CONCATENATED MODULE: ./.build/js/src/recovery/drill/failback.js







async function failBack(drill, system, progress, watch, { victim, count, fix }) {
    system.report(`fixing ${(0,placement/* placementText */.pr)(victim)}`);
    await fix();
    const whole = await untilWhole(drill, system, count);
    progress.levelChecks.push(whole);
    if (whole.state !== 'passed') {
        progress.left.push(`the database has not fully recovered: ${whole.sentence}`);
        return;
    }
    progress.levelChecks.push(await restorePlacement(drill, system, watch, victim));
}
async function untilWhole(drill, system, count) {
    const from = system.now();
    const why = await (0,drill_patience/* lookUntil */.c)(async () => (0,live_checks/* whyNotRecovered */.pZ)(await system.members(), count), fault => fault === undefined, {
        ...drill,
        every: Math.max(drill.pace.probes.every, 500),
        now: system.now,
        end: from + drill.rejoinTimeout,
    });
    const good = `it is back and follows: ${count} of ${count} members are up`;
    return { ...(0,levels/* checkFor */.G5)('L5', 'lost member', why, good), took: system.now() - from };
}
async function restorePlacement(drill, system, { prober }, victim) {
    const levelCheck = (state, sentence) => ({
        level: 'L5',
        what: 'placement',
        state,
        sentence,
    });
    const { pace, deadline, signal } = drill;
    const isPlaced = ({ pod, node }) => pod === victim.pod || node === victim.node;
    const from = await (0,drill_patience/* lookUntil */.c)(() => placed(system), found => found !== undefined, { ...drill, now: system.now, end: system.now() + Math.min(deadline, 60_000) });
    if (from === undefined)
        return levelCheck('failed', 'no pod, or more than one, is labeled as the primary');
    if (isPlaced(from))
        return levelCheck('passed', `${(0,placement/* placementText */.pr)(from)} is the primary, as before the fault`);
    if (system.switchover === undefined)
        return levelCheck('skipped', `${(0,placement/* placementText */.pr)(from)} stays the primary: no \`switchover\` is declared`);
    const startedAt = system.now();
    system.report(`switching over from ${from.pod} back to ${victim.pod}`);
    await system.switchover(victim, from, signal);
    const watched = () => (0,recovery_outage/* measureOutage */.C)({
        samples: prober.samples().filter(({ at }) => at >= startedAt),
        injectedAt: startedAt,
        every: pace.probes.every,
        consecutive: pace.consecutive,
    });
    const now = await (0,drill_patience/* lookUntil */.c)(() => placed(system), found => found !== undefined && isPlaced(found) && watched().kind !== 'unresolved', { ...drill, now: system.now, end: startedAt + deadline });
    if (now === undefined || !isPlaced(now))
        return levelCheck('failed', `${victim.pod} is not the primary ${(0,duration/* formatDuration */.a3)(deadline)} after the switchover`);
    const outage = watched();
    return outage.kind === 'unresolved'
        ? levelCheck('failed', `after the switchover to ${(0,placement/* placementText */.pr)(now)} the service has not recovered: ${outage.why}`)
        : levelCheck('passed', `${(0,placement/* placementText */.pr)(now)} is the primary again, out of service for ${(0,recovery_outage/* outageText */.H)(outage)}`);
}
async function placed(system) {
    try {
        return await system.primary();
    }
    catch (error) {
        if (error instanceof errors/* UserError */.yo)
            return undefined;
        throw error;
    }
}

// EXTERNAL MODULE: ./.build/js/src/recovery/drill/fault.js
var fault = __webpack_require__(10159);
// EXTERNAL MODULE: ./.build/js/src/recovery/drill/pace.js
var drill_pace = __webpack_require__(76080);
// EXTERNAL MODULE: ./.build/js/src/recovery/drill/prober.js
var drill_prober = __webpack_require__(25115);
// EXTERNAL MODULE: ./.build/js/src/recovery/drill/run-drill.js
var run_drill = __webpack_require__(93086);
// EXTERNAL MODULE: ./.build/js/src/recovery/drill/steady.js
var drill_steady = __webpack_require__(57613);
// EXTERNAL MODULE: ./.build/js/src/recovery/drill/writer.js
var writer = __webpack_require__(89416);
;// CONCATENATED MODULE: ./.build/js/src/recovery/drill/live.js














function drillLive(drill, system) {
    return (0,run_drill/* runDrill */.B)(drill, system, (progress, recorder) => underWatch(drill, system, progress, (watch, before) => whileBroken(drill, system, recorder, progress, watch, before)));
}
async function underWatch(drill, system, progress, work) {
    const { pace, run } = drill;
    const { now, append, report, markers, probe } = system;
    const watch = {
        from: now(),
        writer: (0,writer/* startWriter */.A)({ runId: run.id, ...pace.markers, send: markers.send, append, now }),
        prober: (0,drill_prober/* startProber */.h)({ ...pace.probes, probe, now }),
    };
    try {
        const before = await untilInjection(drill, system, watch, progress);
        if (before !== undefined)
            await work(watch, before);
    }
    finally {
        report('stopping the probes and the markers');
        await Promise.all([watch.prober.stop(), watch.writer.stop()]);
    }
}
async function untilInjection({ pace, seed, signal }, system, { prober, writer, from }, progress) {
    const seen = () => ({
        samples: prober.samples(),
        entries: writer.entries(),
        from,
        now: system.now(),
    });
    const spread = (0,drill_pace/* seededDelay */._)(seed, pace.spread);
    const victim = await system.primary();
    const states = await system.members();
    const standbys = (0,live_checks/* standbyCheck */.Wp)(states);
    const skip = (why) => {
        progress.skipped = why;
        return undefined;
    };
    if (standbys.state !== 'passed')
        return skip(standbys.sentence);
    let observed;
    for (;;) {
        const steady = await (0,drill_steady/* untilSteady */.p6)(seen, pace, signal);
        if ('unsteady' in steady)
            return skip(steady.unsteady);
        const since = () => (0,drill_steady/* seenSince */.Yl)(steady.from, seen());
        observed = (0,drill_steady/* steadyText */.oT)(since());
        if (await (0,drill_steady/* staysSteady */.HQ)(since, system.now() + spread, pace, signal))
            break;
    }
    progress.notes.push(`steady: ${observed}`);
    const still = await system.primary();
    if (still.uid !== victim.uid)
        return skip(`${still.pod} has taken over from ${victim.pod} meanwhile`);
    progress.levelChecks.push(standbys);
    progress.notes.push(`${(0,placement/* placementText */.pr)(victim)} was the primary; the fault was injected ${(0,duration/* formatDuration */.a3)(spread)} after the steady state, drawn by the seed ${seed}`);
    return { victim, states };
}
async function whileBroken(drill, system, recorder, progress, watch, before) {
    const { victim } = before;
    await (0,fault/* withFault */.D)(system, victim, progress, `${(0,placement/* placementText */.pr)(victim)} is still broken`, async (fix) => {
        drill.signal.throwIfAborted();
        system.report(`breaking ${(0,placement/* placementText */.pr)(victim)}`);
        progress.injectedAt = system.now();
        await recorder.during('inject', () => system.inject(victim, drill.signal));
        const successor = await untilServed(drill, system, recorder, progress, watch, victim);
        await recorder.during('verify', () => verify(drill, system, progress, watch, before, successor));
        await failBack(drill, system, progress, watch, { victim, count: before.states.members.length, fix });
    });
}
async function untilServed(drill, system, recorder, progress, { prober }, victim) {
    const { pace, deadline, signal } = drill;
    const injectedAt = progress.injectedAt ?? system.now();
    const brokenAt = system.now();
    const end = injectedAt + deadline;
    const { consecutive, probes } = pace;
    let successor;
    const served = () => {
        const since = prober.samples().filter(({ at }) => at >= brokenAt);
        const noticed = prober.samples().some(({ ok, at, tookMs }) => !ok && at + tookMs > injectedAt);
        return (0,drill_prober/* areGood */.g)(since, consecutive) && (noticed || successor !== undefined);
    };
    const waitFor = (done, until) => (0,drill_patience/* lookUntil */.c)(done, Boolean, { ...drill, now: system.now, end: until });
    const takenOver = async () => {
        successor ??= await system.successor(victim);
        return successor !== undefined || served();
    };
    const { failover } = system;
    (0,facts/* recordStep */.IC)(drill, progress, 'wait-for-failover');
    const patience = failover === undefined ? end : Math.min(end, brokenAt + failover.after);
    await recorder.during('detect', () => waitFor(takenOver, patience));
    if (failover !== undefined && successor === undefined && !served()) {
        system.report('no member took over automatically: running the declared failover');
        await recorder.during('decide', async () => {
            await failover.run(victim, signal);
            await waitFor(takenOver, end);
        });
    }
    await recorder.during('start', () => waitFor(served, end));
    successor ??= await system.successor(victim);
    progress.outage = (0,recovery_outage/* measureOutage */.C)({
        samples: prober.samples(),
        injectedAt,
        every: probes.every,
        consecutive,
    });
    return successor;
}
async function verify(drill, system, progress, { writer }, before, successor) {
    const { outage, injectedAt = system.now(), levelChecks } = progress;
    if (outage?.kind === 'unresolved')
        return;
    (0,facts/* recordStep */.IC)(drill, progress, 'verify');
    const { pace, signal } = drill;
    const primary = successor && (await placed(system));
    const located = primary === undefined || primary.uid === before.victim.uid ? successor : primary;
    if (successor !== undefined && located?.uid !== successor.uid)
        progress.notes.push(`${successor.pod} took over first, and ${located?.pod} after it`);
    const states = await system.members();
    const primaryOf = ({ members }) => members.find(({ role }) => role === 'primary');
    levelChecks.push((0,live_checks/* sameDatabaseCheck */.Ye)(primaryOf(before.states), primaryOf(states)));
    levelChecks.push((0,live_checks/* takeoverCheck */.Yp)(before.victim, located, states));
    const ledger = await writer.stop();
    const recovered = await system.markers.read(signal);
    const servers = system.markers.servers();
    const [first] = servers;
    const takenOverAt = servers.find(({ timeline }) => first !== undefined && timeline > first.timeline)?.at;
    if (first !== undefined)
        progress.notes.push(`markers were written with synchronous_commit=${first.synchronousCommit}`);
    progress.loss = (0,loss/* measureLoss */.uk)({
        ledger,
        recovered,
        failedAt: injectedAt,
        takenOverAt,
        every: pace.markers.every,
    });
    levelChecks.push((0,live_checks/* markersCheck */.qs)(progress.loss));
    levelChecks.push((0,live_checks/* applicationCheck */.Xg)('known record', await system.application.knownRecord()));
    levelChecks.push(await (0,live_checks.freshCheck)(system.application));
}


/***/ }),

/***/ 57613:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HQ: () => (/* binding */ staysSteady),
/* harmony export */   Yl: () => (/* binding */ seenSince),
/* harmony export */   oT: () => (/* binding */ steadyText),
/* harmony export */   p6: () => (/* binding */ untilSteady)
/* harmony export */ });
/* unused harmony exports unsteadyBecause, isSteady */
/* harmony import */ var _toolkit_count_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8999);
/* harmony import */ var _toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38650);
/* harmony import */ var _patience_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(22724);



function unsteadyBecause({ samples, entries, from, now }, pace) {
    const bad = samples.find(({ ok }) => !ok);
    if (bad !== undefined)
        return `a probe failed before the injection: ${bad.reason ?? 'no reason given'}`;
    const refused = entries.find(({ ackedAt }) => ackedAt === undefined);
    if (refused !== undefined)
        return `marker ${refused.seq} was not acknowledged before the injection: ${refused.error ?? 'no answer'}`;
    const { markers, probes } = pace;
    const silence = [
        { what: 'probe', last: samples.at(-1)?.at, most: 3 * probes.every + probes.patience },
        { what: 'marker', last: entries.at(-1)?.ackedAt, most: 3 * markers.every + markers.patience },
    ].find(({ last = from, most }) => now - last > most);
    return silence && `no ${silence.what} succeeded for ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(now - (silence.last ?? from))}`;
}
function isSteady({ samples, entries, from, now }, { steady, probes, markers }) {
    const enough = (count, every) => count >= Math.max(1, Math.floor(steady / every / 2));
    return (now - from >= steady && enough(samples.length, probes.every) && enough(entries.length, markers.every));
}
async function untilSteady(look, pace, signal) {
    let { from } = look();
    let failed;
    for (;;) {
        const whole = look();
        const seen = seenSince(from, whole);
        const why = unsteadyBecause(seen, pace);
        if (why === undefined && isSteady(seen, pace))
            return { from };
        if (why !== undefined && isDown(whole, pace))
            return { unsteady: `the system was not steady for ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(downFor(whole))}: ${why}` };
        if (whole.now - whole.from > 3 * pace.steady)
            return {
                unsteady: failed === undefined
                    ? `there were too few samples to call it steady: ${steadyText(whole)}`
                    : `the system was never steady for ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(pace.steady)} within ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(whole.now - whole.from)}; the last failure: ${why ?? failed}`,
            };
        if (why !== undefined) {
            failed = why;
            from = whole.now;
        }
        await (0,_patience_js__WEBPACK_IMPORTED_MODULE_1__/* .pause */ .v7)(pace.probes.every, signal);
    }
}
async function staysSteady(look, until, pace, signal) {
    for (;;) {
        const seen = look();
        if (unsteadyBecause(seen, pace) !== undefined)
            return false;
        const rest = until - seen.now;
        if (rest <= 0)
            return true;
        await (0,_patience_js__WEBPACK_IMPORTED_MODULE_1__/* .pause */ .v7)(Math.min(pace.probes.every, rest), signal);
    }
}
const isDown = (seen, { steady, markers }) => downFor(seen) > Math.max(steady / 5, 2 * (markers.every + markers.patience));
function downFor({ samples, entries, from, now }) {
    const served = samples.findLast(({ ok }) => ok)?.at ?? from;
    const written = entries.findLast(({ ackedAt }) => ackedAt !== undefined)?.sentAt ?? from;
    return now - Math.min(served, written);
}
const seenSince = (from, { samples, entries, now }) => ({
    samples: samples.filter(({ at, tookMs }) => at + tookMs > from),
    entries: entries.filter(({ sentAt }) => sentAt >= from),
    from,
    now,
});
const steadyText = ({ samples, entries, from, now }) => `${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_2__/* .counted */ .h)(samples.length, 'probe')} and ${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_2__/* .counted */ .h)(entries.length, 'marker')} in ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(now - from)}, all successful`;


/***/ }),

/***/ 89416:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ startWriter)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(58500);
/* harmony import */ var _ledger_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7840);
/* harmony import */ var _patience_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(22724);




function startWriter(options) {
    const entries = [];
    const ending = new AbortController();
    const running = (async () => {
        for (let seq = 1; !ending.signal.aborted; seq += 1) {
            const begun = options.now();
            entries.push(await writeOne(seq, options));
            const rest = begun + options.every - options.now();
            await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_1__.setTimeout)(Math.max(0, rest), undefined, { signal: ending.signal }).catch(() => undefined);
        }
    })();
    running.catch(() => undefined);
    return {
        entries: () => entries,
        stop: async () => {
            ending.abort();
            await running;
            return entries;
        },
    };
}
async function writeOne(seq, { runId, patience, send, append, now }) {
    const marker = (0,_ledger_js__WEBPACK_IMPORTED_MODULE_2__/* .makeMarker */ .N)(seq, runId, now(), (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)());
    const { sentAt, sha256 } = marker;
    append((0,_ledger_js__WEBPACK_IMPORTED_MODULE_2__/* .ledgerLine */ .oc)({ seq, sentAt, sha256 }));
    const sent = await (0,_patience_js__WEBPACK_IMPORTED_MODULE_3__/* .within */ .ux)(patience, signal => send(marker, signal));
    const entry = 'fault' in sent ? { seq, sentAt, error: sent.fault, sha256 } : { seq, sentAt, ackedAt: now(), sha256 };
    append((0,_ledger_js__WEBPACK_IMPORTED_MODULE_2__/* .ledgerLine */ .oc)(entry));
    return entry;
}


/***/ }),

/***/ 95344:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AF: () => (/* binding */ notArchived),
/* harmony export */   C5: () => (/* binding */ domains),
/* harmony export */   No: () => (/* binding */ judgeSchedule),
/* harmony export */   Qi: () => (/* binding */ doubtText),
/* harmony export */   iw: () => (/* binding */ defaultTargets),
/* harmony export */   pd: () => (/* binding */ replicaBehind)
/* harmony export */ });
/* unused harmony export worstLoss */
/* harmony import */ var _toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38650);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);


const domains = ['node', 'zone', 'region', 'total'];
const minute = 60_000;
const hour = 60 * minute;
const defaultTargets = [
    { domain: 'node', rto: 15 * minute, rpo: 0 },
    { domain: 'zone', rto: hour, rpo: 5 * minute },
    { domain: 'region', rto: 4 * hour, rpo: 15 * minute },
    { domain: 'total', rto: 8 * hour, rpo: hour },
];
const replicaBehind = 'SlipwayReplicaBehind';
const notArchived = { alert: 'SlipwayWalNotArchived', for: '5m' };
function judgeSchedule(schedule, targets = defaultTargets) {
    return targets.map(target => {
        const { domain, rto, rpo } = target;
        const [best] = schedule.mechanisms
            .flatMap((by) => {
            const worst = worstLoss(by, domain, schedule);
            return worst === undefined ? [] : [{ name: nameOf(by), worst }];
        })
            .sort((a, b) => a.worst - b.worst);
        if (best === undefined || best.worst > rpo)
            return { kind: 'uncovered', target, ...gapOf(target, best, schedule) };
        const { name, worst } = best;
        const sentence = `${domain}: covered by ${name}; ${worst === 0 ? 'no writes are' : `at most ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(worst)} of writes are`} lost (${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(rpo)} allowed); only a drill shows whether it recovers within ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(rto)}`;
        return { kind: 'covered', target, ...best, sentence };
    });
}
const doubtText = (name, { problem }) => `the repository ${name} is declared locked, but ${problem}`;
function gapOf(target, best, { repositories }) {
    const { domain, rpo } = target;
    const gap = (problem, help) => ({
        problem,
        help,
        sentence: `${domain}: not covered, because ${(0,_toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .withRemedy */ .v9)(problem, help)}`,
    });
    if (best !== undefined)
        return gap(`the best mechanism is ${best.name}, with which up to ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(best.worst)} of writes may be lost (${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(rpo)} allowed)`, lossHelp(target));
    const doubted = repositories.find(({ survives, doubt }) => survives === 'region' && doubt !== undefined);
    if (domain === 'total' && doubted?.doubt !== undefined)
        return gap(doubtText(doubted.name, doubted.doubt), doubted.doubt.help);
    return gap('no declared mechanism survives it', lossHelp(target));
}
function lossHelp({ domain, rpo }) {
    if (domain === 'total')
        return rpo === 0
            ? 'allow some loss, because no archive rules it out'
            : `archive WAL to a locked or offline repository in another region within ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(rpo)} after it was written, and keep a full backup there`;
    if (rpo === 0)
        return `add a synchronous replica ${elsewhere(domain)}`;
    return `add a replica ${elsewhere(domain)} that never lags more than ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(rpo)}, or archive WAL to a repository there within that time`;
}
function worstLoss(mechanism, domain, schedule) {
    return recoversFrom(mechanism, domain, schedule) ? worstOf(mechanism) : undefined;
}
function recoversFrom(mechanism, domain, schedule) {
    if (mechanism.kind === 'synchronous-replica' || mechanism.kind === 'asynchronous-replica')
        return domain !== 'total' && reaches(mechanism.survives, domain);
    const { repository: name } = mechanism;
    const repository = schedule.repositories.find(each => each.name === name);
    if (repository === undefined)
        throw new RangeError(`no repository ${name} is declared`);
    const { survives, keeping, doubt } = repository;
    if (!reaches(survives, domain === 'total' ? 'region' : domain))
        return false;
    if (domain === 'total' && (doubt !== undefined || keeping === 'plain'))
        return false;
    return (mechanism.kind === 'dump' ||
        schedule.mechanisms.some(each => each.kind === 'backup' && each.type === 'full' && each.repository === name));
}
const reaches = (survives, domain) => domains.indexOf(survives) >= domains.indexOf(domain);
function worstOf(mechanism) {
    switch (mechanism.kind) {
        case 'synchronous-replica':
            return 0;
        case 'asynchronous-replica':
            return mechanism.maxLag;
        case 'wal-archive':
            return mechanism.timeout === 0 ? undefined : mechanism.timeout + mechanism.ships;
        case 'backup':
        case 'dump':
            return mechanism.every + mechanism.takes + mechanism.ships;
    }
}
const bounds = {
    alert: `as long as the alert ${replicaBehind} does not fire`,
    promise: 'as its provider promises: Slipway does not measure its lag',
};
const elsewhere = (what) => `${what === 'node' ? 'on' : 'in'} another ${what}`;
function nameOf(mechanism) {
    switch (mechanism.kind) {
        case 'synchronous-replica':
            return `the synchronous replica ${elsewhere(mechanism.survives)}`;
        case 'asynchronous-replica':
            return `the asynchronous replica ${elsewhere(mechanism.survives)} (${bounds[mechanism.bound]})`;
        case 'wal-archive':
            return `the WAL archive ${mechanism.repository}`;
        case 'backup':
            return `the ${mechanism.type} backup to ${mechanism.repository} every ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(mechanism.every)}`;
        case 'dump':
            return `the logical dump to ${mechanism.repository} every ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(mechanism.every)}`;
    }
}


/***/ }),

/***/ 57265:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Do: () => (/* binding */ parseKey),
/* harmony export */   K2: () => (/* binding */ storedForm),
/* harmony export */   Xp: () => (/* binding */ randomKey),
/* harmony export */   Yc: () => (/* binding */ decrypt),
/* harmony export */   c2: () => (/* binding */ openStored),
/* harmony export */   pk: () => (/* binding */ keyOfSecret),
/* harmony export */   w: () => (/* binding */ encrypt),
/* harmony export */   x5: () => (/* binding */ sealStored)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);

function keyOfSecret(secret, alphabet = 'standard') {
    const digest = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(secret).digest();
    return alphabet === 'standard' ? digest.toString('base64') : urlSafe(digest);
}
function parseKey(text) {
    const bytes = bytesOf(text);
    return bytes?.length === 32 ? bytes : undefined;
}
const randomKey = () => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(32);
function storedForm(text) {
    const outer = bytesOf(text);
    if (outer === undefined)
        return undefined;
    if (looksLikeToken(outer))
        return 'token';
    const inner = bytesOf(outer.toString('latin1'));
    return inner !== undefined && looksLikeToken(inner) ? 'base64' : undefined;
}
function openStored(text, key) {
    const form = storedForm(text);
    if (form === undefined)
        return malformed('is neither a Fernet token nor one in base64');
    return decrypt(form === 'token' ? text : Buffer.from(text, 'base64').toString('latin1'), key);
}
function sealStored(plaintext, key, form, at) {
    const token = encrypt(plaintext, key, at);
    return form === 'token' ? token : Buffer.from(token).toString('base64');
}
function encrypt(plaintext, key, at, iv = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(16)) {
    const head = Buffer.alloc(9, 0x80);
    head.writeBigUInt64BE(BigInt(Math.floor(at / 1000)), 1);
    const cipher = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createCipheriv)('aes-128-cbc', key.subarray(16), iv);
    const body = Buffer.concat([cipher.update(Buffer.from(plaintext)), cipher.final()]);
    const signed = Buffer.concat([head, iv, body]);
    return urlSafe(Buffer.concat([signed, signatureOf(signed, key)]));
}
function decrypt(token, key) {
    const bytes = bytesOf(token);
    if (bytes === undefined)
        return malformed('is not base64');
    if (!looksLikeToken(bytes))
        return malformed('does not have the version or length of a Fernet token');
    const signed = bytes.subarray(0, -32);
    if (!(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.timingSafeEqual)(signatureOf(signed, key), bytes.subarray(-32)))
        return {
            ok: false,
            kind: 'wrong-key',
            sentence: 'the token cannot be decrypted with this key: another key made it, or it was altered',
        };
    const decipher = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createDecipheriv)('aes-128-cbc', key.subarray(16), signed.subarray(9, 25));
    try {
        const plaintext = Buffer.concat([decipher.update(signed.subarray(25)), decipher.final()]);
        return { ok: true, plaintext, at: Number(signed.readBigUInt64BE(1)) * 1000 };
    }
    catch {
        return malformed('has a valid signature, but invalid padding');
    }
}
const looksLikeToken = (bytes) => bytes[0] === 0x80 && bytes.length >= 9 + 16 + 16 + 32 && (bytes.length - 9) % 16 === 0;
const signatureOf = (signed, key) => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHmac)('sha256', key.subarray(0, 16)).update(signed).digest();
function bytesOf(text) {
    const trimmed = text.trim();
    if (trimmed === '' || trimmed.length % 4 !== 0 || !/^[\w+/-]+={0,2}$/.test(trimmed))
        return undefined;
    return Buffer.from(trimmed, 'base64');
}
const urlSafe = (bytes) => bytes.toString('base64').replaceAll('+', '-').replaceAll('/', '_');
const malformed = (problem) => ({
    ok: false,
    kind: 'malformed',
    sentence: `the text ${problem}`,
});


/***/ }),

/***/ 20494:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  H: () => (/* binding */ alertsOf),
  e: () => (/* binding */ consentOf)
});

// EXTERNAL MODULE: ./.build/js/src/analysis/prometheus.js
var prometheus = __webpack_require__(38062);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 2 modules
var schemas = __webpack_require__(88343);
// EXTERNAL MODULE: ./.build/js/src/toolkit/octokit.js
var octokit = __webpack_require__(43645);
;// CONCATENATED MODULE: ./.build/js/src/toolkit/approvals.js


const review = schemas/* object */.Ikc({
    state: schemas/* string */.YjP(),
    user: schemas/* object */.Ikc({ login: schemas/* string */.YjP().min(1) }).nullish(),
    environments: schemas/* array */.YOg(schemas/* object */.Ikc({ name: schemas/* string */.YjP() })),
});
async function approvalsOf(github, run) {
    const { rest } = await github.open();
    const { data } = await rest.actions.getReviewsForRun({ ...github.repo, run_id: Number(run) });
    return (0,octokit.validated)(schemas/* array */.YOg(review), data).flatMap(({ state, user, environments }) => state === 'approved' && user
        ? [{ by: user.login, environments: environments.map(({ name }) => name) }]
        : []);
}

// EXTERNAL MODULE: ./.build/js/src/toolkit/github.js
var toolkit_github = __webpack_require__(6849);
// EXTERNAL MODULE: ./.build/js/src/recovery/drill/limits.js
var limits = __webpack_require__(45107);
;// CONCATENATED MODULE: ./.build/js/src/recovery/guard/consent.js




function alertsOf({ drills, environment, env }, cluster) {
    const gate = environment.gate === 'checks' ? undefined : environment.gate;
    const settings = drills.alerts.prometheus ?? gate?.prometheus;
    return settings && (0,prometheus/* prometheusOf */._)(settings, cluster, env);
}
async function consentOf(order, source) {
    const { confirm, drills, scenario, owner } = order;
    if (confirm === '')
        return undefined;
    const limits = drills['in-production'];
    return {
        phrase: `${scenario.id} in ${owner.environment}`,
        typed: confirm,
        approved: limits === undefined ? 'no' : await approved(order, `${limits.approval}-${scenario.id}`),
        ...(limits === undefined || source === undefined
            ? { abort: 'no', degraded: 'unknown' }
            : await watched(source, limits.abort)),
        maxDuration: limits?.['max-duration'],
    };
}
async function approved({ env, actionsToken, report }, wanted) {
    const github = (0,toolkit_github/* gitHubOf */.Tc)(env, actionsToken);
    const run = env.GITHUB_RUN_ID;
    if (github === undefined || run === undefined)
        return 'unknown';
    if ((env.GITHUB_RUN_ATTEMPT ?? '1') !== '1') {
        report('this is a re-run, and an earlier approval does not cover it: start a new run');
        return 'unknown';
    }
    try {
        const approvals = await approvalsOf(github, run);
        const counting = approvals.filter(({ environments }) => environments.includes(wanted));
        for (const { by } of counting)
            report(`${by} approved the drill for ${wanted}`);
        return counting.length > 0 ? 'yes' : 'no';
    }
    catch (error) {
        report(`the approvals of this run cannot be read: ${error instanceof Error ? error.message : String(error)}`);
        return 'unknown';
    }
}
async function watched(source, query) {
    const answer = await source.query(query);
    if (!answer.ok)
        return { abort: 'unknown', degraded: 'unknown' };
    return { abort: 'yes', degraded: (0,limits/* isDegraded */.D)(answer.value) ? 'yes' : 'no' };
}


/***/ }),

/***/ 64375:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  UE: () => (/* binding */ DrillRefused),
  Nj: () => (/* binding */ guarded),
  Xf: () => (/* binding */ guardedLive)
});

// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var errors = __webpack_require__(92317);
// EXTERNAL MODULE: ./.build/js/src/recovery/scratch/clearing.js
var clearing = __webpack_require__(16953);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(77030);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./.build/js/src/cluster/errors.js
var cluster_errors = __webpack_require__(20553);
// EXTERNAL MODULE: ./.build/js/src/cluster/resources.js
var resources = __webpack_require__(14485);
// EXTERNAL MODULE: ./.build/js/src/toolkit/retry.js
var retry = __webpack_require__(25726);
// EXTERNAL MODULE: ./.build/js/src/workloads/pods.js
var pods = __webpack_require__(12502);
// EXTERNAL MODULE: ./.build/js/src/workloads/naming.js
var naming = __webpack_require__(91490);
// EXTERNAL MODULE: ./.build/js/src/recovery/scratch/manifests.js
var manifests = __webpack_require__(7926);
;// CONCATENATED MODULE: ./.build/js/src/recovery/scratch/namespace.js






async function openScratch(cluster, plan) {
    const { name, run } = plan;
    const policy = (0,manifests/* isolationPolicy */.Ry)(plan);
    const wanted = (0,manifests/* scratchNamespace */.GW)(plan, cluster.now());
    const there = await withoutLeftover(cluster, name, run);
    const namespace = there === undefined
        ? await cluster.create('/api/v1/namespaces', wanted)
        : await adopt(cluster, there, wanted);
    const uid = namespace.metadata?.uid;
    if (uid === undefined)
        throw new Error(`the namespace ${name} was made without a uid`);
    const scratch = { name, run, uid };
    try {
        await cluster.patch((0,resources/* pathOf */.XM)(clearing/* networkPolicy */.HQ, name, manifests/* policyName */.ct), 'apply', policy, { force: 'true' });
    }
    catch (error) {
        if (there?.metadata?.labels?.[manifests/* runLabel */.Az] !== run)
            await (0,clearing/* removeScratch */.ZU)(cluster, scratch).catch(() => undefined);
        throw error;
    }
    return scratch;
}
const looks = 240;
async function withoutLeftover(cluster, name, run) {
    const path = (0,resources/* pathOf */.XM)(resources/* resources */.ES.namespace, '', name);
    let there = await cluster.get(path);
    if (there === undefined)
        return there;
    const ours = there.metadata?.labels?.[manifests/* runLabel */.Az] === run;
    if (!ours && (0,clearing/* isLeftover */.ij)(there, cluster.now()))
        await (0,clearing/* clear */.IU)(cluster, there);
    else if (!isTerminating(there))
        return there;
    for (let turn = 0; turn < looks; turn += 1) {
        there = await cluster.get(path);
        if (there === undefined || (!isTerminating(there) && (await (0,clearing/* firstObjectIn */.Ht)(cluster, name)) === undefined))
            return there;
        await (0,promises_.setTimeout)(500);
    }
    return there;
}
const isTerminating = ({ metadata }) => metadata?.deletionTimestamp !== undefined && (0,clearing/* isDisposable */.Xm)(metadata.labels ?? {});
async function adopt(cluster, there, wanted) {
    const { name } = wanted.metadata;
    const ours = there.metadata?.labels?.[manifests/* runLabel */.Az] === wanted.metadata.labels[manifests/* runLabel */.Az];
    const reason = whyNotAdoptable(there, wanted.metadata.labels[manifests/* runLabel */.Az] ?? '', cluster.now());
    if (reason !== undefined)
        throw new errors/* UserError */.yo(...reason);
    const first = ours ? undefined : await (0,clearing/* firstObjectIn */.Ht)(cluster, name);
    if (first !== undefined)
        throw new errors/* UserError */.yo(`the namespace ${name} is not empty: it contains ${first}`, 'empty it, or choose another namespace for the drill');
    const { metadata } = there;
    return cluster.replace((0,resources/* pathOf */.XM)(resources/* resources */.ES.namespace, '', name), {
        ...there,
        metadata: {
            ...metadata,
            labels: { ...metadata?.labels, ...wanted.metadata.labels },
            annotations: {
                ...metadata?.annotations,
                ...wanted.metadata.annotations,
                ...(metadata?.labels?.[manifests/* runLabel */.Az] === undefined ? { [manifests/* adoptedAnnotation */.Rc]: 'true' } : {}),
            },
        },
    });
}
function whyNotAdoptable({ metadata }, run, now) {
    const name = metadata?.name ?? '';
    const [labels, annotations] = [metadata?.labels ?? {}, metadata?.annotations ?? {}];
    const wrong = notDisposable(name, labels);
    if (wrong !== undefined)
        return wrong;
    if (metadata?.deletionTimestamp !== undefined)
        return [`the namespace ${name} is being deleted`, 'run the drill when it is gone'];
    const other = labels[manifests/* runLabel */.Az];
    if (other === undefined || other === run || (0,clearing/* isExpired */._d)(annotations[manifests/* expiresAnnotation */.CN], now))
        return undefined;
    return [
        `the namespace ${name} belongs to the drill ${other}`,
        'wait until that drill has ended, or delete what it left',
    ];
}
function notDisposable(name, labels) {
    if ((0,clearing/* isDisposable */.Xm)(labels))
        return undefined;
    if (labels[manifests/* liveLabel */.lx] === 'true')
        return [
            `the namespace ${name} has the label ${manifests/* liveLabel */.lx}: it contains a live system, and a drill would delete it`,
            'choose another namespace for drills to restore into',
        ];
    return [
        `the namespace ${name} does not have the label ${manifests/* disposableLabel */.LQ}=true, which allows drills to delete everything in it`,
        `choose another name, or run \`kubectl label namespace ${name} ${manifests/* disposableLabel */.LQ}=true\``,
    ];
}
function notLive(name, labels) {
    if (labels[manifests/* liveLabel */.lx] === 'true')
        return undefined;
    return [
        `the namespace ${name} does not have the label ${manifests/* liveLabel */.lx}=true, which allows drills to break its workloads`,
        `to allow that, run \`kubectl label namespace ${name} ${manifests/* liveLabel */.lx}=true\``,
    ];
}
async function namespaceFacts(cluster, name, why) {
    const there = await cluster.get((0,resources/* pathOf */.XM)(resources/* resources */.ES.namespace, '', name)).catch(() => undefined);
    if (there === undefined)
        return { name, forbids: 'unknown', run: undefined, expires: undefined };
    const { labels = {}, annotations = {} } = there.metadata ?? {};
    const expires = Date.parse(annotations[manifests/* expiresAnnotation */.CN] ?? '');
    return {
        name,
        forbids: why(name, labels),
        run: labels[manifests/* runLabel */.Az],
        expires: Number.isNaN(expires) ? undefined : expires,
    };
}
async function isClosed(cluster, plan) {
    try {
        const { items } = await cluster.list((0,resources/* pathOf */.XM)(clearing/* networkPolicy */.HQ, plan.name));
        const [only, ...others] = items;
        if (only === undefined || others.length > 0 || only.metadata?.name !== manifests/* policyName */.ct)
            return 'no';
        return (0,naming/* canonical */.$N)(only.spec) === (0,naming/* canonical */.$N)((0,manifests/* isolationPolicy */.Ry)(plan).spec) ? 'yes' : 'no';
    }
    catch {
        return 'unknown';
    }
}

// EXTERNAL MODULE: ./.build/js/src/recovery/scratch/probe.js
var probe = __webpack_require__(71794);
;// CONCATENATED MODULE: ./.build/js/src/recovery/scratch/isolation.js








async function proveIsolation(cluster, scratch, plan, { nodes, patience = 90_000 }) {
    const ends = performance.now() + patience;
    const places = nodes.length === 0 ? [undefined] : nodes;
    const messages = await Promise.all(places.map(node => probeOnce(cluster, scratch, plan, node, ends).catch(() => undefined)));
    return (0,probe/* judgeProbes */.$K)(plan, await isClosed(cluster, scratch), messages);
}
async function probeOnce(cluster, { name, run }, plan, node, ends) {
    const made = await createPod(cluster, name, (0,probe/* probePod */.gx)(plan, name, run, node), ends);
    const path = (0,resources/* pathOf */.XM)(resources/* resources */.ES.pod, name, made.metadata?.name ?? '');
    try {
        while (performance.now() < ends) {
            const pod = await cluster.get(path);
            const phase = pod?.status?.phase;
            if (pod === undefined || phase === 'Failed')
                return undefined;
            if (phase === 'Succeeded')
                return pod.status?.containerStatuses?.[0]?.state?.terminated?.message;
            await (0,promises_.setTimeout)(500);
        }
        return undefined;
    }
    finally {
        await cluster.remove(path, made.metadata?.uid).catch(() => undefined);
    }
}
function createPod(cluster, namespace, pod, ends) {
    const early = (error) => error instanceof cluster_errors/* ClusterError */.b$ && /serviceaccount ".*" not found/.test(error.message);
    return (0,retry/* retry */.L5)({ within: ends - performance.now(), temporary: early, delay: () => 200 }, () => cluster.create((0,resources/* pathOf */.XM)(resources/* resources */.ES.pod, namespace), pod));
}
async function nodesFor(cluster) {
    const { items } = await cluster.list((0,resources/* pathOf */.XM)(resources/* resources */.ES.node, ''));
    return items
        .filter(node => node.spec?.unschedulable !== true && (0,pods/* isReady */.i_)(node))
        .flatMap(({ metadata }) => metadata?.labels?.['kubernetes.io/hostname'] ?? []);
}
async function apiServerControl(cluster, egress) {
    const [service, slices] = await Promise.all([
        cluster.get((0,resources/* pathOf */.XM)(resources/* resources */.ES.service, 'default', 'kubernetes')),
        cluster.list((0,resources/* pathOf */.XM)(resources/* resources */.ES.endpointSlice, 'default'), {
            labelSelector: 'kubernetes.io/service-name=kubernetes',
        }),
    ]).catch(() => [undefined, undefined]);
    const { clusterIP: host, ports } = service?.spec ?? {};
    const port = ports?.[0]?.port;
    if (host === undefined || port === undefined || slices === undefined)
        return undefined;
    const behind = slices.items.flatMap(({ endpoints = [], ports: open = [] }) => endpoints.flatMap(({ addresses }) => addresses.flatMap(address => open.map(each => ({ host: address, port: each.port ?? 0 })))));
    return [{ host, port }, ...behind].some(place => isAllowed(egress, place)) ? undefined : { host, port };
}
function isAllowed(egress, { host, port }) {
    const family = (address) => ((0,external_node_net_.isIP)(address) === 6 ? 'ipv6' : 'ipv4');
    return egress.some(destination => {
        const [network = '', bits = ''] = destination.cidr.split('/');
        const list = new external_node_net_.BlockList();
        list.addSubnet(network, Number(bits), family(network));
        return destination.port === port && list.check(host, family(host));
    });
}

// EXTERNAL MODULE: ./.build/js/src/recovery/scratch/keeping.js
var keeping = __webpack_require__(89735);
// EXTERNAL MODULE: ./.build/js/src/recovery/last-success.js
var last_success = __webpack_require__(22835);
;// CONCATENATED MODULE: ./.build/js/src/recovery/guard/obstacles.js

function hoursObstacle(hours, now) {
    if (hours === undefined)
        return [];
    const { from, to } = hours;
    const hour = new Date(now).getUTCHours();
    const inside = from <= to ? hour >= from && hour < to : hour >= from || hour < to;
    const clock = (each) => `${String(each).padStart(2, '0')}:00`;
    return inside ? [] : [`drills are allowed only from ${clock(from)} to ${clock(to)} UTC`];
}
const why = {
    running: 'is in progress',
    paused: 'is paused',
    'needs-action': 'needs action',
    interrupted: 'was interrupted: its run has ended',
};
function rolloutObstacle(name, { state, candidate }) {
    if (state === 'idle')
        return [];
    const what = candidate === undefined ? 'a rollout' : `the rollout of release ${candidate}`;
    return [`${what} in ${name} ${why[state] ?? 'is in an unknown state'}`];
}
async function rolloutObstacles(name, read) {
    try {
        return rolloutObstacle(name, await read());
    }
    catch (error) {
        return [
            `the rollout status of ${name} cannot be read (${error instanceof Error ? error.message : String(error)})`,
        ];
    }
}
async function alertObstacles(source) {
    if (source === undefined)
        return [];
    const answer = await source.query(source.firing);
    if (!answer.ok)
        return [`the critical alerts cannot be read from Prometheus (${answer.detail})`];
    const names = answer.value
        .filter(({ samples }) => (samples.at(-1)?.[1] ?? 0) > 0)
        .map(({ labels }) => labels.alertname ?? 'without a name')
        .filter(name => name !== last_success.drillTooOld);
    return [...new Set(names)].sort().map(name => `the critical alert ${name} is firing`);
}

;// CONCATENATED MODULE: ./.build/js/src/recovery/guard/permissions.js

const rbac = 'rbac.authorization.k8s.io';
const network = 'networking.k8s.io';
const permissions = [
    ['delete pods', 'delete', '', 'pods'],
    ['create pods', 'create', '', 'pods'],
    ['run commands in pods', 'create', '', 'pods/exec'],
    ['evict pods', 'create', '', 'pods/eviction'],
    ['patch pods', 'patch', '', 'pods'],
    ['create Jobs', 'create', 'batch', 'jobs'],
    ['create Deployments', 'create', 'apps', 'deployments'],
    ['patch Deployments', 'patch', 'apps', 'deployments'],
    ['delete Deployments', 'delete', 'apps', 'deployments'],
    ['patch StatefulSets', 'patch', 'apps', 'statefulsets'],
    ['delete StatefulSets', 'delete', 'apps', 'statefulsets'],
    ['patch Services', 'patch', '', 'services'],
    ['patch HTTPRoutes', 'patch', 'gateway.networking.k8s.io', 'httproutes'],
    ['create NetworkPolicies', 'create', network, 'networkpolicies'],
    ['delete NetworkPolicies', 'delete', network, 'networkpolicies'],
    ['patch ConfigMaps', 'patch', '', 'configmaps'],
    ['patch Secrets', 'patch', '', 'secrets'],
    ['update Leases', 'update', 'coordination.k8s.io', 'leases'],
    ['patch Roles', 'patch', rbac, 'roles'],
    ['create RoleBindings', 'create', rbac, 'rolebindings'],
    ['create tokens of ServiceAccounts', 'create', '', 'serviceaccounts/token'],
    ['delete PersistentVolumeClaims', 'delete', '', 'persistentvolumeclaims'],
    ['read Secrets', 'get', '', 'secrets'],
];
const widePermissions = [
    ['patch nodes', 'patch', '', 'nodes'],
    ['create ClusterRoleBindings', 'create', rbac, 'clusterrolebindings'],
    ['delete namespaces', 'delete', '', 'namespaces'],
    ['impersonate other users', 'impersonate', '', 'users'],
];
async function uidOf(cluster) {
    const found = await cluster
        .get((0,resources/* pathOf */.XM)(resources/* resources */.ES.namespace, '', 'kube-system'))
        .catch(() => undefined);
    return found?.metadata?.uid;
}
async function askPermissions(production, uids, namespaces) {
    const uid = await uidOf(production);
    if (uid === undefined || !uids.includes(uid))
        return [{ what: 'do anything (the queried cluster is not known to be production)', allowed: 'unknown' }];
    const places = ['', ...new Set(namespaces)];
    const asked = async (permission, namespace, where) => ({
        what: `${permission[0]}${where}`,
        allowed: await ask(production, permission, namespace),
    });
    return Promise.all([
        ...permissions.flatMap(each => places.map(place => asked(each, place, place === '' ? ' everywhere' : ` in ${place}`))),
        ...widePermissions.map(each => asked(each, '', '')),
    ]);
}
async function ask(production, [, verb, group, kind], namespace) {
    const [resource, subresource] = kind.split('/');
    const attributes = { verb, group, resource, namespace, ...(subresource && { subresource }) };
    try {
        const { status } = await production.create('/apis/authorization.k8s.io/v1/selfsubjectaccessreviews', {
            apiVersion: 'authorization.k8s.io/v1',
            kind: 'SelfSubjectAccessReview',
            spec: { resourceAttributes: attributes },
        });
        if (status?.allowed === true)
            return 'yes';
        return status?.allowed === false && !status.evaluationError ? 'no' : 'unknown';
    }
    catch {
        return 'unknown';
    }
}

;// CONCATENATED MODULE: ./.build/js/src/recovery/guard/refusals.js
function refusing(rule) {
    const refuse = (problem, remedy) => [{ rule, problem, remedy }];
    const unless = (holds, problem, remedy) => (holds ? [] : refuse(problem, remedy));
    return { refuse, unless };
}
const whether = (answer) => (answer === 'yes' ? '' : 'it is unknown whether ');
const refusals = (facts) => [
    ...clusterRefusals(facts),
    ...namespaceRefusals(facts),
    ...permissionRefusals(facts),
    ...isolationRefusals(facts),
    ...otherRefusals(facts),
];
const earlyRefusals = (facts) => [
    ...clusterRefusals(facts),
    ...permissionRefusals(facts),
    ...otherRefusals(facts),
];
function mustDelete({ namespace: { forbids, run: written }, run, isolation }) {
    const { closed, reaches } = isolation;
    const isOurs = (forbids === undefined || forbids === 'unknown') && (written === undefined || written === run);
    return !isOurs || closed === 'no' || reaches.some(({ reached }) => reached === 'yes');
}
function otherRefusals(facts) {
    const [acting, obstacle] = [refusing('acting'), refusing('obstacle')];
    return [
        ...facts.sideEffects.flatMap(what => acting.refuse(`the restored ${what} would have side effects`, 'exclude it from the restore, or suspend it')),
        ...facts.obstacles.flatMap(problem => obstacle.refuse(problem, 'run the drill later')),
        ...consentRefusals(facts),
    ];
}
function clusterRefusals({ cluster, allowed, production, inProduction, where }) {
    const { refuse, unless } = refusing('cluster');
    if (cluster === undefined || cluster === '')
        return refuse('the cluster cannot be identified', 'allow the drill to `get` the namespace kube-system, whose uid identifies the cluster');
    if (inProduction !== undefined && where === 'scratch')
        return refuse('a drill must not restore into a production cluster, not even with consent', 'restore into another cluster');
    if (inProduction !== undefined)
        return unless(production.includes(cluster), `the cluster ${cluster} is not declared as production in slipway.yml`, 'leave `confirm` empty for a drill outside production, or correct `drills.production-clusters` or the context');
    if (production.length === 0)
        return refuse('slipway.yml declares no production cluster', 'add its uid to `drills.production-clusters`');
    if (production.includes(cluster))
        return refuse(`the cluster ${cluster} is production`, 'use the context of another cluster; in production only drills of the application, a pod, a node, a zone or the off-site repository are possible, as `drills.in-production` declares');
    return unless(allowed.includes(cluster), `the cluster ${cluster} is not allowed for drills`, 'add its uid to `drills.clusters` if drills may break it');
}
function namespaceRefusals({ namespace, run, now }) {
    const { name, forbids, run: written, expires } = namespace;
    const { refuse, unless } = refusing('namespace');
    const unread = [`the namespace ${name} cannot be read`, 'allow the drill to `get` it'];
    return [
        ...(forbids === undefined ? [] : refuse(...(forbids === 'unknown' ? unread : forbids))),
        ...unless(written === run, `the namespace ${name} belongs to ${written === undefined ? 'no drill' : `the drill ${written}`}`, 'leave the namespace to `drill`, which creates it, or delete what the other drill left'),
        ...unless(expires !== undefined && expires > now, `the namespace ${name} has no expiry time in the future`, 'leave the namespace to `drill`, which creates it with one'),
    ];
}
function permissionRefusals({ permissions: asked, repositories, inProduction }) {
    const { unless } = refusing('permissions');
    const permissions = inProduction === undefined ? asked : [];
    return [
        ...unless(permissions.length > 0 || inProduction !== undefined, 'the permissions of the drill in production were not checked', 'set `drills.production-context` to a context of production with the credential of the drill'),
        ...permissions.flatMap(({ what, allowed }) => unless(allowed === 'no', `${whether(allowed)}the credential of the drill may ${what} in production`, 'use a separate credential for drills, without permissions there')),
        ...repositories.flatMap(({ name, deletes }) => unless(deletes === 'no', `${whether(deletes)}the drill could delete from the repository ${name}`, 'restore with read-only credentials')),
    ];
}
function isolationRefusals({ isolation, namespace, where }) {
    if (where === 'live')
        return [];
    const { closed, control, reaches } = isolation;
    const { unless } = refusing('isolation');
    return [
        ...unless(closed === 'yes', `the egress from the namespace ${namespace.name} is not blocked`, 'delete the other NetworkPolicies in it, and check that the cluster enforces that of the drill'),
        ...unless(reaches.length > 0, 'slipway.yml names no address that a restored application must not reach', 'list the hosts of production, mail and payment in `drills.scratch.must-not-reach`'),
        ...unless(control === 'yes', `the isolation probe reaches none of \`must-reach\` from ${namespace.name}, so it proves nothing`, 'check that the probe pods run, and that they may reach these addresses'),
        ...reaches.flatMap(({ place, reached }) => unless(reached === 'no', `${whether(reached)}${place} is reachable from the namespace ${namespace.name}`, 'check that the cluster enforces NetworkPolicies')),
    ];
}
function consentRefusals({ inProduction }) {
    if (inProduction === undefined)
        return [];
    const { phrase, typed, approved, abort, degraded, maxDuration } = inProduction;
    const { unless } = refusing('consent');
    return [
        ...unless(phrase !== '' && typed === phrase, 'the drill in production is not confirmed', `set \`confirm\` to "${phrase}"`),
        ...unless(approved === 'yes', approved === 'no'
            ? 'the drill in production is not approved'
            : 'it is unknown whether the drill in production is approved', 'run it on GitHub in the environment `<approval>-<scenario>` with required reviewers, where `<approval>` is `drills.in-production.approval` in slipway.yml, and pass a token with `actions: read`'),
        ...unless(abort === 'yes', abort === 'no'
            ? 'nothing would abort the drill if production degrades'
            : 'the query `abort` has no answer, so nothing would abort the drill', 'add `abort` to `drills.in-production`, and a Prometheus that answers to `drills.alerts`'),
        ...unless(degraded !== 'yes', 'production is already degraded, according to the query `abort`', 'run the drill when it has recovered'),
        ...unless(maxDuration !== undefined && Number.isFinite(maxDuration) && maxDuration > 0, 'the drill in production has no time limit', 'add `max-duration` to `drills.in-production`, such as 10m'),
    ];
}

// EXTERNAL MODULE: ./.build/js/src/recovery/guard/side-effects.js
var side_effects = __webpack_require__(13727);
;// CONCATENATED MODULE: ./.build/js/src/recovery/guard/guarded.js









async function guarded(drill, go, withLeft) {
    let isKept = drill.resumed;
    const early = await gatherEarly(drill);
    refuse(earlyRefusals(early));
    const scratch = await openScratch(drill.cluster, drill.scratch);
    const end = (0,keeping/* keepAlive */.Z)(drill.cluster, scratch, drill.scratch.ttl);
    const remove = () => (0,clearing/* removeScratch */.ZU)(drill.cluster, scratch);
    let result;
    try {
        const late = await gatherLate(drill);
        isKept &&= !mustDelete(late);
        refuse(refusals({ ...early, ...late }), drill.resumed && !isKept);
        isKept = false;
        result = await go(scratch, is => {
            isKept = is;
        });
    }
    catch (error) {
        await end();
        if (!isKept)
            await remove().catch(() => undefined);
        throw error;
    }
    await end();
    if (isKept)
        return result;
    return remove().then(() => result, (error) => withLeft(result, `the namespace ${scratch.name} is not cleaned up, and expires: ${error instanceof Error ? error.message : String(error)}`));
}
async function guardedLive(drill, go) {
    const { cluster, namespace } = drill;
    const nothing = { repositories: [], manifests: [] };
    const early = await gatherEarly({ ...drill, ...nothing, where: 'live' });
    const facts = await namespaceFacts(cluster, namespace, notLive);
    const own = { ...facts, run: namespace, expires: Number.POSITIVE_INFINITY };
    refuse(refusals({ ...early, namespace: own, run: namespace, now: cluster.now(), isolation: unprobed }));
    return go();
}
async function gatherEarly(drill) {
    const { cluster, productionCluster, allowed, production, where, inProduction } = drill;
    const starting = drill.resumed ? { hours: undefined, alerts: undefined, rollouts: [] } : drill;
    const [uid, permissions, repositories, rollouts, alerts] = await Promise.all([
        uidOf(cluster),
        productionCluster === undefined
            ? []
            : askPermissions(productionCluster, production, drill.productionNamespaces),
        Promise.all(drill.repositories.map(async (store) => ({ name: store.name, deletes: await store.mayDelete() }))),
        Promise.all(starting.rollouts.map(({ name, read }) => rolloutObstacles(name, read))),
        alertObstacles(starting.alerts),
    ]);
    return {
        cluster: uid,
        allowed,
        production,
        where,
        permissions,
        repositories,
        inProduction,
        sideEffects: (0,side_effects/* withSideEffects */.q6)(drill.manifests),
        obstacles: [...hoursObstacle(starting.hours, cluster.now()), ...rollouts.flat(), ...alerts],
    };
}
const unprobed = { closed: 'unknown', control: 'unknown', reaches: [] };
async function gatherLate(drill) {
    const { cluster, scratch, where } = drill;
    return {
        namespace: await namespaceFacts(cluster, scratch.name, where === 'live' ? notLive : notDisposable),
        run: scratch.run,
        now: cluster.now(),
        isolation: where === 'live' ? unprobed : await isolationOf(drill),
    };
}
async function isolationOf({ cluster, scratch, probe }) {
    const [nodes, server] = await Promise.all([
        nodesFor(cluster).catch(() => []),
        apiServerControl(cluster, scratch.egress),
    ]);
    const negativeControls = server === undefined ? [] : [server];
    return proveIsolation(cluster, scratch, { ...probe, negativeControls: [...probe.negativeControls, ...negativeControls] }, { nodes });
}
function refuse(found, ends = false) {
    if (found.length === 0)
        return;
    throw new DrillRefused(found, ends);
}
class DrillRefused extends errors/* UserError */.yo {
    refusals;
    ends;
    constructor(found, ends) {
        const sentences = found.map(({ problem, remedy }) => (0,errors/* withRemedy */.v9)(problem, remedy));
        super(`the drill is refused: ${sentences.join(' ')}`, '');
        this.name = 'DrillRefused';
        this.refusals = found;
        this.ends = ends;
    }
}


/***/ }),

/***/ 22835:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   drillTooOld: () => (/* binding */ drillTooOld),
/* harmony export */   leaseName: () => (/* binding */ leaseName),
/* harmony export */   readLast: () => (/* binding */ readLast),
/* harmony export */   recordLast: () => (/* binding */ recordLast)
/* harmony export */ });
/* harmony import */ var _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(20553);
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(14485);
/* harmony import */ var _toolkit_duration_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(38650);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(60630);
/* harmony import */ var _toolkit_retry_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(25726);





const drillTooOld = 'SlipwayDrillTooOld';
const leaseName = (app, what) => `slipway-${app}.${what}.last`;
const factsAnnotation = 'slipway.dev/facts';
async function recordLast(cluster, place, what, last) {
    const path = (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.lease, place.namespace);
    await (0,_toolkit_retry_js__WEBPACK_IMPORTED_MODULE_3__/* .retry */ .L5)({ attempts: 3, temporary: _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isConflict */ .dh }, async () => {
        const there = await cluster.get(`${path}/${leaseName(place.app, what)}`);
        const known = there && lastIn(there);
        const now = cluster.now();
        const at = Math.min(last.at, now);
        if (known !== undefined && known.at >= at && known.at <= now + _toolkit_duration_js__WEBPACK_IMPORTED_MODULE_2__/* .maxClockSkew */ .b4)
            return;
        const { resourceVersion } = there?.metadata ?? {};
        const lease = leaseOf(place, what, { ...last, at }, resourceVersion);
        if (there === undefined)
            await cluster.create(path, lease);
        else
            await cluster.replace(`${path}/${leaseName(place.app, what)}`, lease);
    });
}
async function readLast(cluster, { app, namespace }, what) {
    const lease = await cluster.get((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.lease, namespace, leaseName(app, what)));
    return lease && lastIn(lease);
}
function lastIn({ metadata, spec }) {
    const at = Date.parse(spec?.renewTime ?? '');
    if (Number.isNaN(at))
        return undefined;
    const facts = Object.entries((0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_4__/* .jsonMap */ .vM)(metadata?.annotations?.[factsAnnotation] ?? '') ?? {}).filter((each) => typeof each[1] === 'string' || typeof each[1] === 'number');
    return { at, run: metadata?.annotations?.['slipway.dev/run'] ?? '', facts: Object.fromEntries(facts) };
}
function leaseOf({ app, namespace }, what, { at, run, facts }, resourceVersion) {
    return {
        apiVersion: 'coordination.k8s.io/v1',
        kind: 'Lease',
        metadata: {
            name: leaseName(app, what),
            namespace,
            labels: { 'slipway.dev/app': app, 'slipway.dev/kind': 'last' },
            annotations: { 'slipway.dev/run': run, [factsAnnotation]: JSON.stringify(facts) },
            ...(resourceVersion === undefined ? {} : { resourceVersion }),
        },
        spec: { renewTime: new Date(at).toISOString().replace('Z', '000Z') },
    };
}


/***/ }),

/***/ 90750:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openBucket: () => (/* binding */ openBucket),
  $: () => (/* binding */ removeObjects)
});

// EXTERNAL MODULE: ./.build/js/src/toolkit/map.js
var map = __webpack_require__(60630);
// EXTERNAL MODULE: ./.build/js/src/toolkit/parallel.js
var parallel = __webpack_require__(48961);
// EXTERNAL MODULE: ./.build/js/src/recovery/s3.js
var s3 = __webpack_require__(10031);
// EXTERNAL MODULE: ./.build/js/src/recovery/object-stores/answers.js
var answers = __webpack_require__(62761);
// EXTERNAL MODULE: ./.build/js/src/recovery/object-stores/download.js
var download = __webpack_require__(14744);
// EXTERNAL MODULE: ./.build/js/src/recovery/object-stores/requests.js
var object_stores_requests = __webpack_require__(10082);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var errors = __webpack_require__(92317);
// EXTERNAL MODULE: ./.build/js/src/recovery/checksum.js
var checksum = __webpack_require__(77462);
;// CONCATENATED MODULE: ./.build/js/src/recovery/object-stores/upload.js






const MiB = 1 << 20;
const mostParts = 10_000;
const transferTime = 600_000;
const uploads = 3;
const partOf = (bytes, least) => Math.max(least, Math.ceil(bytes / mostParts / MiB) * MiB);
async function putInParts(target, content, part) {
    for (let count = 0; count < uploads; count += 1)
        if (await putOnce(target, content, part))
            return;
    throw new errors/* UserError */.yo(`${target.bucket} did not complete the multipart upload of ${target.what}`, 'check the logs of the store, then run the step again');
}
async function putOnce(target, content, part) {
    const { requests, address, what, bucket } = target;
    const begun = await ask(target, 'uploads', { method: 'POST', headers: content.headers });
    const id = elementIn(await (0,answers/* read */.LF)(begun), 'UploadId');
    if (id === undefined)
        throw new errors/* UserError */.yo(`${bucket} did not start a multipart upload of ${what}`, 'check that the store supports multipart uploads');
    const upload = `uploadId=${encodeURIComponent(id)}`;
    try {
        const tags = await putParts(target, content, part, upload);
        return await complete(target, tags, upload);
    }
    catch (error) {
        await requests.complete(`${address}?${upload}`, { method: 'DELETE' }).catch(() => undefined);
        throw error;
    }
}
async function putParts(target, content, part, upload) {
    const { bytes, sha256, body } = content;
    const all = (0,external_node_crypto_.createHash)('sha256');
    const tags = [];
    for (let from = 0; from < bytes; from += part) {
        const to = Math.min(bytes, from + part);
        const own = (0,external_node_crypto_.createHash)('sha256');
        for await (const chunk of body({ from, to })) {
            own.update(chunk);
            all.update(chunk);
        }
        const answer = await ask(target, `partNumber=${tags.length + 1}&${upload}`, {
            method: 'PUT',
            headers: { 'content-length': String(to - from), 'x-amz-content-sha256': own.digest('hex') },
            body: () => body({ from, to }),
            within: transferTime,
        });
        tags.push(answer.headers.get('etag') ?? '');
    }
    if (all.digest('hex') === sha256)
        return tags;
    throw new errors/* UserError */.yo(`the copy of ${target.what} is damaged: its SHA-256 is not that of the index`, 'restore the folder from another backup');
}
async function complete(target, tags, upload) {
    const { requests, address, bucket, what } = target;
    const parts = tags.map((tag, at) => `<Part><PartNumber>${at + 1}</PartNumber><ETag>${tag.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}</ETag></Part>`);
    const document = Buffer.from(`<CompleteMultipartUpload xmlns="http://s3.amazonaws.com/doc/2006-03-01/">${parts.join('')}</CompleteMultipartUpload>`);
    const answer = await requests.complete(`${address}?${upload}`, {
        method: 'POST',
        headers: { 'content-length': String(document.length), 'x-amz-content-sha256': (0,checksum/* sha256Of */.Bj)(document) },
        body: () => external_node_stream_.Readable.from([document]),
        within: transferTime,
    });
    const fault = await (0,answers/* faultIn */._8)(answer);
    const code = fault?.Code;
    if (code === 'NoSuchUpload' || (answer.status === 200 && code === 'InternalError'))
        return false;
    await (0,answers/* expectStatus */.oi)(answer, fault === undefined ? [200] : [], bucket, `store ${what}`);
    return true;
}
async function ask({ requests, address, bucket, what }, query, asked) {
    const answer = await requests.complete(`${address}?${query}`, asked);
    await (0,answers/* expectStatus */.oi)(answer, [200], bucket, `store ${what}`);
    return answer;
}
function elementIn(document, name) {
    const [found] = Object.values(document).flatMap(each => ((0,map/* isMap */.jh)(each) ? [each[name]] : []));
    return typeof found === 'string' ? found : undefined;
}

;// CONCATENATED MODULE: ./.build/js/src/recovery/object-stores/bucket.js







const usualPart = 32 << 20;
async function openBucket(options, { part = usualPart } = {}) {
    const { bucket, prefix } = (0,s3.placeOf)(options.url);
    const requests = await (0,object_stores_requests/* signedRequests */.N)(bucket, options);
    const top = prefix === '' ? '' : `${prefix}/`;
    const target = (key) => ({
        requests,
        bucket,
        what: JSON.stringify(key),
        address: `${bucket}/${`${top}${key}`.split('/').map(encoded).join('/')}`,
    });
    return {
        name: options.url,
        list: async () => {
            const found = [];
            for (let token = ''; token !== undefined;) {
                const query = new URLSearchParams({ 'encoding-type': 'url', 'list-type': '2', prefix: top });
                if (token !== '')
                    query.set('continuation-token', token);
                const answer = await requests.complete(`${bucket}?${query}`, { method: 'GET' });
                await (0,answers/* expectStatus */.oi)(answer, [200], bucket, 'list objects');
                const { ListBucketResult: page } = await (0,answers/* read */.LF)(answer);
                if (!(0,map/* isMap */.jh)(page))
                    throw new Error('the answer of a bucket is no list of objects');
                const plain = page.EncodingType !== 'url';
                for (const each of [page.Contents ?? []].flat())
                    if ((0,map/* isMap */.jh)(each)) {
                        const key = plain ? String(each.Key) : decodeURIComponent(String(each.Key).replaceAll('+', ' '));
                        found.push({ key: key.slice(top.length), bytes: Number(each.Size), etag: plainTag(each.ETag) });
                    }
                token = page.IsTruncated === 'true' ? String(page.NextContinuationToken) : undefined;
            }
            return found;
        },
        open: async (key, rest) => {
            const known = rest === undefined ? undefined : await openAt(target(key), rest);
            return known ?? openAt(target(key));
        },
        put: async (key, content) => {
            const { bytes, sha256, headers, body } = content;
            if (bytes > part)
                return putInParts(target(key), content, partOf(bytes, part));
            const answer = await requests.complete(target(key).address, {
                method: 'PUT',
                headers: { ...headers, 'content-length': String(bytes), 'x-amz-content-sha256': sha256 },
                ...(bytes === 0 ? {} : { body: () => body(), within: transferTime }),
            });
            await (0,answers/* expectStatus */.oi)(answer, [200], bucket, `store ${JSON.stringify(key)}`);
        },
        remove: async (key) => {
            const answer = await requests.complete(target(key).address, { method: 'DELETE' });
            if (answer.status !== 404)
                await (0,answers/* expectStatus */.oi)(answer, [200, 204], bucket, `delete ${JSON.stringify(key)}`);
        },
    };
}
const removeObjects = (bucket, objects) => (0,parallel.eachOf)(objects, 8, ({ key }) => bucket.remove(key));
async function openAt(target, rest) {
    const { bucket, what } = target;
    const from = rest?.from ?? 0;
    const answer = await askFor(target, from, rest?.etag);
    const missing = rest === undefined ? [404] : [404, 412, 416];
    const first = missing.includes(answer.statusCode ?? 0) ? undefined : await restOf(target, answer, from);
    const etag = plainTag(answer.headers.etag);
    if (first === undefined || (rest !== undefined && etag !== rest.etag)) {
        answer.destroy();
        return undefined;
    }
    const again = async (at) => {
        const next = await askFor(target, at, etag);
        const isGone = [404, 412].includes(next.statusCode ?? 0);
        const chunks = isGone ? undefined : await restOf(target, next, at);
        if (chunks !== undefined && plainTag(next.headers.etag) === etag)
            return chunks;
        next.destroy();
        throw new download/* ObjectChanged */.q3(`${what} of ${bucket}`);
    };
    const body = (0,download/* resumed */.uN)({ what: `${what} of ${bucket}`, from, end: (0,download/* endIn */.Xf)(answer), first, again });
    return { etag, headers: kept(answer.headers), from, body };
}
const askFor = ({ requests, address }, from, etag) => requests.stream(address, {
    method: 'GET',
    headers: {
        ...(from === 0 ? {} : { range: `bytes=${from}-` }),
        ...(etag === undefined || etag === '' ? {} : { 'if-match': `"${etag}"` }),
    },
});
async function restOf({ bucket, what }, answer, from) {
    if (answer.statusCode !== 200 && answer.statusCode !== 206)
        await (0,answers/* expectStatus */.oi)(await (0,object_stores_requests/* wholeOf */.l)(answer), [], bucket, `return ${what}`);
    return (0,download/* restIn */.aw)(answer, from);
}
const plainTag = (etag) => String(etag ?? '').replaceAll('"', '');
const encoded = (part) => encodeURIComponent(part).replace(/[!'()*]/g, each => `%${each.charCodeAt(0).toString(16).toUpperCase()}`);
function kept(headers) {
    const wanted = /^(content-(type|disposition|encoding|language)|cache-control|expires|x-amz-meta-.+)$/;
    return Object.fromEntries(Object.entries(headers).flatMap(([name, value]) => wanted.test(name) && value !== undefined ? [[name, String(value)]] : []));
}


/***/ }),

/***/ 20597:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ askArchiver)
/* harmony export */ });
/* harmony import */ var _sql_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(16677);

const query = `select json_build_object('failed', failed_count::int, 'archived', last_archived_wal,
  'archivedAgo', (extract(epoch from clock_timestamp() - last_archived_time) * 1000)::bigint,
  'timeout', (select setting::bigint * 1000 from pg_settings where name = 'archive_timeout'),
  'current', pg_walfile_name(pg_current_wal_lsn()),
  'waiting', (select count(*)::int from pg_ls_archive_statusdir() where name ~ '^[0-9A-F]{24}[.]ready$'),
  'bytes', (select sum(size)::bigint from pg_ls_waldir())) from pg_stat_archiver;`;
async function askArchiver(exec, connection, signal) {
    const [row = {}] = await (0,_sql_js__WEBPACK_IMPORTED_MODULE_0__/* .rowsOf */ .RO)(exec, connection, query, signal);
    const { failed, archived, archivedAgo, timeout, current, waiting, bytes } = row;
    return {
        archivedAgo: typeof archivedAgo === 'number' ? archivedAgo : undefined,
        timeout: Number(timeout),
        failed: Number(failed),
        waiting: Number(waiting),
        bytes: Number(bytes),
        current: String(current),
        archived: typeof archived === 'string' ? archived : undefined,
    };
}


/***/ }),

/***/ 84650:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   membersOf: () => (/* binding */ membersOf)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(60630);
/* harmony import */ var _sql_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(16677);
/* harmony import */ var _wal_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(26401);




const query = `select json_build_object('standby', pg_is_in_recovery(),
  'streams', exists (select from pg_stat_wal_receiver where status = 'streaming'),
  'segment', (select setting::bigint from pg_settings where name = 'wal_segment_size'),
  'timeout', (select setting::bigint * 1000 from pg_settings where name = 'archive_timeout'),
  'archived', (select last_archived_wal from pg_stat_archiver),
  'data', current_setting('data_directory'),
  'name', (select coalesce((regexp_match(conninfo, '(?:^| )application_name=([^ ]+)'))[1],
    nullif(current_setting('cluster_name'), ''), 'walreceiver') from pg_stat_wal_receiver),
  'synchronous', (select coalesce(json_agg(application_name), '[]') from pg_stat_replication where sync_state <> 'async'));`;
async function membersOf(pods, connection, signal) {
    const unreachable = [];
    const asked = [...pods].map(async ([pod, exec]) => {
        try {
            const [row = {}] = await (0,_sql_js__WEBPACK_IMPORTED_MODULE_1__/* .rowsOf */ .RO)(exec, connection, query, signal);
            return [memberOf(pod, exec, row)];
        }
        catch (error) {
            if (signal.aborted)
                throw (0,_toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .cancelled */ .KW)();
            if (!(error instanceof _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo))
                throw error;
            unreachable.push(`${pod}: ${error.message}`);
            return [];
        }
    });
    const found = (await Promise.all(asked)).flat();
    const waitedFor = new Set(found.flatMap(({ waitsFor }) => waitsFor));
    const members = found.map(({ member, name }) => ({ ...member, synchronous: waitedFor.has(name) }));
    const [primary, ...more] = members.filter(({ role }) => role === 'primary');
    if (primary === undefined)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${pods.size === 1 ? 'the only pod is not' : `none of ${pods.size} pods is`} the primary${unreachable.length === 0 ? '' : ` (${unreachable.join('; ')})`}`, 'check whether the database is running, and whether `database` and `container` in slipway.yml are right');
    if (more.length > 0)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the database has more than one primary: ${[primary, ...more].map(({ pod }) => pod).join(' and ')}`, 'find out which one clients write to, and stop the others at once');
    const standbys = members.filter(({ role }) => role === 'standby');
    const rank = ({ streams, synchronous }) => 2 * Number(!streams) + Number(synchronous);
    return { primary, standbys: standbys.toSorted((a, b) => rank(a) - rank(b)), unreachable };
}
function memberOf(pod, exec, row) {
    const { standby, streams, segment, timeout, archived, data, name, synchronous } = row;
    const size = (0,_wal_js__WEBPACK_IMPORTED_MODULE_2__.parseSegmentSize)(Number(segment));
    if (size === undefined || typeof standby !== 'boolean' || typeof data !== 'string')
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${pod} gave an unexpected answer`, 'use PostgreSQL 14 or later');
    const member = {
        pod,
        exec,
        data,
        role: standby ? 'standby' : 'primary',
        streams: streams === true,
        segmentSize: size,
        archiveTimeout: Number(timeout),
        archived: typeof archived === 'string' ? archived : undefined,
    };
    return { member, name: String(name), waitsFor: standby ? [] : (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_3__/* .textsIn */ .Ej)(synchronous) };
}


/***/ }),

/***/ 71794:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $K: () => (/* binding */ judgeProbes),
/* harmony export */   ci: () => (/* binding */ addressOf),
/* harmony export */   gx: () => (/* binding */ probePod)
/* harmony export */ });
/* unused harmony exports textOf, probeScript, readProbe */
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _guard_facts_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(35896);


const probeName = 'slipway-drill-probe';
const most = 100;
function addressOf(text) {
    const match = /^(?:\[([0-9A-Fa-f:.]{2,45})\]|([A-Za-z0-9](?:[A-Za-z0-9._-]{0,251}[A-Za-z0-9])?)):(\d{1,5})$/.exec(text);
    const port = Number(match?.[3]);
    const host = match?.[1] ?? match?.[2];
    if (host !== undefined && port > 0 && port < 65_536)
        return { host, port };
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`"${text}" is not an address`, 'write a host and a port, such as db.example:5432');
}
const textOf = ({ host, port }) => `${host.includes(':') ? `[${host}]` : host}:${port}`;
function probePod(plan, namespace, run, node) {
    const targets = targetsOf(plan);
    if (targets.length > most)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${targets.length} addresses are too many to probe`, `name at most ${most} in total`);
    return {
        apiVersion: 'v1',
        kind: 'Pod',
        metadata: {
            generateName: `${probeName}-`,
            namespace,
            labels: { app: probeName, 'slipway.dev/drill-run': run },
        },
        spec: {
            restartPolicy: 'Never',
            automountServiceAccountToken: false,
            enableServiceLinks: false,
            terminationGracePeriodSeconds: 0,
            activeDeadlineSeconds: 120,
            ...(node === undefined ? {} : { nodeSelector: { 'kubernetes.io/hostname': node } }),
            tolerations: [{ operator: 'Exists' }],
            containers: [
                {
                    name: 'probe',
                    image: plan.image,
                    command: ['sh', '-c', probeScript, probeName, String(plan.rounds ?? 5)],
                    args: targets.flatMap(({ host, port }) => [host, String(port)]),
                    terminationMessagePolicy: 'File',
                    securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } },
                    resources: { requests: { cpu: '10m', memory: '32Mi' }, limits: { memory: '128Mi' } },
                },
            ],
        },
    };
}
const targetsOf = ({ positiveControls, negativeControls, forbidden }) => [
    ...positiveControls,
    ...negativeControls,
    ...forbidden,
];
const probeScript = `
rounds=$1; shift; export LC_ALL=C
dir=$(mktemp -d) || exit 3
try() {
  if command -v curl >/dev/null 2>&1; then
    case $1 in *:*) host="[$1]" ;; *) host=$1 ;; esac
    said=$(curl -q -sS -o /dev/null --noproxy '*' --connect-timeout 2 -m 3 -w 'T%{time_connect}' "http://$host:$2/" 2>&1); code=$?
    case $said in *T*[1-9]*) case \${said##*T} in *[1-9]*) echo r; return ;; esac ;; esac
    case $code:$said in *[Rr]esolv*) echo '?' ;; 7:*|28:*) echo n ;; 0:*|52:*|56:*) echo r ;; *) echo '?' ;; esac
  elif command -v bash >/dev/null 2>&1 && command -v timeout >/dev/null 2>&1; then
    case $1 in
      *:*) ;;
      *[!0-9.]*) timeout 2 getent hosts "$1" >/dev/null 2>&1 || { echo '?'; return; } ;;
    esac
    said=$(timeout 2 bash -c 'exec 3<>"/dev/tcp/$0/$1"' "$1" "$2" 2>&1); code=$?
    case $code:$said in
      0:*) echo r ;;
      124:*|*refused*|*unreachable*|*'timed out'*|*'No route'*) echo n ;;
      *) echo '?' ;;
    esac
  else echo '?'; fi
}
round=0
while [ $round -lt $rounds ]; do
  [ $round -eq 0 ] || sleep 1
  round=$((round + 1)); i=0
  for word in "$@"; do
    if [ $((i % 2)) -eq 0 ]; then target=$word; else
      try "$target" "$word" >"$dir/$(((i - 1) / 2)).$round" &
    fi
    i=$((i + 1))
  done
  wait
done
n=$(($# / 2)); t=0
{
  while [ $t -lt $n ]; do
    line=; round=0
    while [ $round -lt $rounds ]; do round=$((round + 1)); line="$line$(cat "$dir/$t.$round")"; done
    echo "$t $line"; t=$((t + 1))
  done
  echo end
} >/dev/termination-log
`;
function readProbe(plan, message) {
    const lines = (message ?? '').trim().split('\n');
    const count = targetsOf(plan).length;
    if (lines.length !== count + 1 || lines.at(-1) !== 'end')
        return undefined;
    const found = lines.slice(0, -1).map((line, i) => {
        const [, letters] = /^\d+ ([rn?]+)$/.exec(line) ?? [];
        return line.startsWith(`${i} `) && letters?.length === (plan.rounds ?? 5) ? letters : undefined;
    });
    return found.every(each => each !== undefined) ? found : undefined;
}
function judgeProbes(plan, closed, messages) {
    const probes = messages.map(message => judgeProbe(plan, readProbe(plan, message)));
    const reaches = plan.forbidden.map((place, i) => ({
        place: textOf(place),
        reached: (0,_guard_facts_js__WEBPACK_IMPORTED_MODULE_1__/* .combine */ .k)(probes.map(probe => probe.forbidden[i] ?? 'unknown')),
    }));
    const negativeControls = plan.negativeControls.map((_, i) => (0,_guard_facts_js__WEBPACK_IMPORTED_MODULE_1__/* .combine */ .k)(probes.map(probe => probe.negativeControls[i] ?? 'unknown')));
    const controls = probes.map(({ control }) => control);
    return {
        control: controls.length === 0 ? 'unknown' : least(controls),
        closed: least([closed, ...negativeControls.map(opposite)]),
        reaches,
    };
}
function judgeProbe(plan, found) {
    const { positiveControls, negativeControls, forbidden } = plan;
    const letters = (from, count) => Array.from({ length: count }, (_, i) => found?.[from + i]);
    const seen = letters(0, positiveControls.length);
    const reached = (each) => each === undefined ? 'unknown' : each.endsWith('r') ? 'yes' : each.includes('?') ? 'unknown' : 'no';
    const control = seen.length === 0 ? 'unknown' : least(seen.map(reached));
    const outside = (each) => {
        if (each === undefined)
            return 'unknown';
        if (each.includes('r'))
            return 'yes';
        return control !== 'yes' || each.includes('?') ? 'unknown' : 'no';
    };
    return {
        control,
        negativeControls: letters(positiveControls.length, negativeControls.length).map(outside),
        forbidden: letters(positiveControls.length + negativeControls.length, forbidden.length).map(outside),
    };
}
function least(answers) {
    if (answers.includes('no'))
        return 'no';
    return answers.includes('unknown') ? 'unknown' : 'yes';
}
const opposite = (answer) => answer === 'yes' ? 'no' : answer === 'no' ? 'yes' : 'unknown';


/***/ }),

/***/ 23869:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   liveReleaseOf: () => (/* binding */ liveReleaseOf),
/* harmony export */   status: () => (/* binding */ status),
/* harmony export */   statusFrom: () => (/* binding */ statusFrom),
/* harmony export */   statusSentence: () => (/* binding */ statusSentence)
/* harmony export */ });
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(60630);
/* harmony import */ var _toolkit_operations_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(78968);
/* harmony import */ var _toolkit_origin_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(93240);
/* harmony import */ var _workloads_kinds_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(17103);
/* harmony import */ var _workloads_workers_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5259);
/* harmony import */ var _rollout_pause_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9247);
/* harmony import */ var _run_hooks_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(96659);
/* harmony import */ var _store_lease_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(62775);
/* harmony import */ var _store_phases_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(10441);
/* harmony import */ var _store_releases_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(46695);
/* harmony import */ var _store_rollout_state_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(27848);











async function status(cluster, { config: { app }, environment }) {
    const { namespace, workload } = environment;
    const [entry, releases, lease, live] = await Promise.all([
        (0,_store_rollout_state_js__WEBPACK_IMPORTED_MODULE_9__/* .readState */ .un)(cluster, namespace, app),
        new _store_releases_js__WEBPACK_IMPORTED_MODULE_8__/* .ReleaseStore */ .T(cluster, namespace, app).list(),
        cluster.get((0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .leasePath */ .U8)(namespace, app)),
        cluster.get((0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .pathTo */ .vs)(namespace, workload)),
    ]);
    const marked = (0,_workloads_workers_js__WEBPACK_IMPORTED_MODULE_3__/* .releaseOf */ .l7)(live);
    const recorded = releases.find(({ record }) => record.release === marked)?.record.workers ?? {};
    const names = new Set([...(0,_workloads_workers_js__WEBPACK_IMPORTED_MODULE_3__/* .workersOf */ .N)(environment).map(_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .keyOf */ .TN), ...Object.keys(recorded)]);
    const workers = await (0,_workloads_workers_js__WEBPACK_IMPORTED_MODULE_3__/* .readWorkers */ .QF)(cluster, namespace, [...names].map(_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .refOfKey */ .u$));
    return {
        ...statusFrom(entry?.rollout, lease, cluster.now()),
        ...(marked === undefined ? {} : liveReleaseOf(marked, releases)),
        ...(Object.keys(workers).length === 0
            ? {}
            : {
                workers: Object.fromEntries(Object.entries(workers).map(([name, worker]) => [name, (0,_workloads_workers_js__WEBPACK_IMPORTED_MODULE_3__/* .releaseOf */ .l7)(worker) ?? 0])),
            }),
    };
}
function liveReleaseOf(release, releases) {
    const found = releases.find(({ record }) => record.release === release);
    if (found?.record.source !== 'released')
        return { release };
    return { release, images: found.record.images, verified: found.outcome?.state === 'verified' };
}
function statusFrom(rollout, lease, now) {
    const held = lease === undefined ? undefined : (0,_store_lease_js__WEBPACK_IMPORTED_MODULE_6__/* .leaseState */ .oi)(lease, now);
    const holder = held === undefined || held.free ? undefined : held.holder;
    if (rollout === undefined || (0,_store_phases_js__WEBPACK_IMPORTED_MODULE_7__/* .isOver */ .PU)(rollout.phase)) {
        const state = holder === undefined ? 'idle' : 'running';
        const postHook = (0,_run_hooks_js__WEBPACK_IMPORTED_MODULE_5__/* .openHookSentence */ .bO)(rollout);
        return {
            state,
            phase: rollout?.phase ?? 'none',
            ...(holder === undefined ? {} : { holder }),
            ...(postHook === undefined ? {} : { postHook }),
        };
    }
    const { phase, candidate, weight, paused, run, needsAction: stuck } = rollout;
    const waits = paused !== undefined && paused.until > now ? paused : undefined;
    const left = waits !== undefined ? 'paused' : stuck !== undefined ? 'needs-action' : 'interrupted';
    return {
        state: holder !== undefined ? 'running' : left,
        phase,
        candidate,
        weight,
        holder: holder ?? (0,_toolkit_origin_js__WEBPACK_IMPORTED_MODULE_1__/* .originText */ .C)(run),
        ...(waits === undefined ? {} : pauseOf(waits)),
        ...(left === 'needs-action' && stuck !== undefined ? { reason: stuck.reason } : {}),
    };
}
function statusSentence(app, { state, phase, candidate, weight, release, workers = {}, holder, waitingFor, until = '', reason, postHook, }) {
    const listed = Object.entries(workers).map(([name, at]) => `${name} at ${at === 0 ? 'no release' : `release ${at}`}`);
    const behind = listed.length === 0 ? '' : ` (workers: ${listed.join(', ')})`;
    const live = release === undefined ? `no release of ${app} is live` : `release ${release} of ${app} is live${behind}`;
    if (candidate === undefined) {
        const hook = postHook === undefined ? '' : `; ${postHook}`;
        return `${live}; ${holder === undefined ? 'no rollout is under way' : `the Lease is held by ${holder}`}${hook}`;
    }
    const where = `${live}; release ${candidate} is in phase ${phase} at ${weight} %`;
    switch (state) {
        case 'running':
            return `${where}, run by ${holder}`;
        case 'paused':
            return waitingFor === undefined
                ? where
                : `${where} and ${waiting(waitingFor, until, reason)}; ${(0,_rollout_pause_js__WEBPACK_IMPORTED_MODULE_4__/* .pauseRemedy */ .bT)(waitingFor, candidate)}`;
        case 'needs-action':
            return `${where} and needs action: ${reason}; ${(0,_toolkit_operations_js__WEBPACK_IMPORTED_MODULE_0__/* .remedyOfNeedsAction */ .h5)(candidate)}`;
        case 'interrupted':
            return `${where}, but its run has ended (${holder}): ${(0,_toolkit_operations_js__WEBPACK_IMPORTED_MODULE_0__/* .howToRun */ .RG)('sweep')}, which ${phase === 'rolling-back' ? 'finishes the rollback' : `finishes the rollout or rolls it back; to continue it instead, ${(0,_toolkit_operations_js__WEBPACK_IMPORTED_MODULE_0__/* .howToRun */ .RG)('resume', candidate)}`}`;
        case 'idle':
            return where;
        default:
            return state;
    }
}
function pauseOf({ for: waitingFor, until, planned, reason }) {
    const pause = { waitingFor, until: new Date(until).toISOString(), ...(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_10__/* .defined */ .sw)({ reason }) };
    return (0,_rollout_pause_js__WEBPACK_IMPORTED_MODULE_4__/* .needsPerson */ .z6)(waitingFor) ? { ...pause, planned: planned === true } : pause;
}
function waiting(what, until, reason) {
    const sentence = (0,_rollout_pause_js__WEBPACK_IMPORTED_MODULE_4__/* .pauseSentence */ .WU)({ for: what, until: Date.parse(until) });
    const why = reason === undefined ? '' : `; ${reason}`;
    return `${sentence}${why}`;
}


/***/ }),

/***/ 43645:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   isTemporary: () => (/* binding */ isTemporary),
/* harmony export */   openOctokit: () => (/* binding */ openOctokit),
/* harmony export */   pagesOf: () => (/* binding */ pagesOf),
/* harmony export */   validated: () => (/* binding */ validated)
/* harmony export */ });
/* harmony import */ var _octokit_request_error__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(31015);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(88343);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _printable_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(72315);
/* harmony import */ var _retry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(25726);





const timeout = 10_000;
const brief = { attempts: 3, within: 5_000, longestPause: 2_000 };
const nothing = () => undefined;
const silent = { debug: nothing, info: nothing, warn: nothing, error: nothing };
async function openOctokit({ GITHUB_API_URL: baseUrl = 'https://api.github.com' }, token, patience = {}) {
    const { getOctokit: open } = await load();
    const octokit = open(token, {
        baseUrl,
        userAgent: 'slipway',
        log: silent,
        request: { log: silent, fetch: fetchFrom(new URL(baseUrl).origin) },
    });
    octokit.hook.wrap('request', async (request, options) => {
        const answer = await Promise.resolve(request(options)).catch(error => {
            throw explained(error);
        });
        if (![204, 302].includes(answer.status) && (typeof answer.data !== 'object' || answer.data === null))
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`GitHub answered ${answer.status} without JSON`, 'check GITHUB_API_URL, and proxies between it and the runner');
        return answer;
    });
    octokit.hook.wrap('request', (request, call) => repeated({ ...brief, ...patience }, call.method, async () => request(call)));
    return octokit;
}
function repeated({ longestPause, ...limits }, method, attempt) {
    const asked = (error) => (error instanceof _octokit_request_error__WEBPACK_IMPORTED_MODULE_2__/* .RequestError */ .G ? pauseAskedBy(error) : undefined);
    return (0,_retry_js__WEBPACK_IMPORTED_MODULE_1__/* .retry */ .L5)({
        ...limits,
        temporary: error => error instanceof _octokit_request_error__WEBPACK_IMPORTED_MODULE_2__/* .RequestError */ .G && mayRepeat(method, error) && (asked(error) ?? 0) <= longestPause,
        delay: (count, error) => asked(error) ?? 500 * 2 ** (count - 1),
    }, attempt);
}
const mayRepeat = (method, error) => method === 'POST' ? isLimit(error) || error.status === 503 : isTemporary(error);
async function load() {
    const { GITHUB_EVENT_PATH: event } = process.env;
    delete process.env.GITHUB_EVENT_PATH;
    try {
        return await Promise.all(/* import() */[__webpack_require__.e(4119), __webpack_require__.e(1758)]).then(__webpack_require__.bind(__webpack_require__, 11758));
    }
    finally {
        if (event !== undefined)
            process.env.GITHUB_EVENT_PATH = event;
    }
}
const fetchFrom = (origin) => async (url, init) => {
    if (new URL(String(url)).origin !== origin)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`GitHub redirected to another host, ${(0,_printable_js__WEBPACK_IMPORTED_MODULE_3__/* .printable */ .g$)(String(url))}`, "set GITHUB_API_URL to the server's own API URL");
    const answer = await fetch(url, { ...init, signal: AbortSignal.timeout(timeout) });
    await answer.clone().arrayBuffer();
    return answer;
};
function explained(error) {
    if (!(error instanceof _octokit_request_error__WEBPACK_IMPORTED_MODULE_2__/* .RequestError */ .G))
        return error;
    if (error.cause instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo)
        return error.cause;
    const status = error.response === undefined ? '' : `${error.status}: `;
    error.message = `${status}${(0,_printable_js__WEBPACK_IMPORTED_MODULE_3__/* .printable */ .g$)(error.message).slice(0, 200)}`;
    return error;
}
const isTemporary = (error) => error.status >= 500 || isLimit(error);
const isLimit = (error) => error.status === 429 ||
    (error.status === 403 && (pauseAskedBy(error) !== undefined || /rate limit/i.test(error.message)));
function pauseAskedBy({ response }) {
    const { headers = {} } = response ?? {};
    const asked = (0,_retry_js__WEBPACK_IMPORTED_MODULE_1__/* .retryAfter */ .P9)(headers['retry-after']);
    if (asked !== undefined || headers['x-ratelimit-remaining'] !== '0')
        return asked;
    const end = Number(headers['x-ratelimit-reset'] ?? Number.NaN) * 1000;
    return Number.isFinite(end) ? Math.max(0, end - Date.now()) : undefined;
}
function validated(schema, data) {
    const result = schema.safeParse(data);
    if (result.success)
        return result.data;
    const [first] = result.error.issues;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`GitHub returned an invalid response: ${(0,_printable_js__WEBPACK_IMPORTED_MODULE_3__/* .printable */ .g$)([...(first?.path ?? []), first?.message].join(': '))}`, 'check GITHUB_API_URL, and the version of an Enterprise Server');
}
function pagesOf(item, most) {
    let count = 0;
    return ({ data }, done) => {
        count += 1;
        if (count === most)
            done();
        return validated(zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(item), data);
    };
}


/***/ }),

/***/ 31015:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ RequestError)
/* harmony export */ });
class RequestError extends Error {
  name;
  /**
   * http status code
   */
  status;
  /**
   * Request options that lead to the error.
   */
  request;
  /**
   * Response object if a response was received
   */
  response;
  constructor(message, statusCode, options) {
    super(message, { cause: options.cause });
    this.name = "HttpError";
    this.status = Number.parseInt(statusCode);
    if (Number.isNaN(this.status)) {
      this.status = 0;
    }
    /* v8 ignore else -- @preserve -- Bug with vitest coverage where it sees an else branch that doesn't exist */
    if ("response" in options) {
      this.response = options.response;
    }
    const requestCopy = Object.assign({}, options.request);
    if (options.request.headers.authorization) {
      requestCopy.headers = Object.assign({}, options.request.headers, {
        authorization: options.request.headers.authorization.replace(
          /(?<! ) .*$/,
          " [REDACTED]"
        )
      });
    }
    requestCopy.url = requestCopy.url.replace(/\bclient_secret=\w+/g, "client_secret=[REDACTED]").replace(/\baccess_token=\w+/g, "access_token=[REDACTED]");
    this.request = requestCopy;
  }
}



/***/ })

};
