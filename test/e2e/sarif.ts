import { execFile } from 'node:child_process';
import { chmod, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Returns the rules of Microsoft's SARIF validator, including GitHub's, that a file violates as an error or a warning. */
export async function complaintsAbout(file: string): Promise<string[]> {
  const program = createRequire(import.meta.url).resolve('@microsoft/sarif-multitool-linux/Sarif.Multitool');
  // Its package does so in an install script, and those are disabled.
  await chmod(program, 0o755);
  const said = `${file}.said`;
  const rules = ['--rule-kind', 'Sarif;Gh', '--level', 'Error;Warning'];
  // Without ICU, which a minimal machine does not have.
  const env = { ...process.env, DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: '1' };
  await run(program, ['validate', file, ...rules, '--log', 'ForceOverwrite', '--output', said], { env });
  const { runs } = JSON.parse(await readFile(said, 'utf8')) as {
    runs: { results: { ruleId: string; level?: string }[] }[];
  };
  return runs.flatMap(({ results }) =>
    results.filter(({ level }) => level !== 'note').map(each => each.ruleId),
  );
}
