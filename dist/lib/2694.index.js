export const id = 2694;
export const ids = [2694];
export const modules = {

/***/ 32694:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   signingKey: () => (/* binding */ signingKey)
/* harmony export */ });
/* unused harmony exports publicityProblem, reachesEverybody */
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_github_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6849);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(60630);
/* harmony import */ var _toolkit_named_file_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(85280);
/* harmony import */ var _verify_images_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(89159);







async function signingKey(options) {
    const { signing, root, env } = options;
    const services = await servicesOf(options);
    const written = services === undefined ? '' : await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(services.config, 'utf8');
    const reaches = services === undefined || reachesEverybody(written);
    const problem = publicityProblem(signing, reaches, await visibilityOf(env));
    if (problem !== undefined)
        throw problem;
    const unset = (name) => unsetKey(name, env);
    const key = signing.key && (await (0,_verify_images_js__WEBPACK_IMPORTED_MODULE_5__/* .resolveKey */ .oO)(signing.key, { root, env }, unset, findKey));
    if (key === undefined) {
        requireIdentity(env);
        if (services !== undefined)
            requireTime(written);
    }
    const variable = (0,_verify_images_js__WEBPACK_IMPORTED_MODULE_5__/* .variableOf */ .Qn)(key ?? '');
    const secrets = [env.COSIGN_PASSWORD, variable === undefined ? undefined : env[variable]];
    return {
        key,
        services,
        env: { ...withoutInputs(env), COSIGN_PASSWORD: env.COSIGN_PASSWORD ?? '' },
        secrets: secrets.flatMap(secret => secret ?? []),
    };
}
function publicityProblem({ key, 'public-log': allowed }, reaches, visibility) {
    if (!reaches || allowed === true)
        return undefined;
    if (allowed === undefined && key === undefined && visibility === 'public')
        return undefined;
    const other = 'or name your own `key` or `services` in `signing`';
    if (allowed === false)
        return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`${key === undefined ? 'keyless signing' : 'signing'} writes to the public transparency log of Sigstore, but \`signing.public-log\` is false`, `allow it, ${other}`);
    const whose = visibility === 'private'
        ? 'this repository is private'
        : 'it is not known whether this repository is public';
    return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`signing would publish the names of the repository and the image in the public transparency log of Sigstore, and ${whose}`, `set \`public-log: true\` in \`signing\` if the names may be public, ${other}`);
}
function reachesEverybody(config) {
    const urls = [...config.matchAll(/"url"\s*:\s*"([^"]*)"/g)].map(([, url = '']) => url);
    return urls.some(url => !URL.canParse(url) || /(^|\.)sigstore\.dev$/i.test(new URL(url).hostname));
}
async function visibilityOf(env) {
    if (env.GITHUB_ACTIONS !== 'true')
        return 'unknown';
    const { repository } = await (0,_toolkit_github_js__WEBPACK_IMPORTED_MODULE_3__/* .workflowEvent */ .kH)(env);
    if (!(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_6__/* .isMap */ .jh)(repository) || typeof repository.private !== 'boolean')
        return 'unknown';
    const open = !repository.private && (repository.visibility ?? 'public') === 'public';
    return open && env.GITHUB_SERVER_URL === 'https://github.com' ? 'public' : 'private';
}
async function servicesOf(options) {
    const { signing, trustedRoot, root, folder } = options;
    if (signing.services !== undefined) {
        const config = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(root, signing.services);
        await (0,_toolkit_named_file_js__WEBPACK_IMPORTED_MODULE_4__/* .readNamed */ .M)(config, (0,_verify_images_js__WEBPACK_IMPORTED_MODULE_5__/* .correct */ .d4)('signing.services'));
        return { config, root: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(root, trustedRoot ?? '') };
    }
    if (signing.key === undefined || signing['public-log'] === true)
        return undefined;
    const none = { config: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'no-services.json'), root: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'no-root.json') };
    const kind = 'application/vnd.dev.sigstore';
    const config = { mediaType: `${kind}.signingconfig.v0.2+json`, rekorTlogConfig: {}, tsaConfig: {} };
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(none.config, JSON.stringify(config));
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(none.root, JSON.stringify({ mediaType: `${kind}.trustedroot+json;version=0.1` }));
    return none;
}
const unsetKey = (variable, env) => new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`the key comes from ${variable}, which is ${env[variable] === '' ? 'empty' : 'not set'}`, `set ${variable} in the \`env\` of this step; runs for forks get no secrets, and runs for Dependabot only Dependabot secrets`);
const findKey = (file) => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.access)(file).catch((error) => {
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`the key ${file} of \`signing.key\` does not exist`, 'write it there in an earlier step, or name a variable that contains it with `env://`', { cause: error });
});
function requireTime(config) {
    const value = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_6__/* .jsonMap */ .vM)(config);
    const has = (name) => Array.isArray(value?.[name]) && value[name].length > 0;
    if (has('tsaUrls') || has('rekorTlogUrls'))
        return;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo('the services of `signing` do not prove when something was signed, so a signature is worthless once its certificate has expired', 'add a timestamp authority or a transparency log to the file that `signing.services` names');
}
function requireIdentity(env) {
    if (env.ACTIONS_ID_TOKEN_REQUEST_URL || env.SIGSTORE_ID_TOKEN)
        return;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo('keyless signing needs an OIDC token with the identity of this run, but there is none', env.GITHUB_ACTIONS === 'true'
        ? 'grant the job `id-token: write`'
        : 'set one with the audience sigstore in SIGSTORE_ID_TOKEN, or name a key in `signing.key`');
}
function withoutInputs(env) {
    return Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('INPUT_')));
}


/***/ })

};
