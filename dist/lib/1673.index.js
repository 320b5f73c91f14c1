export const id = 1673;
export const ids = [1673];
export const modules = {

/***/ 71673:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   backup: () => (/* binding */ backup),
/* harmony export */   check: () => (/* binding */ check),
/* harmony export */   expire: () => (/* binding */ expire),
/* harmony export */   expiredLabels: () => (/* binding */ expiredLabels),
/* harmony export */   failureIn: () => (/* binding */ failureIn),
/* harmony export */   info: () => (/* binding */ info),
/* harmony export */   isLabel: () => (/* binding */ isLabel),
/* harmony export */   labelIn: () => (/* binding */ labelIn),
/* harmony export */   listArchive: () => (/* binding */ listArchive),
/* harmony export */   listBackup: () => (/* binding */ listBackup),
/* harmony export */   readHistory: () => (/* binding */ readHistory),
/* harmony export */   restore: () => (/* binding */ restore),
/* harmony export */   settings: () => (/* binding */ settings),
/* harmony export */   verify: () => (/* binding */ verify)
/* harmony export */ });
function backup(request) {
    const annotations = Object.entries(request.annotations ?? {}).map(([name, value]) => {
        if (name === '' || name.includes('='))
            throw new RangeError(`not the name of an annotation: ${name}`);
        return `--annotation=${name}=${value}`;
    });
    return [
        ...start(request, 'info'),
        `--type=${request.type}`,
        '--start-fast',
        '--no-expire-auto',
        ...annotations,
        'backup',
    ];
}
const check = ({ stanza, config }) => [
    ...start({ stanza, ...(config === undefined ? {} : { config }) }, 'info'),
    'check',
];
const info = (stanza) => [
    ...start(stanza, 'off'),
    '--output=json',
    'info',
];
function verify(repository, set) {
    return [
        'env',
        'PGBACKREST_JOB_RETRY_INTERVAL=100ms',
        ...start(repository, 'off', 'info'),
        '--output=text',
        '--verbose',
        ...(set === undefined ? [] : [`--set=${label(set)}`]),
        'verify',
    ];
}
const listArchive = (repository, archive) => [
    ...start(repository, 'off'),
    '--recurse',
    '--output=json',
    'repo-ls',
    `archive/${repository.stanza}/${archive}`,
];
const listBackup = (repository, set) => [
    ...start(repository, 'off'),
    '--recurse',
    '--output=json',
    'repo-ls',
    `backup/${repository.stanza}/${label(set)}`,
];
const readHistory = (repository, archive, timeline) => [
    ...start(repository, 'off'),
    'repo-get',
    `archive/${repository.stanza}/${archive}/${timeline.toString(16).toUpperCase().padStart(8, '0')}.history`,
];
function restore(request) {
    const { set, target, timeline, path, atTarget, archives, overwrite, processes, last } = request;
    return [
        ...start(request, 'info'),
        `--set=${label(set)}`,
        `--type=${target.type}`,
        ...(target.value === undefined ? [] : [`--target=${target.value}`]),
        ...(target.exclusive === true ? ['--target-exclusive'] : []),
        ...(target.type === 'immediate' ? [] : [`--target-timeline=${timeline}`]),
        ...(target.type === 'default' ? [] : [`--target-action=${atTarget}`]),
        `--archive-mode=${archives ? 'preserve' : 'off'}`,
        `--pg1-path=${path}`,
        ...(overwrite === true ? ['--delta'] : []),
        ...(processes === undefined ? [] : [`--process-max=${processes}`]),
        ...(last === undefined ? [] : [`--recovery-option=restore_command=${getUpTo(last, request)}`]),
        'restore',
    ];
}
function getUpTo(last, { path, ...of }) {
    if (!/^[0-9A-F]{24}$/.test(last))
        throw new RangeError(`not the name of a segment: ${last}`);
    const get = [...start(of, 'off'), `--pg1-path=${path}`, 'archive-get', '%f', '"%p"'].join(' ');
    return `case %f in *.history) true ;; *) expr X%f "<=" X${last} > /dev/null ;; esac && ${get}`;
}
function expire(repository, { set, fulls, dryRun }) {
    const option = `--repo${repository.repository}-retention-archive`;
    return [
        ...start(repository, 'info'),
        `--set=${label(set)}`,
        `${option}=${fulls}`,
        `${option}-type=full`,
        ...(dryRun ? ['--dry-run'] : []),
        'expire',
    ];
}
const settings = (repository) => [
    ...start(repository, 'info'),
    '--dry-run',
    'expire',
];
const labelIn = (log) => /\bnew backup label = (\S+)/.exec(log)?.[1];
const expiredLabels = (log) => [
    ...new Set(log
        .split('\n')
        .filter(line => /: expire \S+ backup /.test(line))
        .flatMap(line => line.match(/\b\d{8}-\d{6}F(?:_\d{8}-\d{6}[DI])?/g) ?? [])),
];
function failureIn({ stdout, stderr }) {
    const said = `${stdout}\n${stderr}`.split('\n').find(line => /\bERROR\b/.test(line)) ?? stderr.trim();
    return said.trim().slice(0, 300);
}
const labels = /^\d{8}-\d{6}F(_\d{8}-\d{6}[DI])?$/;
const isLabel = (text) => labels.test(text);
function label(text) {
    if (!isLabel(text))
        throw new RangeError(`not the label of a backup: ${text}`);
    return text;
}
const placeOf = ({ repository, folder }) => folder === undefined ? [] : [`--repo${repository}-type=posix`, `--repo${repository}-path=${folder}`];
function start(of, console, errors = 'warn') {
    return [
        'pgbackrest',
        ...(of.config === undefined ? [] : [`--config=${of.config}`]),
        `--stanza=${of.stanza}`,
        ...('repository' in of ? [`--repo=${of.repository}`, ...placeOf(of)] : []),
        `--log-level-console=${console}`,
        `--log-level-stderr=${errors}`,
        '--no-log-timestamp',
    ];
}


/***/ })

};
