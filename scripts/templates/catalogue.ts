import path from 'node:path';
import { rememberSwiftsellVisitors } from './helpers/rememberSwiftsellVisitors';
import { takeUpWhatN8nWasKilledAt } from './helpers/takeUpWhatN8nWasKilledAt';
import { csatDashboard } from './jobs/csatDashboard';
import { emailAtConversationEnd } from './jobs/emailAtConversationEnd';
import { leadToHubspot } from './jobs/leadToHubspot';
import { promoCodeAtConversationEnd } from './jobs/promoCodeAtConversationEnd';
import { surveyAtConversationEnd } from './jobs/surveyAtConversationEnd';
import { ticketForConversation } from './jobs/ticketForConversation';
import { triageBadRating } from './jobs/triageBadRating';
import type { Template } from './template';
import * as amplifyReach from './vendors/amplifyReach';
import * as iadvize from './vendors/iadvize';
import * as messangi from './vendors/messangi';
import * as salesIq from './vendors/salesIq';
import * as swiftsell from './vendors/swiftsell';

/** By the name of the file, without `.json`. */
export const templates: Readonly<Record<string, Template>> = {
	'amplifyreach-bot-order-status': amplifyReach.botOrderStatus,
	'amplifyreach-lead-to-crm': amplifyReach.leadToCrm,
	'csat-dashboard': csatDashboard,
	'email-at-conversation-end': emailAtConversationEnd,
	'iadvize-email-at-conversation-end': iadvize.emailAtConversationEnd,
	'lead-to-hubspot': leadToHubspot,
	'messangi-sms-on-option-chosen': messangi.smsOnOptionChosen,
	'promo-code-at-conversation-end': promoCodeAtConversationEnd,
	'remember-swiftsell-visitors': rememberSwiftsellVisitors,
	'salesiq-alert-on-bad-rating': salesIq.alertOnBadRating,
	'salesiq-catch-up-after-downtime': salesIq.catchUpAfterDowntime,
	'salesiq-email-new-lead': salesIq.emailNewLead,
	'salesiq-email-on-missed-conversation': salesIq.emailOnMissedConversation,
	'survey-at-conversation-end': surveyAtConversationEnd,
	'swiftsell-alert-on-handover': swiftsell.alertOnHandover,
	'swiftsell-email-new-lead': swiftsell.emailNewLead,
	'take-up-what-n8n-was-killed-at': takeUpWhatN8nWasKilledAt,
	'ticket-for-missed-or-bad-conversation': ticketForConversation,
	'triage-bad-rating': triageBadRating,
};

export const fileOf = (name: string) => path.join(__dirname, '../../templates', `${name}.json`);
