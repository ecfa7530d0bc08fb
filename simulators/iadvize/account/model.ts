import type { Conversation, SurveyResponse } from './conversations';
import type { Bot, Operator } from './operators';
import type { CallMeeting, Satisfaction, StatisticRow, Transaction, Visitor } from './records';
import type { Client, Connector, Group, Project, RoutingRule, Skill, Tag } from './structure';

export type * from './conversations';
export type * from './operators';
export type * from './records';
export type * from './structure';

/**
 * What the simulated account consists of: plain data, told once, shown by REST and GraphQL in their
 * own words. Times are ISO 8601 in UTC with whole seconds (`2025-01-15T09:00:00Z`).
 */
export interface Account {
	clients: Client[];
	projects: Project[];
	operators: Operator[];
	bots: Bot[];
	groups: Group[];
	skills: Skill[];
	tags: Tag[];
	visitors: Visitor[];
	conversations: Conversation[];
	transactions: Transaction[];
	satisfactions: Satisfaction[];
	surveyResponses: SurveyResponse[];
	callMeetings: CallMeeting[];
	statistics: StatisticRow[];
	connectors: Connector[];
	routingRules: RoutingRule[];
}
