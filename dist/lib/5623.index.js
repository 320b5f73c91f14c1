export const id = 5623;
export const ids = [5623];
export const modules = {

/***/ 75651:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bg: () => (/* binding */ resultOf),
/* harmony export */   Fq: () => (/* binding */ ownImages),
/* harmony export */   L7: () => (/* binding */ NotReverted),
/* harmony export */   NL: () => (/* binding */ awaitRestored),
/* harmony export */   O9: () => (/* binding */ finish),
/* harmony export */   ru: () => (/* binding */ revert)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(60630);
/* harmony import */ var _toolkit_operations_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(78968);
/* harmony import */ var _toolkit_retry_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(25726);
/* harmony import */ var _follow_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(84961);
/* harmony import */ var _land_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2033);
/* harmony import */ var _log_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(58440);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(76382);








const results = {
    verified: 'complete',
    'rolled-back': 'rolled-back',
    paused: 'paused',
    'needs-action': 'needs-action',
};
const resultOf = ({ release, state, reason }) => ({
    state: results[state] ?? 'failed',
    release,
    ...(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_7__/* .defined */ .sw)({ reason }),
});
function ownImages({ context }, entry) {
    const images = (0,_log_js__WEBPACK_IMPORTED_MODULE_5__.imagesOf)(entry, context.config.images);
    if (images !== undefined)
        return images;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the log of release ${entry.release} names images that are not in slipway.yml`, 'find out who wrote it, and deploy the version that you want');
}
async function finish(session, entry, known) {
    const { cluster, gitops } = session.context;
    const ending = await (0,_follow_js__WEBPACK_IMPORTED_MODULE_3__/* .follow */ .e6)(session, {
        wanted: { images: entry.images },
        commit: entry.commit,
        known,
        images: ownImages(session, entry),
        until: cluster.now() + gitops.timeout,
    });
    const isRollback = entry.restores !== undefined;
    const found = ending.kind === 'served' ? await (0,_follow_js__WEBPACK_IMPORTED_MODULE_3__/* .checked */ .KD)(session, ['checks'], isRollback) : ending;
    const { reason } = found;
    if (reason === undefined) {
        const left = entry.restores === undefined ? undefined : (0,_log_js__WEBPACK_IMPORTED_MODULE_5__.verifiedIn)(session.log, entry.release);
        const also = left === undefined ? [] : [{ ...left, state: 'rolled-back' }];
        const good = { ...entry, state: 'verified', proved: true, at: session.moment() };
        return resultOf(await session.write(good, also));
    }
    if (ending.kind === 'superseded')
        return resultOf(await session.write({ ...entry, state: 'superseded', reason: `${reason} before it was verified` }));
    if (ending.kind === 'cancelled' && isRollback)
        return { state: 'failed', release: entry.release, reason };
    const left = isRollback
        ? 'a rollback is not reverted'
        : entry.reversible === false
            ? 'the release is not reversible'
            : found.cause === 'environment'
                ? 'the release cannot be the cause, so it is not reverted: correct this, and deploy it again'
                : undefined;
    if (left !== undefined)
        return resultOf(await session.write({ ...entry, state: 'needs-action', reason: `${reason}; ${left}` }));
    return revert(session, entry, reason, ending.kind === 'cancelled');
}
async function revert(session, entry, reason, hurry = false) {
    const { config, environmentName, gitops, pace, repository } = session.context;
    const own = ownImages(session, entry);
    const end = async (state, more, pull) => resultOf(await session.write({ ...entry, state, reason: `${reason}; ${more}`, ...(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_7__/* .defined */ .sw)({ pull }) }));
    const { branch } = repository;
    if (entry.commit === undefined)
        return end('needs-action', `${branch} had these digests before, so there is no commit to revert`);
    const began = performance.now();
    const target = await targetOf(session, entry);
    const attempt = async () => {
        await session.load();
        session.requireOurs(entry);
        const texts = await session.texts();
        if (!(0,_session_js__WEBPACK_IMPORTED_MODULE_6__.haveDigests)(texts, gitops.files, own))
            return end('superseded', `${(0,_follow_js__WEBPACK_IMPORTED_MODULE_3__/* .otherDigests */ .U4)(branch)}, so nothing was reverted`);
        if (target instanceof _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo)
            throw new NotReverted(`${reason}; it is not reverted yet: ${target.message}`, `correct that and ${(0,_toolkit_operations_js__WEBPACK_IMPORTED_MODULE_1__/* .howToRun */ .RG)('sweep')}, or ${(0,_toolkit_operations_js__WEBPACK_IMPORTED_MODULE_1__/* .howToRun */ .RG)('rollback')} with the input \`force\``);
        if (typeof target === 'string')
            return end('needs-action', `it was not reverted: ${target}. Set the digests on ${branch} by hand`);
        const title = `Revert release ${entry.release} of ${config.app} to ${environmentName}`;
        try {
            const before = (0,_session_js__WEBPACK_IMPORTED_MODULE_6__.changedBy)(texts, gitops.files, target);
            if (before.size === 0)
                return end('needs-action', 'the verified release before it has the same digests');
            if (gitops.by === 'pull-request') {
                const pull = await (0,_land_js__WEBPACK_IMPORTED_MODULE_4__/* .propose */ .BM)(session, entry, before, {
                    title,
                    branch: (0,_land_js__WEBPACK_IMPORTED_MODULE_4__/* .branchOf */ .W0)(session, entry, '-revert'),
                });
                if (pull === undefined)
                    return undefined;
                return end('needs-action', `merge ${pull.url} to revert it`, pull.number);
            }
            const landed = await (0,_land_js__WEBPACK_IMPORTED_MODULE_4__/* .land */ .ob)(session, { ...entry, state: 'rolling-back', reason }, before, title);
            if (landed === undefined)
                return undefined;
            if (hurry)
                return {
                    state: 'failed',
                    release: entry.release,
                    reason: `${reason}; its commit was reverted, but it is not checked yet that the old digests are live`,
                };
            return { ...(await awaitRestored(session, landed)), rollbackMs: performance.now() - began };
        }
        catch (error) {
            if (!(error instanceof _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo) || error instanceof _session_js__WEBPACK_IMPORTED_MODULE_6__.DeliveryLost)
                throw error;
            return end('needs-action', `it could not be reverted: ${error.message}`);
        }
    };
    const ended = await (0,_toolkit_retry_js__WEBPACK_IMPORTED_MODULE_2__/* .retry */ .L5)({ within: _session_js__WEBPACK_IMPORTED_MODULE_6__.longestWrite, unfinished: result => result === undefined, delay: (0,_session_js__WEBPACK_IMPORTED_MODULE_6__.pauseAfterRace)(pace) }, attempt);
    if (ended === undefined)
        throw (0,_session_js__WEBPACK_IMPORTED_MODULE_6__.moving)(repository);
    return ended;
}
class NotReverted extends _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo {
}
async function targetOf(session, entry) {
    const baseline = (0,_log_js__WEBPACK_IMPORTED_MODULE_5__.verifiedIn)(session.log, entry.release);
    if (baseline === undefined)
        return 'there is no verified release before it';
    const images = (0,_log_js__WEBPACK_IMPORTED_MODULE_5__.imagesOf)(baseline, session.context.config.images);
    if (images === undefined || Object.keys(entry.images).some(name => images[name] === undefined))
        return `release ${baseline.release} has other images`;
    const refusal = await (0,_toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .userErrorOf */ .zb)(() => session.context.requireTrusted(images));
    if (refusal instanceof _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UntrustedImage */ .sK)
        return `release ${baseline.release} is not trusted: ${refusal.message}`;
    return refusal ?? images;
}
async function awaitRestored(session, entry) {
    const { cluster, config, gitops } = session.context;
    if (entry.state !== 'rolling-back')
        return resultOf(entry);
    const baseline = (0,_log_js__WEBPACK_IMPORTED_MODULE_5__.verifiedIn)(session.log, entry.release);
    const images = baseline && (0,_log_js__WEBPACK_IMPORTED_MODULE_5__.imagesOf)(baseline, config.images);
    if (baseline === undefined || images === undefined) {
        const why = 'it is not known which images must be live again';
        return resultOf(await session.write({ ...entry, state: 'needs-action', reason: why }));
    }
    const ending = await (0,_follow_js__WEBPACK_IMPORTED_MODULE_3__/* .follow */ .e6)(session, {
        wanted: { images: baseline.images },
        images,
        commit: entry.commit,
        until: cluster.now() + gitops.timeout,
    });
    if (ending.kind === 'served')
        return resultOf(await session.write({ ...entry, state: 'rolled-back', at: session.moment() }));
    const reason = `${entry.reason ?? 'it was reverted'}; the old digests are not live again: ${ending.reason}`;
    if (ending.kind === 'cancelled')
        return { state: 'failed', release: entry.release, reason };
    const state = ending.kind === 'superseded' ? 'superseded' : 'needs-action';
    return resultOf(await session.write({ ...entry, state, reason }));
}


/***/ }),

/***/ 95623:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   aA: () => (/* binding */ attachDelivery),
/* harmony export */   sweepDelivery: () => (/* binding */ sweepDelivery),
/* harmony export */   y9: () => (/* binding */ endEarlier)
/* harmony export */ });
/* unused harmony export resume */
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(60630);
/* harmony import */ var _toolkit_origin_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(93240);
/* harmony import */ var _toolkit_retry_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(25726);
/* harmony import */ var _finish_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(75651);
/* harmony import */ var _land_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2033);
/* harmony import */ var _log_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(58440);







async function attachDelivery(session, entry) {
    const { revision: _ours, ...run } = session.context.origin;
    const revision = entry.by.repository === run.repository ? entry.by.revision : undefined;
    const taken = { ...entry, by: { ...run, ...(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_6__/* .defined */ .sw)({ revision }) }, until: (0,_land_js__WEBPACK_IMPORTED_MODULE_4__/* .aliveUntil */ .m5)(session) };
    return (await session.save(taken)) ? taken : undefined;
}
async function resume(session, entry) {
    const own = await attachDelivery(session, entry);
    if (own === undefined)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`another run has taken over release ${entry.release}`, 'follow that run');
    if ((0,_log_js__WEBPACK_IMPORTED_MODULE_5__.imagesOf)(own, session.context.config.images) === undefined) {
        const reason = 'its images are not those of slipway.yml, so it was given up';
        return (0,_finish_js__WEBPACK_IMPORTED_MODULE_3__/* .resultOf */ .Bg)(await session.write({ ...own, state: 'superseded', reason }));
    }
    const merged = (0,_land_js__WEBPACK_IMPORTED_MODULE_4__/* .waitsForMerge */ .oB)(session, own) ? await (0,_land_js__WEBPACK_IMPORTED_MODULE_4__/* .afterMerge */ .X0)(session, own) : own;
    if (merged === undefined)
        return (0,_finish_js__WEBPACK_IMPORTED_MODULE_3__/* .resultOf */ .Bg)({ ...own, state: 'paused' });
    return merged.state === 'open' ? (0,_finish_js__WEBPACK_IMPORTED_MODULE_3__/* .finish */ .O9)(session, merged) : (0,_finish_js__WEBPACK_IMPORTED_MODULE_3__/* .awaitRestored */ .NL)(session, merged);
}
const swept = {
    verified: 'complete',
    'rolled-back': 'rolled-back',
    paused: 'paused',
    'needs-action': 'needs-action',
    open: 'running',
    'rolling-back': 'running',
    failed: 'idle',
    superseded: 'idle',
};
async function sweepDelivery(session) {
    await session.load();
    const entry = (0,_log_js__WEBPACK_IMPORTED_MODULE_5__.latestOf)(session.log);
    if (entry === undefined)
        return { state: 'idle' };
    const { release } = entry;
    if (entry.state === 'needs-action')
        return { ...(0,_finish_js__WEBPACK_IMPORTED_MODULE_3__/* .resultOf */ .Bg)(entry), state: 'needs-action' };
    if (!(0,_log_js__WEBPACK_IMPORTED_MODULE_5__.isUnfinished)(entry))
        return { state: 'idle' };
    if (await (0,_land_js__WEBPACK_IMPORTED_MODULE_4__/* .isAlive */ ._n)(session, entry))
        return { state: 'running', release, reason: `${(0,_toolkit_origin_js__WEBPACK_IMPORTED_MODULE_1__/* .originText */ .C)(entry.by)} works on it` };
    const { reason } = await resume(session, entry);
    const { state } = (0,_log_js__WEBPACK_IMPORTED_MODULE_5__.latestOf)(session.log) ?? entry;
    return { state: swept[state], release, ...(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_6__/* .defined */ .sw)({ reason }) };
}
async function endEarlier(session) {
    const { pace, report, signal, wait } = session.context;
    const end = performance.now() + wait;
    for (;;) {
        const entry = (0,_log_js__WEBPACK_IMPORTED_MODULE_5__.latestOf)(session.log);
        if (entry === undefined || !(0,_log_js__WEBPACK_IMPORTED_MODULE_5__.isUnfinished)(entry))
            return;
        if (!(await (0,_land_js__WEBPACK_IMPORTED_MODULE_4__/* .isAlive */ ._n)(session, entry))) {
            const state = await resume(session, entry).then(after => after.state, async (error) => {
                if (!(error instanceof _finish_js__WEBPACK_IMPORTED_MODULE_3__/* .NotReverted */ .L7))
                    throw error;
                const left = (0,_log_js__WEBPACK_IMPORTED_MODULE_5__.latestOf)(session.log) ?? entry;
                return (await session.write({ ...left, state: 'needs-action', reason: error.message })).state;
            });
            report(`release ${entry.release} was left by ${(0,_toolkit_origin_js__WEBPACK_IMPORTED_MODULE_1__/* .originText */ .C)(entry.by)}: ${state}`);
            const left = (0,_log_js__WEBPACK_IMPORTED_MODULE_5__.latestOf)(session.log);
            if (state === 'paused' && left !== undefined) {
                const why = 'a later release was deployed before the merge';
                const after = await (0,_land_js__WEBPACK_IMPORTED_MODULE_4__/* .withdraw */ .ne)(session, left, 'superseded', why);
                if (after.state === 'open')
                    await (0,_finish_js__WEBPACK_IMPORTED_MODULE_3__/* .finish */ .O9)(session, after);
            }
            return session.load();
        }
        if (performance.now() >= end)
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${(0,_toolkit_origin_js__WEBPACK_IMPORTED_MODULE_1__/* .originText */ .C)(entry.by)} still works on release ${entry.release}`, 'wait until it has ended, or give this run a longer `wait`');
        await (0,_toolkit_retry_js__WEBPACK_IMPORTED_MODULE_2__/* .pause */ .v7)(pace?.look ?? 5_000, signal && { signal });
        await session.load();
    }
}


/***/ })

};
