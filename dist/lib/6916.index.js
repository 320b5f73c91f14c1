export const id = 6916;
export const ids = [6916];
export const modules = {

/***/ 6916:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   isGitHubRegistry: () => (/* binding */ isGitHubRegistry),
/* harmony export */   openPackage: () => (/* binding */ openPackage)
/* harmony export */ });
/* harmony import */ var _image_reference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5898);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2317);
/* harmony import */ var _toolkit_github_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6849);
/* harmony import */ var _toolkit_printable_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2315);




const isGitHubRegistry = (repository) => (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseReference */ .F2)(repository).registry === 'ghcr.io';
const pageSize = 100;
const mostPages = 1000;
async function openPackage(repository, token, env) {
    const [, owner = '', ...name] = repository.split('/');
    const call = (method, path) => (0,_toolkit_github_js__WEBPACK_IMPORTED_MODULE_2__/* .callGitHub */ .ur)(env, token, method, path);
    const of = (kind) => `${kind}/${owner}/packages/container/${encodeURIComponent(name.join('/'))}/versions`;
    const ids = new Map();
    let base = of('orgs');
    const page = async (number) => {
        const query = `?per_page=${pageSize}&page=${number}`;
        try {
            return await call('GET', `${base}${query}`);
        }
        catch (error) {
            if (!(error instanceof _toolkit_github_js__WEBPACK_IMPORTED_MODULE_2__/* .GitHubError */ .y_))
                throw error;
            if (error.status === 404 && base === of('orgs')) {
                base = of('users');
                return page(number);
            }
            if (error.status === 404)
                return [];
            throw refused(repository, error, 'read');
        }
    };
    return {
        list: async () => {
            const found = new Map();
            for (let number = 1; number <= mostPages; number += 1) {
                const versions = await page(number);
                for (const { id, name: digest, created_at } of versions) {
                    if (!(0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .isDigest */ .Bc)(digest))
                        continue;
                    const moment = Date.parse(created_at ?? '');
                    ids.set(digest, id);
                    found.set(digest, Number.isNaN(moment) ? undefined : moment);
                }
                if (versions.length < pageSize)
                    break;
            }
            return found;
        },
        remove: async (digest) => {
            const id = ids.get(digest);
            if (id === undefined)
                return { refused: 'GitHub lists no such version of the package' };
            try {
                await call('DELETE', `${base}/${id}`);
                return 'removed';
            }
            catch (error) {
                if (!(error instanceof _toolkit_github_js__WEBPACK_IMPORTED_MODULE_2__/* .GitHubError */ .y_))
                    throw error;
                if (error.status === 404)
                    return 'gone';
                if (error.status === 400 || error.status === 422)
                    return { refused: `${error.status}: ${(0,_toolkit_printable_js__WEBPACK_IMPORTED_MODULE_3__/* .printable */ .g)(error.said)}` };
                throw refused(repository, error, 'delete from');
            }
        },
    };
}
function refused(repository, error, verb) {
    return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`GitHub does not let us ${verb} ${repository} with the \`token\` (${error.status}${error.said === '' ? '' : `: ${(0,_toolkit_printable_js__WEBPACK_IMPORTED_MODULE_3__/* .printable */ .g)(error.said)}`})`, 'give the job `packages: write`, and the repository the role Admin in the settings of the package (Manage Actions access)', { cause: error });
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
    constructor(status, text) {
        super(`GitHub answered ${status}: ${text.slice(0, 200)}`);
        this.status = status;
        this.said = saidIn(text);
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
        throw new GitHubError(answer.status, text);
    return text === '' ? undefined : JSON.parse(text);
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
