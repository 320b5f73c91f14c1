export type { Exec } from '../exec.ts';
