/** A message from the browser itself, for failures when none of our pages is open. */
import browser from 'webextension-polyfill';
import { t, tReason } from './i18n.ts';

/** Says in the system's way that something did not work, why, and what to do. */
export async function noticeFailure(what: string, reason: string): Promise<void> {
  const notice = browser.notifications.create({
    type: 'basic', iconUrl: browser.runtime.getURL('icons/icon-128.png'),
    title: t('noticeTitle', what), message: tReason(reason),
  });
  // A system may show no notices at all; the badge says that something is amiss.
  await notice.catch(() => undefined);
}
