import type { Account, Conversation, ConversationBot } from '../account/model';
import { isoTime } from '../account/rows';
import type { World } from '../world';
import type { MutationPayload } from './userErrors';
import { done, refused } from './userErrors';

const MAX_TEXT_LENGTH = 450;
const TRANSFER_SECONDS = { least: 5, most: 60 };

export interface ChatbotMessageSendInput {
	readonly conversationId: string;
	readonly chatbotId: number;
	readonly actionOrMessage: {
		readonly chatbotMessage?: {
			readonly chatbotSimpleTextMessage?: string | null;
			readonly chatbotMessageAttachmentInput?: {
				readonly quickReplyMenu?: QuickReplyMenu | null;
			} | null;
		} | null;
		readonly chatbotAction?: {
			readonly transferMessage?: Transfer | null;
			readonly closeMessage?: object | null;
		} | null;
	};
}

interface QuickReplyMenu {
	readonly choices: readonly string[];
	readonly message: string;
}

interface Transfer {
	readonly routingRuleId: string;
	readonly transferOptions?: { readonly timeout?: number | null } | null;
}

/** What is to be done, once it is clear that exactly one thing was sent. */
type Wish = { text: string } | { transfer: Transfer } | { close: true };

/** Sends one message or action as an external bot, within the vendor's rules (contract §6.4). */
export function chatbotMessageSend(world: World, input: ChatbotMessageSendInput): MutationPayload {
	const { account } = world;
	const conversation = account.conversations.find(
		({ id }) => id === input.conversationId.toLowerCase(),
	);
	if (!conversation) return refused('NotFoundError');
	const { bot } = conversation;
	if (!bot || bot.id !== input.chatbotId || !mayTalk(account, conversation, bot)) {
		return refused('NotAllowedError');
	}
	const wish = readWish(input);
	if (!wish) return refused('InvalidValueError');
	return carryOut(world, conversation, bot, wish);
}

function mayTalk(account: Account, conversation: Conversation, bot: ConversationBot): boolean {
	const isOurs = account.bots.some(({ id }) => id === bot.id);
	const hasVisitorSpoken = conversation.history.some(([type]) => type === 2);
	return isOurs && hasVisitorSpoken && conversation.closedAt === null;
}

function readWish({ actionOrMessage }: ChatbotMessageSendInput): Wish | undefined {
	const { chatbotMessage, chatbotAction } = actionOrMessage;
	const text = chatbotMessage?.chatbotSimpleTextMessage;
	const menu = chatbotMessage?.chatbotMessageAttachmentInput?.quickReplyMenu;
	const wishes: Wish[] = [
		...(text == null ? [] : [{ text }]),
		...(menu ? [{ text: menu.message }] : []),
		...(chatbotAction?.transferMessage ? [{ transfer: chatbotAction.transferMessage }] : []),
		...(chatbotAction?.closeMessage ? [{ close: true as const }] : []),
	];
	return wishes.length === 1 ? wishes[0] : undefined;
}

function carryOut(
	{ account, clock }: World,
	conversation: Conversation,
	bot: ConversationBot,
	wish: Wish,
): MutationPayload {
	const now = isoTime(clock.now());
	if ('close' in wish) {
		conversation.closedAt = now;
		return done;
	}
	if ('transfer' in wish) return checkTransfer(account, wish.transfer);
	if (wish.text === '' || wish.text.length > MAX_TEXT_LENGTH) return refused('InvalidValueError');
	bot.lastMessageAt = now;
	conversation.history.push([1, now.slice(0, 19).replace('T', ' '), wish.text, clock.now()]);
	return done;
}

/** A transfer is only checked: whom it reaches is the vendor's affair. */
function checkTransfer(account: Account, transfer: Transfer): MutationPayload {
	const seconds = transfer.transferOptions?.timeout ?? TRANSFER_SECONDS.most;
	if (seconds < TRANSFER_SECONDS.least || seconds > TRANSFER_SECONDS.most) {
		return refused('InvalidValueError');
	}
	const isKnown = account.routingRules.some(({ id }) => id === transfer.routingRuleId);
	return isKnown ? done : refused('NotFoundError');
}
