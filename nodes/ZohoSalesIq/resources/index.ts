import type { Resource } from '../../shared/operations/operation';
import { account } from './account';
import { apiCall } from './apiCall';
import { article, articleCategory, blockedIp, tag } from './content';
import { conversation } from './conversation';
import { failedExecution } from './failedExecution';
import { app, feedback, portal } from './portal';
import { department, operator } from './staff';
import { visitor } from './visitor';
import { webhook } from './webhook';

export const resources: readonly Resource[] = [
	account,
	apiCall,
	app,
	article,
	articleCategory,
	blockedIp,
	conversation,
	department,
	failedExecution,
	feedback,
	operator,
	portal,
	tag,
	visitor,
	webhook,
];
