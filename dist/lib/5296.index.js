export const id = 5296;
export const ids = [5296];
export const modules = {

/***/ 65296:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   staleAction: () => (/* binding */ staleAction)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _config_load_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(63114);
/* harmony import */ var _image_selection_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(14469);
/* harmony import */ var _registry_contents_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(23931);
/* harmony import */ var _registry_inspect_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(56021);
/* harmony import */ var _report_images_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(33732);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_host_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(80986);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(41648);
/* harmony import */ var _registry_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(566);










const staleAction = (0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_6__/* .defineAction */ .QP)({
    name: 'stale',
    description: 'Report deployed images whose base image has a newer version, so that they should be rebuilt. Changes nothing.',
    inputs: {
        config: _inputs_js__WEBPACK_IMPORTED_MODULE_7__/* .config */ .$W,
        deployed: (0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_6__/* .required */ .mw)('JSON object that maps image names to deployed digests: the output `images` of the action `status`.'),
    },
    outputs: {
        stale: '`true` if at least one image should be rebuilt, otherwise `false`.',
        images: 'JSON object that maps image names to `digest`, `base`, `stale` (`true`, `false`, or missing if unknown) and `why`.',
        reason: 'Why an image could not be checked, in one sentence; otherwise empty.',
    },
    refused: { stale: 'false', images: '{}' },
    recorded: [],
    run: async (inputs, host) => {
        const config = await (0,_config_load_js__WEBPACK_IMPORTED_MODULE_1__/* .loadConfig */ .Z9)(inputs.config);
        const deployed = (0,_image_selection_js__WEBPACK_IMPORTED_MODULE_2__/* .parseDeployedInput */ .Of)(inputs.deployed, config.images);
        const registry = await (0,_registry_js__WEBPACK_IMPORTED_MODULE_8__/* .registryClient */ .R)({ signal: host.cancellation() });
        const { checkedOf } = await Promise.all(/* import() */[__webpack_require__.e(5279), __webpack_require__.e(898), __webpack_require__.e(4724)]).then(__webpack_require__.bind(__webpack_require__, 20898));
        const { stalenessOf } = await Promise.all(/* import() */[__webpack_require__.e(5279), __webpack_require__.e(6558)]).then(__webpack_require__.bind(__webpack_require__, 66558));
        const root = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(inputs.config));
        const look = async (reference) => {
            const now = await registry.resolve(reference);
            const tree = now && (await registry.tree(reference.repository, now.digest));
            return tree && (0,_registry_contents_js__WEBPACK_IMPORTED_MODULE_3__/* .inspected */ ._9)(tree);
        };
        let reason = '';
        const judge = async (name, place) => {
            const { [name]: image } = await (0,_registry_inspect_js__WEBPACK_IMPORTED_MODULE_4__/* .inspectDeployed */ .D)(registry, place);
            const source = await checkedOf(config, root, name);
            if (source === undefined || image === undefined)
                return { why: 'its Dockerfile does not exist' };
            return stalenessOf(source, image, look);
        };
        const found = await Promise.all([...deployed].map(async ([name, place]) => {
            const unknown = ({ sentence, message }) => {
                reason ||= sentence;
                return { why: message };
            };
            const judged = judge(name, new Map([[name, place]]));
            return [name, await judged.catch((0,_toolkit_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .onUserError */ .lP)(unknown, host.cancellation()))];
        }));
        host.output('stale', String(found.some(([, { stale }]) => stale === true)));
        const images = found.map(([name, each]) => [name, { digest: deployed.get(name)?.digest, ...each }]);
        host.output('images', JSON.stringify(Object.fromEntries(images)));
        host.output('reason', reason);
        await host.summary((0,_report_images_js__WEBPACK_IMPORTED_MODULE_9__/* .stalenessSummary */ .pV)(config.app, found));
        for (const [name, { why }] of found)
            host.report(`${name}: ${why}`);
        return reason === '';
    },
});


/***/ }),

/***/ 56021:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ inspectDeployed),
/* harmony export */   y: () => (/* binding */ inspectIn)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _contents_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(23931);
/* harmony import */ var _layout_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(32567);



async function inspectIn(registry, place, digest) {
    const tree = 'repository' in place
        ? await registry.tree(place.repository, digest)
        : await (0,_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .layoutTree */ .TA)(place.folder, { digest, mediaType: '' });
    if (tree !== undefined)
        return (0,_contents_js__WEBPACK_IMPORTED_MODULE_1__/* .inspected */ ._9)(tree);
    const where = 'repository' in place ? place.repository : place.folder;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${where} does not have ${digest}, which was just built there`, 'run the step again');
}
async function inspectDeployed(registry, deployed) {
    const read = async (name, { repository, digest }) => {
        const tree = await registry.tree(repository, digest);
        if (tree !== undefined)
            return [name, (0,_contents_js__WEBPACK_IMPORTED_MODULE_1__/* .inspected */ ._9)(tree)];
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${repository} does not have ${digest}, which the input \`deployed\` names for "${name}"`, 'name the digest that is deployed now, or leave it out once to skip the comparison');
    };
    return Object.fromEntries(await Promise.all([...deployed].map(([name, place]) => read(name, place))));
}


/***/ })

};
