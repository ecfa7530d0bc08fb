import type { Conversation } from './conversations';
import type { Webhook } from './webhooks';

/** The rows behind the REST API; the field names are the vendor's. */
export interface Account {
	/** Number of the portal, as deliveries tell it. */
	orgId: string;
	/** The operator whose token is used. */
	operatorId: string;
	portals: Portal[];
	apps: App[];
	operators: Operator[];
	departments: Department[];
	conversations: Conversation[];
	tags: Tag[];
	blockedIps: BlockedIp[];
	articles: Article[];
	articleCategories: ArticleCategory[];
	/** Rows of the newer lists, whose fields are not documented. */
	visitors: VisitorRow[];
	visitorEvents: TimedRow[];
	webhooks: Webhook[];
}

interface Portal {
	name: string;
	screenname: string;
	operator_id: string;
	owner_zuid: string;
	created_time: string;
}

export interface App {
	id: string;
	name: string;
}

/** Flags are texts, `modifed_time` is the vendor's spelling (contract §5.6). */
export interface Operator {
	id: string;
	email_id: string;
	role: string;
	departments: string[];
	/** `1` available, `3` busy. */
	status_code: string;
	modifed_time: string;
	[field: string]: string | string[];
}

export interface Department {
	id: string;
	name: string;
	display_name: string;
	description: string;
	is_enabled: string;
	is_public: string;
	is_system_generated: string;
	created_by: string;
	created_time: string;
	modified_time: string;
	/** Shown in events, not in the list. */
	operators: string[];
	email_configurations: Record<string, string>;
}

interface Tag {
	id: string;
	name: string;
	color: string;
	module: string;
	archived: boolean;
	status: string;
	modified_time: string;
	modifier: { id: string; name: string; modified_time: string };
}

export interface BlockedIp {
	id: string;
	ip: string;
	status: string;
	blocked_by: string;
	app: App;
	comments: { operator_id: string; time: string; text: string }[];
	no_of_comments: string;
	modified_time: string;
}

interface Article {
	id: string;
	category_id: string;
	title: string;
	content: string;
	department_id: string;
	published: string;
}

interface ArticleCategory {
	id: string;
	name: string;
	is_default: string;
	order: string;
}

/** A row that is paged by time, in milliseconds. */
export interface TimedRow {
	time: number;
	fields: Record<string, unknown>;
}

export interface VisitorRow extends TimedRow {
	email: string;
	isReturning: boolean;
	customerInfo: Record<string, unknown>;
}
