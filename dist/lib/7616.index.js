export const id = 7616;
export const ids = [7616];
export const modules = {

/***/ 57616:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   commentAction: () => (/* binding */ commentAction)
/* harmony export */ });
/* harmony import */ var _octokit_request_error__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(31015);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_github_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6849);
/* harmony import */ var _toolkit_host_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(80986);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(60630);
/* harmony import */ var _toolkit_origin_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(93240);
/* harmony import */ var _toolkit_runner_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2108);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(41648);








const longest = 60_000;
const rest = '\n\nThe job summary has the rest.\n';
const commentAction = (0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_2__/* .defineAction */ .QP)({
    name: 'comment',
    description: 'Summarize in one comment what a pull request changes: manifests, new vulnerabilities, image size, policy, tests. Fails only for invalid inputs.',
    inputs: {
        needs: (0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_2__/* .required */ .mw)('Results and outputs of the jobs `test`, `scan` and `plan`: `toJSON(needs)` of a job that needs them.'),
        config: _inputs_js__WEBPACK_IMPORTED_MODULE_5__/* .config */ .$W,
        'github-token': (0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lq)('Token with `pull-requests: write`. Default: none, then only the job summary has the text, as for pull requests from forks.'),
    },
    outputs: {
        url: 'URL of the comment; empty if there is none.',
        reason: 'Why there is no comment, in one sentence; otherwise empty.',
    },
    run: async (inputs, host) => {
        const { parseResults, pullRequestComment } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(6477)]).then(__webpack_require__.bind(__webpack_require__, 46477));
        const { keepComment, markOf } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(4686)]).then(__webpack_require__.bind(__webpack_require__, 44686));
        const results = parseResults(inputs.needs);
        if (results === undefined)
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('the input `needs` does not have the jobs `test`, `scan` and `plan`', 'set it to `toJSON(needs)` in a job that needs them');
        const text = pullRequestComment(results, { run: (0,_toolkit_origin_js__WEBPACK_IMPORTED_MODULE_3__/* .originOf */ .y)(host.env).url ?? '' });
        await host.summary(text);
        const said = (reason, comment = '') => {
            (0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_2__/* .setOutputs */ .n0)(host, { url: comment, reason });
            host.report(reason === '' ? `commented: ${comment}` : `the text is only in the job summary: ${reason}`);
            return true;
        };
        const event = await (0,_toolkit_github_js__WEBPACK_IMPORTED_MODULE_1__/* .workflowEvent */ .kH)(host.env);
        const { pull_request: pull } = event;
        const number = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_6__/* .isMap */ .jh)(pull) && Number.isSafeInteger(pull.number) ? Number(pull.number) : undefined;
        if (number === undefined)
            return said('this run does not belong to a pull request');
        if ((0,_toolkit_github_js__WEBPACK_IMPORTED_MODULE_1__/* .isForFork */ .gf)(event, host.env))
            return said('a run for a fork is not allowed to comment');
        const github = (0,_toolkit_github_js__WEBPACK_IMPORTED_MODULE_1__/* .gitHubOf */ .Tc)(host.env, inputs['github-token']);
        if (github === undefined)
            return said('there is no token');
        const mark = markOf('slipway-check', inputs.config);
        try {
            const body = (0,_toolkit_runner_js__WEBPACK_IMPORTED_MODULE_4__/* .fitting */ ._Q)(`${mark}\n${text}`, longest, rest);
            return said('', (await keepComment(github, number, mark, body, { byApp: true })).url);
        }
        catch (error) {
            if (!(error instanceof _octokit_request_error__WEBPACK_IMPORTED_MODULE_7__/* .RequestError */ .G || error instanceof _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo))
                throw error;
            const remedy = 'grant the calling job `pull-requests: write`';
            const lacking = error instanceof _octokit_request_error__WEBPACK_IMPORTED_MODULE_7__/* .RequestError */ .G && error.status === 403;
            return said(lacking ? `${error.message}; ${remedy}` : error.message);
        }
    },
});


/***/ }),

/***/ 93240:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ originText),
/* harmony export */   y: () => (/* binding */ originOf)
/* harmony export */ });
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48161);
/* harmony import */ var _ci_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(44998);
/* harmony import */ var _map_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(60630);



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
const known = (run, actor, repository, revision, url) => ({
    run,
    actor,
    repository,
    ...(0,_map_js__WEBPACK_IMPORTED_MODULE_2__/* .defined */ .sw)({ revision, url }),
});
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

/***/ 2108:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dm: () => (/* binding */ addArtifacts),
/* harmony export */   S0: () => (/* binding */ addSummary),
/* harmony export */   Ul: () => (/* binding */ commandsOff),
/* harmony export */   _Q: () => (/* binding */ fitting)
/* harmony export */ });
/* unused harmony export largestSummary */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(46058);


const largestSummary = 1024 * 1024;
function addArtifacts(env, references) {
    if (!env.GITHUB_ARTIFACTS)
        return;
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.appendFileSync)(env.GITHUB_ARTIFACTS, references.map(reference => `oci://${reference}\n`).join(''));
}
async function addSummary(markdown) {
    const file = process.env.GITHUB_STEP_SUMMARY;
    if (!file)
        return;
    const used = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(file, { throwIfNoEntry: false })?.size ?? 0;
    await _actions_core__WEBPACK_IMPORTED_MODULE_1__/* .summary */ .z.addRaw(fitting(`${markdown}\n`, largestSummary - used)).write();
}
function fitting(text, bytes, note = '\n\nThe summary was cut here, because GitHub shows at most 1 MiB. The log has the rest.\n') {
    if (Buffer.byteLength(text) <= bytes)
        return text;
    const head = Buffer.from(text).subarray(0, Math.max(0, bytes - note.length));
    const whole = head.toString('utf8', 0, head.lastIndexOf('\n') + 1);
    return note.length <= bytes ? `${whole}${note}` : '';
}
function commandsOff(token) {
    return { stop: `::stop-commands::${token}`, resume: `::${token}::` };
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
