export interface Client {
	id: number;
	name: string;
	lang: string;
	premiumEnabled: boolean;
}

/** REST calls it a website; the identifier is the same. */
export interface Project {
	id: number;
	clientId: number;
	name: string;
	url: string;
	currency: string;
	languageAdmin: string;
	timezone: string;
}

export interface Group {
	id: number;
	name: string;
	createdAt: string;
	parentId: number | null;
}

export interface Skill {
	id: number;
	name: string;
	order: number;
	createdAt: string;
	parentId: number | null;
}

export interface Tag {
	id: number;
	name: string;
	projectIds: number[];
}

export interface Connector {
	id: string;
	name: string;
	isPrivate: boolean;
	createdAt: string;
}

type RoutingChannel = 'chat' | 'call' | 'video' | 'thirdParties';

export interface RoutingRule {
	id: string;
	name: string;
	projectId: number;
	available: Record<RoutingChannel, boolean>;
}
