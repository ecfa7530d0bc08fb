import type { Step } from '../template';

interface Letter {
	/** Values or expressions, as the user changes them in the node. */
	readonly from: string;
	readonly to: string;
	readonly subject: string;
	readonly text: string;
}

/** An email in plain text, which no mail program takes for HTML; what fails leaves by the error output. */
export const sendEmail = (name: string, { from, to, subject, text }: Letter): Step => ({
	name,
	type: 'n8n-nodes-base.emailSend',
	typeVersion: 2.1,
	parameters: {
		fromEmail: from,
		toEmail: to,
		subject,
		emailFormat: 'text',
		text,
		options: { appendAttribution: false },
	},
	onError: 'continueErrorOutput',
});
