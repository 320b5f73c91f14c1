import { vi } from 'vitest';

/** Keeps what this process prints, instead of printing it, until `vi.restoreAllMocks`. @returns what it has printed so far. */
export function captureOutput(): () => string {
  let said = '';
  for (const stream of [process.stdout, process.stderr])
    vi.spyOn(stream, 'write').mockImplementation(text => {
      said += text;
      return true;
    });
  return () => said;
}
