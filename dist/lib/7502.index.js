export const id = 7502;
export const ids = [7502,8743,2650];
export const modules = {

/***/ 7462:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bj: () => (/* binding */ sha256Of),
/* harmony export */   _h: () => (/* binding */ isSha256)
/* harmony export */ });
/* unused harmony exports parseSha256, orderFreeHash */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);

function parseSha256(text) {
    return isSha256(text) ? text : undefined;
}
const isSha256 = (text) => /^[0-9a-f]{64}$/.test(text);
function sha256Of(content) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(content).digest('hex');
}
function orderFreeHash(objects) {
    let sum = 0n;
    for (const { path, sha256 } of objects)
        sum += BigInt(`0x${sha256Of(JSON.stringify([path, sha256]))}`);
    return (sum % (1n << 256n)).toString(16).padStart(64, '0');
}


/***/ }),

/***/ 2724:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ within),
/* harmony export */   v: () => (/* binding */ pause)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8500);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2317);


async function within(patience, work) {
    const fault = `no answer within ${patience} ms`;
    const giving = new AbortController();
    const late = new Promise(resolve => {
        giving.signal.addEventListener('abort', () => resolve({ fault }));
    });
    const timer = setTimeout(() => giving.abort(), patience);
    try {
        const working = work(giving.signal).then(answer => ({ answer }));
        working.catch(() => undefined);
        return await Promise.race([working, late]);
    }
    catch (error) {
        if (giving.signal.aborted)
            return { fault };
        return { fault: (error instanceof Error ? error.message : String(error)) || 'it failed' };
    }
    finally {
        clearTimeout(timer);
    }
}
async function pause(ms, signal) {
    try {
        await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(ms, undefined, { signal });
    }
    catch {
        throw (0,_toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .cancelled */ .KW)();
    }
}


/***/ }),

/***/ 9448:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HM: () => (/* binding */ onlyPrimary),
/* harmony export */   kE: () => (/* binding */ zoneOf),
/* harmony export */   pr: () => (/* binding */ placementText),
/* harmony export */   zq: () => (/* binding */ successorAmong)
/* harmony export */ });
/* unused harmony export primariesAmong */
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2317);

const primary = new Set(['primary', 'master']);
function primariesAmong(pods, role) {
    return pods.flatMap(({ metadata, spec }) => {
        const { name, uid, labels = {}, deletionTimestamp } = metadata ?? {};
        const node = spec?.nodeName;
        if (!primary.has(labels[role] ?? '') || deletionTimestamp !== undefined)
            return [];
        return name === undefined || uid === undefined || node === undefined ? [] : [{ pod: name, uid, node }];
    });
}
function onlyPrimary(pods, role) {
    const [found, ...more] = primariesAmong(pods, role);
    if (found === undefined)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`none of ${pods.length} pods of the database says by its label ${role} that it is the primary`, 'see whether it has one, and whether `selector` and `role` of slipway.yml are right');
    if (more.length > 0)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${[found, ...more].map(({ pod }) => pod).join(' and ')} all say by their label ${role} that they are the primary`, 'see which one is, and mend the others first');
    return found;
}
const successorAmong = (pods, role, before) => primariesAmong(pods, role).find(({ uid }) => uid !== before.uid);
const zoneOf = ({ metadata }) => metadata?.labels?.['topology.kubernetes.io/zone'];
const placementText = ({ pod, node, zone }) => `${pod} on ${node}${zone === undefined ? '' : ` in zone ${zone}`}`;


/***/ }),

/***/ 2650:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   momentOf: () => (/* binding */ momentOf),
/* harmony export */   profileOf: () => (/* binding */ profileOf)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);

function profileOf(name, rpo) {
    switch (name) {
        case 'production':
            return {
                name,
                markers: { every: rpo === 0 ? 100 : 1000, patience: 5000 },
                probes: { every: 1000, patience: 5000 },
                ...{ steady: 300_000, good: 30, spread: 60_000 },
            };
        case 'lab':
            return {
                name,
                markers: { every: 100, patience: 2000 },
                probes: { every: 250, patience: 2000 },
                ...{ steady: 10_000, good: 30, spread: 2000 },
            };
    }
}
function momentOf(seed, spread) {
    const drawn = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(seed).digest().readUInt32BE(0) / 2 ** 32;
    return Math.floor(drawn * spread);
}


/***/ }),

/***/ 8743:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   startStamper: () => (/* binding */ startStamper)
/* harmony export */ });
function startStamper(now) {
    const stamps = [];
    return {
        during: async (phase, work) => {
            const from = now();
            try {
                return await work();
            }
            finally {
                const last = stamps.at(-1);
                if (last?.phase === phase)
                    stamps[stamps.length - 1] = { ...last, to: now() };
                else
                    stamps.push({ phase, from, to: now() });
            }
        },
        stamps: () => stamps,
    };
}


/***/ }),

/***/ 7502:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  drillStanding: () => (/* binding */ drillStanding),
  takeoverBy: () => (/* binding */ takeoverBy)
});

// EXTERNAL MODULE: ./.build/js/src/toolkit/duration.js
var duration = __webpack_require__(8650);
// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var errors = __webpack_require__(2317);
// EXTERNAL MODULE: ./.build/js/src/recovery/loss.js
var loss = __webpack_require__(3638);
// EXTERNAL MODULE: ./.build/js/src/recovery/outage.js
var recovery_outage = __webpack_require__(7722);
// EXTERNAL MODULE: ./.build/js/src/recovery/drill/patience.js
var drill_patience = __webpack_require__(2724);
// EXTERNAL MODULE: ./.build/js/src/recovery/drill/placement.js
var placement = __webpack_require__(9448);
// EXTERNAL MODULE: ./.build/js/src/toolkit/count.js
var toolkit_count = __webpack_require__(8999);
;// CONCATENATED MODULE: ./.build/js/src/recovery/drill/standing-rungs.js


const rung = (level, what, fault, good) => ({
    ...{ level, what },
    state: fault === undefined ? 'passed' : 'failed',
    sentence: fault ?? good,
});
function standbyRung({ members }) {
    const primary = members.find(({ role }) => role === 'primary');
    const followers = primary?.followers.filter(({ state }) => state === 'streaming') ?? [];
    const fault = primary === undefined
        ? 'no member says that it is the primary'
        : followers.length === 0
            ? 'no standby follows the primary'
            : undefined;
    const each = followers.map(({ name, sync, behind }) => `${name} (${sync}, ${(0,toolkit_count/* counted */.h)(behind, 'byte')} behind)`);
    return rung('L0', 'standbys', fault, `${each.join(' and ')} followed before the injection`);
}
function sameDatabaseRung(before, after) {
    const fault = before === undefined || after === undefined
        ? 'the primary of before or of after was not asked'
        : before.system !== after.system
            ? `${after.pod} is another database than ${before.pod}: its system identifier is ${after.system}, and was ${before.system}`
            : after.timeline < before.timeline
                ? `${after.pod} is on timeline ${after.timeline}, before timeline ${before.timeline} of ${before.pod}`
                : (after.damaged ?? 0) > 0
                    ? `${(0,toolkit_count/* counted */.h)(after.damaged ?? 0, 'page')} of ${after.pod} with a wrong checksum`
                    : undefined;
    const pages = after?.damaged === undefined ? 'pages have no checksums' : 'no page with a wrong checksum';
    return rung('L1', 'same database', fault, `timeline ${before?.timeline} became ${after?.timeline}, ${pages}`);
}
function takeoverRung(victim, successor, states) {
    const primaries = states.members.filter(({ role }) => role === 'primary');
    const fault = successor === undefined
        ? `nobody took over from ${victim.pod}`
        : primaries.length > 1
            ? `${primaries.map(({ pod }) => pod).join(' and ')} all take writes`
            : primaries[0]?.pod === successor.pod
                ? undefined
                : `${successor.pod} is said to be the primary and ${primaries[0] === undefined ? 'is not' : `${primaries[0].pod} is`}`;
    const where = successor === undefined ? '' : (0,placement/* placementText */.pr)(successor);
    const good = successor?.pod === victim.pod
        ? `another pod of the name ${where} is the primary again`
        : `${where} took over from ${(0,placement/* placementText */.pr)(victim)}`;
    return rung('L2', 'failover', fault, good);
}
function markersRung({ demanded, lost, findings }) {
    const wrong = findings.filter(each => each.wrong).map(({ sentence }) => sentence);
    const fault = wrong.length === 0 ? undefined : wrong.join('; ');
    const good = `${(0,toolkit_count/* counted */.h)(demanded, 'acknowledged marker')}, ${lost.length === 0 ? 'none' : lost.length} lost, none damaged or missing in between`;
    return rung('L3', 'markers', fault, good);
}
const applicationRung = (what, fault) => rung('L4', what, fault, what === 'old record' ? 'as it was before' : 'written, and read back');
function notWhole({ members, silent }, count) {
    const [primary, ...more] = members.filter(({ role }) => role === 'primary');
    if (primary === undefined)
        return 'it has no primary';
    if (more.length > 0)
        return `${[primary, ...more].map(({ pod }) => pod).join(' and ')} all take writes`;
    const apart = members.find(each => each.role === 'standby' && !(each.streams && each.timeline === primary.timeline));
    if (apart !== undefined)
        return `${apart.pod} does not follow ${primary.pod} yet`;
    if (members.length < count)
        return silent[0] ?? `${members.length} of ${(0,toolkit_count/* counted */.h)(count, 'member')} are there`;
    return undefined;
}

;// CONCATENATED MODULE: ./.build/js/src/recovery/drill/failing-back.js






async function failBack(drill, system, course, watch, { victim, count, mend }) {
    system.report(`mending ${(0,placement/* placementText */.pr)(victim)}`);
    await mend();
    const whole = await untilWhole(drill, system, count);
    course.rungs.push(whole);
    if (whole.state !== 'passed') {
        course.left.push(`the database is not whole again: ${whole.sentence}`);
        return;
    }
    course.rungs.push(await restorePlacement(drill, system, watch, victim));
}
async function untilWhole({ profile, returns, signal }, system, count) {
    const from = system.now();
    let why = notWhole(await system.members(), count);
    while (why !== undefined && system.now() - from < returns) {
        await (0,drill_patience/* pause */.v)(Math.max(profile.probes.every, 500), signal);
        why = notWhole(await system.members(), count);
    }
    const took = system.now() - from;
    return {
        ...{ level: 'L5', what: 'lost member', took },
        state: why === undefined ? 'passed' : 'failed',
        sentence: why ?? `it is back and follows: ${count} of ${count} members`,
    };
}
async function restorePlacement(drill, system, { prober }, victim) {
    const rung = (state, sentence) => ({
        ...{ level: 'L5', what: 'placement', state, sentence },
    });
    const { profile, deadline, signal } = drill;
    const isPlaced = ({ pod, node }) => pod === victim.pod || node === victim.node;
    const from = await untilOnePrimary(drill, system);
    if (from === undefined)
        return rung('failed', 'which pod is the primary cannot be told by its label');
    if (isPlaced(from))
        return rung('passed', `${(0,placement/* placementText */.pr)(from)} is the primary, where it was before`);
    if (system.switchover === undefined)
        return rung('skipped', `${(0,placement/* placementText */.pr)(from)} stays the primary: no \`switchover\` is declared`);
    const startedAt = system.now();
    system.report(`switching from ${from.pod} back to ${victim.pod}`);
    await system.switchover(victim, from, signal);
    const end = startedAt + deadline;
    const watched = () => (0,recovery_outage/* measureOutage */.C)({
        samples: prober.samples().filter(({ at }) => at >= startedAt),
        injectedAt: startedAt,
        every: profile.probes.every,
        consecutive: profile.good,
    });
    let now = await placed(system);
    while ((now === undefined || !isPlaced(now) || watched().kind === 'unresolved') && system.now() < end) {
        await (0,drill_patience/* pause */.v)(profile.probes.every, signal);
        now = await placed(system);
    }
    if (now === undefined || !isPlaced(now))
        return rung('failed', `${victim.pod} is not the primary ${(0,duration/* formatDuration */.a)(deadline)} after the switchover`);
    const outage = watched();
    return outage.kind === 'unresolved'
        ? rung('failed', `after the switchover to ${(0,placement/* placementText */.pr)(now)} the service is not good: ${outage.why}`)
        : rung('passed', `${(0,placement/* placementText */.pr)(now)} is the primary again, out of service for ${(0,recovery_outage/* outageText */.H)(outage)}`);
}
async function untilOnePrimary({ profile, deadline, signal }, system) {
    const end = system.now() + Math.min(deadline, 60_000);
    let found = await placed(system);
    while (found === undefined && system.now() < end) {
        await (0,drill_patience/* pause */.v)(profile.probes.every, signal);
        found = await placed(system);
    }
    return found;
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

;// CONCATENATED MODULE: ./.build/js/src/recovery/drill/prober.js

function startProber({ every, patience, probe, now, seen }) {
    const known = [];
    const underway = new Set();
    const look = async () => {
        const at = now();
        const looked = await (0,drill_patience/* within */.u)(patience, probe);
        const reason = 'fault' in looked ? looked.fault : looked.answer;
        const sample = { at, ok: reason === undefined, tookMs: now() - at, ...(reason && { reason }) };
        known.push(sample);
        seen?.(sample);
    };
    const begin = () => {
        const one = look().finally(() => underway.delete(one));
        underway.add(one);
    };
    begin();
    const timer = setInterval(begin, every);
    return {
        samples: () => known.toSorted((a, b) => a.at - b.at),
        stop: async () => {
            clearInterval(timer);
            await Promise.all(underway);
            return known.toSorted((a, b) => a.at - b.at);
        },
    };
}

// EXTERNAL MODULE: ./.build/js/src/recovery/drill/profile.js
var drill_profile = __webpack_require__(2650);
// EXTERNAL MODULE: ./.build/js/src/recovery/drill/stamps.js
var stamps = __webpack_require__(8743);
;// CONCATENATED MODULE: ./.build/js/src/recovery/drill/steady.js


function unsteadyBecause({ samples, entries, from, now }, profile) {
    const bad = samples.find(({ ok }) => !ok);
    if (bad !== undefined)
        return `a probe failed before anything was broken: ${bad.reason ?? 'it was bad'}`;
    const refused = entries.find(({ ackedAt }) => ackedAt === undefined);
    if (refused !== undefined)
        return `marker ${refused.seq} was not acknowledged before anything was broken: ${refused.error ?? 'nobody answered'}`;
    const { markers, probes } = profile;
    const silence = [
        { what: 'probe', last: samples.at(-1)?.at, most: 3 * probes.every + probes.patience },
        { what: 'marker', last: entries.at(-1)?.ackedAt, most: 3 * markers.every + markers.patience },
    ].find(({ last = from, most }) => now - last > most);
    return (silence && `no ${silence.what} was good for ${(0,duration/* formatDuration */.a)(Math.round(now - (silence.last ?? from)))}`);
}
function isSteady({ samples, entries, from, now }, { steady, probes, markers }) {
    const enough = (count, every) => count >= Math.max(1, Math.floor(steady / every / 2));
    return (now - from >= steady && enough(samples.length, probes.every) && enough(entries.length, markers.every));
}
const steadyText = ({ samples, entries, from, now }) => `${(0,toolkit_count/* counted */.h)(samples.length, 'probe')} and ${(0,toolkit_count/* counted */.h)(entries.length, 'marker')} in ${(0,duration/* formatDuration */.a)(Math.round(now - from))}, all good`;

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./.build/js/src/recovery/ledger.js
var ledger = __webpack_require__(7840);
;// CONCATENATED MODULE: ./.build/js/src/recovery/drill/writer.js




function startWriter(options) {
    const entries = [];
    const ending = new AbortController();
    let last;
    const running = (async () => {
        for (let seq = 1; !ending.signal.aborted; seq += 1) {
            const begun = options.now();
            const entry = await writeOne(seq, options);
            if (entry.ackedAt !== undefined)
                last = entry.ackedAt;
            entries.push(entry);
            const rest = begun + options.every - options.now();
            await (0,promises_.setTimeout)(Math.max(0, rest), undefined, { signal: ending.signal }).catch(() => undefined);
        }
    })();
    running.catch(() => undefined);
    return {
        lastAck: () => last,
        entries: () => entries,
        stop: async () => {
            ending.abort();
            await running;
            return entries;
        },
    };
}
async function writeOne(seq, { runId, patience, send, append, now }) {
    const marker = (0,ledger/* makeMarker */.N)(seq, runId, now(), (0,external_node_crypto_.randomUUID)());
    const { sentAt, sha256 } = marker;
    append((0,ledger/* ledgerLine */.oc)({ seq, sentAt, sha256 }));
    const sent = await (0,drill_patience/* within */.u)(patience, signal => send(marker, signal));
    const entry = 'fault' in sent ? { seq, sentAt, error: sent.fault, sha256 } : { seq, sentAt, ackedAt: now(), sha256 };
    append((0,ledger/* ledgerLine */.oc)(entry));
    return entry;
}

;// CONCATENATED MODULE: ./.build/js/src/recovery/drill/standing.js













async function drillStanding(drill, system) {
    const startedAt = system.now();
    const stamper = (0,stamps.startStamper)(system.now);
    const course = { rungs: [], notes: [], left: [] };
    try {
        await system.prepare(drill.signal);
        await underWatch(drill, system, stamper, course);
    }
    catch (error) {
        course.error = drill.signal.aborted ? (0,errors/* cancelled */.KW)().sentence : told(error, system);
    }
    try {
        course.left.push(...(await system.clear()));
    }
    catch (error) {
        course.left.push(told(error, system));
    }
    const { app, environment, target, assumedDetection, tools, run, scenario, profile, seed } = drill;
    return {
        ...{ app, environment, target, assumedDetection, tools, run, seed },
        ...course,
        scenario: scenario.id,
        required: scenario.required,
        profile: profile.name,
        ...{ startedAt, endedAt: system.now(), stamps: stamper.stamps(), files: {} },
    };
}
async function underWatch(drill, system, stamper, course) {
    const { profile, run } = drill;
    const { now, append, report } = system;
    const watch = {
        from: now(),
        writer: startWriter({ runId: run.id, ...profile.markers, send: system.markers.send, append, now }),
        prober: startProber({ ...profile.probes, probe: system.probe, now }),
    };
    try {
        const before = await untilSteady(drill, system, watch, course);
        if (before === undefined)
            return;
        await whileBroken(drill, system, stamper, course, watch, before);
    }
    finally {
        report('the watch ends');
        await Promise.all([watch.prober.stop(), watch.writer.stop()]);
    }
}
async function untilSteady({ profile, seed, signal }, system, { prober, writer, from }, course) {
    const seen = () => ({
        samples: prober.samples(),
        entries: writer.entries(),
        from,
        now: system.now(),
    });
    const spread = (0,drill_profile.momentOf)(seed, profile.spread);
    const victim = await system.primary();
    const states = await system.members();
    const standbys = standbyRung(states);
    if (standbys.state !== 'passed')
        course.skipped = standbys.sentence;
    let drawnAt;
    while (course.skipped === undefined) {
        const why = unsteadyBecause(seen(), profile);
        if (why !== undefined)
            course.skipped = why;
        else if (drawnAt === undefined && isSteady(seen(), profile)) {
            course.notes.push(`steady: ${steadyText(seen())}`);
            drawnAt = system.now() + spread;
        }
        else if (drawnAt === undefined && system.now() - from > 3 * profile.steady)
            course.skipped = `it was not looked at often enough to call it steady: ${steadyText(seen())}`;
        if (drawnAt !== undefined && system.now() >= drawnAt)
            break;
        const rest = drawnAt === undefined ? profile.probes.every : drawnAt - system.now();
        await (0,drill_patience/* pause */.v)(Math.min(profile.probes.every, Math.max(0, rest)), signal);
    }
    if (course.skipped !== undefined)
        return undefined;
    const still = await system.primary();
    if (still.uid !== victim.uid)
        course.skipped = `${still.pod} has taken over from ${victim.pod} meanwhile`;
    if (course.skipped !== undefined)
        return undefined;
    course.rungs.push(standbys);
    course.notes.push(`${(0,placement/* placementText */.pr)(victim)} was the primary; broken ${(0,duration/* formatDuration */.a)(spread)} after the steady state, drawn by the seed ${seed}`);
    return { victim, states };
}
async function whileBroken(drill, system, stamper, course, watch, before) {
    const { signal } = drill;
    const { victim } = before;
    const mend = once(async () => {
        await system.undo(victim);
        await system.note(undefined);
    });
    await system.note(victim);
    try {
        signal.throwIfAborted();
        system.report(`breaking ${(0,placement/* placementText */.pr)(victim)}`);
        course.injectedAt = system.now();
        await stamper.during('inject', () => system.inject(victim, signal));
        const successor = await untilServed(drill, system, stamper, course, watch, victim);
        await stamper.during('verify', () => verify(drill, system, course, watch, before, successor));
        await failBack(drill, system, course, watch, { victim, count: before.states.members.length, mend });
    }
    finally {
        try {
            await mend();
        }
        catch (error) {
            course.left.push(`${(0,placement/* placementText */.pr)(victim)} is still broken: ${told(error, system)}`);
        }
    }
}
async function untilServed(drill, system, stamper, course, { prober }, victim) {
    const { profile, deadline, signal } = drill;
    const injectedAt = course.injectedAt ?? system.now();
    const brokenAt = system.now();
    const end = injectedAt + deadline;
    const { good, probes } = profile;
    let successor;
    const served = () => {
        const since = prober.samples().filter(({ at }) => at >= brokenAt);
        const noticed = prober.samples().some(({ ok, at, tookMs }) => !ok && at + tookMs > injectedAt);
        const last = since.slice(-good);
        return last.length === good && last.every(({ ok }) => ok) && (noticed || successor !== undefined);
    };
    const waitFor = async (done, until) => {
        while (!(await done()) && system.now() < until)
            await (0,drill_patience/* pause */.v)(probes.every, signal);
    };
    const takenOver = async () => {
        successor ??= await system.successor(victim);
        return successor !== undefined || served();
    };
    const { failover } = system;
    const patience = failover === undefined ? end : Math.min(end, brokenAt + failover.after);
    await stamper.during('detect', () => waitFor(takenOver, patience));
    if (failover !== undefined && successor === undefined && !served()) {
        system.report('nobody took over by itself: what is declared for that is done');
        await stamper.during('decide', async () => {
            await failover.run(victim, signal);
            await waitFor(takenOver, end);
        });
    }
    await stamper.during('start', () => waitFor(served, end));
    successor ??= await system.successor(victim);
    course.outage = (0,recovery_outage/* measureOutage */.C)({
        samples: prober.samples(),
        injectedAt,
        every: probes.every,
        consecutive: good,
    });
    return successor;
}
async function verify({ profile, signal }, system, course, { writer }, before, successor) {
    const { outage, injectedAt = system.now(), rungs } = course;
    if (outage?.kind === 'unresolved')
        return;
    const located = successor && (await withZone(system, successor));
    const states = await system.members();
    const primaryOf = ({ members }) => members.find(({ role }) => role === 'primary');
    rungs.push(sameDatabaseRung(primaryOf(before.states), primaryOf(states)));
    rungs.push(takeoverRung(before.victim, located, states));
    const ledger = await writer.stop();
    const recovered = await system.markers.read(signal);
    const servers = system.markers.servers();
    const takenOverAt = takeoverBy(servers);
    const [first] = servers;
    if (first !== undefined)
        course.notes.push(`markers were written with synchronous_commit=${first.synchronousCommit}`);
    course.loss = (0,loss/* measureLoss */.uk)({
        ...{ ledger, recovered, failedAt: injectedAt, takenOverAt },
        every: profile.markers.every,
    });
    rungs.push(markersRung(course.loss));
    rungs.push(applicationRung('old record', await system.application.old()));
    rungs.push(applicationRung('new record', await system.application.fresh()));
}
function takeoverBy(servers) {
    const [first] = servers;
    return servers.find(({ timeline }) => first !== undefined && timeline > first.timeline)?.at;
}
async function withZone(system, successor) {
    try {
        const now = await system.primary();
        return now.uid === successor.uid ? now : successor;
    }
    catch (error) {
        if (error instanceof errors/* UserError */.yo)
            return successor;
        throw error;
    }
}
function once(work) {
    let done;
    return () => {
        done ??= work();
        return done;
    };
}
function told(error, { report }) {
    if (error instanceof errors/* UserError */.yo)
        return error.sentence;
    report((0,errors/* describe */.q0)(error));
    return error instanceof Error ? error.message : String(error);
}


/***/ }),

/***/ 7840:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hn: () => (/* binding */ acknowledged),
/* harmony export */   N: () => (/* binding */ makeMarker),
/* harmony export */   nm: () => (/* binding */ markerHash),
/* harmony export */   oc: () => (/* binding */ ledgerLine)
/* harmony export */ });
/* unused harmony exports serialiseLedger, parseLedger, quietMoment */
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2317);
/* harmony import */ var _checksum_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7462);



function makeMarker(seq, runId, sentAt, payload) {
    return { seq, runId, sentAt, payload, sha256: markerHash({ seq, runId, sentAt, payload }) };
}
function markerHash({ seq, runId, sentAt, payload }) {
    return (0,_checksum_js__WEBPACK_IMPORTED_MODULE_1__/* .sha256Of */ .Bj)(JSON.stringify([seq, runId, sentAt, payload]));
}
function ledgerLine({ seq, sentAt, ackedAt, error, sha256 }) {
    return `${JSON.stringify({ seq, sentAt, ackedAt, error, sha256 })}\n`;
}
function serialiseLedger(entries) {
    return entries.map(ledgerLine).join('');
}
function parseLedger(text) {
    const lines = text.split('\n');
    const last = lines.pop() ?? '';
    const whole = last === '' ? undefined : entryOf(last);
    const entries = new Map();
    for (const [index, line] of lines.entries()) {
        const entry = entryOf(line);
        if (entry === undefined)
            throw malformed(index + 1, 'is no entry');
        add(entries, entry, index + 1);
    }
    if (whole !== undefined)
        add(entries, whole, lines.length + 1);
    return {
        entries: [...entries.values()].sort((a, b) => a.seq - b.seq),
        cut: last !== '' && whole === undefined,
    };
}
function acknowledged(entries) {
    return entries.filter((entry) => entry.ackedAt !== undefined);
}
function quietMoment(entries, near) {
    const inOrder = entries.toSorted((a, b) => a.sentAt - b.sentAt);
    const moments = [];
    let answered = inOrder[0]?.ackedAt;
    for (const { sentAt, ackedAt } of inOrder.slice(1)) {
        if (answered === undefined)
            break;
        if (sentAt - answered >= 2)
            moments.push(Math.floor((answered + sentAt) / 2));
        answered = ackedAt === undefined ? undefined : Math.max(answered, ackedAt);
    }
    return moments.sort((a, b) => Math.abs(a - near) - Math.abs(b - near))[0];
}
function add(entries, entry, line) {
    const before = entries.get(entry.seq);
    if (before !== undefined && (before.sentAt !== entry.sentAt || before.sha256 !== entry.sha256))
        throw malformed(line, `tells of another marker ${entry.seq} than a line before it`);
    if (before?.ackedAt !== undefined && before.ackedAt !== entry.ackedAt)
        throw malformed(line, `takes back that marker ${entry.seq} was acknowledged`);
    entries.set(entry.seq, entry);
}
function entryOf(line) {
    const value = parsed(line);
    if (!isMap(value))
        return undefined;
    const { seq, sentAt, ackedAt, error, sha256 } = value;
    const hash = typeof sha256 === 'string' ? parseSha256(sha256) : undefined;
    if (!isMoment(seq) || seq < 1 || !isMoment(sentAt) || hash === undefined)
        return undefined;
    if (ackedAt !== undefined && (!isMoment(ackedAt) || ackedAt < sentAt))
        return undefined;
    if (error !== undefined && typeof error !== 'string')
        return undefined;
    return {
        seq,
        sentAt,
        ...(ackedAt === undefined ? {} : { ackedAt }),
        ...(error === undefined ? {} : { error }),
        sha256: hash,
    };
}
function parsed(line) {
    try {
        return JSON.parse(line);
    }
    catch {
        return undefined;
    }
}
const isMoment = (value) => Number.isSafeInteger(value) && Number(value) >= 0;
const malformed = (line, problem) => new UserError(`line ${line} of the marker ledger ${problem}`, 'nothing can be measured with it; take the ledger as the writer left it');


/***/ }),

/***/ 3638:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EK: () => (/* binding */ pointText),
/* harmony export */   o0: () => (/* binding */ lostTime),
/* harmony export */   uk: () => (/* binding */ measureLoss)
/* harmony export */ });
/* harmony import */ var _toolkit_count_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8999);
/* harmony import */ var _toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8650);
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
function pointText(point) {
    switch (point.kind) {
        case 'unmeasured':
            return 'not measured';
        case 'none':
            return `at most ${span(point.atMost)}`;
        case 'lost':
            return span(point.milliseconds);
        case 'all':
            return `at least ${span(point.atLeast)}`;
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
    const sentence = 'no marker was acknowledged before the failure, so nothing shows what was lost';
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
    const sentence = `${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_2__/* .counted */ .h)(seqs.length, 'marker')} missing although later ones are there: ${ranges(seqs)}`;
    return { kind: 'gap', seqs, wrong: true, sentence };
}
function lostAfter(seqs) {
    if (seqs.length === 0)
        return undefined;
    const sentence = `${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_2__/* .counted */ .h)(seqs.length, 'marker')} missing that whoever took over had acknowledged: ${ranges(seqs)}`;
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
    const sentence = `${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_2__/* .counted */ .h)(seqs.length, 'recovered marker')} not as sent: ${ranges(seqs)}`;
    return { kind: 'corrupt', seqs: ascending(seqs), wrong: true, sentence };
}
function beyondTarget(recovered, target) {
    const seqs = numbers(recovered.filter(({ sentAt }) => sentAt > target));
    if (seqs.length === 0)
        return undefined;
    const sentence = `${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_2__/* .counted */ .h)(seqs.length, 'marker')} there that came after the target: ${ranges(seqs)}; the recovery did not stop where it was told to`;
    return { kind: 'beyond-target', seqs, wrong: true, sentence };
}
function unknown(ledger, recovered) {
    const sent = new Set(numbers(ledger));
    const last = highest([...sent]);
    const seqs = numbers(recovered).filter(seq => !sent.has(seq) && seq <= last);
    if (seqs.length === 0)
        return undefined;
    const sentence = `${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_2__/* .counted */ .h)(seqs.length, 'marker')} there that the ledger does not know: ${ranges(seqs)}; is it the database of this run?`;
    return { kind: 'unknown', seqs, wrong: true, sentence };
}
function inDoubt(ledger, recovered) {
    const acked = new Set(numbers((0,_ledger_js__WEBPACK_IMPORTED_MODULE_1__/* .acknowledged */ .Hn)(ledger)));
    const noted = new Set(numbers(ledger));
    const last = highest([...noted]);
    const seqs = numbers(recovered).filter(seq => !acked.has(seq) && (noted.has(seq) || seq > last));
    if (seqs.length === 0)
        return undefined;
    const sentence = `${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_2__/* .counted */ .h)(seqs.length, 'marker')} there that nobody acknowledged, as a commit in doubt may be: ${ranges(seqs)}`;
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
const span = (milliseconds) => (0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a)(Math.round(milliseconds));


/***/ }),

/***/ 7722:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ measureOutage),
/* harmony export */   H: () => (/* binding */ outageText)
/* harmony export */ });
/* harmony import */ var _toolkit_count_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8999);
/* harmony import */ var _toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8650);


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
            return `at most ${span(outage.atMost)}`;
        case 'over':
            return `${span(outage.rto)} (at least ${span(outage.atLeast)})`;
        case 'unresolved':
            return `at least ${span(outage.atLeast)}`;
    }
}
function goodRuns(samples, every) {
    const runs = [];
    let previous;
    for (const sample of samples) {
        const run = runs.at(-1);
        const goesOn = previous?.ok === true && pauseBetween(previous, sample) <= longestPause(every);
        if (sample.ok && goesOn && run !== undefined)
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
        `${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .h)(bad.length, 'probe')} failed before the injection and the service came back: it was not steady${reason === undefined ? '' : ` (${reason})`}`,
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
    return [`the prober paused ${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .h)(long.length, 'time')}, ${span(all)} in all: nobody looked then`];
}
function relapses(runs, last, consecutive) {
    const early = runs.filter(run => run.length >= consecutive && run[0].at < (last?.at ?? run[0].at));
    if (early.length === 0)
        return [];
    return [
        `it was good for ${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .h)(consecutive, 'probe')} and more ${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .h)(early.length, 'time')}, and failed again`,
    ];
}
const tooFew = (good, consecutive) => `the probes end with ${good} good in a row, and ${consecutive} show that it is over`;
const span = (milliseconds) => (0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a)(Math.round(milliseconds));


/***/ }),

/***/ 8999:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ counted)
/* harmony export */ });
const counted = (count, noun) => `${count} ${noun}${count === 1 ? '' : 's'}`;


/***/ })

};
