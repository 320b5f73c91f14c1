export const id = 9096;
export const ids = [9096];
export const modules = {

/***/ 39096:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   tokenCommand: () => (/* binding */ tokenCommand)
/* harmony export */ });
/* harmony import */ var _cluster_token_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9621);
/* harmony import */ var _toolkit_host_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(80986);
/* harmony import */ var _toolkit_standard_output_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(27937);



const tokenCommand = (0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_1__/* .defineAction */ .QP)({
    name: 'token',
    description: 'Print a Kubernetes credential with the OIDC token of this GitHub job; for use as a kubectl exec plugin.',
    inputs: { audience: (0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_1__/* .required */ .mw)('Audience that the API server expects.') },
    outputs: {},
    run: async ({ audience }, host) => {
        const token = await (0,_cluster_token_js__WEBPACK_IMPORTED_MODULE_0__/* .requestIdToken */ .gj)(host.env, audience);
        (0,_toolkit_standard_output_js__WEBPACK_IMPORTED_MODULE_2__/* .writeResult */ .Z)(`${JSON.stringify((0,_cluster_token_js__WEBPACK_IMPORTED_MODULE_0__/* .execCredential */ .BA)(token, Date.now()))}\n`);
        return true;
    },
});


/***/ }),

/***/ 99177:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ claimsOf)
/* harmony export */ });
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(60630);

function claimsOf(token) {
    const parts = token.split('.');
    if (parts.length !== 3)
        return undefined;
    const claims = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_0__/* .jsonMap */ .vM)(Buffer.from(parts[1] ?? '', 'base64url'));
    if (claims === undefined)
        return undefined;
    const { exp, iat } = claims;
    return {
        ...(typeof exp === 'number' ? { exp } : {}),
        ...(typeof iat === 'number' ? { iat } : {}),
    };
}


/***/ }),

/***/ 9621:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BA: () => (/* binding */ execCredential),
/* harmony export */   gj: () => (/* binding */ requestIdToken),
/* harmony export */   xD: () => (/* binding */ issuerOf)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(60630);
/* harmony import */ var _toolkit_retry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(25726);
/* harmony import */ var _jwt_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(99177);




const attempts = 4;
const remedy = 'add `permissions: id-token: write` to the job; pull requests from forks and Dependabot never get such a token';
function issuerOf(env) {
    const { ACTIONS_ID_TOKEN_REQUEST_URL: url, ACTIONS_ID_TOKEN_REQUEST_TOKEN: bearer } = env;
    if (!url || !bearer || !URL.canParse(url)) {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('this job is not allowed to request an OIDC token from GitHub', remedy);
    }
    return { url: new URL(url), bearer };
}
async function requestIdToken(env, audience, { fetch: send = fetch, sleep } = {}) {
    const { url, bearer } = issuerOf(env);
    url.searchParams.set('audience', audience);
    const unfinished = (outcome) => 'problem' in outcome && outcome.temporary;
    const outcome = await (0,_toolkit_retry_js__WEBPACK_IMPORTED_MODULE_1__/* .retry */ .L5)({ attempts, unfinished, delay: count => 250 * 2 ** count, sleep }, () => askOnce(url, bearer, send));
    if ('token' in outcome)
        return outcome.token;
    const denied = outcome.problem.startsWith('answered 40');
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`GitHub issued no OIDC token for the audience "${audience}": its token service ${outcome.problem}`, denied ? remedy : 'run the job again');
}
async function askOnce(url, bearer, send) {
    try {
        const response = await send(url, {
            headers: { authorization: `Bearer ${bearer}`, accept: 'application/json' },
            redirect: 'error',
            signal: AbortSignal.timeout(10_000),
        });
        const { status } = response;
        const { value } = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .jsonMap */ .vM)(await response.text()) ?? {};
        if (status !== 200)
            return { problem: `answered ${status}`, temporary: status === 429 || status >= 500 };
        return typeof value === 'string' && (0,_jwt_js__WEBPACK_IMPORTED_MODULE_3__/* .claimsOf */ .d)(value) !== undefined
            ? { token: value }
            : { problem: 'answered without a token', temporary: false };
    }
    catch (error) {
        const { name, cause } = error;
        const why = name === 'TimeoutError' ? 'within 10 s' : `(${cause?.code ?? name})`;
        return { problem: `did not answer ${why}`, temporary: true };
    }
}
function execCredential(token, now) {
    const { exp, iat } = (0,_jwt_js__WEBPACK_IMPORTED_MODULE_3__/* .claimsOf */ .d)(token) ?? {};
    const status = { token, ...(exp === undefined ? {} : { expirationTimestamp: renewalOf(exp, iat, now) }) };
    return { apiVersion: 'client.authentication.k8s.io/v1', kind: 'ExecCredential', status };
}
function renewalOf(exp, iat, now) {
    const left = exp * 1000 - now;
    const life = iat === undefined ? left : Math.min(left, (exp - iat) * 1000);
    const end = now + life - Math.min(60_000, Math.max(0, life) / 5);
    return new Date(end).toISOString().replace(/\.\d+Z$/, 'Z');
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


/***/ })

};
