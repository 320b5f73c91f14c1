export const id = 7239;
export const ids = [7239,7462,5081,6088];
export const modules = {

/***/ 64133:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   aK: () => (/* binding */ leaseManager),
/* harmony export */   mA: () => (/* binding */ isPersistentChange),
/* harmony export */   vG: () => (/* binding */ isDryRun)
/* harmony export */ });
const questions = /^\/apis\/(?:authorization|authentication)\.k8s\.io\//;
const leases = /^\/apis\/coordination\.k8s\.io\//;
const leaseManager = 'slipway-lease';
const isDryRun = (path) => /[?&]dryRun=/.test(path);
function isPersistentChange(method, path) {
    const isHolder = leases.test(path) && (method !== 'PATCH' || path.includes(`fieldManager=${leaseManager}`));
    return (method !== 'GET' && !isHolder && !questions.test(path) && !isDryRun(path) && !/\/token(?:\?|$)/.test(path));
}


/***/ }),

/***/ 22882:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AX: () => (/* binding */ isMisconfigured),
/* harmony export */   Lx: () => (/* binding */ WriteBudget),
/* harmony export */   Nv: () => (/* binding */ webhookFailed),
/* harmony export */   Pd: () => (/* binding */ isUnavailable),
/* harmony export */   Pl: () => (/* binding */ retryWhileTemporary),
/* harmony export */   W_: () => (/* binding */ NoAnswer),
/* harmony export */   bl: () => (/* binding */ outageTimeout),
/* harmony export */   c2: () => (/* binding */ statusOf),
/* harmony export */   lM: () => (/* binding */ warmUp),
/* harmony export */   r3: () => (/* binding */ isRetryable)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_retry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(25726);
/* harmony import */ var _toolkit_timing_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(68672);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(20553);




const outageTimeout = 120_000;
const warmUp = 15_000;
function statusOf(status, headers) {
    const own = status === 500 && headers['audit-id'] === undefined;
    return own && String(headers['content-type'] ?? '').startsWith('text/plain') ? 502 : status;
}
function isUnavailable(status) {
    return status === 502 || status === 503;
}
const mistakes = /no such host|x509:|tls:|getting credentials|(127\.0\.0\.1|localhost|\[::1\]):8080|malformed|unsupported protocol/;
function isMisconfigured({ status, body }) {
    return status === 502 && mistakes.test(body);
}
function isRetryable(method, { status, body }, returning) {
    if (status === 429 || (returning && (status === 401 || status === 403)))
        return true;
    if (method === 'POST')
        return status === 502 && body.includes('connection refused');
    return isUnavailable(status) || status === 504 || (returning && status === 500);
}
const webhookFailed = ({ status, body }) => status === 500 && body.includes('failed calling webhook');
class NoAnswer extends _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo {
    constructor(request, cause) {
        const code = cause.code === 'ABORT_ERR' ? 'timeout' : cause.code;
        super(`cannot ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .actionOf */ .qj)(request)}: the API server does not answer (${code})`, 'check that it can be reached from here, then run the step again', { cause });
    }
}
async function retryWhileTemporary(once, { method, path }, isTemporary, wait = outageTimeout, isFinal = async () => false) {
    return (0,_toolkit_retry_js__WEBPACK_IMPORTED_MODULE_1__/* .retry */ .L5)({
        within: wait,
        unfinished: async (answer) => isTemporary(answer) && !(await isFinal()),
        temporary: async (error) => error instanceof NoAnswer && method !== 'POST' && !(await isFinal()),
        delay: () => _toolkit_timing_js__WEBPACK_IMPORTED_MODULE_2__/* .timing */ .N.apiRetry,
    }, () => once().catch((error) => {
        const silent = /^(ECONN|EPIPE|ETIMEDOUT|ABORT_ERR)/.test(error.code ?? '');
        throw silent ? new NoAnswer(`${method} ${path}`, error) : error;
    }));
}
class WriteBudget {
    #answersQuestions;
    #stuck = false;
    #silent = false;
    constructor(answersQuestions) {
        this.#answersQuestions = answersQuestions;
    }
    async run(write, repeatable) {
        const end = performance.now() + _toolkit_timing_js__WEBPACK_IMPORTED_MODULE_2__/* .timing */ .N.writeRetry * (this.#stuck ? 1 / 4 : 1);
        const isFinal = async () => performance.now() >= end && (await this.#answersQuestions());
        const limit = (repeatable ? 1 : 2.5) * _toolkit_timing_js__WEBPACK_IMPORTED_MODULE_2__/* .timing */ .N.writeAnswer * (this.#silent ? 1 / 4 : 1);
        try {
            const answer = await write(limit, isFinal);
            this.#stuck = answer.status === 429 || answer.status >= 500;
            this.#silent = false;
            return answer;
        }
        catch (error) {
            this.#stuck = true;
            this.#silent = true;
            throw error;
        }
    }
}


/***/ }),

/***/ 77462:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bj: () => (/* binding */ sha256Of),
/* harmony export */   LT: () => (/* binding */ orderFreeHash),
/* harmony export */   QY: () => (/* binding */ hashOfFile),
/* harmony export */   _h: () => (/* binding */ isSha256),
/* harmony export */   tz: () => (/* binding */ parseSha256)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);


function parseSha256(text) {
    return isSha256(text) ? text : undefined;
}
const isSha256 = (text) => /^[0-9a-f]{64}$/.test(text);
function sha256Of(content) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(content).digest('hex');
}
async function hashOfFile(file) {
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    try {
        for await (const chunk of (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.createReadStream)(file))
            hash.update(chunk);
    }
    catch {
        return undefined;
    }
    return hash.digest('hex');
}
function orderFreeHash(objects) {
    let sum = 0n;
    for (const { path, sha256 } of objects)
        sum += BigInt(`0x${sha256Of(JSON.stringify([path, sha256]))}`);
    return (sum % (1n << 256n)).toString(16).padStart(64, '0');
}


/***/ }),

/***/ 44998:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ ciOf)
/* harmony export */ });
function ciOf(env) {
    if (env.GITHUB_RUN_ID !== undefined && env.GITHUB_REPOSITORY !== undefined)
        return 'github';
    if (env.GITLAB_CI === 'true' && env.CI_JOB_ID !== undefined)
        return 'gitlab';
    if (env.BUILD_NUMBER !== undefined && /^jenkins-/.test(env.BUILD_TAG ?? ''))
        return 'jenkins';
    return undefined;
}


/***/ }),

/***/ 78968:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ howToRun),
/* harmony export */   x: () => (/* binding */ whoMayRun)
/* harmony export */ });
/* harmony import */ var _ci_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(44998);

const commands = {
    sweep: 'slipway sweep',
    status: 'slipway status',
    resume: 'slipway gate',
    approve: 'slipway gate --approve true',
    rollback: 'slipway rollback',
};
function howToRun(operations, env = process.env) {
    const asked = [operations].flat();
    if ((0,_ci_js__WEBPACK_IMPORTED_MODULE_0__/* .ciOf */ .s)(env) !== 'github')
        return `run ${asked.map(each => `\`${commands[each]}\``).join(' or ')}`;
    return asked.includes('sweep')
        ? 'start the workflow sweep.yml'
        : `choose ${asked.join(' or ')} in the workflow rollback.yml`;
}
const whoMayRun = (env = process.env) => (0,_ci_js__WEBPACK_IMPORTED_MODULE_0__/* .ciOf */ .s)(env) === 'github'
    ? 'everyone who may start the workflow rollback.yml may do that, after the reviewers of its environment if it has any'
    : 'everyone with the rights of a release in the namespace may do that';


/***/ }),

/***/ 93240:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ originText),
/* harmony export */   y: () => (/* binding */ originOf)
/* harmony export */ });
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48161);
/* harmony import */ var _ci_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(44998);


const originText = ({ actor, run }) => `${actor} in ${run}`;
function originOf(env) {
    switch ((0,_ci_js__WEBPACK_IMPORTED_MODULE_1__/* .ciOf */ .s)(env)) {
        case 'github': {
            const { GITHUB_RUN_ID: id, GITHUB_RUN_ATTEMPT: attempt, GITHUB_REPOSITORY: of = '' } = env;
            const server = env.GITHUB_SERVER_URL;
            const url = server === undefined ? undefined : `${server}/${of}/actions/runs/${id}`;
            const run = `run ${id}${attempt === undefined ? '' : ` attempt ${attempt}`} of ${of}`;
            const actor = env.GITHUB_TRIGGERING_ACTOR ?? env.GITHUB_ACTOR ?? 'unknown';
            return known(run, actor, of, env.GITHUB_SHA, url);
        }
        case 'gitlab': {
            const { CI_JOB_ID: job, CI_PIPELINE_ID: pipeline, CI_PROJECT_PATH: of = 'unknown' } = env;
            const run = `job ${job}${pipeline === undefined ? '' : ` of pipeline ${pipeline}`} of ${of}`;
            return known(run, env.GITLAB_USER_LOGIN ?? 'unknown', of, env.CI_COMMIT_SHA, env.CI_JOB_URL);
        }
        case 'jenkins': {
            const { BUILD_NUMBER: build, JOB_NAME: job = 'unknown', GIT_URL } = env;
            const actor = env.BUILD_USER_ID || 'jenkins';
            return known(`build ${build} of ${job}`, actor, pathOf(GIT_URL) ?? job, env.GIT_COMMIT, env.BUILD_URL);
        }
        case undefined:
            return { run: `process ${process.pid} on ${(0,node_os__WEBPACK_IMPORTED_MODULE_0__.hostname)()}`, actor: userName() };
    }
}
function known(run, actor, repository, revision, url) {
    return {
        run,
        actor,
        repository,
        ...(revision === undefined ? {} : { revision }),
        ...(url === undefined ? {} : { url }),
    };
}
function pathOf(address = '') {
    return /^(?:\w+:\/\/[^/]+\/|[\w.-]+@[\w.-]+:)(.+?)(?:\.git)?\/?$/.exec(address)?.[1];
}
function userName() {
    try {
        return (0,node_os__WEBPACK_IMPORTED_MODULE_0__.userInfo)().username;
    }
    catch {
        return 'unknown';
    }
}


/***/ }),

/***/ 25726:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L5: () => (/* binding */ retry),
/* harmony export */   P9: () => (/* binding */ retryAfter),
/* harmony export */   v7: () => (/* binding */ pause)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58500);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);


const usual = (milliseconds, _, options) => options === undefined
    ? new Promise(resolve => setTimeout(resolve, milliseconds))
    : (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(milliseconds, undefined, options);
async function pause(milliseconds, { sleep = usual, signal } = {}) {
    await sleep(milliseconds, undefined, signal && { signal }).catch(error => {
        throw signal?.aborted ? (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .cancelled */ .KW)() : error;
    });
}
function retryAfter(header, now = Date.now()) {
    const text = String(header ?? '').trim();
    const milliseconds = /^\d{1,9}$/.test(text) ? Number(text) * 1000 : Date.parse(text) - now;
    return Number.isNaN(milliseconds) ? undefined : Math.max(0, milliseconds);
}
async function retry(options, attempt) {
    const { attempts = Number.POSITIVE_INFINITY, within = Number.POSITIVE_INFINITY, delay } = options;
    const end = performance.now() + within;
    for (let count = 1;; count += 1) {
        const isLast = () => count >= attempts || performance.now() >= end;
        let failure;
        try {
            const result = await attempt(count);
            if (isLast() || !(await options.unfinished?.(result)))
                return result;
            failure = result;
        }
        catch (error) {
            if (isLast() || !(await options.temporary?.(error)))
                throw error;
            failure = error;
        }
        if (delay !== undefined)
            await pause(delay(count, failure), options);
    }
}


/***/ }),

/***/ 68672:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ timing),
/* harmony export */   X: () => (/* binding */ untilFree)
/* harmony export */ });
const defaults = {
    leaseDuration: 30_000,
    leaseRenewal: 10_000,
    leaseRetry: 1_000,
    heartbeat: 5_000,
    watchdogTimeout: 30_000,
    watchdogInterval: 2_000,
    watchdogGrace: 15_000,
    watchdogReaction: 8_000,
    watchdogStart: 60_000,
    watchdogMargin: 60_000,
    cancelled: 4_000,
    handOver: 5 * 60_000,
    jobPoll: 1_000,
    apiRetry: 500,
    writeRetry: 20_000,
    writeAnswer: 12_000,
    unreachable: 120_000,
    refusal: 10_000,
};
const override = Symbol.for('slipway.timing');
const timing = {
    ...defaults,
    ...globalThis[override],
};
const untilFree = timing.leaseDuration + 2_000;


/***/ })

};
