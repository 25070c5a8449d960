/** The thread that takes the secrets out of the backup. */
import { workerData } from 'node:worker_threads';
import { type ScrubTask, writeScrubbedCopy } from './scrubbed-copy';

writeScrubbedCopy(workerData as ScrubTask);
