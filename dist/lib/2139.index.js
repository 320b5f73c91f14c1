export const id = 2139;
export const ids = [2139];
export const modules = {

/***/ 72139:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   endedRunsOf: () => (/* binding */ endedRunsOf)
/* harmony export */ });
/* unused harmony export runIdOf */
/* harmony import */ var _github_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6849);

function endedRunsOf(env, token, report) {
    const github = (0,_github_js__WEBPACK_IMPORTED_MODULE_0__/* .gitHubOf */ .Tc)(env, token);
    if (github === undefined)
        return undefined;
    return async (origin) => {
        const id = runIdOf(origin, env);
        if (id === undefined)
            return false;
        try {
            const run = await github.call('GET', `actions/runs/${id}`);
            return String(run.id) === id && run.status === 'completed';
        }
        catch (error) {
            report(`warning: GitHub did not report whether run ${id} has ended: ${error.message}`);
            return false;
        }
    };
}
function runIdOf({ run, repository, url }, env) {
    const { GITHUB_REPOSITORY: ours, GITHUB_SERVER_URL: server } = env;
    const [, id, of] = /^run ([1-9]\d{0,19})(?: attempt \d{1,9})? of (\S+)$/.exec(run) ?? [];
    const isOurs = ours !== undefined && of === ours && repository === ours;
    return isOurs && url === `${server}/${ours}/actions/runs/${id}` ? id : undefined;
}


/***/ }),

/***/ 6849:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Tc: () => (/* binding */ gitHubOf),
/* harmony export */   ur: () => (/* binding */ callGitHub),
/* harmony export */   y_: () => (/* binding */ GitHubError)
/* harmony export */ });
class GitHubError extends Error {
    status;
    said;
    after;
    constructor(status, text, after) {
        super(`GitHub answered ${status}: ${text.slice(0, 200)}`);
        this.status = status;
        this.said = saidIn(text);
        this.after = after;
    }
    get passes() {
        const { status } = this;
        const limited = status === 403 && (this.after !== undefined || /rate limit/i.test(this.said));
        return status === 429 || status >= 500 || limited;
    }
}
const timeout = 10_000;
function gitHubOf(env, token) {
    const { GITHUB_REPOSITORY: repository } = env;
    if (token === '' || repository === undefined)
        return undefined;
    return {
        repository,
        call: (method, path, body) => callGitHub(env, token, method, `repos/${repository}/${path}`, body),
    };
}
async function callGitHub({ GITHUB_API_URL: api = 'https://api.github.com' }, token, method, path, body) {
    const answer = await fetch(`${api}/${path}`, {
        method,
        headers: {
            accept: 'application/vnd.github+json',
            authorization: `Bearer ${token}`,
            'x-github-api-version': '2022-11-28',
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        signal: AbortSignal.timeout(timeout),
    });
    const text = await answer.text();
    if (!answer.ok)
        throw new GitHubError(answer.status, text, waitIn(answer.headers));
    return text === '' ? undefined : JSON.parse(text);
}
function waitIn(headers) {
    const seconds = Number(headers.get('retry-after') ?? Number.NaN);
    if (Number.isFinite(seconds))
        return seconds * 1000;
    if (headers.get('x-ratelimit-remaining') !== '0')
        return undefined;
    const end = Number(headers.get('x-ratelimit-reset') ?? Number.NaN) * 1000;
    return Number.isFinite(end) ? Math.max(0, end - Date.now()) : undefined;
}
function saidIn(text) {
    try {
        const { message } = JSON.parse(text);
        return typeof message === 'string' ? message : '';
    }
    catch {
        return '';
    }
}


/***/ })

};
