import {
  backUpFilesTo,
  type FilesBackup,
  type FilesBackupTask,
} from '../../../src/recovery/files/backing-up.ts';

export type OneBackup = FilesBackup['stored'][number] & FilesBackup;

/** Backs up a folder in one repository. */
export async function backUpFiles(task: FilesBackupTask): Promise<OneBackup> {
  const made = await backUpFilesTo(task, [task.repository]);
  return { ...made.stored[0]!, ...made };
}
