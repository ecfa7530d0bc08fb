import type { Page } from '../../host/browser';

type Locator = ReturnType<Page['locator']>;

/**
 * The keystroke-level model of Card, Moran and Newell (1980): what a practised person takes for
 * what a machine does at once. Seconds.
 */
const MODEL = { decide: 1.35, point: 1.1, press: 0.2, key: 0.28 };
const POINT_AND_PRESS_S = MODEL.decide + MODEL.point + MODEL.press;
/** Silent reading of adults, words a minute (Brysbaert, 2019). */
const WORDS_A_MINUTE = 238;
/** Longer values are copied from elsewhere instead of typed: decide, point, press, and two keys each way. */
const TYPED_CHARACTERS = 24;
const COPY_S = POINT_AND_PRESS_S + 4 * MODEL.key;

/** Does in the browser what a person does, and counts how long that would take. */
export type Person = ReturnType<typeof personAt>;

/** @returns somebody who has done nothing yet */
export function personAt(page: Page) {
	let [clicks, seconds, words] = [0, 0, 0];
	const point = () => {
		clicks += 1;
		seconds += POINT_AND_PRESS_S;
	};
	return {
		async click(target: Locator): Promise<void> {
			point();
			await target.click();
		},
		async doubleClick(target: Locator): Promise<void> {
			point();
			await target.dblclick();
		},
		/** Replaces what a field holds. */
		async write(field: Locator, text: string): Promise<void> {
			point();
			seconds += text.length > TYPED_CHARACTERS ? COPY_S : text.length * MODEL.key;
			await field.click();
			await page.keyboard.press('ControlOrMeta+A');
			await page.keyboard.insertText(text);
		},
		/** Pastes what was copied into a field of the vendor's page, which is open already, and saves. */
		enterAtVendor(): void {
			seconds += COPY_S + POINT_AND_PRESS_S;
		},
		read(text: string): void {
			words += text.split(/\s+/).filter((word) => /\w/.test(word)).length;
		},
		/** What has been done so far. */
		sum: () => ({ clicks, words, minutes: seconds / 60 + words / WORDS_A_MINUTE }),
	};
}
