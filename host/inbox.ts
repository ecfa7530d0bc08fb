import getPort from 'get-port';
import { simpleParser, type AddressObject } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { waitFor } from './wait';

export interface Mail {
	/** Address lines as a mail program shows them. */
	readonly from: string;
	readonly to: string;
	/** Whom the sender's server named, whatever the address lines say. */
	readonly recipients: readonly string[];
	/** Names of all header lines, in lower case. */
	readonly headers: readonly string[];
	readonly subject: string;
	readonly text: string;
	/** Empty for a mail without an HTML part. */
	readonly html: string;
}

export interface Inbox {
	readonly port: number;
	readonly mails: readonly Mail[];
	/** While set, every mail is refused with this text and SMTP code 550. */
	refuseWith: string | undefined;
	/** How many mails were refused since the last `clear`. */
	refused: number;
	/**
	 * Resolves with all mails once there are `count` or more.
	 *
	 * @param timeoutMs milliseconds
	 */
	waitFor(count: number, timeoutMs?: number): Promise<readonly Mail[]>;
	clear(): void;
	stop(): Promise<void>;
}

/** Starts a mail server that takes any login and keeps what it is sent. */
export async function startInbox(onMail?: (mail: Mail) => void): Promise<Inbox> {
	const mails: Mail[] = [];
	const port = await getPort({ host: '127.0.0.1' });
	const server = new SMTPServer({
		authOptional: true,
		allowInsecureAuth: true,
		disabledCommands: ['STARTTLS'],
		onAuth: (_auth, _session, done) => {
			done(null, { user: 'anyone' });
		},
		onMailFrom: (_address, _session, done) => {
			if (inbox.refuseWith === undefined) {
				done();
				return;
			}
			inbox.refused += 1;
			done(refusal(inbox.refuseWith));
		},
		onData: (stream, { envelope }, done) => {
			simpleParser(stream).then(
				(parsed) => {
					const mail: Mail = {
						from: lines(parsed.from),
						to: lines(parsed.to),
						recipients: envelope.rcptTo.map(({ address }) => address),
						headers: parsed.headerLines.map(({ key }) => key),
						subject: parsed.subject ?? '',
						text: parsed.text ?? '',
						html: parsed.html === false ? '' : parsed.html,
					};
					mails.push(mail);
					onMail?.(mail);
					done();
				},
				(error: unknown) => {
					done(error as Error);
				},
			);
		},
	});
	// A client that leaves without a word is no reason to end the host.
	server.on('error', () => undefined);
	const inbox: Inbox = {
		port,
		mails,
		refuseWith: undefined,
		refused: 0,
		waitFor: (count, timeoutMs = 10_000) =>
			waitFor(`${count} mails`, timeoutMs, () => (mails.length >= count ? mails : undefined)),
		clear: () => {
			mails.length = 0;
			inbox.refused = 0;
		},
		stop: () =>
			new Promise((resolve) => {
				server.close(resolve);
			}),
	};
	await new Promise<void>((resolve, reject) => {
		server.once('error', reject);
		server.listen(port, '127.0.0.1', resolve);
	});
	return inbox;
}

const refusal = (text: string) => Object.assign(new Error(text), { responseCode: 550 });

const lines = (address: AddressObject | AddressObject[] | undefined) =>
	[address ?? []]
		.flat()
		.map(({ text }) => text)
		.join(', ');
