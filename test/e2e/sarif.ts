import { execFile } from 'node:child_process';
import { chmod, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** What Microsoft's validator of SARIF, with the rules of GitHub too, holds to be an error or a warning in a file. */
export async function complaintsAbout(file: string): Promise<string[]> {
  const program = createRequire(import.meta.url).resolve('@microsoft/sarif-multitool-linux/Sarif.Multitool');
  // Its package would do so in a script of its installation, which we let none have.
  await chmod(program, 0o755);
  const said = `${file}.said`;
  const rules = ['--rule-kind', 'Sarif;Gh', '--level', 'Error;Warning'];
  // Without the libraries for languages, which a bare machine does not have.
  const env = { ...process.env, DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: '1' };
  await run(program, ['validate', file, ...rules, '--log', 'ForceOverwrite', '--output', said], { env });
  const { runs } = JSON.parse(await readFile(said, 'utf8')) as {
    runs: { results: { ruleId: string; level?: string }[] }[];
  };
  return runs.flatMap(({ results }) =>
    results.filter(({ level }) => level !== 'note').map(each => each.ruleId),
  );
}
