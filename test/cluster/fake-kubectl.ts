import { writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';

/** Replaces `kubectl proxy`: forwards every connection on its socket to the server of the test. */

const { KUBECTL_FAKE_API_PORT, KUBECTL_FAKE_PID_FILE, KUBECTL_FAKE_ARGS_FILE, KUBECTL_FAKE_STDERR } =
  process.env;
const socket = process.argv
  .find(argument => argument.startsWith('--unix-socket='))
  ?.slice('--unix-socket='.length);
// Other commands, such as `config current-context`, fail as without a kubeconfig.
if (socket === undefined) process.exit(1);
if (KUBECTL_FAKE_ARGS_FILE !== undefined)
  writeFileSync(KUBECTL_FAKE_ARGS_FILE, JSON.stringify(process.argv.slice(2)));
if (KUBECTL_FAKE_PID_FILE !== undefined) writeFileSync(KUBECTL_FAKE_PID_FILE, String(process.pid));
if (KUBECTL_FAKE_STDERR !== undefined) process.stderr.write(KUBECTL_FAKE_STDERR);
createServer(client => {
  const upstream = connect(Number(KUBECTL_FAKE_API_PORT), '127.0.0.1');
  client.pipe(upstream).pipe(client);
  client.on('error', () => upstream.destroy());
  upstream.on('error', () => client.destroy());
  upstream.on('close', () => client.destroy());
}).listen(socket);
