import { POSTGRES } from './postgres';
import type { Server } from './server';

/** What every process of a cluster is told, so that all are one n8n. */
export const queueMode = (redis: Server, postgres: Server): Record<string, string> => ({
	EXECUTIONS_MODE: 'queue',
	QUEUE_BULL_REDIS_HOST: '127.0.0.1',
	QUEUE_BULL_REDIS_PORT: String(redis.port),
	DB_TYPE: 'postgresdb',
	DB_POSTGRESDB_HOST: '127.0.0.1',
	DB_POSTGRESDB_PORT: String(postgres.port),
	DB_POSTGRESDB_DATABASE: POSTGRES.database,
	DB_POSTGRESDB_USER: POSTGRES.user,
	// Calls of vendors are the processors' business: main is free for the editor and for registering.
	N8N_DISABLE_PRODUCTION_MAIN_PROCESS: 'true',
	// Else n8n takes what a dead worker was at for failed, and forgets what it was about.
	QUEUE_WORKER_STALLED_INTERVAL: '0',
	// Minutes until what is in no queue and no worker's hands shows as Crashed; three hours by default.
	N8N_EXECUTIONS_QUEUE_RECOVERY_INTERVAL: '1',
});
