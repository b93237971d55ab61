/** The menu behind a row's three dots. */
import { Archive, ExternalLink, FileClock, Inbox, Link, Mail, MailCheck, Printer, SquareCheck, Star, Tag, Trash2 } from 'lucide';
import { t } from '../../browser/i18n.ts';
import { pageUrl } from '../../browser/tabs.ts';
import type { SavedArticle } from '../../library/library.ts';
import { isReserved } from '../../url/reserved.ts';
import { outgoingLink } from '../../url/thorough.ts';
import { openMenu, type MenuItem } from './menu.ts';

export interface RowMenuDoings {
  readonly copyLink: () => unknown;
  /** Absent when it was never passed on. */
  readonly shares?: (() => unknown) | undefined;
  readonly favourite: () => unknown;
  readonly archive: () => unknown;
  readonly tags: () => unknown;
  readonly select: () => unknown;
  readonly remove: () => unknown;
}

/** Opens the menu of an article under its button. */
export function openRowMenu(button: HTMLElement, saved: SavedArticle, doings: RowMenuDoings): void {
  const archived = saved.readState === 'archived';
  const items: (MenuItem | 'rule' | false)[] = [
    !isReserved(saved.url) && { label: t('libOriginal'), drawn: ExternalLink, href: outgoingLink(saved.url) },
    !isReserved(saved.url) && { label: t('libCopyLink'), drawn: Link, run: doings.copyLink },
    saved.hasBody && { label: t('libPrint'), drawn: Printer, href: pageUrl('print', { id: saved.id }) },
    saved.changedAt !== undefined && { label: t('verTitle'), drawn: FileClock, href: pageUrl('versions', { id: saved.id }) },
    { label: t('libShare'), drawn: Mail, href: pageUrl('share', { id: saved.id }) },
    doings.shares !== undefined && { label: t('libPassedOnWhen'), drawn: MailCheck, run: doings.shares },
    'rule',
    { label: saved.favourite ? t('libNotFavourite') : t('libFavourite'), drawn: Star, run: doings.favourite },
    { label: archived ? t('libToUnread') : t('libToArchive'), drawn: archived ? Inbox : Archive, run: doings.archive },
    { label: t('libTags'), drawn: Tag, run: doings.tags },
    { label: t('libSelect'), drawn: SquareCheck, run: doings.select },
    'rule',
    { label: t('libRemove'), drawn: Trash2, run: doings.remove, warning: true },
  ];
  openMenu(button, items.filter((item) => item !== false));
}
