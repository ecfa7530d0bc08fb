import { MINUTE_MS } from '../../shared/clock';
import type { Account } from './model';
import { isoTime } from './rows';

const IDLE_MS = 5 * MINUTE_MS;

/** Closes the bot conversations that have been silent for five minutes (contract §6.4). */
export function closeIdleConversations(account: Account, nowMs: number): void {
	for (const conversation of account.conversations) {
		const lastMessageAt = conversation.bot?.lastMessageAt;
		if (lastMessageAt == null) continue;
		const endMs = Date.parse(lastMessageAt) + IDLE_MS;
		if (nowMs >= endMs) conversation.closedAt ??= isoTime(endMs);
	}
}
