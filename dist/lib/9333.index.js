export const id = 9333;
export const ids = [9333];
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

/***/ 49333:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   newValuesOf: () => (/* binding */ newValuesOf)
/* harmony export */ });
/* harmony import */ var _helm_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(65074);
/* harmony import */ var _manifests_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83406);


async function newValuesOf(root, sources, manifests, target) {
    const sentences = sources.map(async (source) => {
        if (typeof source === 'string')
            return [];
        const ofChart = `${source.helm.replace(/\/+$/, '')}/`;
        const first = manifests.filter(each => each.source.startsWith(ofChart));
        if (!first.some(({ object }) => object.kind === 'Secret'))
            return [];
        const names = differing(first, await renderedAgain(root, source, target));
        return names.length === 0
            ? []
            : [
                `the chart ${source.helm} makes new values for ${names.join(', ')} at each rendering, so each release replaces them: name an existing Secret in its values, or set these values`,
            ];
    });
    return (await Promise.all(sentences)).flat();
}
async function renderedAgain(root, chart, target) {
    const texts = await (0,_helm_js__WEBPACK_IMPORTED_MODULE_0__/* .renderChart */ .xt)(root, chart, target).catch(() => []);
    return texts.flatMap(([place, text]) => (0,_manifests_js__WEBPACK_IMPORTED_MODULE_1__/* .parseManifests */ .Y)(text, place));
}
function differing(first, second) {
    const titleOf = ({ object, name }) => `${object.kind}/${name}`;
    const keyOf = (each) => `${each.object.apiVersion} ${titleOf(each)}`;
    const again = new Map(second.map(each => [keyOf(each), JSON.stringify(each.object)]));
    return first
        .filter(each => (again.get(keyOf(each)) ?? JSON.stringify(each.object)) !== JSON.stringify(each.object))
        .map(titleOf);
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


/***/ })

};
