/** Everything behind the API; plain rows that a test reads and changes. */
export interface Account {
	readonly id: number;
	/** Set by a set-up test that has passed; an account has one. */
	webhook: { readonly url: string; readonly token: string } | undefined;
	readonly bots: Bot[];
	readonly agents: Agent[];
	readonly campaigns: Campaign[];
	readonly conversations: Conversation[];
	readonly knowledgeBases: KnowledgeBase[];
	readonly sources: Source[];
	readonly domains: Domain[];
}

interface Bot {
	readonly id: number;
	/** Stands on the trigger block of the bot. */
	readonly bot_key: string;
	readonly name: string;
	readonly email: string;
	/** Conversations start at a bot that was built for the channel `API` and is deployed. */
	readonly channel: 'API' | 'WEB';
	isDeployed: boolean;
}

interface Agent {
	readonly id: number;
	readonly email: string;
}

interface Campaign {
	/** The address that the user copies from the outbound bot's trigger block. */
	readonly url: string;
	/** Contacts that came in, oldest first. */
	readonly contacts: unknown[];
	/** How many contacts each accepted call had. */
	readonly calls: number[];
}

export interface Conversation {
	readonly key: string;
	readonly externalKey: string;
	readonly id: number;
	readonly channel: 'API' | 'SMS' | 'WHATSAPP' | 'WEB';
	/** What the conversation was started with. */
	readonly started: unknown;
	/** Bodies of the messages that were sent into it, oldest first. */
	readonly messages: unknown[];
	readonly variables: Record<string, unknown>;
	isClosed: boolean;
	/** E-mail address of an agent or a bot, or the name of a team. */
	assignee: string;
}

export interface KnowledgeBase {
	readonly id: number;
	readonly name: string;
}

export interface Source {
	readonly id: number;
	readonly knowledgeBaseId: number;
	readonly type: 'text' | 'file' | 'webpage';
	readonly name: string;
	/** Bytes of a file, or characters of a text. */
	readonly size: number;
	readonly addedAt: number;
	/** What training ends with. */
	outcome: 'completed' | 'failed';
}

interface Domain {
	readonly id: number;
	readonly knowledgeBaseId: number;
	readonly url: string;
}
