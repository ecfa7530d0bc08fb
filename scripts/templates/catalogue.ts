import path from 'node:path';
import { emailAtConversationEnd } from './jobs/emailAtConversationEnd';
import { promoCodeAtConversationEnd } from './jobs/promoCodeAtConversationEnd';
import { surveyAtConversationEnd } from './jobs/surveyAtConversationEnd';
import type { Template } from './template';

/** By the name of the file, without `.json`. */
export const templates: Readonly<Record<string, Template>> = {
	'email-at-conversation-end': emailAtConversationEnd,
	'promo-code-at-conversation-end': promoCodeAtConversationEnd,
	'survey-at-conversation-end': surveyAtConversationEnd,
};

export const fileOf = (name: string) => path.join(__dirname, '../../templates', `${name}.json`);
