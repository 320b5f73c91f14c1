export const id = 5623;
export const ids = [5623];
export const modules = {

/***/ 75651:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bg: () => (/* binding */ resultOf),
/* harmony export */   Fq: () => (/* binding */ ownImages),
/* harmony export */   NL: () => (/* binding */ awaitRestored),
/* harmony export */   O9: () => (/* binding */ finish),
/* harmony export */   ru: () => (/* binding */ revert)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _edit_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(50886);
/* harmony import */ var _follow_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(84961);
/* harmony import */ var _land_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2033);
/* harmony import */ var _log_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(58440);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(76382);






const results = {
    verified: 'complete',
    'rolled-back': 'rolled-back',
    paused: 'paused',
    'needs-action': 'needs-action',
};
const resultOf = ({ release, state, reason }) => ({
    ...{ state: results[state] ?? 'failed', release },
    ...(reason === undefined ? {} : { reason }),
});
function ownImages({ context }, entry) {
    const images = (0,_log_js__WEBPACK_IMPORTED_MODULE_4__.imagesOf)(entry, context.config.images);
    if (images !== undefined)
        return images;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the log of release ${entry.release} names images that are not in slipway.yml`, 'find out who wrote it, and deploy the version that you want');
}
async function finish(session, entry, known) {
    const { cluster, environment, gitops } = session.context;
    const ending = await (0,_follow_js__WEBPACK_IMPORTED_MODULE_2__/* .follow */ .e6)(session, {
        ...{ wanted: { images: entry.images }, commit: entry.commit, known },
        ...{ images: ownImages(session, entry), until: cluster.now() + gitops.within },
    });
    const reason = ending.kind === 'served' ? await (0,_follow_js__WEBPACK_IMPORTED_MODULE_2__/* .checked */ .KD)(session) : ending.reason;
    if (reason === undefined) {
        const left = entry.restores === undefined ? undefined : (0,_log_js__WEBPACK_IMPORTED_MODULE_4__.verifiedIn)(session.log, entry.release);
        const also = left === undefined ? [] : [{ ...left, state: 'rolled-back' }];
        const good = { ...entry, state: 'verified', proved: true, at: session.moment() };
        return resultOf(await session.write(good, also));
    }
    if (ending.kind === 'superseded')
        return resultOf(await session.write({ ...entry, state: 'superseded', reason: `${reason} before it was verified` }));
    if (ending.kind === 'cancelled' && entry.restores !== undefined)
        return { state: 'failed', release: entry.release, reason };
    const left = entry.restores !== undefined
        ? 'a rollback is not reverted'
        : environment.reversible === false
            ? 'the release is not reversible'
            : undefined;
    if (left !== undefined)
        return resultOf(await session.write({ ...entry, state: 'needs-action', reason: `${reason}; ${left}` }));
    return revert(session, entry, reason, ending.kind === 'cancelled');
}
async function revert(session, entry, reason, hurry = false) {
    const { config, environmentName, gitops, repository } = session.context;
    const own = ownImages(session, entry);
    const end = async (state, more) => resultOf(await session.write({ ...entry, state, reason: `${reason}; ${more}` }));
    if (entry.commit === undefined)
        return end('failed', `${repository.branch} had these digests before, so there is no commit to revert`);
    const began = performance.now();
    for (let attempt = 1; attempt <= _session_js__WEBPACK_IMPORTED_MODULE_5__.pushAttempts; attempt += 1) {
        await session.load();
        session.requireOurs(entry);
        const texts = await session.texts();
        if (!(0,_session_js__WEBPACK_IMPORTED_MODULE_5__.haveDigests)(texts, gitops.files, own))
            return end('superseded', `${(0,_follow_js__WEBPACK_IMPORTED_MODULE_2__/* .otherDigests */ .U4)(repository.branch)}, so nothing was reverted`);
        const before = await textsBefore(session, entry, texts);
        if (before === undefined)
            return end('needs-action', `its lines on ${repository.branch} were changed since, so it was not reverted: set the digests there by hand`);
        const title = `Revert release ${entry.release} of ${config.app} to ${environmentName}`;
        try {
            const landed = await (0,_land_js__WEBPACK_IMPORTED_MODULE_3__/* .land */ .ob)(session, { ...entry, state: 'rolling-back', reason }, before, title);
            if (landed === undefined)
                continue;
            if (hurry)
                return {
                    ...{ state: 'failed', release: entry.release },
                    reason: `${reason}; its commit was reverted, but it is not checked yet that the old digests are live`,
                };
            return { ...(await awaitRestored(session, landed)), rollbackMs: performance.now() - began };
        }
        catch (error) {
            if (!(error instanceof _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo) || error instanceof _session_js__WEBPACK_IMPORTED_MODULE_5__.DeliveryTakenOver)
                throw error;
            return end('needs-action', `it could not be reverted: ${error.message}`);
        }
    }
    throw (0,_session_js__WEBPACK_IMPORTED_MODULE_5__.moving)(repository);
}
async function textsBefore(session, entry, texts) {
    const { config, gitops, repository } = session.context;
    const own = ownImages(session, entry);
    try {
        const parent = await repository.parentOf(entry.commit ?? '');
        const taken = [...(0,_session_js__WEBPACK_IMPORTED_MODULE_5__.editsOf)(await session.texts(parent), gitops.files, own)].map(([path, { before, changes }]) => [path, (0,_edit_js__WEBPACK_IMPORTED_MODULE_1__/* .withoutChanges */ .MT)(texts.get(path) ?? '', before, changes)]);
        const whole = taken.filter((each) => each[1] !== undefined);
        if (whole.length === taken.length)
            return new Map(whole.filter(([path, text]) => text !== texts.get(path)));
    }
    catch {
    }
    const baseline = (0,_log_js__WEBPACK_IMPORTED_MODULE_4__.verifiedIn)(session.log, entry.release);
    const images = baseline && (0,_log_js__WEBPACK_IMPORTED_MODULE_4__.imagesOf)(baseline, config.images);
    return images && (0,_session_js__WEBPACK_IMPORTED_MODULE_5__.changedBy)((0,_session_js__WEBPACK_IMPORTED_MODULE_5__.editsOf)(texts, gitops.files, images));
}
async function awaitRestored(session, entry) {
    const { cluster, gitops } = session.context;
    if (entry.state !== 'rolling-back')
        return resultOf(entry);
    const isFirst = Object.keys(entry.before).length === 0;
    const ending = isFirst
        ? { kind: 'served' }
        : await (0,_follow_js__WEBPACK_IMPORTED_MODULE_2__/* .follow */ .e6)(session, {
            ...{ wanted: { before: entry.before }, commit: entry.commit },
            until: cluster.now() + gitops.within,
        });
    if (ending.kind === 'served')
        return resultOf(await session.write({ ...entry, state: 'rolled-back', at: session.moment() }));
    const reason = `${entry.reason ?? 'it was reverted'}; the old digests are not live again: ${ending.reason}`;
    if (ending.kind === 'cancelled')
        return { state: 'failed', release: entry.release, reason };
    return resultOf(await session.write({ ...entry, state: 'needs-action', reason }));
}


/***/ }),

/***/ 95623:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   sweepDelivery: () => (/* binding */ sweepDelivery),
/* harmony export */   w9: () => (/* binding */ takeOver),
/* harmony export */   y9: () => (/* binding */ endEarlier)
/* harmony export */ });
/* unused harmony export resume */
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_origin_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(93240);
/* harmony import */ var _toolkit_retry_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(25726);
/* harmony import */ var _finish_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(75651);
/* harmony import */ var _land_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2033);
/* harmony import */ var _log_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(58440);






async function takeOver(session, entry) {
    const taken = { ...entry, by: session.context.origin, until: (0,_land_js__WEBPACK_IMPORTED_MODULE_4__/* .aliveUntil */ .m5)(session) };
    return (await session.save(taken)) ? taken : undefined;
}
async function resume(session, entry) {
    const own = await takeOver(session, entry);
    if (own === undefined)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`another run takes release ${entry.release} over, too`, 'look at that run');
    const merged = (0,_land_js__WEBPACK_IMPORTED_MODULE_4__/* .waitsForMerge */ .oB)(session, own) ? await (0,_land_js__WEBPACK_IMPORTED_MODULE_4__/* .afterMerge */ .X0)(session, own) : own;
    if (merged === undefined)
        return (0,_finish_js__WEBPACK_IMPORTED_MODULE_3__/* .resultOf */ .Bg)({ ...own, state: 'paused' });
    return merged.state === 'open' ? (0,_finish_js__WEBPACK_IMPORTED_MODULE_3__/* .finish */ .O9)(session, merged) : (0,_finish_js__WEBPACK_IMPORTED_MODULE_3__/* .awaitRestored */ .NL)(session, merged);
}
const swept = {
    complete: 'finished',
    paused: 'busy',
    'rolled-back': 'rolled-back',
    failed: 'rolled-back',
    'needs-action': 'needs-action',
};
async function sweepDelivery(session) {
    await session.load();
    const entry = (0,_log_js__WEBPACK_IMPORTED_MODULE_5__.latestOf)(session.log);
    if (entry === undefined)
        return { state: 'nothing' };
    const { release } = entry;
    if (entry.state === 'needs-action')
        return { ...(0,_finish_js__WEBPACK_IMPORTED_MODULE_3__/* .resultOf */ .Bg)(entry), state: 'needs-action' };
    if (!(0,_log_js__WEBPACK_IMPORTED_MODULE_5__.isUnfinished)(entry))
        return { state: 'nothing' };
    if (await (0,_land_js__WEBPACK_IMPORTED_MODULE_4__/* .isAlive */ ._n)(session, entry))
        return { state: 'busy', release, reason: `${(0,_toolkit_origin_js__WEBPACK_IMPORTED_MODULE_1__/* .originText */ .C)(entry.by)} works on it` };
    const { state, reason } = await resume(session, entry);
    return { state: swept[state], release, ...(reason === undefined ? {} : { reason }) };
}
async function endEarlier(session) {
    const { pace, report, signal, wait } = session.context;
    const end = performance.now() + wait;
    for (;;) {
        const entry = (0,_log_js__WEBPACK_IMPORTED_MODULE_5__.latestOf)(session.log);
        if (entry === undefined || !(0,_log_js__WEBPACK_IMPORTED_MODULE_5__.isUnfinished)(entry))
            return;
        if (!(await (0,_land_js__WEBPACK_IMPORTED_MODULE_4__/* .isAlive */ ._n)(session, entry))) {
            const { state } = await resume(session, entry);
            report(`release ${entry.release} was left by ${(0,_toolkit_origin_js__WEBPACK_IMPORTED_MODULE_1__/* .originText */ .C)(entry.by)}: ${state}`);
            const left = (0,_log_js__WEBPACK_IMPORTED_MODULE_5__.latestOf)(session.log);
            if (state === 'paused' && left !== undefined)
                await (0,_land_js__WEBPACK_IMPORTED_MODULE_4__/* .withdraw */ .ne)(session, left, 'superseded', 'a later release was deployed before the merge');
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
