import type { Resource } from '../../shared/operations/operation';
import { account } from './account';
import { apiCall } from './apiCall';
import { bot } from './bot';
import { campaign } from './campaign';
import { conversation } from './conversation';
import { knowledgeBase } from './knowledgeBase';

export const resources: readonly Resource[] = [
	account,
	bot,
	campaign,
	conversation,
	knowledgeBase,
	apiCall,
];
