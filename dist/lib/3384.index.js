export const id = 3384;
export const ids = [3384,8961];
export const modules = {

/***/ 68717:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  reportCosts: () => (/* binding */ reportCosts)
});

// EXTERNAL MODULE: ./.build/js/src/analysis/prometheus.js
var analysis_prometheus = __webpack_require__(38062);
// EXTERNAL MODULE: ./.build/js/src/assess/live.js
var assess_live = __webpack_require__(45820);
// EXTERNAL MODULE: ./.build/js/src/config/gate.js
var gate = __webpack_require__(28989);
// EXTERNAL MODULE: ./.build/js/src/monitoring/monitor.js
var monitor = __webpack_require__(42570);
// EXTERNAL MODULE: ./.build/js/src/monitoring/rollback-guard.js
var rollback_guard = __webpack_require__(62054);
// EXTERNAL MODULE: ./.build/js/src/monitoring/signals.js
var monitoring_signals = __webpack_require__(2561);
// EXTERNAL MODULE: ./.build/js/src/monitoring/subject.js
var subject = __webpack_require__(36196);
// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var errors = __webpack_require__(92317);
// EXTERNAL MODULE: ./.build/js/src/toolkit/map.js
var map = __webpack_require__(60630);
// EXTERNAL MODULE: ./.build/js/src/workloads/pod-resources.js
var pod_resources = __webpack_require__(79395);
// EXTERNAL MODULE: ./.build/js/src/cost/usage.js
var cost_usage = __webpack_require__(26724);
;// CONCATENATED MODULE: ./.build/js/src/cost/autoscaling.js



const sync = 15_000;
const tolerance = 0.1;
function simulate(need, { min, max, stabilization }, step) {
    const within = (pods) => Math.min(max, Math.max(1, min, pods));
    const up = (pods) => Math.ceil(pods - 1e-9);
    let current = within(up(need[0]?.[1] ?? 0));
    let wishes = [];
    let total = 0;
    let peak = 0;
    const pods = need.map(([end, wanted]) => {
        for (let at = end - step + sync; at <= end; at += sync) {
            const desired = Math.abs(wanted / current - 1) <= tolerance + 1e-9 ? current : up(wanted);
            wishes = [...wishes.filter(([since]) => since > at - stabilization), [at, desired]];
            const highest = Math.max(...wishes.map(([, wish]) => wish));
            const stable = current < desired ? desired : Math.min(current, highest);
            current = within(Math.min(stable, Math.max(2 * current, current + 4)));
            peak = Math.max(peak, current);
            total += current;
        }
        return [end, current];
    });
    const hour = 3_600_000;
    return {
        pods,
        peak,
        podHours: (total * sync) / hour,
        hours: (need.length * Math.floor(step / sync) * sync) / hour,
    };
}
function compareAutoscaling(demand, usage, step) {
    const { autoscaler, fixed, title } = demand;
    const spec = autoscaler?.object.spec;
    if (spec === undefined && fixed === undefined)
        return 'the number of its pods is not in its manifest';
    if (spec === undefined && fixed === 0)
        return 'it has no pods';
    const declared = (0,map/* mapsIn */.nf)(spec?.metrics);
    const metrics = declared.length > 0 ? declared : [cpuMetric(spec?.targetCPUUtilizationPercentage)];
    const targets = metrics.map(each => targetOf(each, demand, usage));
    const wrong = targets.find(each => typeof each === 'string');
    if (wrong !== undefined)
        return wrong;
    const needs = targets.filter(each => typeof each !== 'string');
    const need = highestOf(needs.map(({ load, target }) => load.map(([at, value]) => [at, value / target])));
    if (need.length < cost_usage/* minSamples */.ks)
        return `Prometheus has ${need.length} values of its load, and at least ${cost_usage/* minSamples */.ks} are needed`;
    const written = fixed ?? 1;
    const range = spec ?? { minReplicas: Math.min(2, written), maxReplicas: 2 * written };
    const { minReplicas: min = 1, maxReplicas: max = 1 } = range;
    const seconds = spec?.behavior?.scaleDown?.stabilizationWindowSeconds ?? 300;
    if (![min, max, seconds].every(each => Number.isInteger(each)))
        return 'its autoscaler has a value that is not a whole number where one must be';
    const stabilization = 1000 * Math.min(seconds, 3600);
    const scaling = { min, max: Math.max(1, min, max), stabilization };
    const simulated = simulate(need, scaling, step);
    const other = spec === undefined ? written : simulated.peak;
    return {
        workload: title,
        scaling,
        ...simulated,
        declared: spec !== undefined,
        fixed: other,
        by: needs.map(({ by }) => by).join(' and '),
        saving: 1 - simulated.podHours / (other * simulated.hours),
    };
}
const cpuMetric = (averageUtilization = 80) => ({
    type: 'Resource',
    resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization } },
});
function targetOf(metric, { cores, gib }, usage) {
    const { name, target } = metric.resource ?? {};
    if (metric.type === 'Pods' && usage.requests.length > 0)
        return valid({
            load: usage.requests,
            target: (0,pod_resources/* quantity */.au)(String(metric.pods?.target?.averageValue)),
            by: 'requests per second',
        });
    if (metric.type !== 'Resource' || (name !== 'cpu' && name !== 'memory') || target === undefined)
        return `its autoscaler has a metric of type ${metric.type} that Slipway does not record`;
    const [load, request, unit, noun] = name === 'cpu'
        ? [usage.cores, cores, 1, 'CPU']
        : [usage.gib, gib, 2 ** 30, 'memory'];
    if (target.averageUtilization === undefined)
        return valid({
            load,
            target: (0,pod_resources/* quantity */.au)(String(target.averageValue)) / unit,
            by: `${target.averageValue} of ${noun}`,
        });
    if (request === undefined)
        return `an autoscaler measures a percentage of the requested ${noun}, and a container requests none`;
    return valid({
        load,
        target: (request * target.averageUtilization) / 100,
        by: `${target.averageUtilization} % of the requested ${noun}`,
    });
}
const valid = (target) => target.target > 0 ? target : 'the target of its autoscaler is not above 0';
function highestOf([first = [], ...others]) {
    const rest = others.map(each => new Map(each));
    return first.flatMap(([at, value]) => {
        const values = rest.flatMap(each => each.get(at) ?? []);
        return values.length < rest.length ? [] : [[at, Math.max(value, ...values)]];
    });
}

;// CONCATENATED MODULE: ./.build/js/src/cost/backup-storage.js
function backupStorageOf(manifests) {
    const unique = [...new Map(manifests.map(each => [each.at, each])).values()];
    const all = unique.flatMap(({ databases, managed = [], objectStores, volumes }) => [
        ...databases.flatMap(({ backups }) => backups),
        ...managed.flatMap(({ backups }) => backups.map(each => ({ ...each, original: each.bytes }))),
        ...objectStores.flatMap(({ backups = [] }) => backups),
        ...volumes.flatMap(({ files }) => files?.backups ?? []),
    ]);
    const known = all.flatMap(({ repository, original, stored }) => original === undefined || stored === undefined ? [] : [{ repository, original, stored }]);
    return [...Map.groupBy(known, ({ repository }) => repository)].map(([repository, list]) => ({
        repository,
        backups: list.length,
        original: list.reduce((sum, each) => sum + each.original, 0),
        stored: list.reduce((sum, each) => sum + each.stored, 0),
    }));
}

// EXTERNAL MODULE: ./.build/js/src/cost/connections.js
var connections = __webpack_require__(35114);
// EXTERNAL MODULE: ./.build/js/src/cost/demand.js
var demand = __webpack_require__(34032);
// EXTERNAL MODULE: ./.build/js/src/cost/judgement.js
var judgement = __webpack_require__(47624);
// EXTERNAL MODULE: ./.build/js/src/cluster/resources.js
var resources = __webpack_require__(14485);
// EXTERNAL MODULE: ./.build/js/src/toolkit/parallel.js
var parallel = __webpack_require__(48961);
// EXTERNAL MODULE: ./.build/js/src/workloads/kinds.js
var kinds = __webpack_require__(17103);
// EXTERNAL MODULE: ./.build/js/src/cost/settings.js
var cost_settings = __webpack_require__(30422);
;// CONCATENATED MODULE: ./.build/js/src/cost/live-settings.js






const liveSettings = (cluster, namespace, demands, name) => (0,assess_live.queriedOf)('the workloads and their ConfigMaps', cluster, async () => {
    const released = demands.filter(({ object }) => (0,kinds/* isReleased */.OZ)(object.kind));
    const found = await (0,parallel.mapOf)(released, 4, async ({ object, title }) => {
        const spec = (0,kinds/* templateOf */.kW)(await cluster.get((0,kinds/* pathTo */.vs)(namespace, (0,kinds/* refOf */.H8)(object))))?.spec;
        return spec === undefined ? [] : [{ spec, title }];
    });
    const live = found.flat();
    const names = [...new Set(live.flatMap(({ spec }) => configMapsOf(spec)))];
    const maps = await (0,parallel.mapOf)(names, 4, async (map) => {
        const there = await cluster.get((0,resources/* pathOf */.XM)(resources/* resources */.ES.configMap, namespace, map));
        return there === undefined
            ? []
            : [{ object: { ...there, kind: 'ConfigMap' }, name: map, source: 'the cluster' }];
    });
    return (0,cost_settings/* settingsIn */.R)(live, name, maps.flat());
});
function configMapsOf(value) {
    if (Array.isArray(value))
        return value.flatMap(configMapsOf);
    return Object.entries((0,map/* isMap */.jh)(value) ? value : {}).flatMap(([key, part]) => /^(configMap|configMapRef|configMapKeyRef)$/.test(key)
        ? (0,map/* mapsIn */.nf)([part]).flatMap(({ name }) => (typeof name === 'string' ? [name] : []))
        : configMapsOf(part));
}

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 2 modules
var schemas = __webpack_require__(88343);
// EXTERNAL MODULE: ./.build/js/src/analysis/ask.js
var ask = __webpack_require__(17905);
// EXTERNAL MODULE: ./.build/js/src/analysis/http-endpoint.js + 1 modules
var http_endpoint = __webpack_require__(96391);
// EXTERNAL MODULE: ./.build/js/src/cost/pricing.js
var pricing = __webpack_require__(86758);
;// CONCATENATED MODULE: ./.build/js/src/cost/opencost.js





const amount = schemas/* number */.aig().min(0).prefault(0);
const allocationSchema = schemas/* object */.Ikc({
    cpuCost: amount,
    cpuCoreHours: amount,
    ramCost: amount,
    ramByteHours: amount,
    pvCost: amount,
    pvByteHours: amount,
});
const answerSchema = schemas/* object */.Ikc({ data: schemas/* array */.YOg(schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* unknown */.L5J()).nullable()).max(1000) });
const patience = 30_000;
const allocationPath = (window) => `/allocation/compute?window=${Math.round(window / 86_400_000)}d&aggregate=namespace&accumulate=true`;
async function askRates(settings, { namespace, window }, cluster, env) {
    return (0,ask/* ask */.k)((0,http_endpoint/* endpointOf */.X)(settings, cluster, env), {
        server: 'OpenCost',
        path: allocationPath(window),
        patience,
        read: body => {
            const rates = ratesIn(body, namespace);
            return typeof rates === 'string'
                ? { ok: false, detail: rates, temporary: false }
                : { ok: true, value: rates };
        },
    });
}
function ratesIn(body, namespace) {
    const answer = answerSchema.safeParse((0,map/* jsonIn */.Yf)(body));
    if (!answer.success)
        return 'does not answer like OpenCost';
    const own = answer.data.data.flatMap(each => each !== null && Object.hasOwn(each, namespace) ? [each[namespace]] : []);
    if (own.length === 0)
        return `has no cost of the namespace ${namespace}`;
    const allocations = schemas/* array */.YOg(allocationSchema).safeParse(own);
    if (!allocations.success)
        return `returned an invalid cost of the namespace ${namespace}`;
    const rate = (cost, had, unit) => {
        const of = (key) => allocations.data.reduce((sum, each) => sum + each[key], 0);
        return of(had) > 0 ? (of(cost) / of(had)) * unit : undefined;
    };
    return {
        core: rate('cpuCost', 'cpuCoreHours', 1),
        gib: rate('ramCost', 'ramByteHours', 2 ** 30),
        storage: rate('pvCost', 'pvByteHours', 2 ** 30 * pricing/* hoursOfMonth */.X9),
    };
}

;// CONCATENATED MODULE: ./.build/js/src/cost/cost.js


















async function reportCosts(cluster, request) {
    const { environment, environmentName, manifests, runs, backups } = request;
    const { namespace } = environment;
    const settings = settingsOf(request);
    const prometheus = environment.monitoring?.prometheus ?? (0,gate/* metricGateOf */.xf)(environment)?.prometheus;
    const source = prometheus && (0,analysis_prometheus/* prometheusOf */._)(prometheus, cluster, request.env);
    const clock = await source?.now();
    const now = clock?.ok ? clock.value : cluster.now();
    const period = (0,cost_usage/* periodOf */.jH)(now, settings.window);
    const at = new Date(now).toISOString();
    const demands = (0,demand/* demandsIn */.y)(manifests, environmentName, environment);
    const { usage, failures } = await usageOf(source, demands, request, period);
    const { rates, evidence: priced, failure } = await ratesOf(settings, namespace, cluster, request.env, at);
    const costs = demands.map(each => (0,pricing/* costOf */.ho)(each, usage.get(each.title) ?? cost_usage/* emptyUsage */.ly, rates, period));
    const limit = await limitOf(settings, source, namespace, now);
    const shown = (asked, of) => ({ asked, of, at });
    const ofManifests = shown('the manifests', environmentName);
    const cap = settings['task-cap'];
    const tasks = cap === undefined ? [] : (0,cost_settings/* settingsIn */.R)(demands, cap, manifests);
    const liveTasks = await liveSettings(cluster, namespace, cap === undefined ? [] : demands, cap ?? '');
    const evidence = {
        ...Object.fromEntries(demands.map(each => {
            const asked = Object.values((0,cost_usage/* usageQueries */.gB)(each, namespace, period));
            const answers = source === undefined ? [] : asked.map(query => shown(query, source.name));
            return [each.title, [shown('the manifest', each.title), ...answers, ...priced]];
        })),
        'cost-monthly-cap': [ofManifests, ...priced],
        'cost-task-cap': [ofManifests, ...(liveTasks.known ? [shown(liveTasks.asked, 'the cluster')] : [])],
        'cost-connections': settings.connections === undefined ? [] : [ofManifests, shown(limit.asked, limit.of)],
        'cost-run-cap': 'status' in runs ? [] : [shown('jobs of workflow runs', 'GitHub')],
        'cost-backups': 'status' in backups ? [] : [shown('manifests of backup sets', 'the backup stores')],
    };
    const facts = {
        settings,
        rates,
        costs,
        runs,
        limit: limit.value,
        unasked: limit.unasked,
        whatIfs: demands
            .filter(each => each.scales || each.autoscaler !== undefined)
            .map(each => {
            const found = compareAutoscaling(each, usage.get(each.title) ?? cost_usage/* emptyUsage */.ly, period.step);
            return typeof found === 'string' ? { workload: each.title, why: found } : found;
        }),
        tasks,
        liveTasks,
        pools: settings.connections === undefined
            ? []
            : (0,connections/* poolsOf */.F)(settings.connections, demands, manifests, environment),
        storage: storageOf(backups),
        trend: await trendOf(cluster, request, { usage, rates, period }),
        evidence,
    };
    return {
        ...facts,
        ...(0,judgement/* judgeCosts */.Gp)(facts),
        at,
        period,
        demands,
        usage,
        total: (0,pricing/* totalOf */.e6)(costs),
        failures: [...failures, ...failure],
    };
}
function settingsOf({ environment, environmentName }) {
    if (environment.cost !== undefined)
        return environment.cost;
    throw new errors/* UserError */.yo(`the cost of ${environmentName} cannot be reported: it has no \`cost\` in slipway.yml`, 'add prices to it, such as `cost: {prices: {core-hour: 0.031, gib-hour: 0.0042}}`');
}
async function usageOf(source, demands, { config, environment, environmentName }, period) {
    if (source === undefined)
        return {
            usage: new Map(),
            failures: ['slipway.yml names no Prometheus; add `monitoring.prometheus`'],
        };
    const { namespace, workload, monitoring } = environment;
    const signals = monitoring === undefined ? [] : (0,monitoring_signals/* signalsOf */.B7)((0,subject.monitoringSubject)(config, environmentName), `${period.step}ms`);
    const requests = signals.find(({ name }) => name === 'requests')?.expr;
    return (0,cost_usage/* readUsage */.k9)(source, demands, { namespace, requests, workload: `${workload.kind}/${workload.name}` }, period);
}
async function ratesOf({ prices, opencost, window, currency }, namespace, cluster, env, at) {
    const sheet = { core: prices['core-hour'], gib: prices['gib-hour'], storage: prices['storage-gib-month'] };
    const written = { asked: `cost.prices, in ${currency}`, of: 'slipway.yml', at };
    const answer = opencost && (await askRates(opencost, { namespace, window }, cluster, env));
    const asked = { asked: allocationPath(window), of: 'OpenCost', at };
    const found = answer?.ok ? answer.value : {};
    return {
        rates: {
            core: sheet.core ?? found.core,
            gib: sheet.gib ?? found.gib,
            storage: sheet.storage ?? found.storage,
        },
        evidence: answer?.ok ? [written, asked] : [written],
        failure: answer?.ok === false ? [answer.detail] : [],
    };
}
async function limitOf({ connections }, source, namespace, now) {
    const { max } = connections ?? {};
    const question = `min(pg_settings_max_connections{namespace="${namespace}"})`;
    const of = source?.name ?? 'Prometheus';
    const without = (why) => max === undefined
        ? { value: why, unasked: why, asked: question, of }
        : { value: max, unasked: why, asked: 'cost.connections.max', of: 'slipway.yml' };
    if (connections === undefined || source === undefined)
        return without(max === undefined
            ? 'slipway.yml names no Prometheus and no `cost.connections.max`'
            : 'slipway.yml names no Prometheus');
    const answer = await source.query(question, now, 15_000);
    if (!answer.ok)
        return without(answer.detail);
    const value = answer.value[0]?.samples.at(-1)?.[1];
    return value === undefined
        ? without(`Prometheus ${of} has no pg_settings_max_connections of the namespace`)
        : { value: Math.min(value, max ?? value), unasked: undefined, asked: question, of };
}
function storageOf(backups) {
    if ('status' in backups)
        return backups;
    const found = backupStorageOf(backups);
    return found.length > 0
        ? found
        : { status: 'unknown', what: 'no backup set has its sizes: older versions did not record them' };
}
async function trendOf(cluster, { config, environment, environmentName, report }, { usage, rates, period }) {
    const none = (what) => ({ status: 'unknown', what });
    const asked = await (0,assess_live.queriedOf)('the live release', cluster, () => (0,monitor.liveRelease)(cluster, { config, environment, report }));
    if (!asked.known)
        return none(asked.why);
    const { releases, live } = asked.value;
    const found = releases.find(({ record }) => record.release === live);
    const since = found && (0,rollback_guard/* liveSince */.dR)(found);
    if (found === undefined || since === undefined)
        return none('no release is live');
    const baseline = releases.find(({ record }) => record.release === found.record.baseline);
    if (baseline === undefined)
        return none(`the record of the release before ${live} is missing`);
    const began = Date.parse(found.record.at);
    const least = cost_usage/* minSamples */.ks * period.step;
    if (began - period.from < least || period.to - since < least)
        return none(`release ${live} is too young, or older than the window`);
    const span = ({ manifests }, from, to) => {
        const objects = manifests.map(object => ({
            object,
            name: object.metadata?.name ?? '',
            source: 'the record',
        }));
        const then = (0,demand/* demandsIn */.y)(objects, environmentName, environment);
        const used = then.map(({ title }) => (0,cost_usage/* during */.iW)(usage.get(title) ?? cost_usage/* emptyUsage */.ly, from, to));
        const within = { ...period, from, to };
        const costs = then.map((each, at) => (0,pricing/* costOf */.ho)(each, used[at] ?? cost_usage/* emptyUsage */.ly, rates, within));
        const mean = (key) => (0,pricing/* sum */.cz)(0, ...used.map(each => (0,cost_usage/* meanOf */.hm)(each[key])));
        return { monthly: (0,pricing/* totalOf */.e6)(costs).monthly, cores: mean('cores'), gib: mean('gib') };
    };
    return {
        release: found.record.release,
        at: found.record.at,
        before: span(baseline.record, period.from, began),
        after: span(found.record, since, period.to),
    };
}


/***/ }),

/***/ 68036:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  DV: () => (/* binding */ exposureSentence),
  bk: () => (/* binding */ heartbeatData),
  lj: () => (/* binding */ heartbeatPatch),
  wF: () => (/* binding */ isWatching),
  Vf: () => (/* binding */ waitingProblem),
  Hz: () => (/* binding */ watchdogAccount),
  FX: () => (/* binding */ watchdogImage),
  d6: () => (/* binding */ watchdogJob),
  de: () => (/* binding */ watchdogName),
  dW: () => (/* binding */ watchdogProblem),
  c_: () => (/* binding */ watchdogRole)
});

// EXTERNAL MODULE: ./.build/js/src/cluster/resources.js
var resources = __webpack_require__(14485);
// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var errors = __webpack_require__(92317);
// EXTERNAL MODULE: ./.build/js/src/toolkit/timing.js
var timing = __webpack_require__(68672);
// EXTERNAL MODULE: ./.build/js/src/traffic/fencing-token.js
var fencing_token = __webpack_require__(59993);
// EXTERNAL MODULE: ./.build/js/src/workloads/naming.js
var naming = __webpack_require__(91490);
;// CONCATENATED MODULE: ./.build/js/src/release/watchdog/script.js
const script = `set -u

# Calls the API server and sets outcome: ok, gone (404), refused (422, 409), forbidden, or away.
ask() {
  outcome=away
  if command -v kubectl >/dev/null 2>&1; then ask_kubectl "$@"; else ask_curl "$@"; fi
}

# ask get PATH | ask patch PATH RESOURCE NAME PATCH [dry]
ask_kubectl() {
  if [ "$1" = get ]; then
    body=$(kubectl get --raw "$2" --request-timeout=5s 2>&1 </dev/null) && outcome=ok && return
  else
    body=$(kubectl patch "$3" "$4" --namespace "$NAMESPACE" --type json --patch "$5" --request-timeout=10s \\
      \${6:+--dry-run=server} 2>&1 </dev/null) && outcome=ok && return
  fi
  case $body in
    *'(NotFound)'*) outcome=gone ;;
    *'(Forbidden)'*) outcome=forbidden ;;
    *'(Conflict)'* | *'request is invalid'* | *'due to an error in our request'*) outcome=refused ;;
    *'(Invalid)'*) outcome=forbidden ;;
  esac
}

ask_curl() {
  token=
  # Without a final newline read fails, but has read the token. Tokens are rotated, so each call reads the file.
  read -r token <"$account/token" || :
  url=$server$2
  if [ "$1" = get ]; then
    set -- --max-time 5 "$url"
  else
    set -- --max-time 10 --request PATCH --header 'Content-Type: application/json-patch+json' \\
      --data-raw "$5" "$url\${6:+?dryRun=All}"
  fi
  # On standard input, so that the token is not in the process list.
  body=$(printf 'header = "Authorization: Bearer %s"\\n' "$token" |
    curl --config - --silent --show-error --cacert "$account/ca.crt" --write-out ' %{http_code}' "$@" 2>&1) || return 0
  case $body in
    *' 200') outcome=ok ;;
    *' 403') outcome=forbidden ;;
    *' 404') outcome=gone ;;
    *' 409' | *'due to an error in our request'*' 422') outcome=refused ;;
    *' 422') outcome=forbidden ;;
  esac
}

# Sets value to a field of the ConfigMap's data, empty when it has none. The API server indents its answers to curl.
field() {
  value=
  for colon in ':' ': '; do
    case $body in *"\\"$1\\"$colon\\""*)
      value=\${body#*"\\"$1\\"$colon\\""}
      value=\${value%%\\"*}
      ;;
    esac
  done
}

# Whether the last answer has a beat: without one, silence proves nothing.
has_beat() {
  [ "$outcome" = ok ] && field beat && [ -n "$value" ]
}

# Sends a list of writes. Returns 0 when each succeeded or its object is gone, 1 when the API server is away, 2 when one
# was refused, 3 when one is forbidden.
send() {
  printf '%s\\n' "$1" | {
    result=0
    while read -r path resource name patch; do
      [ -n "$path" ] || continue
      ask patch "$path" "$resource" "$name" "$patch" "\${2-}"
      case $outcome in
        ok) printf '%s\\n' "\${2:+dry run passed: }$resource/$name" ;;
        gone) printf '%s\\n' "$resource/$name is gone" ;;
        refused) printf '%s\\n' "refused for $resource/$name: $body"; [ "$result" = 0 ] && result=2 ;;
        forbidden) printf '%s\\n' "is not allowed to write $resource/$name: $body"; result=3 ;;
        *) printf '%s\\n' "no answer for $resource/$name: $body"; [ "$result" = 3 ] || result=1 ;;
      esac
    done
    exit "$result"
  }
}

# Sends the writes, then the fallback if one of them no longer fits or fails for another reason. Returns what send does, but 2, the sign
# of a newer run, only if both return it.
restore_traffic() {
  send "$WRITES" "\${1-}"
  result=$?
  [ "$result" != 0 ] && [ -n "$FALLBACK" ] || return "$result"
  send "$FALLBACK" "\${1-}"
  second=$?
  [ "$second" != 2 ] || second=$result
  return "$second"
}

# Sets now to the seconds of a monotonic clock; where it cannot be read, the pauses are counted.
clock() {
  if read -r up rest <"\${CLOCK:-/proc/uptime}"; then now=\${up%%.*}; else now=$((now + INTERVAL)); fi
} 2>/dev/null

pause() { sleep "$INTERVAL"; }

account=\${ACCOUNT:-/var/run/secrets/kubernetes.io/serviceaccount}
host=$KUBERNETES_SERVICE_HOST
case $host in *:*) host="[$host]" ;; esac
server=https://$host:$KUBERNETES_SERVICE_PORT
# With --request-timeout, kubectl no longer detects that it runs in a cluster.
export KUBECONFIG="$HOME/kubeconfig"
cluster="{server: $server, certificate-authority: $account/ca.crt}"
printf '%s\\n' 'apiVersion: v1' 'kind: Config' 'current-context: here' \\
  "clusters: [{name: here, cluster: $cluster}]" \\
  "users: [{name: here, user: {tokenFile: $account/token}}]" \\
  'contexts: [{name: here, context: {cluster: here, user: here}}]' >"$KUBECONFIG"

trap 'exit 0' TERM INT
now=0
while :; do
  restore_traffic dry
  case $? in
    0)
      ask get "$HEART"
      has_beat && break
      case $outcome in
        gone) printf '%s\\n' 'the rollout is over'; exit 0 ;;
        ok | forbidden) printf '%s\\n' "no heartbeat in $HEART; not watching: $body"; exit 1 ;;
      esac
      ;;
    2 | 3) printf '%s\\n' 'cannot restore the traffic; not watching'; exit 1 ;;
  esac
  pause
done
[ -z "$ARMED" ] || : >"$ARMED"
printf '%s\\n' 'watching'

last='' quiet=0 seen=no before=0 timeout=30
while :; do
  ask get "$HEART"
  clock
  [ "$outcome" != ok ] || has_beat || outcome=away
  case $outcome in
    gone) printf '%s\\n' 'the rollout is over'; exit 0 ;;
    ok)
      field over
      [ -z "$value" ] || { printf '%s\\n' 'the rollout is over'; exit 0; }
      field timeout
      case $value in '' | *[!0-9]*) ;; *) timeout=$value ;; esac
      field beat
      # Only time between two answers counts: while the API server is away, a living run cannot send a heartbeat either.
      if [ "$value" != "$last" ]; then last=$value quiet=0
      elif [ "$seen" = yes ]; then quiet=$((quiet + now - before)); fi
      seen=yes
      ;;
    *)
      seen=no
      # Once it is back, a living run gets some time to send one.
      [ "$quiet" -le $((timeout - GRACE)) ] || quiet=$((timeout > GRACE ? timeout - GRACE : 0))
      ;;
  esac
  before=$now
  if [ "$seen" = yes ] && [ "$quiet" -ge "$timeout" ]; then
    printf '%s\\n' "no heartbeat for $quiet s: restoring the traffic"
    restore_traffic
    case $? in
      0) printf '%s\\n' 'done'; exit 0 ;;
      2) printf '%s\\n' 'a newer run has taken over'; exit 0 ;;
    esac
  fi
  pause
done
`;

;// CONCATENATED MODULE: ./.build/js/src/release/watchdog/watchdog.js






const seconds = (milliseconds) => Math.ceil(milliseconds / 1000);
const watchdogAccount = 'slipway-watchdog';
const watchdogName = ({ app, token }) => `slipway-${app}-watchdog-${token}`;
function heartbeatData({ beat, timeout = seconds(timing/* timing */.N.watchdogTimeout), }) {
    return { beat: String(beat), timeout: String(timeout) };
}
function heartbeatPatch(uid, heartbeat) {
    const data = heartbeat === 'over' ? { over: 'true' } : heartbeatData(heartbeat);
    return [
        { op: 'test', path: (0,fencing_token/* pointer */.Wn)('metadata', 'uid'), value: uid },
        ...Object.entries(data).map(([key, value]) => ({ op: 'add', path: (0,fencing_token/* pointer */.Wn)('data', key), value })),
    ];
}
function watchdogJob(options) {
    const { writer, namespace, image, owner, lifetime, writes, fallback } = options;
    const own = {
        [naming/* labels */.WD.app]: writer.app,
        [naming/* labels */.WD.kind]: 'watchdog',
    };
    const environment = {
        HEART: (0,resources/* pathOf */.XM)(resources/* resources */.ES.configMap, namespace, owner.name),
        NAMESPACE: namespace,
        INTERVAL: String(seconds(timing/* timing */.N.watchdogInterval)),
        GRACE: String(seconds(timing/* timing */.N.watchdogGrace)),
        WRITES: lines(writes, writer),
        FALLBACK: lines(fallback, writer),
        ARMED: '/tmp/armed',
        HOME: '/tmp',
    };
    return {
        apiVersion: 'batch/v1',
        kind: 'Job',
        metadata: { name: watchdogName(writer), namespace, labels: own, ownerReferences: [owner] },
        spec: {
            activeDeadlineSeconds: Math.max(60, Math.ceil(lifetime / 1000)),
            ttlSecondsAfterFinished: 3600,
            backoffLimit: 100,
            template: {
                metadata: { labels: own },
                spec: {
                    serviceAccountName: watchdogAccount,
                    restartPolicy: 'OnFailure',
                    enableServiceLinks: false,
                    terminationGracePeriodSeconds: 5,
                    tolerations: ['not-ready', 'unreachable'].map(state => ({
                        key: `node.kubernetes.io/${state}`,
                        operator: 'Exists',
                        effect: 'NoExecute',
                        tolerationSeconds: 10,
                    })),
                    securityContext: {
                        runAsNonRoot: true,
                        runAsUser: 65_532,
                        runAsGroup: 65_532,
                        fsGroup: 65_532,
                        seccompProfile: { type: 'RuntimeDefault' },
                    },
                    containers: [
                        {
                            name: 'watchdog',
                            image,
                            command: ['sh', '-c', literal(script)],
                            env: Object.entries(environment).map(([name, value]) => ({ name, value: literal(value) })),
                            readinessProbe: {
                                exec: { command: ['sh', '-c', 'test -e /tmp/armed'] },
                                periodSeconds: 1,
                                timeoutSeconds: 5,
                            },
                            resources: { requests: { cpu: '10m', memory: '32Mi' }, limits: { memory: '192Mi' } },
                            securityContext: {
                                allowPrivilegeEscalation: false,
                                readOnlyRootFilesystem: true,
                                capabilities: { drop: ['ALL'] },
                            },
                            volumeMounts: [{ name: 'tmp', mountPath: '/tmp' }],
                        },
                    ],
                    volumes: [{ name: 'tmp', emptyDir: { sizeLimit: '64Mi' } }],
                },
            },
        },
    };
}
function isWatching(job) {
    return (job.status?.ready ?? 0) > 0;
}
const literal = (text) => text.replaceAll('$', () => '$$');
function lines(writes, { app, token }) {
    return writes
        .map(({ path, patch }) => {
        const { resource, name } = target(path);
        const note = {
            op: 'add',
            path: (0,fencing_token/* annotationPointer */.ZC)(fencing_token/* annotationOf */.lW.watchdog(app)),
            value: String(token),
        };
        return [path, resource, name, JSON.stringify([...patch, note])].join(' ');
    })
        .join('\n');
}
function target(path) {
    const place = (0,resources/* placeOf */.$t)(path);
    if (place === undefined)
        throw new Error(`${path} is not the path of a namespaced object`);
    const { group, plural, name } = place;
    return { resource: group === '' ? plural : `${plural}.${group}`, name };
}
function watchdogRole({ app, namespace, routes, services }) {
    const metadata = { name: `${watchdogAccount}:${app}`, namespace };
    const rule = (apiGroup, resource, names) => names.length === 0
        ? []
        : [
            {
                apiGroups: [apiGroup],
                resources: [resource],
                resourceNames: [...names],
                verbs: ['get', 'patch'],
            },
        ];
    return [
        { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: watchdogAccount, namespace } },
        {
            apiVersion: 'rbac.authorization.k8s.io/v1',
            kind: 'Role',
            metadata,
            rules: [
                { apiGroups: [''], resources: ['configmaps'], verbs: ['get'] },
                ...rule('', 'services', services),
                ...rule(resources/* resources */.ES.httpRoute.group, resources/* resources */.ES.httpRoute.plural, routes),
            ],
        },
        {
            apiVersion: 'rbac.authorization.k8s.io/v1',
            kind: 'RoleBinding',
            metadata,
            roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: metadata.name },
            subjects: [{ kind: 'ServiceAccount', name: watchdogAccount, namespace }],
        },
    ];
}
function watchdogImage(strategy) {
    if (strategy.kind === 'rolling')
        return undefined;
    const chosen = strategy.watchdog;
    return chosen === undefined || chosen === 'off' ? undefined : chosen.image;
}
function watchdogProblem(strategy) {
    if (strategy.kind === 'rolling' || strategy.watchdog !== undefined)
        return undefined;
    return new errors/* UserError */.yo(`the ${strategy.kind} strategy does not set \`watchdog\`, which restores the traffic when a run is lost`, 'add `watchdog: {image: …}`, an image with a shell and kubectl or curl, or `watchdog: off` to do without');
}
function waitingProblem(strategy) {
    if (strategy.kind !== 'canary' || watchdogImage(strategy) !== undefined)
        return undefined;
    const { steps, bake, 'on-inconclusive': way } = strategy;
    if (way !== 'rollback') {
        return new errors/* UserError */.yo(`\`on-inconclusive: ${way}\` pauses a rollout whose candidate has traffic, and without a watchdog nothing restores the traffic if no run resumes it`, 'set an image in `watchdog`, or use `on-inconclusive: rollback`');
    }
    if (bake.approve || steps.some(({ approve }) => approve === true)) {
        return new errors/* UserError */.yo('`approve` pauses a rollout whose candidate has traffic, and without a watchdog nothing restores the traffic if no run resumes it', 'set an image in `watchdog`, or remove `approve`');
    }
    const [long] = steps.filter(({ pause = 0 }) => pause > bake['hand-over-after']);
    if (long !== undefined) {
        return new errors/* UserError */.yo(`the pause at ${long.weight} % is longer than \`hand-over-after\`, so the run ends before the pause does. Without a watchdog, nothing restores the traffic if no run resumes the rollout`, 'set an image in `watchdog`, or shorten the pause');
    }
    if (bake.for <= bake['hand-over-after'])
        return undefined;
    return new errors/* UserError */.yo('the bake is longer than `hand-over-after`, so the run ends before the bake does. Without a watchdog, nothing restores the traffic if no run resumes the rollout', 'set an image in `watchdog`, or shorten the bake');
}
function exposureSentence(strategy) {
    if (strategy.kind === 'rolling') {
        return 'if the run is lost, the cluster finishes the rolling update, and the next run reports its outcome';
    }
    const most = strategy.kind === 'blue-green'
        ? 'all'
        : `up to ${Math.max(...strategy.steps.map(({ weight }) => weight), strategy.bake.weight)} %`;
    const { watchdogTimeout, watchdogInterval, watchdogReaction } = timing/* timing */.N;
    const within = seconds(watchdogTimeout + watchdogInterval + watchdogReaction);
    return watchdogImage(strategy) === undefined
        ? `without a watchdog, a lost run leaves ${most} of the requests with the candidate until \`sweep\`, a rollback or the next release takes over`
        : `a lost run leaves ${most} of the requests with the candidate for at most ${within} s, then the watchdog restores the traffic`;
}


/***/ }),

/***/ 48961:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   bothOf: () => (/* binding */ bothOf),
/* harmony export */   eachOf: () => (/* binding */ eachOf),
/* harmony export */   mapOf: () => (/* binding */ mapOf),
/* harmony export */   serialQueue: () => (/* binding */ serialQueue)
/* harmony export */ });
async function eachOf(items, limit, work) {
    const waiting = [...items];
    let failed = false;
    const worker = async () => {
        for (let item = waiting.shift(); item !== undefined && !failed; item = waiting.shift()) {
            try {
                await work(item);
            }
            catch (error) {
                failed = true;
                throw error;
            }
        }
    };
    const results = await Promise.allSettled(Array.from({ length: limit }, worker));
    for (const result of results)
        if (result.status === 'rejected')
            throw result.reason;
}
async function mapOf(items, limit, work) {
    const results = new Map();
    await eachOf([...items.entries()], limit, async ([at, item]) => {
        results.set(at, await work(item));
    });
    return items.map((_, at) => results.get(at));
}
function serialQueue() {
    let last = Promise.resolve();
    return work => {
        const turn = last.then(work);
        last = turn.catch(() => undefined);
        return turn;
    };
}
async function bothOf(signal, one, other) {
    const failure = new AbortController();
    let first;
    const run = async (work) => {
        try {
            return await work(AbortSignal.any([signal, failure.signal]));
        }
        catch (error) {
            if (!failure.signal.aborted)
                first = error;
            failure.abort();
            throw error;
        }
    };
    const works = [run(one), run(other)];
    await Promise.allSettled(works);
    if (failure.signal.aborted)
        throw first;
    return Promise.all(works);
}


/***/ })

};
