/**
 * Runs the rehearsal: starts the lab, runs scripts/rehearsal.ts in its network, and removes the lab. With `--context` it uses an
 * existing cluster.
 */
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { disaster } from './disaster.ts';
import { commandLine, inLab, main, run, UsageError, withLab } from './with-lab.ts';

const usage = `usage: scripts/rehearse [--keep] [--name NAME] [--report FOLDER]
       scripts/rehearse --disaster [--report FOLDER]
       scripts/rehearse --context CONTEXT --registry HOST:PORT --gateway NAMESPACE/NAME --url URL
                        [--prometheus NAMESPACE/NAME:PORT] [--base IMAGE]

  --keep        leave the lab running and print its name
  --name        name of the lab (default: rehearse-<process id>); a running lab is used and not removed
  --report      folder for the report (default: report)
  --disaster    destroy a whole lab with its database, and restore it from an archive into another lab
  --context     use this kubeconfig context with its own credential instead of a lab; requires also:
  --registry    registry for the shop's images, under the name that the nodes use
  --gateway     the Gateway for the shop's HTTPRoute
  --url         a loopback address of that gateway (kubectl port-forward), for the load
  --prometheus  the Service of a Prometheus that scrapes the shop's pods (default: monitoring/prometheus:9090)
  --base        an image with Node 24 at /usr/local/bin/node, without a critical CVE (default: node:24-alpine)`;

const rehearsal = join(import.meta.dirname, 'rehearsal.ts');
const settingsOf = (settings: Record<string, string | number>) => ({
  SLIPWAY_REHEARSAL: JSON.stringify(settings),
});

await main('rehearse', async () => {
  const { values } = commandLine('rehearse', () =>
    parseArgs({
      options: {
        keep: { type: 'boolean', default: false },
        name: { type: 'string' },
        report: { type: 'string', default: 'report' },
        disaster: { type: 'boolean', default: false },
        context: { type: 'string' },
        registry: { type: 'string' },
        gateway: { type: 'string' },
        url: { type: 'string' },
        prometheus: { type: 'string', default: 'monitoring/prometheus:9090' },
        base: { type: 'string', default: 'node:24-alpine' },
        help: { type: 'boolean', default: false, short: 'h' },
      },
    }),
  );
  if (values.help) {
    console.log(usage);
    return 0;
  }
  const report = resolve(values.report);
  if (values.disaster) {
    if (values.context !== undefined || values.name !== undefined || values.keep)
      throw new UsageError(
        '--disaster cannot be combined with --context, --name or --keep: it starts and removes its own labs',
        'pass only --report with it',
      );
    return disaster(report);
  }
  const started = Date.now();
  if (values.context !== undefined) {
    const { context, registry, gateway, url, prometheus, base } = values;
    if (registry === undefined || gateway === undefined || url === undefined) {
      throw new UsageError(
        '--context requires --registry, --gateway and --url',
        'see scripts/rehearse --help',
      );
    }
    const env = settingsOf({ report, started, context, registry, gateway, url, prometheus, base });
    // Longer than a rollback takes, because no other run would finish it on that cluster.
    return run([process.execPath, rehearsal], { env, patience: 180_000 });
  }
  const { name, keep } = values;
  const env = settingsOf({ report, started });
  const parts = ['buildkit', 'trivy', 'gateway', 'prometheus'];
  const code = await withLab(
    { script: 'rehearse', name, parts, early: ['cluster', 'buildkit'], keep, to: 1 },
    lab => run(inLab(lab, [process.execPath, rehearsal]), { env }),
  );
  return code ?? 1;
});
