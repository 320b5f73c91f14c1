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
            const { rest } = await github.open();
            const { data } = await rest.actions.getWorkflowRun({ ...github.repo, run_id: Number(id) });
            return String(data.id) === id && data.status === 'completed';
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


/***/ })

};
