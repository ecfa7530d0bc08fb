import type { Resource } from '../../shared/operations/operation';
import { account } from './account';
import { apiCall } from './apiCall';
import { app } from './app';
import { article } from './article';
import { articleCategory } from './articleCategory';
import { blockedIp } from './blockedIp';
import { conversation } from './conversation';
import { department } from './department';
import { failedExecution } from './failedExecution';
import { feedback } from './feedback';
import { operator } from './operator';
import { portal } from './portal';
import { tag } from './tag';
import { visitor } from './visitor';
import { webhook } from './webhook';

export const resources: readonly Resource[] = [
	account,
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
	apiCall,
];
