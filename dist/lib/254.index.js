export const id = 254;
export const ids = [254,5231,2644];
export const modules = {

/***/ 92741:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Pt: () => (/* binding */ wrapHelm),
/* harmony export */   Y8: () => (/* binding */ faultOfHelm),
/* harmony export */   sm: () => (/* binding */ helmEnvironment)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _toolkit_environment_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(24297);
/* harmony import */ var _toolkit_printable_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(72315);
/* harmony import */ var _toolkit_shell_word_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(77119);
/* harmony import */ var _toolkit_url_passwords_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(87506);






const credentials = ['HOME', 'DOCKER_CONFIG', 'HELM_REGISTRY_CONFIG'];
function helmEnvironment(env, folder, remote) {
    const own = {
        HELM_CACHE_HOME: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'cache'),
        HELM_CONFIG_HOME: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'config'),
        HELM_DATA_HOME: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'data'),
        HELM_PLUGINS: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'plugins'),
        KUBECONFIG: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'kubeconfig'),
    };
    if (!remote)
        return { PATH: env.PATH, HOME: folder, ...own };
    const kept = Object.entries(env).filter(([name]) => credentials.includes(name));
    const login = env.HELM_REGISTRY_CONFIG ?? loginOf(env);
    return {
        ...(0,_toolkit_environment_js__WEBPACK_IMPORTED_MODULE_2__/* .networkEnvironment */ .m)(env),
        ...Object.fromEntries(kept),
        ...own,
        ...(login === undefined ? {} : { HELM_REGISTRY_CONFIG: login }),
    };
}
function loginOf({ HELM_CONFIG_HOME, XDG_CONFIG_HOME, HOME }) {
    const base = XDG_CONFIG_HOME ?? (HOME === undefined ? undefined : (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(HOME, '.config'));
    const config = HELM_CONFIG_HOME ?? (base === undefined ? undefined : (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(base, 'helm'));
    return config === undefined ? undefined : (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(config, 'registry', 'config.json');
}
async function wrapHelm(helm, env, folder) {
    const [program, inner] = [(0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'helm'), (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'helm-with-environment')];
    const variables = Object.entries(helmEnvironment(env, folder, true)).flatMap(([name, value]) => value === undefined ? [] : [`export ${name}=${(0,_toolkit_shell_word_js__WEBPACK_IMPORTED_MODULE_3__/* .shellWord */ .r)(value)}`]);
    const write = (path, ...lines) => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(path, ['#!/bin/sh', ...lines, ''].join('\n'), { mode: 0o700, flag: 'wx' });
    await write(inner, ...variables, `exec ${(0,_toolkit_shell_word_js__WEBPACK_IMPORTED_MODULE_3__/* .shellWord */ .r)(helm)} "$@"`);
    await write(program, `exec /usr/bin/env -i /bin/sh ${(0,_toolkit_shell_word_js__WEBPACK_IMPORTED_MODULE_3__/* .shellWord */ .r)(inner)} "$@"`);
    return program;
}
function faultOfHelm(stderr) {
    const [fault = ''] = stderr.slice(stderr.indexOf('Error: ') + 1).split('\n\nUse --debug');
    const said = fault.replace(/^rror: /, '').replace(/'[^']*' does not match/g, 'the value does not match');
    return (0,_toolkit_printable_js__WEBPACK_IMPORTED_MODULE_4__/* .printable */ .g$)((0,_toolkit_url_passwords_js__WEBPACK_IMPORTED_MODULE_5__/* .withoutPasswords */ .h)(said)).replace(/\s+/g, ' ').trim().slice(0, 600);
}


/***/ }),

/***/ 65074:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   xt: () => (/* binding */ renderChart)
/* harmony export */ });
/* unused harmony exports argumentsFor, documentsIn */
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_folder_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(94826);
/* harmony import */ var _helm_child_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(92741);
/* harmony import */ var _program_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(48520);
/* harmony import */ var _renderer_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(32729);







async function renderChart(root, chart, target) {
    await requireFiles(root, chart);
    const { env: own = process.env } = target;
    const program = await (0,_program_js__WEBPACK_IMPORTED_MODULE_5__/* .provideHelm */ .cY)(own);
    return (0,_toolkit_folder_js__WEBPACK_IMPORTED_MODULE_3__/* .withFolder */ .Z)(own, 'helm', async (folder) => {
        const env = (0,_helm_child_js__WEBPACK_IMPORTED_MODULE_4__/* .helmEnvironment */ .sm)(own, folder, isRemote(chart));
        const output = await (0,_renderer_js__WEBPACK_IMPORTED_MODULE_6__/* .runRenderer */ .r)(program, argumentsFor(root, chart, target), env, {
            temporary: ({ stderr }) => (0,_renderer_js__WEBPACK_IMPORTED_MODULE_6__/* .isUnreachable */ .R)(stderr),
            problem: ({ stderr, late, cause }) => problemOf(chart, late ?? (0,_helm_child_js__WEBPACK_IMPORTED_MODULE_4__/* .faultOfHelm */ .Y8)(stderr), cause),
        });
        return documentsIn(output, chart.helm);
    });
}
const isRemote = ({ helm }) => helm.startsWith('oci://');
async function requireFiles(root, { helm, values = [] }) {
    const exists = (path) => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, path)).then(() => true, () => false);
    if (!isRemote({ helm })) {
        if (!(await exists(helm)))
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`manifests: ${helm} does not exist`, 'correct the path, which is relative to slipway.yml');
        if (!helm.endsWith('.tgz') && !(await exists((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(helm, 'Chart.yaml'))))
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`manifests: ${helm} is not a Helm chart: it has no Chart.yaml`, 'name the folder of a chart, or write the path without `helm:`');
    }
    for (const file of values)
        if (!(await exists(file)))
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`manifests: the values ${file} of ${helm} do not exist`, 'write the path relative to slipway.yml, not to the chart');
}
function argumentsFor(root, chart, { namespace, app }) {
    const { helm, version, values = [], set = {}, release = app } = chart;
    const [tag, digest] = version?.split('@') ?? [];
    const address = digest === undefined ? helm : `${helm}@${digest}`;
    return [
        ...['template', release, isRemote(chart) ? address : (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, helm)],
        ...['--namespace', namespace, '--include-crds=false', '--no-hooks=false'],
        ...(tag === undefined ? [] : ['--version', tag]),
        ...(/^oci:\/\/(localhost|127(\.\d+){3})[:/]/.test(helm) ? ['--plain-http'] : []),
        ...values.flatMap(file => ['--values', (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, file)]),
        ...Object.entries(set).map(([key, value]) => `--set-json=${key}=${JSON.stringify(value)}`),
    ];
}
function documentsIn(output, helm) {
    return output
        .split(/^---\n# Source: /m)
        .slice(1)
        .map(part => {
        const end = part.indexOf('\n');
        const template = part.slice(0, end).replace(/^[^/]*\//, '');
        return [`${helm.replace(/\/+$/, '')}/${template}`, part.slice(end + 1)];
    });
}
function problemOf(chart, fault, cause) {
    const { helm } = chart;
    const missing = /missing in charts\/ directory: (.*)/.exec(fault)?.[1];
    if (missing !== undefined)
        return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`manifests: the chart ${helm} lacks the charts that it depends on: ${missing}`, `run \`helm dependency build ${helm}\` in an earlier step, or commit the folder ${(0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(helm, 'charts')}`, { cause });
    if ((0,_renderer_js__WEBPACK_IMPORTED_MODULE_6__/* .isUnreachable */ .R)(fault) || fault.startsWith('it took longer'))
        return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`manifests: helm cannot fetch ${helm}: ${fault}`, 'make sure that its registry can be reached from here, then run the step again', { cause });
    if (/\b(401|403|unauthorized|denied|credential not found)\b/i.test(fault) && isRemote(chart)) {
        const [, host = ''] = /^oci:\/\/([^/]+)/.exec(helm) ?? [];
        return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`manifests: helm is not allowed to read ${helm}: ${fault}`, `log in to ${host} in an earlier step, with \`docker login\` or \`helm registry login\``, { cause });
    }
    return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`manifests: helm cannot render ${helm}: ${fault}`, 'correct the chart, its values or its version', { cause });
}


/***/ }),

/***/ 12055:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Et: () => (/* binding */ kustomize),
/* harmony export */   r_: () => (/* binding */ kustomizations)
/* harmony export */ });
/* unused harmony export faultOfKustomize */
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(38815);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_folder_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(94826);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(60630);
/* harmony import */ var _toolkit_url_passwords_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(87506);
/* harmony import */ var _environment_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(90677);
/* harmony import */ var _helm_child_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(92741);
/* harmony import */ var _program_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(48520);
/* harmony import */ var _renderer_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(32729);











const kustomizations = ['kustomization.yaml', 'kustomization.yml', 'Kustomization'];
const lists = ['resources', 'components', 'bases', 'generators', 'transformers', 'validators'];
const remote = /^(git::|gh:|(https?|ssh|file):\/\/|github\.com[/:]|[\w.-]+@[\w.-]+:)/i;
const exact = 'v?[0-9]+\\.[0-9]+\\.[0-9]+([-+][\\w.+-]+)?';
const version = `([0-9a-f]{40}|([\\w./%-]*([/-]|%2F))?${exact})`;
const pinned = new RegExp(`[?&](ref|version)=${version}(&|$)|^https?://[^?]*/${version}/[^?]*\\.(ya?ml|json)$`, 'i');
async function kustomize(path, written, env = process.env) {
    if (!(await namesCharts(path, written))) {
        await (0,_program_js__WEBPACK_IMPORTED_MODULE_7__/* .provideKubectl */ .Sc)(env);
        return buildWith('kubectl', [path], written);
    }
    const [kubectl, helm] = await Promise.all([(0,_program_js__WEBPACK_IMPORTED_MODULE_7__/* .provideKubectlForCharts */ .Mk)(env), (0,_program_js__WEBPACK_IMPORTED_MODULE_7__/* .provideHelm */ .cY)(env)]);
    return (0,_toolkit_folder_js__WEBPACK_IMPORTED_MODULE_4__/* .withFolder */ .Z)(env, 'helm', async (folder) => {
        const charts = ['--enable-helm', `--helm-command=${await (0,_helm_child_js__WEBPACK_IMPORTED_MODULE_6__/* .wrapHelm */ .Pt)(helm, env, folder)}`];
        return buildWith(kubectl, [...charts, path], written);
    });
}
const buildWith = (kubectl, args, written) => (0,_renderer_js__WEBPACK_IMPORTED_MODULE_8__/* .runRenderer */ .r)(kubectl, ['kustomize', ...args], (0,_environment_js__WEBPACK_IMPORTED_MODULE_5__/* .kustomizeEnvironment */ .j)(), {
    temporary: ({ stderr, late }) => late === undefined && (0,_renderer_js__WEBPACK_IMPORTED_MODULE_8__/* .isUnreachable */ .R)(stderr),
    problem: ({ stderr, late, cause }) => {
        const why = late ?? faultOfKustomize(stderr);
        return late !== undefined || (0,_renderer_js__WEBPACK_IMPORTED_MODULE_8__/* .isUnreachable */ .R)(stderr)
            ? new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`manifests: kustomize cannot fetch the bases of ${written}: ${why}`, 'make sure that they can be reached from here, then run the step again', { cause })
            : new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`manifests: kustomize cannot build ${written}: ${why}`, 'correct the kustomization', {
                cause,
            });
    },
});
async function namesCharts(path, root, seen = new Set()) {
    if (seen.has(path))
        return false;
    seen.add(path);
    const texts = await Promise.all(kustomizations.map(name => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(path, name), 'utf8').catch(() => undefined)));
    const text = texts.find(each => each !== undefined);
    if (text === undefined)
        return false;
    const written = readQuietly(text);
    let found = written.helmCharts !== undefined || written.helmChartInflationGenerator !== undefined;
    for (const { name, repo } of await unpinnedCharts(path, written))
        throw unpinnedError(root, `the chart ${name} of ${(0,_toolkit_url_passwords_js__WEBPACK_IMPORTED_MODULE_9__/* .withoutPasswords */ .h)(repo)}`, 'set its exact version, such as `version: 1.4.2`');
    const parts = lists.flatMap(key => [written[key] ?? []].flat());
    for (const part of parts) {
        if (typeof part !== 'string')
            continue;
        const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(path, part);
        if (await isFolder(folder))
            found = (await namesCharts(folder, root, seen)) || found;
        else if (remote.test(part) && !pinned.test(part))
            throw unpinnedError(root, (0,_toolkit_url_passwords_js__WEBPACK_IMPORTED_MODULE_9__/* .withoutPasswords */ .h)(part), 'name a commit (`?ref=<full SHA>`) or an exact version (`?ref=v1.4.2`)');
    }
    return found;
}
const unpinnedError = (root, part, remedy) => new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`manifests: ${root} uses ${part} without an exact version, so it may change between plan and release`, `${remedy}, or copy it into your repository`);
async function unpinnedCharts(path, written) {
    const globals = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_10__/* .isMap */ .jh)(written.helmGlobals) ? written.helmGlobals : {};
    const charts = [
        ...(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_10__/* .mapsIn */ .nf)(written.helmCharts).map(each => [each.name, each.repo, each.version, globals.chartHome]),
        ...(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_10__/* .mapsIn */ .nf)(written.helmChartInflationGenerator).map(each => [
            each.chartName,
            each.chartRepoUrl,
            each.chartVersion,
            each.chartHome,
        ]),
    ];
    const fetched = charts.map(async (each) => {
        const [name = '', repo = '', wanted = '', home] = each.map(value => String(value ?? ''));
        if (repo === '' || new RegExp(`^${exact}$`).test(wanted))
            return [];
        const isThere = wanted === '' && (await isFolder((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(path, home || 'charts', name)));
        return isThere ? [] : [{ name, repo }];
    });
    return (await Promise.all(fetched)).flat();
}
const isFolder = (path) => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(path).then(status => status.isDirectory(), () => false);
function readQuietly(text) {
    try {
        const value = (0,yaml__WEBPACK_IMPORTED_MODULE_2__.parse)(text);
        return (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_10__/* .isMap */ .jh)(value) ? value : {};
    }
    catch {
        return {};
    }
}
function faultOfKustomize(stderr) {
    const ofHelm = /^(?:error: )?(Error: [\s\S]*?)\n?: unable to run: '/m.exec(stderr)?.[1];
    if (ofHelm !== undefined)
        return `helm: ${(0,_helm_child_js__WEBPACK_IMPORTED_MODULE_6__/* .faultOfHelm */ .Y8)(ofHelm)}`;
    const last = stderr.trim().split('\n').at(-1) ?? '';
    const quoted = /"command failed" err=("(?:[^"\\]|\\.)*")$/.exec(last)?.[1] ?? last;
    const block = /"command failed" err=<\n([\s\S]*?)\n >/.exec(stderr)?.[1];
    return (0,_toolkit_url_passwords_js__WEBPACK_IMPORTED_MODULE_9__/* .withoutPasswords */ .h)(block ?? String((0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_10__/* .jsonIn */ .Yf)(quoted) ?? quoted))
        .trim()
        .replace(/^error: /, '')
        .replace(/with config: `[\s\S]*?`/, 'with its configuration')
        .replace(/literal sources \[[\s\S]*$/, 'a literal is not written key=value')
        .replace(/\[patch: [\s\S]*$/, '[a patch that is not shown]')
        .replace(/\s+/g, ' ');
}


/***/ }),

/***/ 83406:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ loadManifests),
/* harmony export */   Y: () => (/* binding */ parseManifests)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(38815);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92317);
/* harmony import */ var _helm_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(65074);
/* harmony import */ var _kustomize_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(12055);
/* harmony import */ var _resources_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(14485);







async function loadManifests(root, sources, target = { namespace: 'default', app: 'app' }) {
    const manifests = [];
    for (const source of sources) {
        const texts = typeof source === 'string'
            ? await textsOf((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, source), root, source, target.env)
            : await (0,_helm_js__WEBPACK_IMPORTED_MODULE_4__/* .renderChart */ .xt)(root, source, target);
        for (const [place, text] of texts)
            manifests.push(...parseManifests(text, place));
    }
    if (manifests.length === 0) {
        const names = sources.map(source => (typeof source === 'string' ? source : source.helm));
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`no objects in the manifests ${names.join(', ')}`, 'add the YAML of the application there');
    }
    rejectTwins(manifests);
    return manifests;
}
async function textsOf(path, root, written, env) {
    const info = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(path).catch(() => undefined);
    if (info === undefined) {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`manifests: ${written} does not exist`, 'correct the path, which is relative to slipway.yml');
    }
    const chart = await chartOfTemplates(root, written);
    if (info.isFile()) {
        if (chart !== undefined)
            throw chartError(`${written} is a template of a Helm chart, which`, [chart]);
        return [[(0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(root, path), await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path, 'utf8')]];
    }
    const entries = (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(path)).sort();
    if (entries.some(entry => _kustomize_js__WEBPACK_IMPORTED_MODULE_5__/* .kustomizations */ .r_.includes(entry)))
        return [[written, await (0,_kustomize_js__WEBPACK_IMPORTED_MODULE_5__/* .kustomize */ .Et)(path, written, env)]];
    if (entries.includes('Chart.yaml'))
        throw chartError(`${written} is a Helm chart, whose templates`, [written]);
    if (chart !== undefined)
        throw chartError(`${written} holds templates of a Helm chart, which`, [chart]);
    const files = entries.filter(entry => /\.(ya?ml|json)$/.test(entry)).map(entry => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(path, entry));
    if (files.length === 0) {
        const charts = entries.map(entry => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(written, entry));
        const found = await Promise.all(charts.map(each => isChart(root, each)));
        const below = charts.filter((_, index) => found[index]);
        if (below.length > 0)
            throw chartError(`${written} holds Helm charts, whose templates`, below);
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`manifests: ${written} holds no .yaml, .yml or .json file`, 'correct the path');
    }
    return Promise.all(files.map(async (file) => [(0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(root, file), await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(file, 'utf8')]));
}
async function chartOfTemplates(root, written) {
    for (let path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.normalize)(written); (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path) !== path; path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path))
        if ((0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(path) === 'templates' && (await isChart(root, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path))))
            return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path);
    return undefined;
}
const isChart = (root, folder) => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, folder, 'Chart.yaml')).then(status => status.isFile(), () => false);
const chartError = (what, charts) => new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`manifests: ${what} must be rendered`, `write ${charts.map(each => `\`- helm: ${each.replace(/\/+$/, '')}\``).join(' or ')} in place of the path (docs/helm.md)`);
const octal = {
    tag: 'tag:yaml.org,2002:int',
    default: true,
    test: /^[-+]?0[0-7]+$/,
    resolve: text => Number.parseInt(text, 8),
};
const spokenBoolean = {
    tag: 'tag:yaml.org,2002:bool',
    default: true,
    test: /^([yYnN]|yes|Yes|YES|no|No|NO|on|On|ON|off|Off|OFF)$/,
    resolve: text => /^(y|on)/i.test(text),
};
function parseManifests(text, source) {
    return (0,yaml__WEBPACK_IMPORTED_MODULE_2__/* .parseAllDocuments */ .hR)(text, {
        merge: true,
        customTags: tags => [octal, spokenBoolean, ...tags],
        logLevel: 'error',
    }).flatMap(document => {
        const [error] = document.errors;
        if (error !== undefined) {
            const line = error.linePos?.[0].line ?? 1;
            const problem = error.message.split('\n')[0]?.replace(/ at line \d+, column \d+:?$/, '');
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`${source}:${line}: ${problem}`, 'correct the YAML');
        }
        rejectMapKeys(document, text, source);
        const value = readDocument(document, source);
        if (value === null)
            return [];
        const { kind = '', items } = value;
        if (!/List$/.test(kind) || !Array.isArray(items))
            return [asManifest(value, source)];
        return items.map(item => asManifest((0,_resources_js__WEBPACK_IMPORTED_MODULE_6__/* .named */ .KT)(item, value), source));
    });
}
function rejectMapKeys(document, text, source) {
    (0,yaml__WEBPACK_IMPORTED_MODULE_2__/* .visit */ .YR)(document, {
        Pair: (_, { key }) => {
            if (!(0,yaml__WEBPACK_IMPORTED_MODULE_2__/* .isCollection */ .P3)(key))
                return;
            const line = text.slice(0, key.range?.[0]).split('\n').length;
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`${source}:${line}: a map or a list is a key, as in a template that was not rendered`, 'render the template, or put `{{ … }}` in quotes if it belongs there');
        },
    });
}
function readDocument(document, source) {
    try {
        return document.toJS({ maxAliasCount: 100 });
    }
    catch (cause) {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`${source}: ${cause.message}`, 'write the values out instead of YAML aliases', { cause });
    }
}
function asManifest(value, source) {
    const { apiVersion, kind, metadata } = value ?? {};
    if (metadata?.generateName !== undefined && metadata.name === undefined)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`${source}: ${kind} has metadata.generateName, which creates another object at each release`, 'set metadata.name, or make a Job a hook (`hooks` in slipway.yml)');
    if (typeof apiVersion !== 'string' || typeof kind !== 'string' || typeof metadata?.name !== 'string') {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`${source}: an object lacks apiVersion, kind or metadata.name`, 'keep only Kubernetes objects in the manifests');
    }
    return { object: { ...value, apiVersion, kind }, name: metadata.name, source };
}
function rejectTwins(manifests) {
    const seen = new Map();
    for (const { object, name, source } of manifests) {
        const title = `${object.kind}/${name}`;
        const key = `${(0,_resources_js__WEBPACK_IMPORTED_MODULE_6__/* .groupOf */ .F8)(object)} ${title}`;
        const earlier = seen.get(key);
        if (earlier !== undefined) {
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`${title} is defined in both ${earlier} and ${source}`, 'keep one of them');
        }
        seen.set(key, source);
    }
}


/***/ }),

/***/ 32729:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ isUnreachable),
/* harmony export */   r: () => (/* binding */ runRenderer)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31421);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(57975);
/* harmony import */ var _toolkit_retry_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(25726);



const run = (0,node_util__WEBPACK_IMPORTED_MODULE_1__.promisify)(node_child_process__WEBPACK_IMPORTED_MODULE_0__.execFile);
const longest = 120_000;
const calls = 3;
async function runRenderer(program, args, env, handling) {
    const faultOf = (cause) => {
        const { stderr = '', killed = false } = cause;
        return { stderr, late: killed ? `it took longer than ${longest / 1000} s` : undefined, cause };
    };
    const temporary = (cause) => handling.temporary(faultOf(cause));
    const call = () => run(program, args, { env, maxBuffer: 64 << 20, timeout: longest });
    try {
        return (await (0,_toolkit_retry_js__WEBPACK_IMPORTED_MODULE_2__/* .retry */ .L5)({ attempts: calls, temporary, delay: count => count * 1000 }, call)).stdout;
    }
    catch (cause) {
        throw handling.problem(faultOf(cause));
    }
}
function isUnreachable(stderr) {
    return /dial tcp|i\/o timeout|TLS handshake timeout|deadline exceeded|hit \S+ timeout running|Could not resolve host|Failed to connect to|Connection (timed out|reset|refused)/.test(stderr);
}


/***/ }),

/***/ 32348:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ watchedDatabases)
/* harmony export */ });
const watchedDatabases = (recovery) => Object.entries(recovery?.databases ?? {}).filter(([, database]) => database.replicas.length > 0 || database['archive-timeout'] !== undefined);


/***/ }),

/***/ 2644:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   objectOf: () => (/* binding */ objectOf),
/* harmony export */   ofArgoCd: () => (/* binding */ ofArgoCd),
/* harmony export */   ofFlux: () => (/* binding */ ofFlux),
/* harmony export */   readController: () => (/* binding */ readController),
/* harmony export */   requireRunning: () => (/* binding */ requireRunning)
/* harmony export */ });
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14485);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(60630);
/* harmony import */ var _toolkit_printable_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(72315);




const custom = (group, version, plural, kind) => ({
    group,
    version,
    plural,
    kind,
    namespaced: true,
});
const kinds = {
    application: custom('argoproj.io', 'v1alpha1', 'applications', 'Application'),
    kustomization: custom('kustomize.toolkit.fluxcd.io', 'v1', 'kustomizations', 'Kustomization'),
    helmrelease: custom('helm.toolkit.fluxcd.io', 'v2', 'helmreleases', 'HelmRelease'),
};
function objectOf({ argocd, flux }) {
    if (argocd !== undefined)
        return { resource: kinds.application, namespace: argocd.namespace, name: argocd.name };
    const { kustomization, helmrelease = '', namespace = '' } = flux ?? {};
    return kustomization === undefined
        ? { resource: kinds.helmrelease, namespace, name: helmrelease }
        : { resource: kinds.kustomization, namespace, name: kustomization };
}
async function readController(cluster, controller) {
    const { resource, namespace, name } = objectOf(controller);
    const object = await cluster.get((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(resource, namespace, name));
    if (object === undefined)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${resource.kind}/${name} does not exist in namespace ${namespace}`, 'correct `delivery.gitops.controller` in slipway.yml');
    return controller.argocd === undefined ? ofFlux(object) : ofArgoCd(object);
}
async function requireRunning(cluster, controller) {
    const found = await readController(cluster, controller);
    if (found.stopped === undefined)
        return found;
    const { why, remedy } = found.stopped;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${found.name} would not roll the commit out: ${why}`, remedy);
}
function ofArgoCd(object) {
    const name = `Application/${object.metadata?.name} of Argo CD`;
    const { spec, status } = object;
    const policy = mapOf(mapOf(spec?.syncPolicy).automated);
    const isManual = !(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .isMap */ .jh)(mapOf(spec?.syncPolicy).automated) || policy.enabled === false;
    const sync = mapOf(status?.sync);
    const health = mapOf(status?.health);
    const operation = mapOf(status?.operationState);
    const isFailed = operation.phase === 'Failed' || operation.phase === 'Error';
    const error = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .mapsIn */ .nf)(status?.conditions).find(({ type }) => /Error$/.test(String(type)));
    const attempted = [mapOf(operation.syncResult), mapOf(mapOf(operation.operation).sync)].map(revisionsIn);
    const failed = isFailed
        ? `the sync failed: ${short(operation.message)}`
        : error === undefined
            ? undefined
            : `${said(error.type)}: ${short(error.message)}`;
    return {
        name,
        revisions: (isFailed ? attempted : [revisionsIn(sync), ...attempted]).find(each => each.length > 0) ?? [],
        ...(isManual && {
            stopped: { why: 'it does not sync by itself', remedy: 'set `syncPolicy: {automated: {}}` in it' },
        }),
        ...(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .defined */ .sw)({ failed }),
        sentence: `${said(sync.status) ?? 'Unknown'}, ${said(health.status) ?? 'Unknown'}`,
    };
}
const revisionsIn = ({ revision, revisions }) => (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .textsIn */ .Ej)([revision, ...(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .textsIn */ .Ej)(revisions)]);
function ofFlux(object) {
    const { kind, metadata } = object;
    const { spec, status } = object;
    const conditions = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .mapsIn */ .nf)(status?.conditions);
    const find = (type) => conditions.find(each => each.type === type);
    const isCurrent = Number(status?.observedGeneration ?? 0) >= Number(metadata?.generation ?? 0);
    const stalled = find('Stalled');
    const ready = find('Ready');
    const bad = [
        stalled?.status === 'True' ? stalled : undefined,
        ready?.status === 'False' ? ready : undefined,
    ].find(each => each !== undefined && !waits.has(String(each.reason)));
    const written = status?.[bad === undefined ? 'lastAppliedRevision' : 'lastAttemptedRevision'] ??
        status?.lastAttemptedRevision;
    const revisions = kind === 'HelmRelease' ? [] : (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .textsIn */ .Ej)([/[0-9a-f]{40,64}$/.exec(said(written) ?? '')?.[0]]);
    const state = ready === undefined
        ? 'not reconciled yet'
        : `Ready ${ready.status}: ${short(ready.message ?? ready.reason)}`;
    return {
        name: `${kind}/${metadata?.name} of Flux`,
        revisions,
        ...(spec?.suspend === true && {
            stopped: {
                why: 'it is suspended',
                remedy: `run: flux resume ${String(kind).toLowerCase()} ${metadata?.name} -n ${metadata?.namespace}`,
            },
        }),
        ...(bad && isCurrent && { failed: `${said(bad.reason)}: ${short(bad.message)}` }),
        sentence: spec?.suspend === true ? 'suspended' : state,
    };
}
const waits = new Set([
    ...['Progressing', 'ProgressingWithRetry', 'DependencyNotReady', 'ArtifactFailed', 'SourceNotReady'],
    'HealthCheckFailed',
]);
const mapOf = (value) => ((0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .isMap */ .jh)(value) ? value : {});
const said = (value) => typeof value === 'string' && value !== '' ? (0,_toolkit_printable_js__WEBPACK_IMPORTED_MODULE_3__/* .printable */ .g$)(value) : undefined;
const short = (value) => {
    const line = (0,_toolkit_printable_js__WEBPACK_IMPORTED_MODULE_3__/* .printable */ .g$)(String(value ?? 'no message').trim());
    return line.length > 240 ? `${line.slice(0, 239)}…` : line;
};


/***/ }),

/***/ 52692:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   An: () => (/* binding */ requirePermissions),
/* harmony export */   DK: () => (/* binding */ otherRoutes),
/* harmony export */   JN: () => (/* binding */ optionalPermissions),
/* harmony export */   Jr: () => (/* binding */ ofVerification),
/* harmony export */   OL: () => (/* binding */ permissionsProblem),
/* harmony export */   Ol: () => (/* binding */ proxyOf),
/* harmony export */   Y2: () => (/* binding */ askPermissions),
/* harmony export */   bT: () => (/* binding */ ofDependencies),
/* harmony export */   mr: () => (/* binding */ permissionsFor),
/* harmony export */   ql: () => (/* binding */ permissionsOfRollback)
/* harmony export */ });
/* unused harmony export nameOfPermission */
/* harmony import */ var _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(20553);
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(14485);
/* harmony import */ var _config_gate_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(28989);
/* harmony import */ var _config_standbys_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(32348);
/* harmony import */ var _workloads_kinds_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(17103);
/* harmony import */ var _workloads_workers_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5259);
/* harmony import */ var _watchdog_watchdog_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(68036);







function permissionsFor(environment, manifestResources) {
    const { strategy } = environment;
    const verbs = [
        ...ofEveryRelease(environment),
        ...(strategy.kind === 'rolling' ? [] : ofTwoTracks(environment)),
        ...ofHooks(environment),
        ...manifestResources.map((resource) => [resource, ['create', 'delete', 'get', 'patch']]),
        ...ofVerification(environment),
        ...ofDependencies(environment),
    ];
    const permissions = [
        ...permissionsIn(verbs),
        { verb: 'get', resource: _cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.pod, subresource: 'log' },
        ...proxyOf(environment),
        ...ofDatabases(environment, 'block'),
        ...(strategy.kind === 'rolling' ? [] : readByGate(environment)),
    ];
    return [...new Map(permissions.map(permission => [nameOfPermission(permission), permission])).values()];
}
function permissionsOfRollback(environment) {
    const verbs = [
        [_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.configMap, ['create', 'get', 'list', 'update']],
        [_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.secret, ['get']],
        [_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.lease, ofLease],
        ...ofKinds(environment),
        [_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.horizontalPodAutoscaler, ['list']],
        [_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.pod, ['list', 'watch']],
        [_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.node, ['list']],
        ...(environment.service === undefined ? [] : [[_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.endpointSlice, ['list']]]),
        ...ofVerification(environment),
    ];
    return [...permissionsIn(verbs), ...proxyOf(environment)];
}
const ofLease = ['create', 'get', 'list', 'patch', 'update', 'watch'];
function ofEveryRelease(environment) {
    const { service, route } = environment;
    const watched = ['list', 'watch'];
    return [
        [_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.configMap, ['create', 'delete', 'get', 'list', 'patch', 'update', 'watch']],
        [_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.secret, ['create', 'delete', 'get', 'patch']],
        [_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.lease, ofLease],
        ...ofKinds(environment),
        [_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.pod, watched],
        [_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.service, watched],
        [_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.horizontalPodAutoscaler, watched],
        [_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.endpointSlice, service === undefined ? ['list'] : watched],
        ...(route === undefined ? [] : [[_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.httpRoute, watched]]),
        [_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.event, ['list']],
        [_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.resourceQuota, ['list']],
        [_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.node, ['list']],
        [_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.namespace, ['get']],
    ];
}
function ofKinds({ workload, workers }) {
    const watched = ['list', 'watch'];
    const kinds = new Set([workload, ...(0,_workloads_workers_js__WEBPACK_IMPORTED_MODULE_4__/* .workersOf */ .N)({ workers })].map(({ kind }) => kind));
    return [...kinds].flatMap(kind => {
        const { resource, revisions, refusedInEvents } = (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_3__/* .traitsOf */ .JC)(kind);
        return [
            [resource, ['create', 'delete', 'get', 'list', 'patch', 'watch']],
            ...(revisions === undefined ? [] : [[revisions, watched]]),
            ...(refusedInEvents ? [[_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.event, watched]] : []),
            ...(kind === 'StatefulSet' ? [[_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.pod, ['delete', 'get']]] : []),
        ];
    });
}
const permissionsIn = (verbs) => verbs.flatMap(([resource, names]) => names.map((verb) => ({ verb, resource })));
const ofVerification = ({ verify }) => {
    if (verify?.from === 'service')
        return [[_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.service, ['get']]];
    if (verify?.from !== 'gateway' || verify.url !== undefined)
        return [];
    return [
        [_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.httpRoute, ['get']],
        [_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.gateway, ['get']],
    ];
};
const ofDependencies = ({ verify }) => verify?.dependencies === undefined ? [] : [[_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.job, ['create', 'delete']]];
const proxyOf = ({ verify, gate }) => verify?.from === 'service' || gate === 'checks'
    ? [{ verb: 'get', resource: _cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.service, subresource: 'proxy' }]
    : [];
function readByGate({ monitoring, ...environment }) {
    const gate = (0,_config_gate_js__WEBPACK_IMPORTED_MODULE_2__/* .metricGateOf */ .xf)(environment);
    const readsLines = gate?.metrics.some(metric => 'logs' in metric) === true;
    const services = [gate?.prometheus.service, readsLines ? monitoring?.logs?.service : undefined];
    return services.flatMap(service => (service === undefined ? [] : proxyPermission('get', service)));
}
function optionalPermissions(environment) {
    const { silence, alertmanager } = environment.monitoring ?? {};
    const service = silence === undefined ? undefined : alertmanager?.service;
    const events = { verb: 'create', resource: _cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .eventsOfWorkloads */ .H5 };
    const databases = ofDatabases(environment, 'warn');
    const silences = service ? ['create', 'delete', 'get'].map(verb => proxyPermission(verb, service)) : [];
    return [
        { permissions: [events], without: 'releases create no Events for the workload' },
        { permissions: databases, without: 'releases cannot check the lag of standbys and WAL archives' },
        { permissions: silences, without: 'releases silence no alerts' },
    ].filter(({ permissions }) => permissions.length > 0);
}
const ofDatabases = ({ recovery }, reaction) => (0,_config_standbys_js__WEBPACK_IMPORTED_MODULE_6__/* .watchedDatabases */ .f)(recovery)
    .filter(([, database]) => database['on-lag'] === reaction)
    .flatMap(([, { workload }]) => [
    { verb: 'get', resource: (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_3__/* .traitsOf */ .JC)(workload.kind).resource },
    ...['get', 'list'].map(verb => ({ verb, resource: _cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.pod })),
    { verb: 'create', resource: _cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.pod, subresource: 'exec' },
]);
const proxyPermission = (verb, { namespace, name, port }) => {
    const elsewhere = { namespace, name: `${name}:${port}` };
    return { verb, resource: _cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.service, subresource: 'proxy', elsewhere };
};
function ofHooks({ hooks = {} }) {
    const inCluster = Object.values(hooks).some(hook => 'job' in hook);
    return inCluster ? [[_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.job, ['create', 'delete', 'get']]] : [];
}
function ofTwoTracks({ route, strategy }) {
    return [
        [_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.service, ['create', 'delete', 'get', 'patch']],
        [_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.horizontalPodAutoscaler, ['get', 'patch']],
        [_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.pod, ['delete', 'get']],
        ...(route === undefined
            ? []
            : [
                [_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.httpRoute, ['get', 'patch']],
                [_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.gateway, ['get']],
                [_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.gatewayClass, ['get']],
                ...otherRoutes.map((resource) => [resource, ['list']]),
            ]),
        ...((0,_watchdog_watchdog_js__WEBPACK_IMPORTED_MODULE_5__/* .watchdogImage */ .FX)(strategy) === undefined
            ? []
            : [
                [_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.job, ['create', 'list', 'watch']],
                [_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.serviceAccount, ['get']],
            ]),
    ];
}
const otherRoutes = [
    _cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.grpcRoute,
    _cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.tcpRoute,
    _cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.tlsRoute,
    _cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.udpRoute,
    _cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.backendTlsPolicy,
];
function nameOfPermission({ verb, resource, subresource, elsewhere }) {
    const group = resource.group === '' ? '' : `.${resource.group}`;
    const of = elsewhere === undefined ? '' : ` of ${elsewhere.namespace}/${elsewhere.name}`;
    return `${verb} ${resource.plural}${group}${subresource === undefined ? '' : `/${subresource}`}${of}`;
}
async function askPermissions(cluster, namespace, permissions, account) {
    const [kind, subject] = account === undefined
        ? ['SelfSubjectAccessReview', {}]
        : ['SubjectAccessReview', userOf(namespace, account)];
    return Promise.all(permissions.map(async (permission) => {
        const { resource, verb, subresource, elsewhere } = permission;
        const review = await cluster.create(`/apis/authorization.k8s.io/v1/${kind.toLowerCase()}s`, {
            apiVersion: 'authorization.k8s.io/v1',
            kind,
            spec: {
                ...subject,
                resourceAttributes: {
                    verb,
                    group: resource.group,
                    resource: resource.plural,
                    ...(subresource === undefined ? {} : { subresource }),
                    ...(resource.namespaced && resource !== _cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.gateway ? { namespace } : {}),
                    ...elsewhere,
                },
            },
        });
        return { permission, name: nameOfPermission(permission), allowed: review.status.allowed };
    }));
}
const userOf = (namespace, account) => ({
    user: `system:serviceaccount:${namespace}:${account}`,
    groups: ['system:serviceaccounts', `system:serviceaccounts:${namespace}`, 'system:authenticated'],
});
async function requirePermissions(cluster, namespace, permissions) {
    const grants = await askPermissions(cluster, namespace, permissions);
    const lacking = permissionsProblem(grants, namespace);
    if (lacking !== undefined)
        throw lacking;
}
function permissionsProblem(grants, namespace) {
    const lacking = grants.filter(({ allowed }) => !allowed).map(({ permission }) => permission);
    const here = lacking.filter(({ elsewhere }) => elsewhere === undefined);
    const names = [...lacking.filter(({ elsewhere }) => elsewhere !== undefined), ...here].map(nameOfPermission);
    if (names.length === 0)
        return undefined;
    const shown = names.length > 4 ? `${names.slice(0, 4).join(', ')} and ${names.length - 4} more` : names.join(', ');
    return new _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .MissingPermission */ .cb(here.length === 0 ? shown : `${shown} in namespace ${namespace}`);
}


/***/ }),

/***/ 5231:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   folderOf: () => (/* binding */ folderOf),
/* harmony export */   isLock: () => (/* binding */ isLock),
/* harmony export */   isSameRemote: () => (/* binding */ isSameRemote),
/* harmony export */   labelOf: () => (/* binding */ labelOf),
/* harmony export */   readRepository: () => (/* binding */ readRepository),
/* harmony export */   remoteOf: () => (/* binding */ remoteOf),
/* harmony export */   requireInside: () => (/* binding */ requireInside)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31421);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(57975);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(92317);





const foreign = /(^|\/)(node_modules|vendor|\.?venv|__pycache__|\.git|\.terraform|\.gradle)\//;
const built = new Set(['dist', 'build', 'target', 'bin', 'obj', 'coverage', '.next', '.idea', '.vscode']);
const deepest = 8;
const mostTexts = 5000;
const largestText = 256 * 1024;
const readable = /\.(ya?ml|json|toml|xml|gradle|kts|csproj|props|[cm]?[jt]sx?|py|go|rb|java|kt|rs|php|cs|txt|properties)$|(^|\/)(Dockerfile[^/]*|[^/]*\.Dockerfile|Makefile|Procfile|Gemfile|go\.mod|\.nvmrc|\.(ruby|python|node)-version|Kustomization)$/;
const isLock = (path) => /(^|\/)(package-lock\.json|pnpm-lock\.yaml)$/.test(path);
async function readRepository(folder, limit = mostTexts) {
    const root = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)(folder);
    const [remote, head, current, prefix, listed, deleted] = await Promise.all([
        git(root, 'config', '--get', 'remote.origin.url'),
        git(root, 'symbolic-ref', '--short', 'refs/remotes/origin/HEAD'),
        git(root, 'symbolic-ref', '--short', 'HEAD'),
        git(root, 'rev-parse', '--show-prefix'),
        git(root, 'ls-files', '-z', '--cached', '--others', '--exclude-standard'),
        git(root, 'ls-files', '-z', '--deleted'),
    ]);
    const gone = new Set(deleted.split('\0'));
    const known = [...new Set(listed.split('\0'))].filter(path => !gone.has(path) && !foreign.test(path));
    const paths = listed === '' ? await filesIn(root, '') : known.filter(path => path !== '').sort();
    const top = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.realpath)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)(root, '../'.repeat(prefix.split('/').length - 1)));
    const depth = (path) => path.split('/').length;
    const wanted = paths
        .filter(path => readable.test(path) && !isLock(path))
        .sort((a, b) => depth(a) - depth(b));
    const texts = new Map();
    for (const path of wanted.slice(0, limit)) {
        const text = await textOf((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(root, path), top);
        if (text !== undefined)
            texts.set(path, text);
    }
    if (prefix !== '')
        for (const [path, text] of await workflowsAbove(top))
            texts.set(path, text);
    const taken = prefix === '' ? [] : await applicationsBeside(root, top, prefix);
    const branch = head.replace(/^origin\//, '') || (current === 'master' ? current : 'main');
    const unread = Math.max(0, wanted.length - limit);
    return {
        root,
        top,
        name: taken.includes(labelOf((0,node_path__WEBPACK_IMPORTED_MODULE_2__.basename)(root))) ? prefix.slice(0, -1) : (0,node_path__WEBPACK_IMPORTED_MODULE_2__.basename)(root),
        paths,
        texts,
        unread,
        remote: remote || undefined,
        branch,
        prefix,
    };
}
async function textOf(file, top) {
    const real = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.realpath)(file).catch(() => '');
    if (!isInside(real, top))
        return undefined;
    const found = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.stat)(real);
    return found.isFile() && found.size <= largestText ? (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)(real, 'utf8') : undefined;
}
const isInside = (path, top) => path === top || path.startsWith((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(top, '/'));
async function requireInside({ root, top }, path) {
    if (/(^|\/)\.git\//.test(path))
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo(`${path} cannot be written: it is inside .git`, 'name another Dockerfile');
    let folder = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(root, path));
    let real;
    while (real === undefined) {
        const isLink = (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.lstat)(folder).catch(() => undefined))?.isSymbolicLink() ?? false;
        real = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.realpath)(folder).catch(() => (isLink ? '' : undefined));
        if (real === undefined)
            folder = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(folder);
    }
    if (isInside(real, top))
        return;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo(`${path} cannot be written: ${(0,node_path__WEBPACK_IMPORTED_MODULE_2__.relative)(root, folder)} is a symlink that points outside the repository`, 'replace it with a folder, then run slipway init again');
}
async function workflowsAbove(top) {
    const folder = '.github/workflows';
    const names = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readdir)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(top, folder)).catch(() => []);
    const files = names.filter(name => /\.ya?ml$/.test(name));
    return Promise.all(files.map(async (name) => [
        `${folder}/${name}`,
        (await textOf((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(top, folder, name), top)) ?? '',
    ]));
}
async function applicationsBeside(root, top, prefix) {
    const listed = await git(root, ...['ls-files', '--full-name', '-z', '--cached', '--others', '--exclude-standard'], ...['--', ':(top,glob)**/slipway.yml']);
    const paths = listed.split('\0').filter(path => path !== '' && path !== `${prefix}slipway.yml`);
    const texts = await Promise.all(paths.slice(0, mostTexts).map(path => textOf((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(top, path), top)));
    return texts.flatMap(text => /^app:[ \t]*["']?([\w-]+)/m.exec(text ?? '')?.[1] ?? []);
}
async function filesIn(root, folder, depth = 0) {
    const entries = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readdir)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(root, folder), { withFileTypes: true });
    const found = [];
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
        const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
        if (!entry.isDirectory())
            found.push(path);
        else if (depth < deepest && !built.has(entry.name) && !foreign.test(`${path}/`))
            found.push(...(await filesIn(root, path, depth + 1)));
    }
    return found;
}
async function git(folder, ...args) {
    const all = ['-C', folder, '-c', 'core.fsmonitor=false', ...args];
    const answer = await (0,node_util__WEBPACK_IMPORTED_MODULE_3__.promisify)(node_child_process__WEBPACK_IMPORTED_MODULE_0__.execFile)('git', all, { maxBuffer: 64 << 20 }).catch(() => ({ stdout: '' }));
    return answer.stdout.trim();
}
function remoteOf(url) {
    const [, host = '', owner = '', name = ''] = /^(?:[a-z+]+:\/\/)?(?:[^@/]+@)?([^/:@]+)(?::\d+)?[:/](?:.*\/)?([^/]+)\/([^/]+?)(?:\.git)?\/?$/.exec(url ?? '') ?? [];
    return name === '' ? undefined : { host, owner, name };
}
function isSameRemote(one, other) {
    const [first, second] = [one, other ?? ''].map(url => url
        .replace(/^[a-z+]+:\/\//, '')
        .replace(/^[^@/]+@/, '')
        .replace(/^([^/:]+)(?::\d+(?=\/))?[:/]\/?/, '$1/')
        .replace(/(\.git)?\/?$/, '')
        .toLowerCase());
    return first === second;
}
const folderOf = (path) => path.slice(0, Math.max(0, path.lastIndexOf('/')));
const labelOf = (text, longest = 40) => text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-*(?=\d)/, 'app-')
    .slice(0, longest)
    .replace(/^-+|-+$/g, '') || 'app';


/***/ }),

/***/ 40254:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  permissionsNeeded: () => (/* binding */ permissionsNeeded),
  resourcesOf: () => (/* binding */ resourcesOf),
  roleFileFor: () => (/* binding */ roleFileFor),
  roleObjects: () => (/* binding */ roleObjects),
  roleText: () => (/* binding */ roleText),
  rolesFor: () => (/* binding */ rolesFor),
  usersOf: () => (/* binding */ usersOf)
});

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(38815);
// EXTERNAL MODULE: ./.build/js/src/cluster/manifests.js
var manifests = __webpack_require__(83406);
// EXTERNAL MODULE: ./.build/js/src/cluster/resources.js
var resources = __webpack_require__(14485);
// EXTERNAL MODULE: ./.build/js/src/release/permissions/access.js
var access = __webpack_require__(52692);
// EXTERNAL MODULE: ./.build/js/src/workloads/workers.js
var workloads_workers = __webpack_require__(5259);
// EXTERNAL MODULE: ./.build/js/src/gitops/controller.js
var gitops_controller = __webpack_require__(2644);
;// CONCATENATED MODULE: ./.build/js/src/gitops/permissions.js




function permissionsOfDelivery(environment) {
    const { workers, delivery } = environment;
    const looks = ['get', 'list'];
    const { deployment, statefulSet, daemonSet, replicaSet, controllerRevision } = resources/* resources */.ES;
    const hasCronJob = (0,workloads_workers/* workersOf */.N)({ workers }).some(({ kind }) => kind === 'CronJob');
    const controller = delivery?.gitops.controller;
    const verbs = [
        ...[resources/* resources */.ES.pod, resources/* resources */.ES.event, resources/* resources */.ES.service].map(each => [each, looks]),
        ...[deployment, statefulSet, daemonSet, replicaSet, controllerRevision].map(each => [each, looks]),
        ...(hasCronJob ? [[resources/* resources */.ES.cronJob, ['get']]] : []),
        [resources/* resources */.ES.endpointSlice, looks],
        [resources/* resources */.ES.node, ['list']],
        ...(0,access/* ofVerification */.Jr)(environment),
        ...(0,access/* ofDependencies */.bT)(environment),
    ];
    return [
        ...verbs.flatMap(([resource, names]) => names.map((verb) => ({ verb, resource }))),
        { verb: 'get', resource: resources/* resources */.ES.pod, subresource: 'log' },
        ...(0,access/* proxyOf */.Ol)(environment),
        ...(controller === undefined ? [] : [ofController(controller)]),
    ];
}
function ofController(controller) {
    const { resource, ...elsewhere } = (0,gitops_controller.objectOf)(controller);
    return { verb: 'get', resource, elsewhere };
}

// EXTERNAL MODULE: ./.build/js/src/release/watchdog/watchdog.js + 1 modules
var watchdog = __webpack_require__(68036);
// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var errors = __webpack_require__(92317);
// EXTERNAL MODULE: ./.build/js/src/toolkit/map.js
var map = __webpack_require__(60630);
// EXTERNAL MODULE: ./.build/js/src/traffic/route.js
var route = __webpack_require__(6386);
// EXTERNAL MODULE: ./.build/js/src/workloads/naming.js
var naming = __webpack_require__(91490);
// EXTERNAL MODULE: ./.build/js/src/setup/repository.js
var setup_repository = __webpack_require__(5231);
;// CONCATENATED MODULE: ./.build/js/src/setup/roles.js











function rolesFor(permissions) {
    const clusterWide = (permission) => !permission.resource.namespaced || permission.resource === resources/* resources */.ES.gateway;
    const here = permissions.filter(({ elsewhere }) => elsewhere === undefined);
    const others = new Set(permissions.flatMap(({ elsewhere }) => elsewhere?.namespace ?? []));
    return {
        role: rulesOf(here.filter(permission => !clusterWide(permission))),
        clusterRole: rulesOf(here.filter(clusterWide)),
        elsewhere: [...others].map(namespace => ({
            namespace,
            role: rulesOf(permissions.filter(({ elsewhere }) => elsewhere?.namespace === namespace)),
        })),
    };
}
function rulesOf(permissions) {
    const rules = new Map();
    for (const { resource, subresource, verb, elsewhere } of permissions) {
        const name = subresource === undefined ? resource.plural : `${resource.plural}/${subresource}`;
        const key = `${resource.group}/${name}/${elsewhere?.name ?? ''}`;
        const rule = rules.get(key) ?? {
            apiGroups: [resource.group],
            resources: [name],
            ...(elsewhere === undefined ? {} : { resourceNames: [elsewhere.name] }),
            verbs: [],
        };
        rule.verbs.push(verb);
        rules.set(key, rule);
    }
    return [...rules.entries()]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([, rule]) => ({ ...rule, verbs: [...new Set(rule.verbs)].sort() }));
}
const api = 'rbac.authorization.k8s.io';
function roleObjects(app, environment, manifests, account, users = []) {
    const { namespace, route, service = '', strategy, delivery } = environment;
    const optional = delivery === undefined ? (0,access/* optionalPermissions */.JN)(environment) : [];
    const { role, clusterRole, elsewhere } = rolesFor([
        ...permissionsNeeded(environment, manifests),
        ...optional.flatMap(({ permissions }) => permissions),
    ]);
    const subjects = users.length === 0
        ? [{ kind: 'ServiceAccount', name: account, namespace }]
        : users.map(name => ({ kind: 'User', apiGroup: api, name }));
    const cluster = `${account}:${namespace}:${app}`;
    const granted = (kind, name, rules, where) => {
        const metadata = { name, ...(where === undefined ? {} : { namespace: where }) };
        return [
            { apiVersion: `${api}/v1`, kind, metadata, rules },
            {
                apiVersion: `${api}/v1`,
                kind: `${kind}Binding`,
                metadata,
                roleRef: { apiGroup: api, kind, name },
                subjects,
            },
        ];
    };
    return [
        ...(users.length === 0
            ? [{ apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: account, namespace } }]
            : []),
        ...granted('Role', `${account}:${app}`, role, namespace),
        ...granted('ClusterRole', cluster, clusterRole),
        ...elsewhere.flatMap(other => granted('Role', cluster, other.role, other.namespace)),
        ...((0,watchdog/* watchdogImage */.FX)(strategy) === undefined
            ? []
            : (0,watchdog/* watchdogRole */.c_)({
                app,
                namespace,
                routes: route === undefined ? [] : [...new Set([route.name, ...routesTo(service, manifests)])],
                services: [service, naming/* nameOf */.Vb.canary(service)],
            })),
    ];
}
const permissionsNeeded = (environment, manifests) => environment.delivery === undefined
    ? [
        ...(0,access/* permissionsFor */.mr)(environment, resourcesOf(manifests).kinds),
        ...permissionsToGrant(environment.namespace, manifests),
    ]
    : permissionsOfDelivery(environment);
function permissionsToGrant(namespace, manifests) {
    const ofKind = (kind) => manifests.filter(each => each.kind === kind && each.apiVersion?.startsWith(`${api}/`));
    const permission = (group, name, verb, only) => {
        const [plural = '', subresource] = name.split(/\/(.*)/, 2);
        const resource = { group, version: 'v1', kind: '', plural, namespaced: true };
        const within = only === undefined ? {} : { elsewhere: { namespace, name: only } };
        return { verb, resource, ...(subresource === undefined ? {} : { subresource }), ...within };
    };
    const roles = ofKind('Role');
    const held = roles
        .flatMap(({ rules }) => rules ?? [])
        .flatMap(({ apiGroups = [], resources: named = [], resourceNames = [], verbs = [] }) => apiGroups.flatMap(group => named.flatMap(name => verbs.flatMap(verb => (resourceNames.length === 0 ? [undefined] : resourceNames).map(only => permission(group, name, verb, only))))));
    const bound = ofKind('RoleBinding')
        .flatMap(({ roleRef }) => roleRef ?? [])
        .filter(({ kind, name }) => kind !== 'Role' || !roles.some(({ metadata }) => metadata?.name === name));
    return [...held, ...bound.map(({ kind, name }) => permission(api, `${kind.toLowerCase()}s`, 'bind', name))];
}
function routesTo(service, manifests) {
    const { group, kind } = resources/* resources */.ES.httpRoute;
    const routes = manifests.filter(each => each.kind === kind && each.apiVersion?.startsWith(`${group}/`));
    return (0,route/* routesOf */.eV)(routes, service).map(({ metadata }) => metadata?.name ?? '');
}
function roleText(app, name, environment, manifests, account, users) {
    const released = manifests.map(({ object }) => object);
    const { guessed } = resourcesOf(released);
    const objects = roleObjects(app, environment, released, account, users);
    const head = `# Exactly the permissions that releases of ${app} to ${name} need. Written by slipway rbac; an administrator applies it.\n`;
    return {
        text: head + objects.map(object => (0,dist/* stringify */.As)(object, { lineWidth: 0, compat: 'yaml-1.1' })).join('---\n'),
        rules: objects.flatMap(object => ('rules' in object ? [object.rules].flat() : [])).length,
        guessed,
    };
}
function roleFileFor(name, { texts }) {
    const first = texts.get('slipway-rbac.yaml') ?? '';
    const owner = /^# Exactly the permissions that releases of \S+ to (\S+) need\./.exec(first)?.[1] ?? name;
    return owner === name ? 'slipway-rbac.yaml' : `slipway-rbac-${name}.yaml`;
}
function usersOf({ cluster }, name, repository) {
    if (cluster === undefined)
        return [];
    const file = roleFileFor(name, repository);
    const subjects = subjectsIn(repository.texts.get(file) ?? '', file);
    const users = [...new Set((0,map/* textsIn */.Ej)(subjects.filter(({ kind }) => kind === 'User').map(user => user.name)))];
    if (users.length > 0)
        return users;
    const { owner, name: repo } = (0,setup_repository.remoteOf)(repository.remote) ?? { owner: '<owner>', name: '<repository>' };
    const subject = `github:repo:${owner}/${repo}`;
    return [`${subject}:ref:refs/heads/${repository.branch}`, `${subject}:environment:${name}`];
}
function subjectsIn(text, file) {
    try {
        return (0,manifests/* parseManifests */.Y)(text, file).flatMap(({ object }) => 'subjects' in object ? (0,map/* mapsIn */.nf)(object.subjects) : []);
    }
    catch (error) {
        if (error instanceof errors/* UserError */.yo)
            return [];
        throw error;
    }
}
function resourcesOf(objects) {
    const kinds = new Map();
    const guessed = new Set();
    for (const { apiVersion = '', kind = '' } of objects) {
        const [version = '', group = ''] = apiVersion.split('/').reverse();
        const known = builtIn.find(each => each.group === group && each.kind === kind);
        if (known === undefined)
            guessed.add(`${kind}.${group}`);
        kinds.set(`${group}/${kind}`, known ?? { group, version, kind, plural: pluralOf(kind), namespaced: true });
    }
    return { kinds: [...kinds.values()], guessed: [...guessed] };
}
const more = [
    ['policy', 'PodDisruptionBudget'],
    ['networking.k8s.io', 'NetworkPolicy'],
    ['networking.k8s.io', 'Ingress'],
    ['rbac.authorization.k8s.io', 'Role'],
    ['rbac.authorization.k8s.io', 'RoleBinding'],
    ['monitoring.coreos.com', 'ServiceMonitor'],
    ['monitoring.coreos.com', 'PodMonitor'],
    ['monitoring.coreos.com', 'PrometheusRule'],
    ['monitoring.coreos.com', 'ScrapeConfig'],
];
const builtIn = [
    ...Object.values(resources/* resources */.ES),
    ...more.map(([group, kind]) => ({ group, version: 'v1', kind, plural: pluralOf(kind), namespaced: true })),
];
function pluralOf(kind) {
    const name = kind.toLowerCase();
    if (/(s|x|ch|sh)$/.test(name))
        return `${name}es`;
    return /[^aeiou]y$/.test(name) ? `${name.slice(0, -1)}ies` : `${name}s`;
}


/***/ }),

/***/ 6386:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MU: () => (/* binding */ isOurs),
/* harmony export */   XV: () => (/* binding */ previewRule),
/* harmony export */   Yc: () => (/* binding */ weightIn),
/* harmony export */   at: () => (/* binding */ at),
/* harmony export */   bU: () => (/* binding */ isPreview),
/* harmony export */   dc: () => (/* binding */ backendsOf),
/* harmony export */   dv: () => (/* binding */ ruleKeys),
/* harmony export */   eV: () => (/* binding */ routesOf),
/* harmony export */   ev: () => (/* binding */ asksFor),
/* harmony export */   fD: () => (/* binding */ rulesOf),
/* harmony export */   gA: () => (/* binding */ refsOf),
/* harmony export */   nb: () => (/* binding */ weightsIn)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);

function routesOf(routes, service) {
    return routes.filter(route => rulesOf(route).some(rule => refsOf(rule).some(ref => refersTo(ref, service, route))));
}
function refersTo(ref, service, route) {
    return (ref.name === service &&
        (ref.kind ?? 'Service') === 'Service' &&
        (ref.group ?? '') === '' &&
        (ref.namespace ?? route.metadata?.namespace) === route.metadata?.namespace);
}
const rulesOf = (route) => route.spec?.rules ?? [];
const refsOf = (rule) => rule.backendRefs ?? [];
const weightIn = (ref) => ref.weight ?? 1;
function backendsOf(rule, { service, canaryService }, route) {
    const refs = refsOf(rule);
    const indexes = (name) => [...refs.keys()].filter(i => refersTo(at(refs, i), name, route));
    const canaries = indexes(canaryService);
    const pairs = indexes(service).map((stable) => {
        const found = canaries.findIndex(i => at(refs, i).port === at(refs, stable).port);
        const [canary] = found < 0 ? [] : canaries.splice(found, 1);
        return canary === undefined ? { stable } : { stable, canary };
    });
    return { pairs, orphans: canaries };
}
function isOurs(rule, names, route) {
    const { pairs, orphans } = backendsOf(rule, names, route);
    return pairs.length + orphans.length > 0;
}
function isPreview(rule, split, route) {
    const { preview, service, canaryService } = split;
    return (preview !== undefined &&
        (rule.matches ?? []).length > 0 &&
        (rule.matches ?? []).every(match => asksFor(match, preview)) &&
        refsOf(rule).length > 0 &&
        refsOf(rule).every(ref => refersTo(ref, service, route) || refersTo(ref, canaryService, route)));
}
function asksFor(match, { header, value }) {
    return (match.headers ?? []).some(each => each.name.toLowerCase() === header.toLowerCase() &&
        each.value === value &&
        (each.type ?? 'Exact') === 'Exact');
}
function weightsIn(route, split) {
    return rulesOf(route).flatMap(rule => {
        if (isPreview(rule, split, route))
            return [];
        const { pairs, orphans } = backendsOf(rule, split, route);
        const refs = refsOf(rule);
        const sum = (indexes) => indexes.reduce((total, i) => total + weightIn(at(refs, i)), 0);
        const canary = sum([...pairs.flatMap(pair => pair.canary ?? []), ...orphans]);
        const total = canary + sum(pairs.map(({ stable }) => stable));
        return total === 0 ? [] : [(100 * canary) / total];
    });
}
function ruleKeys(route, split) {
    const seen = new Map();
    const keys = new Map();
    rulesOf(route).forEach((rule, index) => {
        if (isPreview(rule, split, route) || !isOurs(rule, split, route))
            return;
        const text = JSON.stringify(rule.matches ?? []);
        const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(text).digest('hex').slice(0, 8);
        const nth = seen.get(hash) ?? 0;
        seen.set(hash, nth + 1);
        keys.set(index, nth === 0 ? hash : `${hash}-${nth}`);
    });
    return keys;
}
function at(list, index) {
    const element = list[index];
    if (element === undefined)
        throw new RangeError(`no element ${index} of ${list.length}`);
    return element;
}
const everything = { path: { type: 'PathPrefix', value: '/' } };
function previewRule(rule, split, preview, route) {
    const { name: _, backendRefs: __, ...rest } = rule;
    const header = { type: 'Exact', name: preview.header, value: preview.value };
    return {
        ...rest,
        matches: (rule.matches?.length ? rule.matches : [everything]).map(match => ({
            ...match,
            headers: [...(match.headers ?? []), header],
        })),
        backendRefs: refsOf(rule)
            .filter(ref => refersTo(ref, split.service, route))
            .slice(0, 1)
            .map(ref => ({
            ...ref,
            name: split.canaryService,
            ...(ref.weight === undefined ? {} : { weight: 1 }),
        })),
    };
}


/***/ })

};
