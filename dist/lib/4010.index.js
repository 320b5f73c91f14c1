export const id = 4010;
export const ids = [4010];
export const modules = {

/***/ 31629:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   forwardTo: () => (/* binding */ forwardTo)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31421);
/* harmony import */ var node_readline__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(80481);
/* harmony import */ var _toolkit_child_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(83402);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92317);
/* harmony import */ var _environment_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(90677);
/* harmony import */ var _reach_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(65679);






const patience = 15_000;
async function forwardTo({ namespace, service, port }, reach) {
    const args = [
        'port-forward',
        `--namespace=${namespace}`,
        ...(0,_reach_js__WEBPACK_IMPORTED_MODULE_5__/* .reachFlags */ .x)(reach),
        `service/${service}`,
        `:${port}`,
    ];
    const [command, bound] = (0,_toolkit_child_js__WEBPACK_IMPORTED_MODULE_2__/* .dieWithParent */ .f)('kubectl', args);
    const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(command, bound, { env: (0,_environment_js__WEBPACK_IMPORTED_MODULE_4__/* .kubectlEnvironment */ .y)(), stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    child.stderr.on('data', chunk => {
        said = `${said}${chunk}`.slice(-2000);
    });
    const refused = () => new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`Service/${service} in ${namespace} cannot be reached: ${said.trim().split('\n').at(-1) || 'kubectl port-forward ended'}`, 'check that its pods are ready, and that the credential may `create` `pods/portforward` there');
    const local = await new Promise((resolve, reject) => {
        const timer = setTimeout(() => reject(refused()), patience);
        (0,node_readline__WEBPACK_IMPORTED_MODULE_1__.createInterface)({ input: child.stdout }).on('line', line => {
            const found = /^Forwarding from 127\.0\.0\.1:(\d+) ->/.exec(line)?.[1];
            if (found === undefined)
                return;
            clearTimeout(timer);
            resolve(Number(found));
        });
        for (const end of ['error', 'close'])
            child.once(end, () => {
                clearTimeout(timer);
                reject(refused());
            });
    }).catch(error => {
        child.kill('SIGKILL');
        throw error;
    });
    return { base: new URL(`http://127.0.0.1:${local}`), close: () => void child.kill('SIGKILL') };
}


/***/ })

};
