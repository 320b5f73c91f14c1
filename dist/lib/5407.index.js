export const id = 5407;
export const ids = [5407,5623];
export const modules = {

/***/ 45407:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   deliver: () => (/* binding */ deliver),
/* harmony export */   rollBackDelivery: () => (/* binding */ rollBackDelivery)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(60630);
/* harmony import */ var _toolkit_retry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(25726);
/* harmony import */ var _workloads_kinds_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(17103);
/* harmony import */ var _controller_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2644);
/* harmony import */ var _finish_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(75651);
/* harmony import */ var _follow_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(84961);
/* harmony import */ var _land_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2033);
/* harmony import */ var _live_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(81410);
/* harmony import */ var _log_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(58440);
/* harmony import */ var _repository_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(71956);
/* harmony import */ var _resume_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(95623);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(76382);













async function deliver(session, images, restores, because) {
    const { cluster, config, environment, environmentName, gitops, origin, pace, repository, report, signal } = session.context;
    const { olderCommitProblem } = session.context;
    const known = gitops.controller && (await (0,_controller_js__WEBPACK_IMPORTED_MODULE_3__.requireRunning)(cluster, gitops.controller));
    const repositories = Object.values(images).map(each => each.repository);
    const now = await (0,_live_js__WEBPACK_IMPORTED_MODULE_7__/* .imagesNow */ .XT)(cluster, environment, repositories);
    await new _live_js__WEBPACK_IMPORTED_MODULE_7__/* .LiveWatch */ .QK(session.context).look({ before: now });
    const requireNewerThan = async (other) => {
        const isOrdered = restores === undefined && other.restores === undefined;
        const older = isOrdered ? await olderCommitProblem?.(other) : undefined;
        if (older !== undefined)
            throw older;
    };
    const attempt = async () => {
        await session.load();
        const latest = (0,_log_js__WEBPACK_IMPORTED_MODULE_8__.latestOf)(session.log);
        if (latest !== undefined && (0,_log_js__WEBPACK_IMPORTED_MODULE_8__.isUnfinished)(latest))
            await requireNewerThan(latest);
        await (0,_resume_js__WEBPACK_IMPORTED_MODULE_10__/* .endEarlier */ .y9)(session);
        const live = (0,_log_js__WEBPACK_IMPORTED_MODULE_8__.verifiedIn)(session.log);
        if (live !== undefined)
            await requireNewerThan(live);
        const texts = (0,_session_js__WEBPACK_IMPORTED_MODULE_11__.changedBy)(await session.texts(), gitops.files, images);
        const release = (0,_log_js__WEBPACK_IMPORTED_MODULE_8__.nextRelease)(session.log);
        const baseline = live?.release;
        const entry = {
            release,
            state: 'open',
            images: (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .referencesOf */ .CL)(images),
            by: origin,
            at: session.moment(),
            until: (0,_land_js__WEBPACK_IMPORTED_MODULE_6__/* .aliveUntil */ .m5)(session),
            ...(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_12__/* .defined */ .sw)({ restores, reason: because }),
            ...(restores === undefined && environment.reversible === false ? { reversible: false } : {}),
        };
        const what = `Release ${release} of ${config.app} to ${environmentName}`;
        const title = restores === undefined ? what : `${what}: back to release ${restores}`;
        const landed = await (0,_land_js__WEBPACK_IMPORTED_MODULE_6__/* .land */ .ob)(session, entry, texts, title);
        if (landed === undefined) {
            report(`another commit was pushed to ${repository.branch} meanwhile`);
            return undefined;
        }
        const result = landed.state === 'open' ? await (0,_finish_js__WEBPACK_IMPORTED_MODULE_4__/* .finish */ .O9)(session, landed, known) : (0,_finish_js__WEBPACK_IMPORTED_MODULE_4__/* .resultOf */ .Bg)(landed);
        return { ...result, ...(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_12__/* .defined */ .sw)({ baseline }) };
    };
    const unfinished = (result) => result === undefined;
    const limits = { attempts: _repository_js__WEBPACK_IMPORTED_MODULE_9__.pushAttempts, unfinished, delay: (0,_session_js__WEBPACK_IMPORTED_MODULE_11__.pauseAfterRace)(pace), signal };
    const delivered = await (0,_toolkit_retry_js__WEBPACK_IMPORTED_MODULE_1__/* .retry */ .L5)(limits, attempt);
    if (delivered === undefined)
        throw (0,_session_js__WEBPACK_IMPORTED_MODULE_11__.moving)(repository);
    return delivered;
}
async function rollBackDelivery(session, options, attempt = 1) {
    const { from, to, force } = options;
    const { config, gitops, origin, repository, requireTrusted } = session.context;
    const began = performance.now();
    await session.load();
    const { log } = session;
    const [live, latest] = [(0,_log_js__WEBPACK_IMPORTED_MODULE_8__.verifiedIn)(log), (0,_log_js__WEBPACK_IMPORTED_MODULE_8__.latestOf)(log)];
    const open = latest !== undefined && ((0,_log_js__WEBPACK_IMPORTED_MODULE_8__.isUnfinished)(latest) || latest.state === 'needs-action') ? latest : undefined;
    const entry = open ?? live;
    const notNeeded = (reason) => ({
        state: 'not-needed',
        changed: false,
        seconds: 0,
        reason,
        ...(live && { release: live.release }),
    });
    const named = from === 'run'
        ? log.releases.findLast(({ by }) => by.run === origin.run)?.release
        : (from ?? entry?.release);
    if (entry === undefined && from === undefined)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the log ${repository.logRef} has no release of ${config.app}`, 'check the environment and the repository, or deploy a release first');
    if (entry === undefined || named !== entry.release || (open === undefined && to === entry.release)) {
        const which = named === undefined ? 'no release of this run' : `release ${named}`;
        return notNeeded(to === entry?.release ? `release ${to} is live` : `${which} is not live or under way`);
    }
    if (from !== undefined && open === undefined) {
        const isThere = (0,_session_js__WEBPACK_IMPORTED_MODULE_11__.haveDigests)(await session.texts(), gitops.files, (0,_finish_js__WEBPACK_IMPORTED_MODULE_4__/* .ownImages */ .Fq)(session, entry));
        if (!isThere)
            return notNeeded(`${(0,_follow_js__WEBPACK_IMPORTED_MODULE_5__/* .otherDigests */ .U4)(repository.branch)} after release ${entry.release}`);
    }
    if (entry.reversible === false && force === undefined)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`release ${entry.release} is not reversible`, 'deploy a version that works with what it has changed; or set the input `force` to the reason why a rollback is safe');
    const isReturn = to !== undefined || open === undefined;
    const target = to === undefined
        ? (0,_log_js__WEBPACK_IMPORTED_MODULE_8__.verifiedIn)(log, live?.restores ?? live?.release)
        : log.releases.find(({ release, proved }) => release === to && proved);
    if (target === undefined && isReturn)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(to === undefined
            ? `there is no verified release before ${entry.release}`
            : `release ${to} is not in the log, or was never verified`, 'deploy the version that you want');
    const images = isReturn && target !== undefined ? (0,_finish_js__WEBPACK_IMPORTED_MODULE_4__/* .ownImages */ .Fq)(session, target) : undefined;
    if (images !== undefined) {
        const missing = Object.keys(config.images).find(name => images[name] === undefined);
        if (missing !== undefined)
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`release ${target?.release} had no image ${missing} yet`, 'deploy the version that you want');
        await requireTrusted(images);
    }
    const isProposed = open?.state === 'needs-action' && open.pull !== undefined;
    const own = open && !isProposed ? await (0,_resume_js__WEBPACK_IMPORTED_MODULE_10__/* .attachDelivery */ .aA)(session, open) : open;
    if (open !== undefined && own === undefined) {
        if (attempt === _repository_js__WEBPACK_IMPORTED_MODULE_9__.pushAttempts)
            throw (0,_session_js__WEBPACK_IMPORTED_MODULE_11__.moving)(repository);
        return rollBackDelivery(session, options, attempt + 1);
    }
    const ended = own && (isProposed ? (0,_finish_js__WEBPACK_IMPORTED_MODULE_4__/* .resultOf */ .Bg)(own) : await takeBack(session, own, force));
    const result = images === undefined ? ended : await deliver(session, images, target?.release, force);
    const isGood = result?.state === 'complete' || result?.state === 'rolled-back';
    const now = (0,_log_js__WEBPACK_IMPORTED_MODULE_8__.verifiedIn)(session.log);
    return {
        state: isGood ? 'complete' : 'failed',
        changed: session.changed,
        ...(now && { release: now.release }),
        seconds: (performance.now() - began) / 1000,
        ...(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_12__/* .defined */ .sw)({ reason: isGood ? undefined : result?.reason }),
    };
}
async function takeBack(session, entry, force) {
    if (entry.restores !== undefined && !(0,_land_js__WEBPACK_IMPORTED_MODULE_6__/* .waitsForMerge */ .oB)(session, entry))
        return (0,_finish_js__WEBPACK_IMPORTED_MODULE_4__/* .finish */ .O9)(session, { ...entry, state: 'open' });
    const forced = force === undefined ? '' : ` (${force})`;
    const because = entry.reason ?? `it was rolled back by hand${forced}`;
    if (!(0,_land_js__WEBPACK_IMPORTED_MODULE_6__/* .waitsForMerge */ .oB)(session, entry))
        return entry.state === 'rolling-back' ? (0,_finish_js__WEBPACK_IMPORTED_MODULE_4__/* .awaitRestored */ .NL)(session, entry) : (0,_finish_js__WEBPACK_IMPORTED_MODULE_4__/* .revert */ .ru)(session, entry, because);
    const found = await (0,_land_js__WEBPACK_IMPORTED_MODULE_6__/* .afterMerge */ .X0)(session, entry);
    const after = found ?? (await (0,_land_js__WEBPACK_IMPORTED_MODULE_6__/* .withdraw */ .ne)(session, entry, 'rolled-back', because));
    return after.commit === undefined
        ? (0,_finish_js__WEBPACK_IMPORTED_MODULE_4__/* .resultOf */ .Bg)({ ...after, state: 'rolled-back' })
        : (0,_finish_js__WEBPACK_IMPORTED_MODULE_4__/* .revert */ .ru)(session, after, because);
}


/***/ }),

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

/***/ 71956:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GitRepository: () => (/* binding */ GitRepository),
/* harmony export */   isRace: () => (/* binding */ isRace),
/* harmony export */   pushAttempts: () => (/* binding */ pushAttempts)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(60630);
/* harmony import */ var _toolkit_retry_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(25726);
/* harmony import */ var _git_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(90178);







const pushAttempts = 8;
const largest = 1 << 20;
class GitRepository {
    url;
    branch;
    logRef;
    #git;
    #folder;
    #has = new Set();
    constructor(git, folder, at) {
        this.#git = git;
        this.#folder = folder;
        this.url = at.url;
        this.branch = at.branch;
        this.logRef = at.logRef;
    }
    static async open(at, { token, env }) {
        const folder = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdtemp)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)((0,node_os__WEBPACK_IMPORTED_MODULE_1__.tmpdir)(), 'slipway-gitops-'));
        const repository = new GitRepository((0,_git_js__WEBPACK_IMPORTED_MODULE_5__/* .gitIn */ .uM)(folder, { url: at.url, token, env }), folder, at);
        await repository.#gitOrThrow(['init', '--quiet', '--bare', '.']);
        return repository;
    }
    get branchRef() {
        return `refs/heads/${this.branch}`;
    }
    close() {
        return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(this.#folder, { recursive: true, force: true });
    }
    async refresh() {
        const said = await (0,_git_js__WEBPACK_IMPORTED_MODULE_5__/* .overNetwork */ .pP)(this.#git, ['ls-remote', '--', this.url, this.branchRef, this.logRef]);
        if (said.code !== 0)
            throw (0,_git_js__WEBPACK_IMPORTED_MODULE_5__/* .refusalOf */ .Of)(this.url, 'reading', said.stderr);
        const refs = new Map(said.stdout
            .toString('utf8')
            .split('\n')
            .map((line) => [line.split('\t')[1] ?? '', line.split('\t')[0] ?? '']));
        const head = refs.get(this.branchRef);
        const log = refs.get(this.logRef);
        if (head === undefined)
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`${this.url} has no branch ${this.branch}`, 'create it, or correct `delivery.gitops.branch` in slipway.yml');
        await this.#fetch(log === undefined ? [head] : [head, log]);
        return { head, ...(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_6__/* .defined */ .sw)({ log }) };
    }
    async #fetch(commits) {
        const missing = commits.filter(each => !this.#has.has(each));
        if (missing.length === 0)
            return;
        const args = ['fetch', '--quiet', '--no-tags', '--depth=1', '--', this.url, ...missing];
        const said = await (0,_git_js__WEBPACK_IMPORTED_MODULE_5__/* .overNetwork */ .pP)(this.#git, args);
        if (said.code !== 0)
            throw (0,_git_js__WEBPACK_IMPORTED_MODULE_5__/* .refusalOf */ .Of)(this.url, 'fetching from', said.stderr);
        for (const each of missing)
            this.#has.add(each);
    }
    async read(commit, path) {
        const said = await this.#git(['cat-file', 'blob', `${commit}:${path}`]);
        if (said.code !== 0)
            throw this.#missing(path);
        if (said.stdout.length > largest)
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`${path} on ${this.branch} is larger than 1 MiB`, 'split it');
        try {
            return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(said.stdout);
        }
        catch (error) {
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`${path} on ${this.branch} is not UTF-8 text`, 'save it as UTF-8', {
                cause: error,
            });
        }
    }
    async #modeOf(commit, path) {
        const { stdout } = await this.#gitOrThrow(['ls-tree', '-z', commit, '--', path]);
        const [, mode] = /^(\d+) /.exec(stdout.toString('utf8')) ?? [];
        if (mode === undefined)
            throw this.#missing(path);
        if (mode.startsWith('100'))
            return mode;
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`${path} on ${this.branch} is not a file`, 'list the file itself in `delivery.gitops.files`');
    }
    #missing = (path) => new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`branch ${this.branch} of ${this.url} has no file ${path}`, 'add it, or correct `delivery.gitops.files` in slipway.yml');
    async commit(parent, files, message) {
        await this.#gitOrThrow(['read-tree', parent]);
        for (const [path, text] of files) {
            const mode = await this.#modeOf(parent, path);
            const blob = await this.#write(text);
            await this.#gitOrThrow(['update-index', '--cacheinfo', `${mode},${blob},${path}`]);
        }
        return this.#commitTree(await this.#line(['write-tree']), parent, message);
    }
    async commitAlone(parent, { name, text }, message) {
        const blob = await this.#write(text);
        const tree = await this.#line(['mktree'], `100644 blob ${blob}\t${name}\n`);
        return this.#commitTree(tree, parent, message);
    }
    #write = (text) => this.#line(['hash-object', '-w', '--stdin'], text);
    async #commitTree(tree, parent, message) {
        const parents = parent === undefined ? [] : ['-p', parent];
        const commit = await this.#line(['commit-tree', tree, ...parents, '-F', '-'], message);
        this.#has.add(commit);
        return commit;
    }
    async push(updates, from) {
        const refs = updates.map(({ ref, to }) => `${to}:${ref}`);
        for (let attempt = 1;; attempt += 1) {
            const said = await (0,_git_js__WEBPACK_IMPORTED_MODULE_5__/* .overNetwork */ .pP)(this.#git, ['push', '--porcelain', '--atomic', '--', this.url, ...refs]);
            if (said.code === 0)
                return true;
            const all = `${said.stdout.toString('utf8')}\n${said.stderr}`;
            if (!isRace(all))
                throw (0,_git_js__WEBPACK_IMPORTED_MODULE_5__/* .refusalOf */ .Of)(this.url, 'pushing to', all);
            const now = await this.refresh();
            if (now.head !== from.head || now.log !== from.log)
                return false;
            if (attempt === pushAttempts)
                throw (0,_git_js__WEBPACK_IMPORTED_MODULE_5__/* .refusalOf */ .Of)(this.url, 'pushing to', all);
            await (0,_toolkit_retry_js__WEBPACK_IMPORTED_MODULE_4__/* .pause */ .v7)(500);
        }
    }
    async #line(args, input) {
        return (await this.#gitOrThrow(args, input)).stdout.toString('utf8').trim();
    }
    async #gitOrThrow(args, input) {
        const said = await this.#git(args, input);
        if (said.code !== 0)
            throw new Error(`git ${args[0]} failed: ${said.stderr.trim()}`);
        return said;
    }
}
function isRace(output) {
    const reasons = [...output.matchAll(/\[(remote )?rejected\] \(([^)]*)\)?/g)].map(([, , why = '']) => why);
    const moved = /fetch first|non-fast-forward|stale info|cannot lock ref|failed to update ref|incorrect old value|shallow update not allowed/;
    const follows = /atomic (push|transaction) fail|atomic transaction aborted/;
    const says = reasons.some(why => moved.test(why)) || /is at [0-9a-f]+ but expected/.test(output);
    return says && reasons.every(why => moved.test(why) || follows.test(why));
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
