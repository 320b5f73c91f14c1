import { Redis } from './memory.ts';
import { createShop } from './server.ts';
import { settingsFrom } from './settings.ts';

const settings = settingsFrom(process.env);
const { server, drain } = createShop(settings, new Redis(settings));
const say = (message: string) =>
  console.log(JSON.stringify({ time: new Date().toISOString(), level: 'info', message }));

server.listen(settings.port, () => say(`version ${settings.version} listens`));
// PID 1 of a container has no handlers of its own.
for (const signal of ['SIGTERM', 'SIGINT'] as const)
  process.once(signal, () => {
    say('draining');
    drain();
    server.once('close', () => process.exit(0));
  });
